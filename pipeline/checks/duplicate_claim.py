"""Another claim is about the same worker and accident.

Looks at: the worker's ID number and name and the day of the accident, here and in all other claims whose reports lie in
the same folder.

Why: the portal keeps one claim a worker; the same accident handed in twice would be decided twice.

Fails: when the ID number and the day are those of another claim. It is a warning, for an older claim may have been
withdrawn.

Unsure: when another claim has the same number or name, but a number, name or day was not surely read or is missing.

Source: the portal's notice: 一个员工只能存在一条工伤认定暂存数据.

Passing example: no other claim of this worker.

Failing example: two claims of 张志远, both about the accident on 18 September 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.casework.agreement import PORTAL
from pipeline.casework.findings import Message, could_not_run, failed, off_page, passed, unsure
from pipeline.casework.same_accident import event, identity_of, same_accident, worker_readings
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding

_CLAIMS_NAMED = 5


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding when other claims are about the same accident or may be, or one pass."""
    own = identity_of("", facts)
    if not own.name and not own.id_number:
        return [could_not_run(CHECK, Text("职工姓名或身份证号码", "the worker's name or number"))]
    answers = [(other, same_accident(own, other)) for other in facts.others]
    same = [other for other, answer in answers if answer == "same"]
    perhaps = [other for other, answer in answers if answer == "unsure"]
    if not same and not perhaps:
        none = Message("未发现同一职工同一事故的其他申请。", "No other claim of this worker and accident.")
        return [passed(CHECK, none)]
    return [_said(facts, same or perhaps, certain=bool(same))]


def _said(facts: Facts, others: Sequence[ClaimIdentity], *, certain: bool) -> Finding:
    named = "、".join(other.claim_id for other in others[:_CLAIMS_NAMED])
    more = Text(f"等{len(others)}件", " and others") if len(others) > _CLAIMS_NAMED else Text("", "")
    may_be = Text("", "is") if certain else Text("可能", "may be")
    message = Message(
        f"本申请与申请{named}{more.zh}{may_be.zh}为同一职工的同一事故。",
        f"Claim {named}{more.en} {may_be.en} about the same worker and accident.",
        "同一职工同一事故只能申请一次，请核对并撤回重复的申请。",
    )
    evidence = _shown(facts)
    if evidence:
        return (failed if certain else unsure)(CHECK, message, evidence)
    portal = Message(f"{PORTAL.zh}：{message.zh}", message.en, message.remedy_zh)
    return off_page(CHECK, "fail" if certain else "unsure", portal, PORTAL)


def _shown(facts: Facts) -> list[Evidence]:
    readings = [reading for reading in worker_readings(facts) if reading]
    happened = event(facts)
    return [*(spot for reading in readings for spot in reading.evidence), *(happened.evidence if happened else ())]


CHECK = Check(
    id="duplicate_claim",
    scope="batch",
    severity="warning",
    title_zh="同一职工重复申请",
    title_en="Same accident claimed twice",
    looks_for_zh="同一职工同一事故的另一件申请",
    looks_for_en="Another claim of the same worker and accident",
    judge=judge,
)
