"""Dates contradict each other.

Looks at: the days of the accident, the treatment, the diagnosis, the reports about it, the form, the filing, the
contract, the worker's birth, employment and death, on all papers and in the portal's data.

Why: a diagnosis before the accident, or a contract that does not cover the day of the accident, puts the claim itself
in question; a day in the future is a slip of the pen.

Fails: when two surely read days stand in an order that cannot be, or when a surely read day lies in the future.

Unsure: when one of the days was not surely read, when two places name different days for the accident, and when a
hospital's record is older than the accident, since it may be of an earlier visit.

Source: 《工伤保险条例》 art. 18 (the form tells the time of the accident and the papers prove the relation and the
diagnosis); 《工伤认定办法》 annex, note 4 (诊断时间 is the first diagnosis).

Passing example: accident on 18 September 2026, diagnosis on the 18th, form of the 25th, contract 2024-2027.

Failing example: accident on 18 September 2026, 诊断时间 8 September 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from pipeline.casework.case import case_of
from pipeline.casework.dated import Dated, accidents, dated_field, filings, written
from pipeline.casework.findings import Message, could_not_run, failed, off_page, passed, unsure
from pipeline.casework.wording import Text, day_zh
from pipeline.casework.worker import worker_cards
from pipeline.declare import Check
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_FORM, _DIAGNOSIS, _CONTRACT = "work_injury_application", "diagnosis_certificate", "labor_contract"
_TOLD = (
    ("accident_investigation_report", "issued_on"),
    ("witness_statement", "signed_on"),
    ("accident_filing_form", "filled_on"),
    ("traffic_accident_determination", "issued_on"),
    ("police_receipt", "reported_on"),
)
"""Papers that tell of the accident, and when they were written."""
_RECORDS = ("outpatient_record", "admission_record", "inpatient_front_page", "progress_note", "emergency_120_record")
_REMEDY = "请核对并更正有误的日期；材料上的日期由出具单位更正。"


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every order that is broken and every day in the future, or one pass."""
    happened = accidents(facts)
    days = _days(facts)
    wrong = [
        *(_out_of_order(before, after) for before, after in _contradictions(facts, days)),
        *_different_accidents(happened),
        *_earlier_visits(facts, happened),
        *_uncovered(facts, happened),
        *(_future(facts, day) for found in days.values() for day in found if day.day > facts.as_of),
    ]
    if not happened:
        return [could_not_run(CHECK, Text("事故日期", "the day of the accident")), *wrong]
    ordered = Message("各材料的日期先后合理。", "The dates stand in order.")
    return wrong or [passed(CHECK, ordered)]


def turns(facts: Facts) -> Iterable[date]:
    """The days that lie in the future until they come."""
    return [day.day for found in _days(facts).values() for day in found]


def _days(facts: Facts) -> dict[str, tuple[Dated, ...]]:
    def on(type_id: str, field: str, zh: str, en: str) -> tuple[Dated, ...]:
        return written(facts, (type_id,), field, Text(zh, en))

    return {
        "accident": accidents(facts),
        "filed": filings(facts),
        "filled": on(_FORM, "filled_on", "填表日期", "form filled in"),
        "diagnosed": on(_FORM, "diagnosed_on", "诊断时间", "diagnosis by the form"),
        "employed": on(_FORM, "employed_since", "参加工作时间", "employed since"),
        "born": (*on(_FORM, "birth_date", "出生日期", "birth"), *_births_on_cards(facts)),
        "visited": on(_DIAGNOSIS, "visited_on", "就诊日期", "visit to hospital"),
        "issued": on(_DIAGNOSIS, "issued_on", "开具日期", "certificate issued"),
        "signed": on(_CONTRACT, "signed_on", "合同签订日期", "contract signed"),
        "died": written(facts, ("death_certificate", "rescue_record"), "died_on", Text("死亡日期", "death")),
        "told": tuple(day for type_id, name in _TOLD for day in on(type_id, name, "出具日期", "paper written")),
    }


_ORDER = (
    ("accident", "diagnosed"),
    ("accident", "visited"),
    ("accident", "issued"),
    ("accident", "filled"),
    ("accident", "filed"),
    ("accident", "died"),
    ("accident", "told"),
    ("visited", "issued"),
    ("diagnosed", "filled"),
    ("filled", "filed"),
    ("employed", "accident"),
    ("born", "employed"),
)
"""Days of which the first cannot lie after the second."""


def _contradictions(facts: Facts, days: dict[str, tuple[Dated, ...]]) -> Iterable[tuple[Dated, Dated]]:
    """The pairs of days out of order: of each order the surest, and the start and end of a contract."""
    for first, second in _ORDER:
        wrong = [(before, after) for before, after in product(days[first], days[second]) if before.day > after.day]
        yield from sorted(wrong, key=lambda pair: not (pair[0].sure and pair[1].sure))[:1]
    for contract in facts.of_type(_CONTRACT):
        start, end = _term(contract)
        if start and end and start.day > end.day:
            yield start, end


