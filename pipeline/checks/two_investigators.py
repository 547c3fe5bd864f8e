"""Death or serious injury: the bureau sends two investigators.

Looks at: whether the portal says that the worker died or was seriously injured, whether there is a death certificate or
a record of a rescue that failed, and the words of the form.

Why: the bureau investigates such cases with two people, so that they stand out in the worklist.

Fails: when the portal or a paper says so. It is a remark for the bureau; nothing is wrong with the claim.

Unsure: when only words of the form or of a witness say so.

Source: the bureau's own procedure after a death or a serious injury.

Passing example: the portal says that the injury is neither fatal nor serious.

Failing example: a death certificate is in the upload.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.agreement import PORTAL
from pipeline.casework.case import case_of
from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    field_evidence,
    not_found,
    off_page,
    page_evidence,
    passed,
    unsure,
)
from pipeline.casework.unrecognised import searched
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding when the worker died or was seriously injured, or one pass."""
    case = case_of(facts)
    if case.kind is None and facts.claim.injury.fatal is None and facts.claim.injury.serious is None:
        return [could_not_run(CHECK, Text("伤害程度", "how grave the injury is"))]
    if not case.fatal and not case.serious:
        return [passed(CHECK, Message("未见死亡或重伤。", "Neither death nor serious injury."))]
    name = Text("工亡", "death") if case.fatal else Text("重伤", "serious injury")
    if ("fatal" if case.fatal else "serious") in case.inferred:
        return [_by_words(facts, name)]
    return [_certain(facts, name)]


def _certain(facts: Facts, name: Text) -> Finding:
    papers = facts.of_type("death_certificate", "rescue_record")
    source = PORTAL if _portal_says(facts) else Text("上传的材料", "the papers")
    message = Message(
        f"{source.zh}显示为{name.zh}，需派两名工作人员进行调查。",
        f"{name.en.capitalize()} by {source.en}: two investigators are to be sent.",
    )
    if _portal_says(facts):
        return off_page(CHECK, "fail", message, PORTAL)
    return failed(CHECK, message, [page_evidence(paper.pages[0]) for paper in papers])


def _by_words(facts: Facts, name: Text) -> Finding:
    message = Message(
        f"从材料文字看可能为{name.zh}，如属实需派两名工作人员进行调查。",
        f"By the papers' words perhaps {name.en}: then two investigators are to be sent.",
    )
    stories = _stories(facts)
    return unsure(CHECK, message, stories) if stories else not_found(CHECK, "unsure", message, searched(facts))


def _portal_says(facts: Facts) -> bool:
    return bool(facts.claim.injury.fatal or facts.claim.injury.serious)


def _stories(facts: Facts) -> list[Evidence]:
    fields = [form.fields.get("narrative") for form in facts.of_type("work_injury_application")]
    return [field_evidence(field) for field in fields if field]


CHECK = Check(
    id="two_investigators",
    scope="claim",
    severity="info",
    title_zh="需两人调查",
    title_en="Two investigators needed",
    looks_for_zh="死亡或者重伤，需派两名工作人员进行调查",
    looks_for_en="Death or serious injury: two investigators are to be sent",
    judge=judge,
)
