"""Generates one claim: draws its papers, takes their pictures, packs the files and writes down the truth."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from samples.generator.case import AS_OF, Case, draw_case
from samples.generator.defects import SEVERITY, seed, situation_for
from samples.generator.devices import shots_of
from samples.generator.order import Order
from samples.generator.packing.broken import write_broken
from samples.generator.packing.bundles import STYLES, Bundle, Side, bundled
from samples.generator.packing.files import Container, Turned, pack, zipped
from samples.generator.papers import Paper, draw_papers
from samples.generator.portal import claim_json
from samples.generator.recipe import Defect, Recipe
from samples.generator.truth import ClaimTruth, DefectTruth, DocumentTruth, FieldTruth, MarkTruth, PageTruth

_SMALL_QUALITY = 42
_A3_WIDTH = 400
_SIZES = ([210, 297], [297, 420])
_CARD_SIDES = ("front", "back")


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture and the file and page where it lies."""

    file: str
    page: int
    side: Side


def generate(order: Order, folder: Path) -> ClaimTruth:
    """Writes the claim's files into ``folder/<claim id>`` and its truth beside it as ``<claim id>.truth.json``.

    The same order gives the same pictures, files and truth.
    """
    rng = Random(f"{order.split}/{order.seed}")  # noqa: S311  the dice decide what is drawn, nothing secret
    situation = order.situation or situation_for(order.check, order.kind, rng)
    case, recipe, defects = draw_case(rng, situation=situation), Recipe(), []
    if order.check is not None:
        case, recipe, defect = seed(order.check, case, rng)
        defects.append(defect)
    papers = draw_papers(case, recipe, order.split, rng, full=order.full)
    place = folder / order.claim_id
    place.mkdir(parents=True)
    stored = _store(place, order, papers, case, recipe, rng)
    broken = (write_broken(place, recipe.damage, rng),) if recipe.damage else ()
    told = bool(recipe.portal) or rng.random() < 0.5
    if told:
        known = claim_json(case, order.claim_id) | dict(recipe.portal)
        (place / "claim.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    truth = _truth(order, case, papers, stored, defects, broken, _remarks(case, stored, told=told))
    text = truth.model_dump_json(indent=1)
    (folder / f"{order.claim_id}.truth.json").write_text(text + "\n", encoding="utf-8")
    return truth


def _store(place: Path, order: Order, papers: list[Paper], case: Case, recipe: Recipe, rng: Random) -> list[Stored]:
    neutral, root = rng.random() < 0.4, rng.getrandbits(64) + order.again
    names: set[str] = set()
    bundles = []
    for number, paper in enumerate(papers):
        dice = Random(f"{root}/{paper.type}/{paper.owner}")  # noqa: S311  the dice decide what is drawn, nothing secret
        shots = shots_of(paper, order, recipe, case.filled_on, dice)
        pages = [Turned(shot, dice.choice((90, 180, 270)) if dice.random() < order.rotated else 0) for shot in shots]
        stem = f"scan{number + 1:04d}" if neutral else paper.title
        sides = [Side(page, number) for page in pages]
        bundles.append(Bundle(_unused(stem, names), _container(pages, paper, order, dice), sides))
    style = rng.choices(list(STYLES), weights=list(STYLES.values()))[0] if order.full else "papers"
    stored = [page for bundle in bundled(bundles, style, rng) for page in _packed(place, bundle, order, root)]
    return _into_zip(place, stored, rng) if rng.random() < 0.15 else stored


def _packed(place: Path, bundle: Bundle, order: Order, root: int) -> list[Stored]:
    dice = Random(f"{root}/{bundle.stem}")  # noqa: S311  the dice decide what is drawn, nothing secret
    quality = _SMALL_QUALITY if order.small else dice.randrange(50, 78)
    placed = pack(place, bundle.stem, [side.turned for side in bundle.sides], bundle.container, quality)
    layered = bundle.container in ("pdf_text", "pdf_misread")
    return [
        Stored(file, page, Side(Turned(side.turned.shot), side.document) if layered else side)
        for (file, page), side in zip(placed, bundle.sides, strict=True)
    ]


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
    number = rng.choice(sorted({page.side.document for page in stored}))
    members = sorted({page.file for page in stored if page.side.document == number})
    zipped(place, "附件.zip", members)
    return [Stored(f"附件.zip!{page.file}", page.page, page.side) if page.file in members else page for page in stored]


def _truth(
    order: Order,
    case: Case,
    papers: list[Paper],
    stored: list[Stored],
    defects: list[Defect],
    broken: tuple[str, ...],
    remarks: tuple[str, ...],
) -> ClaimTruth:
    blocking = any(SEVERITY.get(defect.check, "blocking") == "blocking" for defect in defects)
    return ClaimTruth(
        claim_id=order.claim_id,
        split=order.split,
        seed=order.seed,
        kind=case.situation.kind,
        as_of=AS_OF,
        expected_verdict="correction" if blocking else "ready",
        remarks=remarks,
        defects=tuple(DefectTruth(check=defect.check, detail=defect.detail) for defect in defects),
        documents=tuple(_document(number, paper, stored) for number, paper in enumerate(papers)),
        pages=tuple(_page(page, papers) for page in stored),
        broken_files=broken,
    )


def _remarks(case: Case, stored: list[Stored], *, told: bool) -> tuple[str, ...]:
    """Checks that only remark on the claim; that an injury is serious stands on no paper, only what the portal told."""
    sheets = [page.side.turned.shot.sheet for page in stored]
    odd = [
        sheet for sheet in sheets if sheet.part not in _CARD_SIDES and sorted((sheet.width, sheet.height)) not in _SIZES
    ]
    on_a4 = any(sheet.part == "table" and sheet.width < _A3_WIDTH for sheet in sheets)
    grave = case.situation.fatal or (case.situation.serious and told)
    return ("paper_size",) * bool(odd or on_a4) + ("two_investigators",) * grave


def _page(page: Stored, papers: list[Paper]) -> PageTruth:
    turned = page.side.turned
    shot = turned.shot
    return PageTruth(
        file=page.file,
        page=page.page,
        document=page.side.document,
        type=papers[page.side.document].type,
        part=shot.sheet.part,
        rotation=(360 - turned.turn) % 360,
        origin=shot.origin,
        device=shot.device,
        colour=shot.colour,
        legible=shot.legible,
        printed_page_number=shot.sheet.number,
        printed=tuple(word.text for word in shot.sheet.words if not word.hand),
        written=tuple(word.text for word in shot.sheet.words if word.hand),
    )


def _document(number: int, paper: Paper, stored: list[Stored]) -> DocumentTruth:
    fields: dict[str, FieldTruth] = {}
    marks: dict[str, MarkTruth] = {}
    for page in stored:
        if page.side.document != number:
            continue
        shot = page.side.turned.shot
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
