"""How does a check say what it found?

A ``fail`` or ``unsure`` is made with evidence, or with the places that were searched in vain, or with the name of a
source that has no page: there is no other way. No finding shows a full ID number, whatever was read. A finding that
names no ``basis`` rests on that of its check (:mod:`pipeline.casework.judging`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.document import Field, Mark
from pipeline.models.finding import Evidence, Finding, Outcome, Severity
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement, PageRef
from pipeline.text.identity_number import normalise_identity_number
from pipeline.text.masking import mask_id_number, mask_id_numbers

CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Message:
    """What the caseworker reads, and one sentence on what the applicant has to do."""

    zh: str
    en: str
    remedy_zh: str = ""


def passed(
    check: Check, message: Message, *, severity: Severity | None = None, evidence: Sequence[Evidence] = ()
) -> Finding:
    """The rule holds for the whole claim."""
    return _finding(check, "pass", message, severity=severity, evidence=evidence)


def failed(
    check: Check,
    message: Message,
    evidence: Sequence[Evidence],
    *,
    subject: str = CLAIM,
    severity: Severity | None = None,
    basis: Sequence[str] = (),
) -> Finding:
    """The rule is broken, and this shows it.

    Raises:
        ValueError: there is no evidence.
    """
    return _shown(check, "fail", message, evidence, subject, severity, basis)


def unsure(
    check: Check,
    message: Message,
    evidence: Sequence[Evidence],
    *,
    subject: str = CLAIM,
    severity: Severity | None = None,
    basis: Sequence[str] = (),
) -> Finding:
    """A person has to look at this.

    Raises:
        ValueError: there is no evidence.
    """
    return _shown(check, "unsure", message, evidence, subject, severity, basis)


def not_found(
    check: Check,
    outcome: Literal["fail", "unsure"],
    message: Message,
    searched: Text,
    *,
    subject: str = CLAIM,
    severity: Severity | None = None,
    basis: Sequence[str] = (),
) -> Finding:
    """Something that ought to be there is not, so that no page can show it: the message says where it was sought."""
    zh, en = message.zh.rstrip("。"), message.en.rstrip(".")
    told = Message(f"{zh}（已查看：{searched.zh}）。", f"{en} (searched: {searched.en}).", message.remedy_zh)
    return _finding(check, outcome, told, subject=subject, severity=severity, basis=basis)


def off_page(
    check: Check,
    outcome: Literal["fail", "unsure"],
    message: Message,
    source: Text,
    *,
    severity: Severity | None = None,
) -> Finding:
    """A fault in something that has no page, such as a file that could not be opened or the portal's data.

    Raises:
        ValueError: the message does not name that source.
    """
    if source.zh not in message.zh:
        raise ValueError(f"{check.id}: the message does not name {source.en}")
    return _finding(check, outcome, message, severity=severity)


def not_applicable(check: Check, message: Message) -> Finding:
    """The rule does not concern this claim."""
    return _finding(check, "not_applicable", message)


def could_not_run(check: Check, missing: Text) -> Finding:
    """The rule lacks a fact, which is named."""
    return _finding(
        check, "could_not_run", Message(f"无法检查：缺少{missing.zh}。", f"Could not run: {missing.en} is missing.")
    )


def field_evidence(field: Field) -> Evidence:
    """A field's place and text."""
    return _evidence(field.file, field.page, field.box, field.text or field.value)


def id_number_evidence(field: Field) -> Evidence:
    """An ID number's place, with its text covered however badly it was read."""
    return _evidence(field.file, field.page, field.box, mask_id_number(normalise_identity_number(field.text)))


def mark_evidence(mark: Mark) -> tuple[Evidence, ...]:
    """A mark's place, or nothing when it has none."""
    if mark.file is None or mark.page is None:
        return ()
    return (Evidence(file=mark.file, page=mark.page, box=mark.box),)


def page_evidence(ref: PageRef, judgement: Judgement | None = None) -> Evidence:
    """A page, and the spot on it that a judgement names."""
    return Evidence(file=ref.file, page=ref.page, box=judgement.box if judgement else None)


def _shown(
    check: Check,
    outcome: Outcome,
    message: Message,
    evidence: Sequence[Evidence],
    subject: str,
    severity: Severity | None,
    basis: Sequence[str],
) -> Finding:
    if not evidence:
        raise ValueError(f"{check.id}: {outcome} without evidence")
    return _finding(check, outcome, message, subject=subject, severity=severity, basis=basis, evidence=evidence)


def _finding(
    check: Check,
    outcome: Outcome,
    message: Message,
    *,
    subject: str = CLAIM,
    severity: Severity | None = None,
    basis: Sequence[str] = (),
    evidence: Sequence[Evidence] = (),
) -> Finding:
    return Finding(
        check=check.id,
        outcome=outcome,
        severity=severity or check.severity,
        subject=subject,
        message_zh=mask_id_numbers(message.zh),
        message_en=mask_id_numbers(message.en),
        remedy_zh=mask_id_numbers(message.remedy_zh),
        basis=tuple(basis),
        evidence=tuple(evidence),
    )


def _evidence(file: str, page: int, box: Box, text: str) -> Evidence:
    return Evidence(file=file, page=page, box=box, text=mask_id_numbers(text))
