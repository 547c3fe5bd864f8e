"""The same page twice.

Looks at: the pictures of all pages, also when one sheet was scanned or photographed twice.

Why: a page sent twice costs reading time, and may stand where another page was meant to be.

Fails: when a page certainly shows the same sheet as an earlier one.

Unsure: when the two are much alike, but a filled-in line or a mark may differ.

Source: good order of the file; no rule asks for it, so it never blocks.

Passing example: two pages of one contract.

Failing example: contract.pdf page 3 and scan_0007.jpg are pictures of one sheet.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message, could_not_run, failed, page_evidence, passed, unsure
from pipeline.casework.wording import Text, page_place
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import Page, PageRef
from pipeline.text.confidence import SURE


def judge(facts: Facts) -> Iterable[Finding]:
    """Every page that repeats an earlier one."""
    if not facts.pages:
        return [could_not_run(CHECK, Text("可以查看的页面", "a page to look at"))]
    repeated = [_repeated(page, page.same_as) for page in facts.pages if page.same_as is not None and not page.blank]
    none = Message(f"已查看{len(facts.pages)}页，没有重复页。", f"No page among {len(facts.pages)} comes twice.")
    return repeated or [passed(CHECK, none)]


def _repeated(page: Page, earlier: PageRef) -> Finding:
    certain = page.same_as_confidence >= SURE
    this, that = page_place(page.ref), page_place(earlier)
    message = Message(
        f"{this.zh}与{that.zh}{'是' if certain else '可能是'}同一页。",
        f"{this.en} and {that.en} {'are' if certain else 'may be'} the same page.",
        "如为误传，请删去重复页，并确认没有漏传其他页。",
    )
    say = failed if certain else unsure
    return say(CHECK, message, [page_evidence(page.ref), page_evidence(earlier)], subject=str(page.ref))


CHECK = Check(
    id="duplicate_page",
    scope="claim",
    severity="info",
    title_zh="重复页",
    title_en="Page comes twice",
    looks_for_zh="同一页出现两次，包括分别扫描的",
    looks_for_en="The same page twice, also when scanned twice",
    judge=judge,
)
