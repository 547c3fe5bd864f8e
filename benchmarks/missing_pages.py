"""Is a page that is not there missed, and nothing else? The core papers of drawn claims, whole and with one page gone.

Every page is read once, most from the drawn sheet itself (what is asked is not how well it is read), some from scans
by the pipeline's own reader; then the claim is sorted, extracted and checked once whole and once without each page.
A contract's cover and its printed notes bear no number and are not asked for.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.sheet_reader import SheetReader
from pipeline.checks.missing_page import CHECK
from pipeline.classify.grouping import sort_pages
from pipeline.declare import document_types
from pipeline.models.claim import ClaimInfo
from pipeline.models.facts import Facts
from pipeline.models.page import PageRef
from pipeline.models.source import FileFacts, SourcePage
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from pipeline.reading.page import ReadPage
from pipeline.reading.read_page import read_page
from pipeline.run import extract_documents, placed_in_documents
from samples.generator.capture.scanner import DEV_SCANNER, TEST_SCANNER, scan
from samples.generator.case import draw_case
from samples.generator.fonts import TYPEFACES, Split
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import paper_prints
from samples.generator.papers import Paper, draw_papers
from samples.generator.recipe import Recipe
from samples.generator.sheet import Sheet
from samples.generator.writing import Print

_AS_OF = date(2026, 11, 23)
_NOT_ASKED = frozenset({("labor_contract", "cover"), ("labor_contract", "notes")})
_LETTERS = ("accident_investigation_report", "witness_statement", "progress_note", "discharge_record")
_DRAWN_AT = 200

Answer = tuple[str, str, str]
"""What is true (``complete`` or ``lacks a page``), of which paper and page, and what was said."""


def missing_page_answers(split: Split, drawn: int, scanned: int, seed: int) -> Iterator[Answer]:
    """The answers of so many claims read from the drawn sheets and so many read from scans.

    Raises:
        PrecheckError: the reader does not work on this machine.
    """
    engine = create_engine("openvino", None, None, 1) if scanned else None
    for number in range(drawn + scanned):
        rng = Random(f"{split}/missing/{seed}/{number}")  # noqa: S311  the dice decide what is drawn
        papers = _papers(split, rng)
        with tempfile.TemporaryDirectory(prefix="precheck-eval-") as folder:
            reader = engine if number >= drawn else None
            pages = [_read(paper, split, reader, Path(folder), rng) for paper in papers]
            yield from _asked(papers, pages)


def _papers(split: Split, rng: Random) -> list[Paper]:
    """The core papers, and a letter or record of several pages where the split has one."""
    case = draw_case(rng)
    papers = draw_papers(case, Recipe(a4_sides=True), split, rng, full=False)
    prints = [form for kind in _LETTERS for form in paper_prints(kind, split)]
    rng.shuffle(prints)
    for form in prints[:3]:
        look = Look(TYPEFACES[split], _DRAWN_AT, Print(TYPEFACES[split].song, 4.3), rng)
        sheets = form.draw(Content(form.type, case, form.values(case)), look)
        if len(sheets) > 1 and all(sheet.number for sheet in sheets):
            return [*papers, Paper(form.type, form.id, sheets, name_zh=form.name_zh)]
    return papers


def _read(paper: Paper, split: Split, engine: OcrEngine | None, folder: Path, rng: Random) -> list[ReadPage]:
    return [
        _read_sheet(sheet, PageRef(file=f"{paper.type}.pdf", page=number), split, engine, folder, rng)
        for number, sheet in enumerate(paper.sheets, 1)
    ]


def _read_sheet(
    sheet: Sheet, ref: PageRef, split: Split, engine: OcrEngine | None, folder: Path, rng: Random
) -> ReadPage:
    traits = TEST_SCANNER if split == "test" else DEV_SCANNER
    image = scan(sheet, traits, rng).image if engine else sheet.image
    pixels = folder / f"{ref.file}-{ref.page}.npy"
    np.save(pixels, np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1]))
    facts = FileFacts(container="pdf", dpi=(_DRAWN_AT, _DRAWN_AT), page_mm=(sheet.width, sheet.height))
    return read_page(SourcePage(ref=ref, pixels=pixels, facts=facts), engine or SheetReader(sheet), folder)


def _asked(papers: list[Paper], pages: list[list[ReadPage]]) -> Iterator[Answer]:
    held_up = _held_up([page for paper in pages for page in paper])
    for paper in papers:
        yield "complete", f"{paper.type} {paper.print_id}", "missing" if paper.type in held_up else "nothing"
    for index, paper in enumerate(papers):
        for gone, sheet in enumerate(paper.sheets):
            if len(paper.sheets) < 2 or (paper.type, sheet.part) in _NOT_ASKED:
                continue
            left = [*pages[:index], [*pages[index][:gone], *pages[index][gone + 1 :]], *pages[index + 1 :]]
            said = _held_up([page for kept in left for page in _counted(kept)])
            what = f"{paper.type} {paper.print_id}, {sheet.part or 'page'} {gone + 1} of {len(paper.sheets)}"
            yield "lacks a page", what, "missing" if paper.type in said else "nothing"


def _counted(pages: list[ReadPage]) -> list[ReadPage]:
    """The pages as the file without the missing one counts them."""
    return [page.knowing({"page": number}) for number, page in enumerate(pages, 1)]


def _held_up(pages: list[ReadPage]) -> set[str]:
    """The types of the documents that are said to lack a page, certainly or perhaps, and the file of a lone page."""
    documents = extract_documents(sort_pages(pages, document_types()))
    facts = Facts(
        claim=ClaimInfo(claim_id="trial"),
        as_of=_AS_OF,
        documents=documents,
        pages=placed_in_documents(pages, documents),
        errors=(),
    )
    kinds = {document.id: document.type for document in documents}
    found = [one for one in CHECK(facts) if one.outcome in {"fail", "unsure"}]
    return {kinds.get(one.subject, one.subject.partition(".pdf#")[0]) for one in found}
