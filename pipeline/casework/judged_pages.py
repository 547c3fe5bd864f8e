"""What does a check say that goes page by page, from what each page's picture was judged to show?"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.casework.findings import Message, could_not_run, failed, page_evidence, passed, unsure
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import Judgement, Page


def judge_pages(
    check: Check,
    facts: Facts,
    judged: Callable[[Page], Judgement],
    bad: Callable[[Page, Judgement], Message],
    good: Callable[[int], Message],
) -> Iterable[Finding]:
    """One finding for every page with the fault or in doubt, or one pass for the claim.

    Args:
        check: the check that speaks.
        facts: the claim.
        judged: gives a page's judgement; ``yes`` means that the page has the fault.
        bad: words the finding of a page.
        good: words the pass, given the number of pages looked at.
    """
    if not facts.pages:
        return (could_not_run(check, Text("可以查看的页面", "a page to look at")),)
    faulty = [(page, judged(page)) for page in facts.pages if judged(page).state != "no"]
    return [
        (failed if judgement.state == "yes" else unsure)(
            check, bad(page, judgement), [page_evidence(page.ref, judgement)], subject=str(page.ref)
        )
        for page, judgement in faulty
    ] or [passed(check, good(len(facts.pages)))]
