"""One claim in, one report out: the first page to read. Each line of :func:`check_claim` is a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import __version__
from pipeline.casework.filled_in import FILLED_IN_BY_APPLICANT
from pipeline.casework.judging import judge
from pipeline.casework.liability import with_worker_liability
from pipeline.casework.same_accident import identity_of
from pipeline.classify.grouping import Sorted, sort_pages
from pipeline.declare import checks, document_types, next_turn
from pipeline.exactness.claim_fields import compare_injuries
from pipeline.imaging.arrays import Image
from pipeline.intake.claim import OpenClaim
from pipeline.intake.decode import Decoder
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.models.document import Document
from pipeline.models.facts import DEFAULT_REGION, Facts, FieldComparison
from pipeline.models.finding import Finding, Verdict
from pipeline.models.page import Page, PageRef
from pipeline.models.report import ClaimReport, FileError, PipelineInfo
from pipeline.ocr.engine import OcrEngine
from pipeline.reading.claim_pages import read_pages
from pipeline.reading.page import ReadPage
from pipeline.reading.writing_ink import with_ink


@dataclass(frozen=True)
class CheckedClaim:
    """A claim's report, the judgements behind it, and its upright pages for the pictures that go with it.

    ``identity`` tells whether another claim is about the same accident; ``turns_on`` is the next day on which a check
    may say something else of the same papers.
    """

    report: ClaimReport
    comparisons: tuple[FieldComparison, ...]
    pages: dict[PageRef, ReadPage]
    identity: ClaimIdentity
    turns_on: date | None

    def page(self, file: str, page: int) -> Image:
        """The upright pixels of a page.

        Raises:
            KeyError: the report has no such page.
        """
        return self.pages[PageRef(file=file, page=page)].image


def check_claim(
    claim: OpenClaim,
    decoder: Decoder,
    engine: OcrEngine,
    as_of: date,
    scratch: Path,
    on_page: Callable[[], None] = lambda: None,
    *,
    region: str = DEFAULT_REGION,
    others: Sequence[ClaimIdentity] = (),
) -> CheckedClaim:
    """Reads a claim's files and holds them against the catalogue of checks.

    Args:
        claim: the opened upload.
        decoder: turns files into pages inside limits.
        engine: the reader.
        as_of: the day for which deadlines count.
        scratch: a folder for pixels, emptied by the caller.
        on_page: called after each page that was read.
        region: whose list of papers counts.
        others: other claims that may be about the same accident.

    Raises:
        PrecheckError: the engine cannot work on this machine.
    """
    pages, errors = read_pages(decoder.decode(*claim.files), engine, scratch, on_page)
    documents = extract_documents(sort_pages(pages, document_types()))
    pages = _with_ink(pages, documents)
    facts = Facts(
        claim=claim.info,
        as_of=as_of,
        documents=documents,
        pages=placed_in_documents(pages, documents),
        errors=(*claim.errors, *errors),
        comparisons=compare_injuries(documents, pages, engine),
        region=region,
        others=tuple(others),
    )
    facts = with_worker_liability(facts)
    return CheckedClaim(
        report=_report(claim.claim_id, facts, engine),
        comparisons=facts.comparisons,
        pages={page.ref: page for page in pages},
        identity=identity_of(claim.claim_id, facts),
        turns_on=next_turn(facts),
    )


def _report(claim_id: str, facts: Facts, engine: OcrEngine) -> ClaimReport:
    """The facts and what every check says of them."""
    findings = tuple(finding for check in checks() for finding in judge(check, facts))
    return ClaimReport(
        claim_id=claim_id,
        as_of=facts.as_of,
        verdict=verdict(findings, facts.errors),
        pipeline=PipelineInfo(version=__version__, engine=engine.name, models=engine.models),
        documents=facts.documents,
        pages=facts.pages,
        findings=findings,
        errors=facts.errors,
    )


def verdict(findings: Iterable[Finding], errors: Sequence[FileError]) -> Verdict:
    """What the findings come to (contract section 3)."""
    blocking = {finding.outcome for finding in findings if finding.severity == "blocking"}
    if "fail" in blocking:
        return "correction"
    return "review" if errors or blocking & {"unsure", "could_not_run"} else "ready"


def extract_documents(sorted_documents: Sequence[Sorted]) -> tuple[Document, ...]:
    """The documents with their fields and marks, numbered d1, d2, ... in the order of their first pages."""
    kinds = {kind.id: kind for kind in document_types()}
    documents = []
    for number, found in enumerate(sorted_documents, start=1):
        extraction = kinds[found.document.type_id].extract(found.document)
        documents.append(
            Document(
                id=f"d{number}",
                type=found.document.type_id,
                confidence=min(found.confidences),
                pages=tuple(page.ref for page in found.document.pages),
                fields=extraction.fields,
                marks=extraction.marks,
                parts=extraction.parts,
                numbers=extraction.numbers,
                liabilities=extraction.liabilities,
            )
        )
    return tuple(documents)


def _with_ink(pages: Sequence[ReadPage], documents: Sequence[Document]) -> list[ReadPage]:
    """The pages, those of papers that the applicant fills in knowing with which ink they are written."""
    written = {ref: paper for paper in documents if paper.type in FILLED_IN_BY_APPLICANT for ref in paper.pages}
    return [with_ink(page, written[page.ref]) if page.ref in written else page for page in pages]


def placed_in_documents(pages: Sequence[ReadPage], documents: Sequence[Document]) -> tuple[Page, ...]:
    """The pages, each knowing its document (the first of several), type and side."""
    homes = {ref: document for document in reversed(documents) for ref in document.pages}
    sorted_pages = []
    for page in pages:
        home = homes.get(page.ref)
        facts = {"document": home.id, "type": home.type, "part": home.side_on(page.ref)} if home else {}
        sorted_pages.append(page.page.model_copy(update=facts))
    return tuple(sorted_pages)
