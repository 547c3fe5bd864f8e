"""Something is written with other than black ink.

Looks at: the writing on papers that the applicant's side fills in: the application form, contract, power of attorney,
statements, reports and filing forms. Seals, fingerprints and print are left out. Papers of hospitals, police and courts
are not looked at.

Why: the papers are kept for decades and copied; blue ballpoint and pencil fade, and pencil can be changed.

Fails: when something is certainly written in blue or red.

Unsure: when it looks like pencil, which pale black ink does too, when there is very little of it, when it may be print,
or when no page has any colour to judge it by. Black ballpoint and black gel ink look alike in a picture and both count
as black.

Source: the city's list: black gel pen, fountain pen or carbon ink; neither ballpoint nor pencil.

Passing example: a form filled in with a black gel pen, under a red seal and a fingerprint.

Failing example: a witness statement in blue ballpoint.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.filled_in import FILLED_IN_BY_APPLICANT
from pipeline.casework.findings import Message, failed, not_applicable, page_evidence, passed, unsure
from pipeline.casework.wording import page_of_document, pages_place
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import Judgement, Page

_REMEDY = "请用黑色中性笔、钢笔或碳素笔重新填写该页（不允许用油笔、铅笔填写）。"


def judge(facts: Facts) -> Iterable[Finding]:
    """Every page that is or may be written in another ink than black; or one finding for the claim."""
    asked = [
        (page, page.pen)
        for page in facts.pages
        if page.type in FILLED_IN_BY_APPLICANT and page.pen is not None and not page.blank
    ]
    if not asked:
        return [not_applicable(CHECK, Message("材料中没有由申请方填写的文书。", "No paper of the applicant's side."))]
    judged = [(page, pen) for page, pen in asked if not _without_colour(pen)]
    odd = [_odd(page, pen) for page, pen in judged if pen.state != "no"]
    if odd:
        return odd
    grey = [page for page, pen in asked if _without_colour(pen)]
    return [_none_odd(len(judged), len(grey))] if judged else [_unjudged(grey)]


def _without_colour(pen: Judgement) -> bool:
    """Nothing to be suspected, but nothing to be seen either."""
    return pen.state == "unsure" and pen.box is None


def _odd(page: Page, pen: Judgement) -> Finding:
    where = page_of_document(page.type, page.ref)
    message = Message(f"{where.zh}{pen.reason_zh}，应为黑色。", f"{where.en}: {pen.reason_en}; black is due.", _REMEDY)
    say = failed if pen.state == "yes" else unsure
    return say(CHECK, message, [page_evidence(page.ref, pen)], subject=str(page.ref))


def _none_odd(judged: int, grey: int) -> Finding:
    rest_zh = f"；另有{grey}页没有色彩，无法判断墨色" if grey else ""
    rest_en = f"; {grey} more have no colour to judge it by" if grey else ""
    return passed(
        CHECK,
        Message(
            f"已查看{judged}页由申请方填写的材料，未见蓝色、红色或铅笔笔迹{rest_zh}。",
            f"No writing in blue, red or pencil on {judged} pages of the applicant's side{rest_en}.",
        ),
    )


def _unjudged(grey: list[Page]) -> Finding:
    where = pages_place(page.ref for page in grey)
    message = Message(
        f"由申请方填写的材料均没有色彩，无法判断墨色（{where.zh}）。",
        f"No paper of the applicant's side has any colour to judge its ink by ({where.en}).",
        "请上传彩色扫描件。",
    )
    return unsure(CHECK, message, [page_evidence(page.ref) for page in grey])


CHECK = Check(
    id="ink",
    scope="page",
    severity="blocking",
    title_zh="非黑色笔填写",
    title_en="Not written in black ink",
    looks_for_zh="要求黑色笔填写处的蓝色、红色或铅笔笔迹；印章、手印和医疗文书除外",
    looks_for_en="Handwriting in blue, red or pencil where black ink is asked for; seals, fingerprints and medical "
    "papers are exempt",
    judge=judge,
)
