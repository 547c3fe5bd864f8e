"""An ID number that cannot be one.

Looks at: every ID number on the papers and in the portal's data: length, province, birth date and check character; and
the birth date and the sex beside it on the ID card and on the application form.

Why: a wrong number leads to a wrong person in the insurance records.

Fails: when a number that was surely read breaks the standard, or contradicts the birth date or sex beside it. A number
of 15 digits is a warning: such cards ended in 2013.

Unsure: when a number that is not valid was not surely read, for which a photo asks more than a scan, or may be a
misreading of a valid one elsewhere in the claim; where changing one look-alike character would make it valid, the
message says which. No number is ever corrected.

Source: GB 11643-1999, with the check character after ISO 7064 MOD 11-2; 《居民身份证法》 art. 23.

Passing example: 11010519491231002X with 出生 1949年12月31日 and 性别 女.

Failing example: 110105194912310021, whose check character ought to be X.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    field_evidence,
    id_number_evidence,
    off_page,
    passed,
    unsure,
)
from pipeline.casework.wording import Text, day_zh, page_of_document
from pipeline.declare import Check
from pipeline.models.document import Document, Field
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import PageRef
from pipeline.text.confidence import SURE
from pipeline.text.identity_number import (
    Fault,
    birth_date,
    identity_number_faults,
    normalise_identity_number,
    repair_candidates,
    sex,
)
from pipeline.text.masking import mask_id_number
from pipeline.text.names import same_identity_number

_FAULTS: dict[Fault, Text] = {
    "length": Text("位数不对", "has the wrong length"),
    "characters": Text("含有不应出现的字符", "holds characters that cannot be there"),
    "region": Text("省级代码不存在", "has no such province"),
    "birth_date": Text("出生日期不存在", "has no such birth date"),
    "check_digit": Text("校验码不符", "has a wrong check character"),
}
_SURE_ON_PHOTO = 0.98
"""Shadow and slant make digits look alike that the reader takes for certain."""
_SEVERAL = "、"
"""Between the numbers of a household register's members."""
_REMEDY = "请对照身份证原件核对并更正身份证号码。"
_PORTAL = Text("网上申报信息", "the portal's data")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number and where it stands: the document and its field, or None for what the portal knows."""

    text: str
    source: tuple[Document, Field] | None = None


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every number that is not valid or contradicts what stands beside it, or one pass."""
    numbers = _numbers(facts)
    if not numbers:
        return [could_not_run(CHECK, Text("身份证号码", "an ID number"))]
    good = [number.text for number in numbers if not identity_number_faults(number.text)]
    photos = {page.ref for page in facts.pages if page.origin == "photo"}
    wrong = [finding for number in numbers for finding in _wrong(number, good, photos)]
    valid = Message(f"已校验{len(numbers)}处身份证号码，均有效。", f"All {len(numbers)} ID numbers are valid.")
    return wrong or [passed(CHECK, valid)]


def _numbers(facts: Facts) -> list[_Number]:
    told = normalise_identity_number(facts.claim.worker.id_number)
    return [_Number(told)] * bool(told) + [
        _Number(normalise_identity_number(value), (document, field))
        for document in facts.documents
        for name, field in document.fields.items()
        if name.endswith("id_number") and field.value
        for value in field.value.split(_SEVERAL)
    ]


def _wrong(number: _Number, valid_numbers: Sequence[str], photos: Set[PageRef]) -> Iterable[Finding]:
    faults = identity_number_faults(number.text)
    if faults:
        says = Text("、".join(_FAULTS[fault].zh for fault in faults), ", ".join(_FAULTS[fault].en for fault in faults))
        misread = any(same_identity_number(number.text, valid, 1.0, 1.0) == "unsure" for valid in valid_numbers)
        if number.source is not None:
            field = number.source[1]
            misread = misread or field.confidence < (_SURE_ON_PHOTO if field.ref in photos else SURE)
        yield _invalid(number, says, may_be_misread=misread)
        return
    if len(number.text) == 15:
        yield _first_generation(number)
    if number.source is not None:
        yield from _contradictions(*number.source, number.text)


