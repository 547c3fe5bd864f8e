"""A page that cannot be read.

Looks at: every page's picture: sharpness, size, contrast, and whether it is cut off.

Why: what cannot be read can neither be checked nor be filed, and the applicant can scan it again at once.

Fails: when the page is certainly too blurred, too small, too dark or cut off.

Unsure: when it is poor, but may do.

Source: the portal's instructions: 企业准确无误地录入基本信息, 上传工伤申报所需材料.

Passing example: a scan at 200 dpi with sharp strokes.

Failing example: a photo out of focus, in which no character of the diagnosis can be made out.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message
from pipeline.casework.judged_pages import judge_pages
from pipeline.casework.wording import place_of
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import Judgement, Page


def judge(facts: Facts) -> Iterable[Finding]:
    """Every page that is or may be illegible."""
    return judge_pages(CHECK, facts, _judged, _illegible, _all_legible)


def _judged(page: Page) -> Judgement:
    """A blank page has nothing that could not be read."""
    return Judgement(state="no") if page.blank else page.illegible


def _illegible(page: Page, judgement: Judgement) -> Message:
    where = place_of(page)
    says_zh, says_en = ("不清晰", "is") if judgement.state == "yes" else ("可能不清晰", "may be")
    return Message(
        f"{where.zh}{says_zh}：{judgement.reason_zh or '文字难以辨认'}。",
        f"{where.en} {says_en} illegible: {judgement.reason_en or 'the text is hard to make out'}.",
        "请重新扫描该页，做到四边完整、字迹清楚，再上传。",
    )


def _all_legible(pages: int) -> Message:
    return Message(f"已查看{pages}页，均清晰可读。", f"All {pages} pages are legible.")


CHECK = Check(
    id="legible",
    scope="page",
    severity="blocking",
    title_zh="页面不清晰",
    title_en="Page is not legible",
    looks_for_zh="过于模糊、过小、过暗或被裁切的页面",
    looks_for_en="Too blurred, too small, too dark, cut off",
    judge=judge,
)
