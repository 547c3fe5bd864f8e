"""The worker's ID card is incomplete or out of date.

Looks at: both sides of every ID card, and the end of validity of the worker's.

Why: the emblem side carries the validity, without it the card proves little; an expired card has to be renewed.

Fails: when a side of the worker's card is certainly not there, or when the card expired before the day of filing. A
side missing from somebody else's card is a warning.

Unsure: when the missing side may be a page that could not be sorted or a side that stands alone, and when the validity
was not found or not surely read.

Source: the city's list (the worker's ID card); 《居民身份证法》 art. 5 and 11.

Passing example: both sides on one sheet, valid 2015.03.08-2035.03.08, filed in 2026.

Failing example: the emblem side says 2006.03.08-2026.03.08, filed on 2026-10-08.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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
from pipeline.casework.unrecognised import hiding_places, pages_that_may_belong
from pipeline.casework.wording import Text, day_zh, document_place
from pipeline.casework.worker import belongs_to_worker, worker_cards
from pipeline.declare import Check
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.dates import says_long_term
from pipeline.text.deadlines import the_day_after

_SIDES = {"front": Text("人像面", "portrait side"), "back": Text("国徽面", "emblem side")}
_UNTIL = Text("有效期至", "valid until")


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every side or validity that is wanting, or one pass."""
    own = worker_cards(facts)
    if not own and facts.of_type("household_register"):
        proven = Message("职工身份以居民户口簿证明。", "A household register proves the worker's identity.")
        return [not_applicable(CHECK, proven)]
    wanting = [finding for card in facts.of_type("id_card") for finding in _wanting(facts, card, own=card in own)]
    if not own:
        return [could_not_run(CHECK, Text("工伤职工的居民身份证", "the worker's ID card")), *wanting]
    good = Message("职工身份证正反面齐全，且在有效期内。", "The worker's ID card is complete and valid.")
    return wanting or [passed(CHECK, good)]


def turns(facts: Facts) -> Iterable[date]:
    """The day after the last one of a card, while the claim is not filed."""
    if facts.claim.submitted_on:
        return ()
    ends = [dated_field(card, "valid_until", _UNTIL) for card in facts.of_type("id_card")]
    return [the_day_after(end.day) for end in ends if end]


def _wanting(facts: Facts, card: Document, *, own: bool) -> Iterable[Finding]:
    shown = {part.name for part in card.parts}
    for name, side in _SIDES.items():
        if name not in shown:
            yield _side_missing(facts, card, side)
    if own and "back" in shown:
        yield from _validity(card, facts.claim.submitted_on or facts.as_of)


def _side_missing(facts: Facts, card: Document, side: Text) -> Finding:
    others = belongs_to_worker(facts, card) == "different"
    whose_zh, whose_en = (f"{card.value('name')}的", f"{card.value('name')}'s ") if card.value("name") else ("", "")
    where, candidates = document_place(card), pages_that_may_belong(facts, card)
    says = Text(f"{where.zh}：{whose_zh}身份证没有{side.zh}", f"{where.en}: {whose_en}ID card lacks its {side.en}")
    remedy = f"请补交《居民身份证》的{side.zh}（材料要完整，不允许缺页缺项）。"
    evidence = [page_evidence(ref) for ref in card.pages]
    if candidates:
        places = hiding_places(candidates, ())
        doubt = Message(f"{says.zh}，可能是{places.zh}，请人工核对。", f"{says.en}, unless it is {places.en}.", remedy)
        evidence += [page_evidence(page.ref) for page in candidates]
        return unsure(CHECK, doubt, evidence, subject=card.id, severity="warning" if others else None)
    missing = Message(f"{says.zh}。", f"{says.en}.", remedy)
    return failed(CHECK, missing, evidence, subject=card.id, severity="warning" if others else None)


def _validity(card: Document, filed: date) -> Iterable[Finding]:
    """Expired, in doubt, or nothing to say."""
    field, where = card.fields.get("valid_until"), document_place(card)
    if field is not None and says_long_term(field.value):
        return
    until = dated_field(card, "valid_until", _UNTIL)
    if field is None or until is None:
        message = Message(
            f"{where.zh}的有效期限未能读出，请对照图像核对。",
            f"The validity on {where.en} could not be read. Compare the picture.",
        )
        evidence = [field_evidence(field)] if field else [page_evidence(ref) for ref in card.pages]
        yield unsure(CHECK, message, evidence, subject=card.id)
    elif until.day < filed:
        says = Text("已过期", "is expired") if until.sure else Text("可能已过期（日期未读准）", "may be expired")
        message = Message(
            f"{until.told.zh}，至申报日{day_zh(filed)}{says.zh}。",
            f"{until.told.en}: the ID card {says.en} on {filed}.",
            "请提供有效期内的居民身份证。",
        )
        say = failed if until.sure else unsure
        yield say(CHECK, message, until.evidence, subject=card.id)
    elif not until.sure:
        message = Message(
            f"{until.told.zh}，日期未读准，请对照图像核对。",
            f"{until.told.en} was not surely read. Compare the picture.",
        )
        yield unsure(CHECK, message, until.evidence, subject=card.id)


CHECK = Check(
    id="id_card_valid",
    scope="document",
    severity="blocking",
    title_zh="身份证不完整或已过期",
    title_en="ID card incomplete or expired",
    looks_for_zh="身份证缺正面或反面，或在申报之日已过有效期",
    looks_for_en="A side missing, or expired on the day of filing",
    statute=("《居民身份证法》第五条、第十一条",),
    judge=judge,
    turns=turns,
)