def _births_on_cards(facts: Facts) -> tuple[Dated, ...]:
    """The birth date on the worker's own ID cards."""
    found = [dated_field(card, "birth_date", Text("出生日期", "birth")) for card in worker_cards(facts)]
    return tuple(day for day in found if day is not None)


def _term(contract: Document) -> tuple[Dated | None, Dated | None]:
    """The first and the last day of a contract; they alone may lie in the future."""
    start = dated_field(contract, "starts_on", Text("合同起始日期", "contract starts"))
    return start, dated_field(contract, "ends_on", Text("合同终止日期", "contract ends"))


def _uncovered(facts: Facts, happened: Sequence[Dated]) -> Iterable[Finding]:
    """The accident outside the term of every contract, said of the contract that comes nearest."""
    if not happened:
        return []
    misses: list[tuple[int, Dated]] = []
    for contract in facts.of_type(_CONTRACT):
        start, end = _term(contract)
        if start and happened[0].day < start.day:
            misses.append(((start.day - happened[0].day).days, start))
        elif end and happened[0].day > end.day:
            misses.append(((happened[0].day - end.day).days, end))
        else:
            return []
    if not misses:
        return []
    _, limit = min(misses, key=lambda miss: miss[0])
    says = Text("劳动合同期限不包含事故日期", "the contract does not cover the accident")
    remedy = "请提供事故发生时有效的劳动合同，或存在劳动关系证明。"
    return [_said((limit, happened[0]), says, remedy)]


def _different_accidents(happened: Sequence[Dated]) -> Iterable[Finding]:
    """The day of the accident as the first place names it, and the first place that names another day."""
    others = [day for day in happened if day.day != happened[0].day]
    if not others:
        return []
    pair = (happened[0], others[0])
    message = Message(
        f"事故日期不一致：{pair[0].told.zh}，{pair[1].told.zh}，请核对。",
        f"The day of the accident differs: {pair[0].told.en}, {pair[1].told.en}.",
        _REMEDY,
    )
    return [unsure(CHECK, message, [spot for day in pair for spot in day.evidence])]


def _earlier_visits(facts: Facts, happened: Sequence[Dated]) -> Iterable[Finding]:
    """The earliest record of a hospital that is older than the accident.

    An occupational disease is treated before anyone says what it is: the day given for it is that of the diagnosis.
    """
    if case_of(facts).kind == "occupational_disease":
        return []
    visits = written(facts, _RECORDS, "visited_on", Text("就诊日期", "visit to hospital"))
    early = [visit for visit in visits if happened and visit.day < happened[0].day]
    if not early:
        return []
    pair = (happened[0], min(early, key=lambda visit: visit.day))
    message = Message(
        f"事故日期晚于就诊日期：{pair[0].told.zh}，{pair[1].told.zh}；可能是此前的就诊，请核对。",
        f"A visit to hospital comes before the accident: {pair[0].told.en}, {pair[1].told.en}. See what it was for.",
        _REMEDY,
    )
    return [unsure(CHECK, message, [spot for day in pair for spot in day.evidence])]


def _out_of_order(before: Dated, after: Dated) -> Finding:
    says = Text(f"{before.what.zh}晚于{after.what.zh}", f"{before.what.en} comes after {after.what.en}")
    return _said((before, after), says, _REMEDY)


def _future(facts: Facts, day: Dated) -> Finding:
    says = Text(f"{day.what.zh}在今天（{day_zh(facts.as_of)}）之后", f"{day.what.en} lies after today, {facts.as_of}")
    return _said((day,), says, _REMEDY)


def _said(days: Sequence[Dated], says: Text, remedy: str) -> Finding:
    certain = all(day.sure for day in days)
    doubt = (
        Text("", "") if certain else Text("（日期未读准，请对照图像核对）", " (not surely read, compare the picture)")
    )
    message = Message(
        f"{says.zh}：{'，'.join(day.told.zh for day in days)}{doubt.zh}。",
        f"{says.en}: {', '.join(day.told.en for day in days)}{doubt.en}.",
        remedy,
    )
    evidence = [spot for day in days for spot in day.evidence]
    if not evidence:
        return off_page(CHECK, "fail" if certain else "unsure", message, days[0].place)
    return (failed if certain else unsure)(CHECK, message, evidence)


CHECK = Check(
    id="dates_in_order",
    scope="claim",
    severity="blocking",
    title_zh="日期先后矛盾",
    title_en="Dates out of order",
    looks_for_zh="事故晚于诊断或申报，合同期限不含事故日，日期在未来",
    looks_for_en="Accident after diagnosis or filing, contract not covering the accident day, a date in the future",
    statute=("《工伤保险条例》第十八条",),
    judge=judge,
    turns=turns,
)
