"""A page that came through a fax machine.

Looks at: every page's picture and file for the traces of a fax: fax resolutions and tags, a sender's header line,
coarse steps; also when the fax was printed and scanned again, or photographed.

Why: the bureau does not take faxes, because they lose seals, pale ink and fine strokes. A photocopy is no fax.

Fails: when the traces are certain.

Unsure: when there are some traces, but not enough to be certain.

Source: the city's list, which takes no fax.

Passing example: a page scanned in colour at 300 dpi.

Failing example: a TIFF of 1728 x 2287 pixels at 204 x 196 dpi with the header "2026-03-05 14:22 FROM: ... P.01/03".
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
    """Every page that is or may be a fax."""
    return judge_pages(CHECK, facts, lambda page: page.fax, _fax, _none)


def _fax(page: Page, judgement: Judgement) -> Message:
    where = place_of(page)
    says_zh, says_en = ("是", "is") if judgement.state == "yes" else ("疑似", "may be")
    return Message(
        f"{where.zh}{says_zh}传真件：{judgement.reason_zh or '图像有传真痕迹'}。",
        f"{where.en} {says_en} a fax: {judgement.reason_en or 'the picture has traces of a fax'}.",
        "材料中请不要用传真件，请提交该页的原件或复印件扫描件。",
    )


def _none(pages: int) -> Message:
    return Message(f"已查看{pages}页，未发现传真件。", f"No fax among {pages} pages.")


CHECK = Check(
    id="fax_page",
    scope="page",
    severity="blocking",
    title_zh="材料为传真件",
    title_en="Page is a fax",
    looks_for_zh="经传真机传来的页面，包括传真文件、打印后再扫描的和拍照的传真件",
    looks_for_en="A page that came through a fax machine, whether sent as the fax file, printed and rescanned, or "
    "photographed",
    judge=judge,
)
