"""The claim is late, or nearly so.

Looks at: the day of the accident (of the diagnosis for an occupational disease), the day of filing or, before it,
today, who applies, and an extension that was granted.

Why: an employer that files late bears the costs that arise meanwhile; after a year the worker's side may lose its claim
unless time is not counted.

Fails: when the period was surely over on the day of filing; the message says by how many days. It is a warning and
never holds a claim up.

Unsure: when the day of the accident was not surely read; when an award or a judgment is among the papers of a claim
that comes after a year, since that time is not counted; and, as long as the claim is not filed, in the last three
days of the period, since some offices count the day of the accident as the first.

Source: 《工伤保险条例》 art. 17 (employer 30 days, others one year); 民法典 art. 201-203 (counting; holidays);
最高人民法院关于审理工伤保险行政案件若干问题的规定 art. 7 (time that is not counted).

Passing example: accident on 18 September 2026, filed by the employer on 8 October 2026.

Failing example: accident on 18 June 2026, filed by the employer on 8 October 2026.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pipeline.casework.case import case_of
from pipeline.casework.dated import Dated, accidents, disease_found
from pipeline.casework.findings import Message, could_not_run, failed, off_page, passed, unsure
from pipeline.casework.wording import Text, day_zh
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.deadlines import Deadline, deadline_in_days, deadline_in_years, the_day_after

_EMPLOYER_DAYS = 30
_OTHERS_YEARS = 1
_AMBER_DAYS = 3


def judge(facts: Facts) -> Iterable[Finding]:
    """Late, nearly late, in time, or not to be told."""
    event = _event(facts)
    if event is None:
        return [could_not_run(CHECK, Text("事故日期（或职业病诊断日期）", "the day of the accident or the diagnosis"))]
    deadline = _deadline(facts, event.day)
    filed = facts.claim.submitted_on
    left = deadline.days_left(filed or facts.as_of)
    period = _period(facts, event, deadline)
    if left < 0:
        return [_late(facts, event, period, -left)]
    if not event.sure:
        return [
            _said(
                event,
                Message(f"{period.zh}；事故日期未读准，请核对。", f"{period.en}; the day was not surely read."),
                certain=False,
            )
        ]
    if filed is None and left <= _AMBER_DAYS:
        near = Message(f"{period.zh}，仅剩{left}天。", f"{period.en}; {left} days are left.", "请尽快提交申请。")
        return [_said(event, near, certain=False)]
    in_time = f"已于{day_zh(filed)}申报" if filed else f"还剩{left}天"
    said_en = f"filed on {filed}" if filed else f"{left} days are left"
    return [passed(CHECK, Message(f"{period.zh}，{in_time}。", f"{period.en}; {said_en}."), evidence=event.evidence)]


def turns(facts: Facts) -> Iterable[date]:
    """The day on which the last days begin, and the day after the last one, while the claim is not filed."""
    event = _event(facts)
    if event is None or facts.claim.submitted_on:
        return ()
    last_day = _deadline(facts, event.day).last_day
    return (last_day - timedelta(days=min(_AMBER_DAYS, last_day.toordinal() - 1)), the_day_after(last_day))


def _event(facts: Facts) -> Dated | None:
    """The day from which the period runs, the portal's word first."""
    if case_of(facts).kind == "occupational_disease":
        return next(iter(disease_found(facts)), None)
    return next(iter(accidents(facts)), None)


def _deadline(facts: Facts, event: date) -> Deadline:
    if not case_of(facts).employer_applies:
        return deadline_in_years(event, _OTHERS_YEARS)
    own = deadline_in_days(event, _EMPLOYER_DAYS)
    granted = facts.claim.extension_granted_until
    if granted is None or granted <= own.last_day:
        return own
    return Deadline(last_day=granted, holidays_known=True)


def _period(facts: Facts, event: Dated, deadline: Deadline) -> Text:
    who, length = ("用人单位", "30日") if case_of(facts).employer_applies else ("职工、近亲属或工会", "1年")
    counted = f"，因{day_zh(deadline.moved_from)}为周末或节假日而顺延" if deadline.moved_from else ""
    note = "" if deadline.holidays_known else "（该年度节假日安排未知，仅按周末顺延）"
    return Text(
        f"{event.told.zh}，{who}申请时限{length}（自次日起算{counted}），最后一天为{day_zh(deadline.last_day)}{note}",
        f"{event.told.en}; the last day to apply is {deadline.last_day}",
    )


def _late(facts: Facts, event: Dated, period: Text, days: int) -> Finding:
    filed = facts.claim.submitted_on
    reference = filed or facts.as_of
    count = (reference - event.day).days
    when = (
        Text(f"申报日{day_zh(filed)}", f"filed on {filed}")
        if filed
        else Text(f"截至{day_zh(facts.as_of)}", f"on {facts.as_of}")
    )
    beyond_a_year = deadline_in_years(event.day, _OTHERS_YEARS).days_left(reference) < 0
    effect = (
        "已超过1年，请核对是否有依法不计入申请时限的期间（不可抗力、仲裁诉讼等）"
        if beyond_a_year
        else "超期期间发生的工伤待遇等费用由用人单位负担，不影响受理"
    )
    message = Message(
        f"{period.zh}，{when.zh}为第{count}天，已超过{days}天；{effect}。",
        f"{period.en}; {when.en}, day {count}, it was over by {days} days.",
        "请说明逾期原因；已获准延长的，请提供延长申请时限的证明。",
    )
    # Time before an arbitration or a court is not counted (最高法工伤行政案件规定 art. 7).
    suspended = beyond_a_year and bool(facts.of_type("arbitration_or_judgment"))
    return _said(event, message, certain=event.sure and not suspended)


def _said(event: Dated, message: Message, *, certain: bool) -> Finding:
    if not event.evidence:
        return off_page(CHECK, "fail" if certain else "unsure", message, event.place)
    return (failed if certain else unsure)(CHECK, message, event.evidence)


CHECK = Check(
    id="filing_deadline",
    scope="claim",
    severity="warning",
    title_zh="超过申请时限",
    title_en="Filed late",
    looks_for_zh="用人单位自事故或职业病诊断之日起30日（获准延长的除外），职工、近亲属或工会1年；超期只作提示并写明天数",
    looks_for_en="Employer: 30 days from the accident or the diagnosis of the disease (extension if granted); worker, "
    "relative or union: 1 year; late is a warning that says by how much",
    statute=("《工伤保险条例》第十七条", "《民法典》第二百零一条至第二百零三条"),
    judge=judge,
    turns=turns,
)
