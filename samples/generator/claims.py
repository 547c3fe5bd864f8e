"""Generates one claim: draws its papers, takes their pictures, packs the files and writes down the truth."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from samples.generator.case import AS_OF, Case, draw_case
from samples.generator.defects import SEVERITY, seed
from samples.generator.devices import shots_of
from samples.generator.order import Order
from samples.generator.packing.broken import write_broken
from samples.generator.packing.files import Container, Turned, pack, zipped
from samples.generator.papers import Paper, draw_papers
from samples.generator.recipe import Defect, Recipe
from samples.generator.truth import ClaimTruth, DefectTruth, DocumentTruth, FieldTruth, MarkTruth, PageTruth

_SMALL_QUALITY = 42


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture and the file and page where it lies."""

    file: str
    page: int
    turned: Turned
    document: int
    type: str


def generate(order: Order, folder: Path) -> ClaimTruth:
    """Writes the claim's files into ``folder/<claim id>`` and its truth beside it as ``<claim id>.truth.json``.

    The same order gives the same pictures, files and truth.
    """
    rng = Random(f"{order.split}/{order.seed}")  # noqa: S311  the dice decide what is drawn, nothing secret
    case, recipe, defects = draw_case(rng), Recipe(), []
    if order.check is not None:
        case, recipe, defect = seed(order.check, case, rng)
        defects.append(defect)
    papers = draw_papers(case, recipe, order.split, rng, full=order.full)
    place = folder / order.claim_id
    place.mkdir(parents=True)
    stored = _store(place, order, papers, case, recipe, rng)
    broken = (write_broken(place, recipe.damage, rng),) if recipe.damage else ()
    if rng.random() < 0.5:
        _write_claim_json(place, order, case)
    truth = _truth(order, papers, stored, defects, broken)
    text = truth.model_dump_json(indent=1)
    (folder / f"{order.claim_id}.truth.json").write_text(text + "\n", encoding="utf-8")
    return truth


def _store(place: Path, order: Order, papers: list[Paper], case: Case, recipe: Recipe, rng: Random) -> list[Stored]:
    stored: list[Stored] = []
    names: set[str] = set()
    neutral = rng.random() < 0.4
    for number, paper in enumerate(papers):
        shots = shots_of(paper, order, recipe, case.filled_on, rng)
        pages = [Turned(shot, rng.choice((90, 180, 270)) if rng.random() < order.rotated else 0) for shot in shots]
        stem = f"scan{number + 1:04d}" if neutral else paper.title
        container = _container(pages, paper, order, rng)
        quality = _SMALL_QUALITY if order.small else rng.randrange(50, 78)
        placed = pack(place, _unused(stem, names), pages, container, quality)
        layered = container in ("pdf_text", "pdf_misread")
        stored += [
            Stored(file, page, Turned(turned.shot) if layered else turned, number, paper.type)
            for (file, page), turned in zip(placed, pages, strict=True)
        ]
    if rng.random() < 0.15:
        stored = _into_zip(place, stored, rng)
    return stored


def _unused(stem: str, names: set[str]) -> str:
    name, number = stem, 1
    while name in names:
        number += 1
        name = f"{stem}{number}"
    names.add(name)
    return name


def _container(pages: Sequence[Turned], paper: Paper, order: Order, rng: Random) -> Container:
    first = pages[0].shot
    if first.origin == "photo":
        return "jpeg"
    if first.image.mode == "1":
        return "tiff" if first.origin == "fax" else rng.choice(("tiff", "pdf"))
    typed = all(not entry.hand for page in pages for entry in page.shot.sheet.entries)
    if typed and paper.type in ("labor_contract", "diagnosis_certificate") and rng.random() < 0.15:
        return "pdf_text" if rng.random() < 0.6 else "pdf_misread"
    return rng.choices(("pdf", "jpeg", "png", "tiff"), weights=(6, 3, 0 if order.small else 0.5, 0.5))[0]


def _into_zip(place: Path, stored: list[Stored], rng: Random) -> list[Stored]:
    """Puts the files of one document into a zip."""
    number = rng.choice(sorted({page.document for page in stored}))
    members = sorted({page.file for page in stored if page.document == number})
    zipped(place, "附件.zip", members)
    return [
        Stored(f"附件.zip!{page.file}", page.page, page.turned, page.document, page.type)
        if page.file in members
        else page
        for page in stored
    ]


def _write_claim_json(place: Path, order: Order, case: Case) -> None:
    known = {
        "claim_id": order.claim_id,
        "submitted_on": case.submitted_on.isoformat(),
        "district": case.employer.district,
        "applicant": "employer",
        "worker": {"name": case.worker.name, "id_number": case.worker.id_number},
        "employer": {
            "name": case.employer.name,
            "credit_code": case.employer.credit_code,
            "kind": "enterprise",
            "district": case.employer.district,
        },
        "injury": {"kind": "workplace", "occurred_on": case.occurred_on.isoformat(), "treatment": ["outpatient"]},
        "labour_contract_signed": True,
    }
    (place / "claim.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _truth(
    order: Order, papers: list[Paper], stored: list[Stored], defects: list[Defect], broken: tuple[str, ...]
) -> ClaimTruth:
    blocking = any(SEVERITY.get(defect.check, "blocking") == "blocking" for defect in defects)
    return ClaimTruth(
        claim_id=order.claim_id,
        split=order.split,
        seed=order.seed,
        as_of=AS_OF,
        expected_verdict="correction" if blocking else "ready",
        defects=tuple(DefectTruth(check=defect.check, detail=defect.detail) for defect in defects),
        documents=tuple(_document(number, paper, stored) for number, paper in enumerate(papers)),
        pages=tuple(_page(page) for page in stored),
        broken_files=broken,
    )


def _page(page: Stored) -> PageTruth:
    shot = page.turned.shot
    return PageTruth(
        file=page.file,
        page=page.page,
        document=page.document,
        type=page.type,
        part=shot.sheet.part,
        rotation=(360 - page.turned.turn) % 360,
        origin=shot.origin,
        device=shot.device,
        colour=shot.colour,
        legible=shot.legible,
        printed_page_number=shot.sheet.number,
    )


def _document(number: int, paper: Paper, stored: list[Stored]) -> DocumentTruth:
    fields: dict[str, FieldTruth] = {}
    marks: dict[str, MarkTruth] = {}
    for page in stored:
        if page.document != number:
            continue
        shot = page.turned.shot
        for entry in shot.sheet.entries:
            told = FieldTruth(
                value=entry.value, hand=entry.hand, file=page.file, page=page.page, box=shot.box(entry.area)
            )
            fields.setdefault(entry.name, told)
        for mark in shot.sheet.marks:
            marks[mark.slot] = MarkTruth(
                slot=mark.slot,
                kind=mark.kind,
                state=mark.state,
                colour=shot.colour,
                file=page.file,
                page=page.page,
                box=shot.box(mark.area),
            )
    return DocumentTruth(
        number=number,
        type=paper.type,
        print_id=paper.print_id,
        owner=paper.owner,
        fields=fields,
        marks=tuple(marks.values()),
    )
