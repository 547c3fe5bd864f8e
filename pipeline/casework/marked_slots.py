"""What does a check say that asks whether signatures, fingerprints or seals are where they belong?

The three checks differ in the kind of mark and in their words only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.casework.case import case_of
from pipeline.casework.findings import (
    Message,
    failed,
    mark_evidence,
    not_applicable,
    not_found,
    passed,
    unsure,
)
from pipeline.casework.region import region_of
from pipeline.casework.wording import Text, document_name, document_place, page_place, slot_name
from pipeline.declare import Check, document_types
from pipeline.models.document import Document, Mark, MarkKind
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding, Severity
from pipeline.models.page import PageRef

_ISSUERS = ("authority_", "doctor_", "hospital_", "institution_", "issuer_", "officer_")
"""Whose marks the applicant can only ask for, by the beginning of the slot's name."""


@dataclass(frozen=True, slots=True)
class MarkWords:
    """How a kind of mark is called, and what to do when it is missing."""

    kind: MarkKind
    name: Text
    act_zh: str


def judge_marks(check: Check, facts: Facts, words: MarkWords) -> Iterable[Finding]:
    """One finding for every slot that is empty or in doubt, or one pass for the claim."""
    papers = [paper for paper in facts.documents if _slots(paper, words.kind)]
    if not papers:
        none = Message(f"材料中没有需要{words.name.zh}的文书。", f"No document here needs a {words.name.en}.")
        return [not_applicable(check, none)]
    marks = [
        (paper, mark)
        for paper in papers
        for mark in paper.marks
        if mark.kind == words.kind and not _seen_on_original(facts, paper, mark)
    ]
    wanting = [_wanting(check, facts, paper, mark, words) for paper, mark in marks if mark.state != "present"]
    unseen = [finding for paper in papers for finding in _unseen(check, facts, paper, words)]
    good = Message(
        f"已查看{len(marks)}处{words.name.zh}，均已具备。", f"All {len(marks)} places for a {words.name.en} are filled."
    )
    return [*wanting, *unseen] or [passed(check, good)]


def _wanting(check: Check, facts: Facts, paper: Document, mark: Mark, words: MarkWords) -> Finding:
    """The finding for a slot that is empty or in doubt."""
    name, slot = document_name(paper.type), slot_name(paper.type, mark.slot)
    severity = _severity(check, facts, paper, mark.slot)
    evidence = mark_evidence(mark)
    absent = mark.state == "absent" and bool(evidence)
    says = Text(f"没有{words.name.zh}", f"no {words.name.en}")
    if not absent:
        says = Text(f"是否有{words.name.zh}无法确认", f"a {words.name.en} is not certain")
    where = _where(paper, mark)
    message = Message(
        f"《{name.zh}》“{slot.zh}”处{says.zh}（{where.zh}）{_reason(mark)}。",
        f"{name.en}, {slot.en}: {says.en} ({where.en}).",
        f"请{_by(mark.slot)}在《{name.zh}》“{slot.zh}”处{words.act_zh}后重新上传。",
    )
    basis = _basis(facts, paper, [mark.slot])
    if not evidence:
        searched = document_place(paper)
        return not_found(check, "unsure", message, searched, subject=paper.id, severity=severity, basis=basis)
    say = failed if absent else unsure
    return say(check, message, evidence, subject=paper.id, severity=severity, basis=basis)


def _seen_on_original(facts: Facts, paper: Document, mark: Mark) -> bool:
    """Whether what is doubtful on a copy is plain on another upload of the same licence; the list asks for both."""
    code = paper.fields.get("credit_code")
    return (
        mark.state == "unsure"
        and code is not None
        and any(
            "credit_code" in other.fields
            and other.fields["credit_code"].value == code.value != ""
            and any(seen.slot == mark.slot and seen.state == "present" for seen in other.marks)
            for other in facts.of_type(paper.type)
            if other.id != paper.id
        )
    )


def _by(slot: str) -> str:
    """Who has to fill the place, where the applicant cannot."""
    return "由出具单位" if slot.startswith(_ISSUERS) else ""


def _unseen(check: Check, facts: Facts, paper: Document, words: MarkWords) -> Iterable[Finding]:
    """One finding for all slots of a document that were not come upon at all."""
    seen = {mark.slot for mark in paper.marks}
    slots = [slot for slot in _slots(paper, words.kind) if slot not in seen]
    if not slots:
        return []
    name, named = document_name(paper.type), [slot_name(paper.type, slot) for slot in slots]
    severities = {_severity(check, facts, paper, slot) for slot in slots}
    message = Message(
        f"《{name.zh}》中没有找到应有{words.name.zh}的位置：{'、'.join(slot.zh for slot in named)}。",
        f"{name.en}: the places for a {words.name.en} were not found: {', '.join(slot.en for slot in named)}.",
        f"请确认该页已上传，并已{words.act_zh}。",
    )
    severity: Severity = check.severity if check.severity in severities else "warning"
    told, basis = document_place(paper), _basis(facts, paper, slots)
    return [not_found(check, "unsure", message, told, subject=paper.id, severity=severity, basis=basis)]


def _slots(paper: Document, kind: MarkKind) -> tuple[str, ...]:
    """The slots of that kind that every document of the type has, and those that were judged on this one."""
    declared = [
        slot.name
        for of in document_types()
        if of.id == paper.type
        for slot in of.slots
        if slot.kind == kind and slot.always
    ]
    return tuple(dict.fromkeys([*declared, *(mark.slot for mark in paper.marks if mark.kind == kind)]))


def _severity(check: Check, facts: Facts, paper: Document, slot: str) -> Severity:
    """What the region's list says; the employer need not sign what the worker's side hands in (条例 art. 19)."""
    rule = region_of(facts.region).mark(paper.type, slot)
    return rule.weighs(employer_applies=case_of(facts).employer_applies) if rule else check.severity


def _basis(facts: Facts, paper: Document, slots: Iterable[str]) -> tuple[str, ...]:
    """Which lists ask for these marks."""
    rules = [region_of(facts.region).mark(paper.type, slot) for slot in slots]
    return tuple(dict.fromkeys(source for rule in rules if rule for source in rule.sources))


def _where(paper: Document, mark: Mark) -> Text:
    if mark.file is None or mark.page is None:
        return document_place(paper)
    return page_place(PageRef(file=mark.file, page=mark.page))


def _reason(mark: Mark) -> str:
    return f"：{mark.reason_zh}" if mark.reason_zh else ""
