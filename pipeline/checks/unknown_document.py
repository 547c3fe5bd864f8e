"""A page whose type is not known.

Looks at: every page that is not blank and was sorted to no known document.

Why: nothing on such a page was checked, so a person has to look at it; it may be a paper that other rules miss.

Fails: never; an unknown page is no fault of the applicant.

Unsure: for every such page.

Source: the city's list of the documents that the bureau takes.

Passing example: all pages belong to known documents, or are blank backs.

Failing example: a hand-written letter without a title.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message, could_not_run, page_evidence, passed, unsure
from pipeline.casework.unrecognised import unsorted_pages
from pipeline.casework.wording import Text, page_place
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import Page


def judge(facts: Facts) -> Iterable[Finding]:
    """Every page that is neither blank nor sorted."""
    if not facts.pages:
        return [could_not_run(CHECK, Text("可以查看的页面", "a page to look at"))]
    blank = sum(page.blank for page in facts.pages)
    all_known = Message(
        f"{len(facts.pages)}页均已归类" + (f"，其中空白页{blank}页。" if blank else "。"),
        f"All {len(facts.pages)} pages are sorted, {blank} of them blank.",
    )
    return [_unknown(page) for page in unsorted_pages(facts)] or [passed(CHECK, all_known)]


def _unknown(page: Page) -> Finding:
    where = page_place(page.ref)
    message = Message(
        f"{where.zh}未能归类，其内容没有检查，请人工查看。",
        f"{where.en} is of no known type; nothing on it was checked. Please look at it.",
    )
    return unsure(CHECK, message, [page_evidence(page.ref)], subject=str(page.ref))


CHECK = Check(
    id="unknown_document",
    scope="page",
    severity="info",
    title_zh="未能归类",
    title_en="Page of unknown type",
    looks_for_zh="不属于任何已知材料类型的页面",
    looks_for_en="A page whose type is not known",
    judge=judge,
)
