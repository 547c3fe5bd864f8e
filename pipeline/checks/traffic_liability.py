"""The worker bears main or full liability for the traffic accident, or no liability was determined.

Looks at: the liability that the traffic police's determination gives the worker, when the accident happened on the way
to or from work.

Why: such an accident counts as a work injury only when the worker does not bear the main liability; equal and secondary
liability qualify.

Fails: when the determination surely gives the worker main or full liability. It is a warning: the bureau decides.

Unsure: when the determination says that the liability could not be established (道路交通事故证明), or when the worker's
liability was not found on it or not surely read.

Source: 《工伤保险条例》 art. 14(6); the portal's list: 上下班途中发生非本人主要责任的交通事故.

Passing example: 当事人刘海棠无责任.

Failing example: 当事人刘海棠承担主要责任.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.case import case_of
from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    field_evidence,
    not_applicable,
    page_evidence,
    passed,
    unsure,
)
from pipeline.casework.wording import Text, document_place
from pipeline.declare import Check
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.confidence import SURE

_DETERMINATION = "traffic_accident_determination"
_LIABILITIES = {
    "none": Text("无责任", "no liability"),
    "secondary": Text("次要责任", "secondary liability"),
    "equal": Text("同等责任", "equal liability"),
    "main": Text("主要责任", "main liability"),
    "full": Text("全部责任", "full liability"),
}
_EXCLUDED = ("main", "full")
_OPEN = "undetermined"
_REMEDY = "请提供确认职工非本人主要责任的道路交通事故认定书或其他有权机关的证明。"


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every determination that excludes the worker or leaves it open, or one pass."""
    if case_of(facts).kind != "commute_traffic":
        return [not_applicable(CHECK, Message("不是上下班途中的交通事故。", "No traffic accident on the way to work."))]
    determinations = facts.of_type(_DETERMINATION)
    if not determinations:
        return [could_not_run(CHECK, Text("道路交通事故认定书", "the traffic accident determination"))]
    wrong = [finding for determination in determinations for finding in _wanting(determination)]
    good = Message("交通事故认定书认定职工非本人主要责任。", "The worker does not bear the main liability.")
    return wrong or [
        passed(CHECK, good, evidence=[field_evidence(d.fields["worker_liability"]) for d in determinations])
    ]


def _wanting(determination: Document) -> Iterable[Finding]:
    field = determination.fields.get("worker_liability")
    where = document_place(determination)
    liability = _LIABILITIES.get(field.value) if field else None
    if field is None or liability is None:
        is_open = field is not None and field.value == _OPEN
        says = (
            Text("未认定事故责任", "the liability was not established")
            if is_open
            else Text("没有读到对职工责任的认定", "no liability of the worker was read")
        )
        message = Message(f"{where.zh}{says.zh}，请核对。", f"{where.en}: {says.en}.", _REMEDY)
        evidence = [field_evidence(field)] if field else [page_evidence(ref) for ref in determination.pages]
        yield unsure(CHECK, message, evidence, subject=determination.id)
    elif field.confidence < SURE:
        message = Message(
            f"{where.zh}对职工责任的认定读作{liability.zh}，未读准，请核对。",
            f"{where.en}: the liability was read as {liability.en}, not surely.",
            _REMEDY if field.value in _EXCLUDED else "",
        )
        yield unsure(CHECK, message, [field_evidence(field)], subject=determination.id)
    elif field.value in _EXCLUDED:
        message = Message(
            f"{where.zh}认定职工承担{liability.zh}，不属于非本人主要责任的交通事故。",
            f"{where.en} gives the worker {liability.en}.",
            _REMEDY,
        )
        yield failed(CHECK, message, [field_evidence(field)], subject=determination.id)


CHECK = Check(
    id="traffic_liability",
    scope="claim",
    severity="warning",
    title_zh="交通事故责任",
    title_en="Liability for the traffic accident",
    looks_for_zh="上下班途中的交通事故，认定书认定职工承担主要或全部责任，或没有认定责任",
    looks_for_en="Commuting accident: the determination gives the worker main or full liability, or none is given",
    statute=("《工伤保险条例》第十四条第（六）项",),
    judge=judge,
)
