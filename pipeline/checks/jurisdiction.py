"""The claim was handed in for another district than the employer's.

Looks at: the district that the portal names for the claim, against the district where the employer is insured or, where
the portal does not say that, the addresses on the licence and the form and the place in the credit code.

Why: the case lies with the district that really handles it; another district's system does not know the worker.

Fails: when the portal names two different districts for claim and employer, or the licence was surely read and gives an
address in another district. It is a warning.

Unsure: when only the form or the credit code point elsewhere, when the claim names the whole city, and when one of the
two is a development zone, since zones lie within districts.

Source: the portal's instructions: 所属地区应该是本单位实际受理工伤的辖区; 《工伤保险条例》 art. 17.

Passing example: claim for 朝阳区, licence 长春市朝阳区硅谷大街2号.

Failing example: claim for 南关区, licence 长春市朝阳区硅谷大街2号.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.casework.agreement import PORTAL
from pipeline.casework.employer import readings_of_employer
from pipeline.casework.findings import Message, could_not_run, failed, field_evidence, off_page, passed, unsure
from pipeline.casework.region import District, region_of
from pipeline.casework.wording import Text, page_of_document
from pipeline.declare import Check
from pipeline.models.document import Field
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.confidence import SURE

_ADDRESSES = (("business_license", "address"), ("work_injury_application", "employer_address"))
_REMEDY = "请将所属地区改为本单位实际受理工伤的辖区后重新提交。"


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where the employer is, by one source; ``decides`` tells that it can prove the claim's district wrong."""

    districts: frozenset[District]
    place: Text
    decides: bool
    field: Field | None = None


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding when the employer is elsewhere or may be, or one pass."""
    told, region = facts.claim.district, region_of(facts.region)
    if not told:
        return [could_not_run(CHECK, Text("所属地区（网上申报信息）", "the district of the claim"))]
    insured = facts.claim.employer.district
    if insured and insured == told:
        return [_agreed(told)]
    claimed = region.districts_in(told)
    seats = [seat for seat in _seats(facts) if seat.districts]
    if not seats:
        return [could_not_run(CHECK, Text("单位参保地或注册地", "where the employer is insured or registered"))]
    answers = [(_same(claimed, seat), seat) for seat in seats]
    if answers[0][0] == "same":
        return [_agreed(told)]
    wrong = next((seat for answer, seat in answers if answer == "different"), None)
    return [_elsewhere(told, wrong or seats[0], certain=wrong is not None)]


def _same(claimed: frozenset[District], seat: _Seat) -> Literal["same", "different", "unsure"]:
    if claimed & seat.districts:
        return "same"
    zones = any(district.zone for district in claimed | seat.districts)
    return "different" if claimed and seat.decides and not zones else "unsure"


def _seats(facts: Facts) -> Iterable[_Seat]:
    """Where the employer is, the weightiest source first."""
    region = region_of(facts.region)
    if facts.claim.employer.district:
        yield _Seat(region.districts_in(facts.claim.employer.district), PORTAL, decides=True)
    for type_id, name in _ADDRESSES:
        for paper in facts.of_type(type_id):
            field = paper.fields.get(name)
            if field is not None:
                decides = type_id == "business_license" and field.confidence >= SURE
                place = page_of_document(type_id, field.ref)
                yield _Seat(region.districts_in(field.value), place, decides, field)
    for reading in readings_of_employer(facts):
        district = region.district_of_code(reading.value[2:8]) if reading.trait == "credit_code" else None
        if district is not None:
            yield _Seat(frozenset({district}), reading.place, decides=False, field=reading.field)


def _agreed(told: str) -> Finding:
    return passed(CHECK, Message(f"所属地区{told}与单位所在地一致。", f"The employer is in {told}."))


def _elsewhere(told: str, seat: _Seat, *, certain: bool) -> Finding:
    names = "、".join(sorted(district.name for district in seat.districts))
    says = Text("不一致", "differs") if certain else Text("可能不一致，请核对", "may differ")
    message = Message(
        f"{PORTAL.zh}的所属地区为{told}，{seat.place.zh}的单位所在地为{names}，{says.zh}。",
        f"The claim's district {told} {says.en} from the employer's, {names} ({seat.place.en}).",
        _REMEDY,
    )
    if seat.field is None:
        return off_page(CHECK, "fail" if certain else "unsure", message, PORTAL)
    return (failed if certain else unsure)(CHECK, message, [field_evidence(seat.field)])


CHECK = Check(
    id="jurisdiction",
    scope="claim",
    severity="warning",
    title_zh="受理辖区不符",
    title_en="Wrong district",
    looks_for_zh="申请的所属地区不是单位参保地或注册地",
    looks_for_en="The district of the claim is not where the employer is insured or registered",
    statute=("《工伤保险条例》第十七条",),
    judge=judge,
)
