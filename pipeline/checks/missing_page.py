"""A document lacks a page.

Looks at: the parts that a document must have (the form's cover, table, opinions and instructions; both sides of an ID
card; a contract's page of the parties and its signing page), printed page numbers and page counts, and the numbering of
chapters and clauses from page to page. A first page without a number is page 1 where its headings go on to page 2.

Why: an incomplete contract or form cannot be accepted, and what was agreed on the missing page is not known.

Fails: when a required part is not there, when a printed total that two pages agree on is not reached, or when page
numbers or three headings in a row jump.

Unsure: when only one page speaks for the gap, when pages without a number may fill it, when a page beside it or one
hardly legible could not be sorted and may be the missing one, when a number comes twice, when all printed numbers are
there but a part was not made out, when a document numbered without a total shows no place to sign or seal, and, as
warnings, when only the form's printed instructions are missing or a page of no known type is numbered as one that goes
on with another. Other people's ID cards weigh as a warning.

Source: the city's list: contracts, reports and the like are complete; both sides of the form and of the ID card.

Passing example: a contract with 第1页 to 第6页, each 共6页, from the parties to the signatures.

Failing example: a contract with pages 1, 2, 4 of 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    not_found,
    page_evidence,
    passed,
    unsure,
)
from pipeline.casework.page_gaps import (
    Gap,
    end_gap,
    has_all_numbers,
    heading_gaps,
    number_gaps,
    with_first_number,
    without_predecessor,
)
from pipeline.casework.unrecognised import hiding_places, pages_that_may_belong
from pipeline.casework.wording import Text, document_name, document_place, pages_place
from pipeline.casework.worker import belongs_to_worker
from pipeline.declare import Check, document_type
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding, Severity
from pipeline.models.page import BLANK_OR_OTHER, Page

_WITHOUT_CONTENT = "instructions"


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every part or page that a document lacks, or one pass for the claim."""
    documents = [document for document in facts.documents if document.type != BLANK_OR_OTHER]
    if not documents:
        return [could_not_run(CHECK, Text("可以识别的材料", "a document of a known type"))]
    lacking = [finding for document in documents for finding in _lacking(facts, document)]
    lacking += [_goes_on_with_nothing(page) for page in without_predecessor(facts)]
    count = len(documents)
    complete = Message(f"已查看{count}份材料，未发现缺页。", f"No page is missing from {count} documents.")
    return lacking or [passed(CHECK, complete)]


def _lacking(facts: Facts, document: Document) -> Iterable[Finding]:
    known = {page.ref: page for page in facts.pages}
    pages = with_first_number(document, [known[ref] for ref in document.pages if ref in known])
    candidates = pages_that_may_belong(facts, document)
    all_numbers = has_all_numbers(pages)
    kind = document_type(document.type)
    for part in kind.required_parts:
        if part.name not in _parts_shown(document):
            severity = _severity_of_part(facts, document, part.name)
            certain = part.name != _WITHOUT_CONTENT and not all_numbers
            named = Text(part.name_zh, part.name_en)
            yield _missing_part(document, named, candidates, severity, certain=certain)
    jumps = () if all_numbers else heading_gaps(document, pages)
    for gap in (*number_gaps(pages, excerpt=kind.excerpt), *jumps, *end_gap(document, pages)):
        yield _gap(document, gap, candidates)


def _parts_shown(document: Document) -> set[str]:
    """The parts that were made out; a contract whose parties were read has its page of the parties."""
    parties = {"parties"} if document.value("employer_name") and document.value("worker_name") else set()
    return {part.name for part in document.parts} | parties


def _severity_of_part(facts: Facts, document: Document, part: str) -> Severity:
    if part == _WITHOUT_CONTENT:
        return "warning"
    others = document.type == "id_card" and belongs_to_worker(facts, document) == "different"
    return "warning" if others else CHECK.severity


def _missing_part(
    document: Document, part: Text, candidates: tuple[Page, ...], severity: Severity, *, certain: bool
) -> Finding:
    name, where = document_name(document.type), document_place(document)
    message = Message(
        f"《{name.zh}》未见{part.zh}",
        f"{name.en}: no {part.en}",
        f"请补交《{name.zh}》的{part.zh}（材料要完整，不允许缺页缺项）。",
    )
    if candidates:
        return _perhaps_elsewhere(document, message, candidates, severity)
    outcome: Literal["fail", "unsure"] = "fail" if certain else "unsure"
    return not_found(CHECK, outcome, message, where, subject=document.id, severity=severity)


def _gap(document: Document, gap: Gap, candidates: tuple[Page, ...]) -> Finding:
    name, where = document_name(document.type), document_place(document)
    message = Message(
        f"{where.zh}{'' if gap.certain else '可能缺页：'}{gap.what.zh}",
        f"{where.en} {'' if gap.certain else 'may lack a page: '}{gap.what.en}",
        f"请核对《{name.zh}》并补齐缺页（材料要完整，不允许缺页缺项）。",
    )
    if gap.certain and candidates:
        return _perhaps_elsewhere(document, message, candidates, CHECK.severity)
    say = failed if gap.certain else unsure
    return say(CHECK, _ended(message), [page_evidence(ref) for ref in gap.beside], subject=document.id)


def _goes_on_with_nothing(page: Page) -> Finding:
    number, place = page.printed_page_number, pages_place((page.ref,))
    message = Message(
        f"{place.zh}印着第{number}页，未见它前面的页。",
        f"{place.en} is numbered {number}; no page before it was found.",
        "请核对该材料并补齐缺页（材料要完整，不允许缺页缺项）。",
    )
    return unsure(CHECK, message, [page_evidence(page.ref)], subject=str(page.ref), severity="warning")


def _perhaps_elsewhere(
    document: Document, message: Message, candidates: tuple[Page, ...], severity: Severity
) -> Finding:
    places = hiding_places(candidates, ())
    told = Message(
        f"{message.zh}；{places.zh}可能就是该页，请人工核对。",
        f"{message.en}; it may be among {places.en}.",
        message.remedy_zh,
    )
    evidence = [page_evidence(page.ref) for page in candidates]
    return unsure(CHECK, told, evidence, subject=document.id, severity=severity)


def _ended(message: Message) -> Message:
    return Message(f"{message.zh}。", f"{message.en}.", message.remedy_zh)


CHECK = Check(
    id="missing_page",
    scope="document",
    severity="blocking",
    title_zh="材料缺页",
    title_en="Document lacks a page",
    looks_for_zh="材料缺页：页码、总页数、条款或章节编号不连续，或缺必备的页面（正面、反面、签字页）",
    looks_for_en="A document that lacks a page: page numbers, page count, broken clause or section numbering, a "
    "required page (front, back, signing page) not there",
    judge=judge,
)