def _invalid(number: _Number, says: Text, *, may_be_misread: bool) -> Finding:
    shown = mask_id_number(number.text)
    if number.source is None:
        told = Message(
            f"{_PORTAL.zh}的身份证号码{shown}{says.zh}。", f"ID number {shown} in {_PORTAL.en} {says.en}.", _REMEDY
        )
        return off_page(CHECK, "fail", told, _PORTAL)
    document, field = number.source
    where = page_of_document(document.type, field.ref)
    if not may_be_misread:
        wrong = Message(
            f"{where.zh}的身份证号码{shown}{says.zh}。", f"ID number {shown} on {where.en} {says.en}.", _REMEDY
        )
        return failed(CHECK, wrong, [id_number_evidence(field)], subject=document.id)
    doubt = Message(
        f"{where.zh}的身份证号码读作{shown}，{says.zh}，可能是识别误差{_proposals(number.text)}，请对照图像核对。",
        f"ID number on {where.en}, read as {shown}, {says.en}; it may be misread. Compare the picture.",
        _REMEDY,
    )
    return unsure(CHECK, doubt, [id_number_evidence(field)], subject=document.id)


def _first_generation(number: _Number) -> Finding:
    shown = mask_id_number(number.text)
    if number.source is None:
        told = Message(
            f"{_PORTAL.zh}的身份证号码{shown}为15位旧号码。", f"{shown} in {_PORTAL.en} is an old number.", _REMEDY
        )
        return off_page(CHECK, "fail", told, _PORTAL, severity="warning")
    document, field = number.source
    where = page_of_document(document.type, field.ref)
    old = Message(
        f"{where.zh}的身份证号码{shown}为15位旧号码，第一代身份证已于2013年1月1日停用。",
        f"{shown} on {where.en} is a number of 15 digits; such cards ended in 2013.",
        "请提供二代身份证并填写18位公民身份号码。",
    )
    evidence = [id_number_evidence(field)]
    say = failed if field.confidence >= SURE else unsure
    return say(CHECK, old, evidence, subject=document.id, severity="warning")


def _contradictions(document: Document, field: Field, number: str) -> Iterable[Finding]:
    """Birth date and sex on the card or the form that are not those of the valid number beside them."""
    born = birth_date(number)
    told: tuple[tuple[str, Text, str | None], ...] = (
        ("birth_date", Text("出生日期", "birth date"), born.isoformat() if born else None),
        ("sex", Text("性别", "sex"), sex(number)),
    )
    for name, trait, by_number in told:
        other = document.fields.get(name)
        if document.type in ("id_card", "work_injury_application") and other and other.value not in ("", by_number):
            yield _contradiction(document, field, other, trait)


def _contradiction(document: Document, field: Field, other: Field, trait: Text) -> Finding:
    where = page_of_document(document.type, other.ref)
    sure = min(field.confidence, other.confidence) >= SURE
    says = Text("与身份证号码不符", "contradicts") if sure else Text("似与身份证号码不符", "seems to contradict")
    message = Message(
        f"{where.zh}的{trait.zh}“{_written(other.value)}”{says.zh}（{mask_id_number(field.value)}）。",
        f"The {trait.en} {other.value} on {where.en} {says.en} the ID number {mask_id_number(field.value)}.",
        f"请对照身份证原件核对并更正{trait.zh}或身份证号码。",
    )
    say = failed if sure else unsure
    return say(CHECK, message, [field_evidence(other), id_number_evidence(field)], subject=document.id)


def _proposals(number: str) -> str:
    """Which single characters, if changed, would make the number valid; at most three are named."""
    changed = [
        f"第{place + 1}位“{old}”或为“{new}”"
        for candidate in repair_candidates(number)[:3]
        for place, (old, new) in enumerate(zip(number, candidate, strict=True))
        if old != new
    ]
    return f"（{'；'.join(changed)}）" if changed else ""


def _written(value: str) -> str:
    """A date as people write it, anything else as it is."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return day_zh(day)


CHECK = Check(
    id="id_number_valid",
    scope="document",
    severity="blocking",
    title_zh="身份证号码有误",
    title_en="ID number is wrong",
    looks_for_zh="身份证号码的校验码、出生日期、地区代码、性别位",
    looks_for_en="Check digit, birth date, region code, sex digit",
    statute=("GB 11643-1999《公民身份号码》", "《居民身份证法》第三条"),
    judge=judge,
)
