"""A page is not on the paper that the list asks for.

Looks at: the paper of every page of a known type, as far as its file tells it: the PDF page, or a plausible resolution.

Why: the papers are filed together; the bureau wants A4, and the application form as one folded A3 sheet.

Fails: when a page is surely neither A4 nor, for the application form, A3.

Unsure: when the application form was printed on A4 pages; the list asks for A3 on both sides and, for all papers, for
A4, so that a person has to say whether that will do.

Source: the city's list: the form on one A3 sheet, both sides; everything else on A4.

Passing example: the form on A3, a contract on A4, an ID card scanned alone. A photo tells nothing of its paper.

Failing example: a witness statement on a B5 page.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message, could_not_run, failed, not_applicable, page_evidence, passed, unsure
from pipeline.casework.wording import Text, document_name, page_of_document, pages_place
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import BLANK_OR_OTHER, Page

_FORM = "work_injury_application"
_SMALL_BY_NATURE = frozenset({"id_card", "household_register", "marriage_certificate", "retired_soldier_certificate"})
"""Cards and booklets; a copy of one may be cut to its size."""


def judge(facts: Facts) -> Iterable[Finding]:
    """Every page on other paper, and the form once when it is on A4; or one pass for the claim."""
    if not facts.pages:
        return [could_not_run(CHECK, Text("可以查看的页面", "a page to look at"))]
    judged = [page for page in facts.pages if _is_judged(page)]
    if not judged:
        none = Message("没有能够得知纸张规格的页面。", "The paper of no page is known.")
        return [not_applicable(CHECK, none)]
    wrong = [_wrong(page) for page in judged if not _fits(page)]
    forms = [_on_a4(form.id, [page for page in judged if page.document == form.id]) for form in facts.of_type(_FORM)]
    told = Message(
        f"{len(judged)}页的纸张规格符合要求；其余{len(facts.pages) - len(judged)}页无法得知或无需判断。",
        f"{len(judged)} pages are on the right paper; of the other {len(facts.pages) - len(judged)} it is not known.",
    )
    return [*wrong, *(form for form in forms if form is not None)] or [passed(CHECK, told)]


def _is_judged(page: Page) -> bool:
    # A page that software drew, as an electronic licence, has a size of its own; its print has that of the printer.
    of_its_own = page.origin == "photo" or (page.origin == "digital" and page.paper == "other")
    known = page.paper not in ("unknown", "card") and not of_its_own
    return known and not page.blank and page.type not in (BLANK_OR_OTHER, *_SMALL_BY_NATURE)


def _fits(page: Page) -> bool:
    return page.paper == "A4" or (page.type == _FORM and page.paper == "A3")


def _wrong(page: Page) -> Finding:
    where = page_of_document(page.type, page.ref)
    wanted = Text("A3纸正反面", "A3, both sides") if page.type == _FORM else Text("A4纸", "A4")
    is_a3 = page.paper == "A3"
    message = Message(
        f"{where.zh}{'是A3纸' if is_a3 else '既不是A4纸也不是A3纸'}，应为{wanted.zh}。",
        f"{where.en} is {'on A3' if is_a3 else 'neither on A4 nor on A3'}; {wanted.en} is asked for.",
        f"请用{wanted.zh}打印或复印该页后重新提交。",
    )
    return failed(CHECK, message, [page_evidence(page.ref)], subject=str(page.ref))


def _on_a4(document: str, pages: list[Page]) -> Finding | None:
    """The form on A4 pages: one finding for all of them."""
    on_a4 = [page for page in pages if page.paper == "A4"]
    if not on_a4:
        return None
    name, where = document_name(_FORM), pages_place(page.ref for page in on_a4)
    message = Message(
        f"《{name.zh}》为A4页面（{where.zh}），清单要求用A3纸正反面打印一份，请确认是否接受。",
        f"{name.en} is on A4 pages ({where.en}); the list asks for one A3 sheet, printed on both sides.",
        "请用A3纸正反面打印《工伤认定申请表》，或向受理窗口确认A4是否可用。",
    )
    return unsure(CHECK, message, [page_evidence(page.ref) for page in on_a4], subject=document)


CHECK = Check(
    id="paper_size",
    scope="page",
    severity="warning",
    title_zh="纸张规格不符",
    title_en="Wrong paper size",
    looks_for_zh="不是A4纸的页面；申请表不是A3纸正反面的（两张A4为存疑）",
    looks_for_en="A page that is not A4; the application form not A3 double-sided (two A4 halves are accepted as "
    "unsure)",
    judge=judge,
)
