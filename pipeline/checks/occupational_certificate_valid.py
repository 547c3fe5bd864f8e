"""The occupational disease certificate is no longer valid.

Looks at: the validity of the 职业病诊断证明书 and its date, against the day of filing or, before it, today.

Why: the bureau asks for a certificate within its validity. The law itself knows no expiry, so that a certificate that
names none is good as long as it is dated.

Fails: when the validity surely ended before the day of filing. It is a warning.

Unsure: when the validity was not surely read, and when neither a validity nor a date was found.

Source: the city's list (a certificate within its validity); 《职业病防治法》 art. 46.

Passing example: valid until 2027-03-18, filed on 8 October 2026.

Failing example: valid until 2026-09-18, filed on 8 October 2026.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.casework.case import case_of
from pipeline.casework.dated import dated_field
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
from pipeline.casework.wording import Text, day_zh, document_place
from pipeline.declare import Check
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.dates import says_long_term
from pipeline.text.deadlines import the_day_after

_CERTIFICATE = "occupational_disease_certificate"
_UNTIL, _ISSUED = Text("有效期至", "valid until"), Text("诊断日期", "diagnosis")


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every certificate whose validity ended or is in doubt, or one pass."""
    certificates = facts.of_type(_CERTIFICATE)
    case = case_of(facts)
    if not certificates:
        if case.kind == "occupational_disease" and not facts.of_type("occupational_disease_appraisal"):
            return [could_not_run(CHECK, Text("职业病诊断证明书", "the occupational disease certificate"))]
        none = Message(
            "没有需要核对有效期的职业病诊断证明书。", "There is no occupational disease certificate to date."
        )
        return [not_applicable(CHECK, none)]
    filed = facts.claim.submitted_on or facts.as_of
    wrong = [finding for certificate in certificates for finding in _wanting(certificate, filed)]
    good = Message("职业病诊断证明书未过有效期。", "The occupational disease certificate has not expired.")
    return wrong or [passed(CHECK, good)]


def turns(facts: Facts) -> Iterable[date]:
    """The day after the last one of a certificate, while the claim is not filed."""
    if facts.claim.submitted_on:
        return ()
    ends = [dated_field(certificate, "valid_until", _UNTIL) for certificate in facts.of_type(_CERTIFICATE)]
    return [the_day_after(end.day) for end in ends if end]


def _wanting(certificate: Document, filed: date) -> Iterable[Finding]:
    field = certificate.fields.get("valid_until")
    until = dated_field(certificate, "valid_until", _UNTIL)
    if until is not None and until.day < filed:
        says = Text("已过期", "is over") if until.sure else Text("可能已过期（日期未读准）", "may be over")
        message = Message(
            f"{until.told.zh}，至申报日{day_zh(filed)}{says.zh}。",
            f"{until.told.en}: on {filed} the validity {says.en}.",
            "请提供有效期内的职业病诊断书。",
        )
        yield (failed if until.sure else unsure)(CHECK, message, until.evidence, subject=certificate.id)
    elif until is None and not _is_good_without(certificate):
        where = document_place(certificate)
        message = Message(
            f"{where.zh}的有效期和诊断日期均未读出，请对照图像核对。",
            f"Neither validity nor date on {where.en} could be read. Compare the picture.",
            "请提供有效期内的职业病诊断书。",
        )
        evidence = [field_evidence(field)] if field else [page_evidence(certificate.pages[0])]
        yield unsure(CHECK, message, evidence, subject=certificate.id)
    elif until is not None and not until.sure:
        message = Message(f"{until.told.zh}，日期未读准，请对照图像核对。", f"{until.told.en} was not surely read.")
        yield unsure(CHECK, message, until.evidence, subject=certificate.id)


def _is_good_without(certificate: Document) -> bool:
    """A certificate that names no end is good when it says so or is dated."""
    return (
        says_long_term(certificate.value("valid_until")) or dated_field(certificate, "issued_on", _ISSUED) is not None
    )


CHECK = Check(
    id="occupational_certificate_valid",
    scope="document",
    severity="warning",
    title_zh="职业病诊断书已过有效期",
    title_en="Occupational disease certificate expired",
    looks_for_zh="职业病诊断证明书在申报之日不在有效期内",
    looks_for_en="Occupational disease certificate not within its validity",
    statute=("《职业病防治法》第四十六条",),
    judge=judge,
    turns=turns,
)
