"""There are fewer than two witnesses, or a witness has handed in no copy of the ID card.

Looks at: the witness statements, who made them, and the ID cards in the upload.

Why: the bureau wants at least two people who saw it; two statements by one person, or one by the injured worker, are
not that. The ID card shows that the witness is a person who can be asked.

Fails: when the statements surely come from fewer than two people other than the worker, or when every ID card surely is
somebody else's than a witness's.

Unsure: when a statement's name was not read or may be that of the other witness or of the worker, and while there are
pages or files in which a statement or a card may be.

Source: the city's list: at least two witnesses, who sign, press their finger and add copies of their ID cards.

Passing example: statements by 李春燕 and 王立冬, with both their ID cards.

Failing example: two statements, both by 李春燕.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from pipeline.casework.agreement import Reading
from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    field_evidence,
    not_applicable,
    not_found,
    page_evidence,
    passed,
    unsure,
)
from pipeline.casework.region import Paper, region_of
from pipeline.casework.unrecognised import hiding_places, searched, unread_files, unsorted_pages
from pipeline.casework.wording import Text, document_place
from pipeline.casework.worker import belongs_to_worker, readings_outside_cards
from pipeline.declare import Check
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding
from pipeline.text.identity_number import normalise_identity_number
from pipeline.text.names import Sameness, nothing_in_common, same_identity_number, same_name

_PICTURES = 6
"""How many pages that may be a statement are shown."""

_FAIRLY_SURE = 0.7
"""Enough where every character differs: one that was misread changes nothing then."""


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding when the witnesses are too few, one for every witness without ID card, or one pass."""
    asked = region_of(facts.region).paper("witness_statement")
    if asked is None:
        return [not_applicable(CHECK, Message("当地清单不要求证人证言。", "The local list asks for no witnesses."))]
    if not facts.pages and not facts.errors:
        return [could_not_run(CHECK, Text("证人证言", "witness statements"))]
    statements = facts.of_type("witness_statement")
    others = [one for one in statements if _is_workers(facts, one) != "same"]
    wanting = [*_too_few(facts, statements, asked), *(found for one in others for found in _without_card(facts, one))]
    good = Message(
        f"有{len(statements)}份证人证言，证人均附身份证复印件。",
        f"There are {len(statements)} statements, with the ID card of each witness.",
    )
    return wanting or [passed(CHECK, good)]


def _too_few(facts: Facts, statements: Sequence[Document], asked: Paper) -> Iterable[Finding]:
    by_worker = {statement.id: _is_workers(facts, statement) for statement in statements}
    surely = [one for one in statements if by_worker[one.id] == "different"]
    perhaps = [one for one in statements if by_worker[one.id] != "same"]
    if _groups(surely, ("same", "unsure")) >= asked.people:
        return
    remedy = f"请补交{asked.brought}。"
    most = _groups(perhaps, ("same",))
    pages, files = unsorted_pages(facts), unread_files(facts)
    says = _count(statements, by_worker, most)
    evidence = [spot for statement in statements for spot in _shown(statement)]
    if most >= asked.people:
        doubt = Message(
            f"{says.zh}，但证人姓名未读准或相近，请核对是否为{asked.people}位不同的证人。",
            f"{says.en}, but the names were not surely read or look alike. See whether they are different people.",
            remedy,
        )
        yield unsure(CHECK, doubt, evidence)
    elif pages or files:
        places = hiding_places(pages, files)
        doubt = Message(
            f"{says.zh}，少于{asked.people}位；可能在{places.zh}中，请人工核对。",
            f"{says.en}, fewer than {asked.people}; perhaps among {places.en}.",
            remedy,
        )
        spots = [*evidence, *(page_evidence(page.ref) for page in pages[:_PICTURES])]
        yield unsure(CHECK, doubt, spots) if spots else not_found(CHECK, "unsure", doubt, searched(facts))
    else:
        wrong = Message(f"{says.zh}，少于{asked.people}位。", f"{says.en}, fewer than {asked.people}.", remedy)
        yield failed(CHECK, wrong, evidence) if evidence else not_found(CHECK, "fail", wrong, searched(facts))


def _count(statements: Sequence[Document], by_worker: dict[str, Sameness], people: int) -> Text:
    own = list(by_worker.values()).count("same")
    by_himself = Text("（其中有受伤职工本人的陈述，不能作为证人证言）", " (the worker's own does not count)")
    note = by_himself if own else Text("", "")
    return Text(
        f"有{len(statements)}份证人证言{note.zh}，证人{people}位",
        f"There are {len(statements)} witness statements{note.en} by {people} people",
    )


def _groups(statements: Sequence[Document], joined: tuple[Sameness, ...]) -> int:
    """How many people made these statements, taking those as one person whose likeness is among ``joined``."""
    group = {statement.id: statement.id for statement in statements}
    for left, right in combinations(statements, 2):
        if _same_witness(_readings(left), _readings(right)) in joined:
            old, new = group[right.id], group[left.id]
            group = {member: new if home == old else home for member, home in group.items()}
    return len(set(group.values()))


def _same_witness(left: Sequence[Reading], right: Sequence[Reading]) -> Sameness:
    """Whether one person speaks; names that share nothing and are read fairly surely are two people's."""
    answer = _same_person(left, right)
    names = [(one, other) for one in left for other in right if one.trait == other.trait == "name"]
    sure = all(min(one.confidence, other.confidence) >= _FAIRLY_SURE for one, other in names)
    apart = bool(names) and sure and all(nothing_in_common(one.value, other.value) for one, other in names)
    return "different" if answer == "unsure" and apart else answer


def _is_workers(facts: Facts, statement: Document) -> Sameness:
    """Whether the injured worker made the statement; nobody is known to be, where no paper names the worker."""
    worker = [one for one in readings_outside_cards(facts) if one.trait in ("name", "id_number")]
    if not worker:
        return "different"
    return _same_witness(_readings(statement), worker)


def _without_card(facts: Facts, statement: Document) -> Iterable[Finding]:
    """The finding when no ID card in the upload is this witness's."""
    witness, cards = _readings(statement), facts.of_type("id_card")
    fronts = [card for card in cards if _card_readings(card) or any(part.name == "front" for part in card.parts)]
    answers = {_same_person(witness, _card_readings(card)) for card in fronts if not _is_the_workers(facts, card)}
    if "same" in answers:
        return
    name = statement.value("witness_name")
    where = document_place(statement)
    says = Text(f"{where.zh}：没有证人{name}的身份证复印件", f"{where.en}: no copy of the ID card of witness {name}")
    remedy = f"请提供证人{name}身份证复印件。"
    pages, files = unsorted_pages(facts), unread_files(facts)
    evidence = _shown(statement)
    if "unsure" in answers or not witness:
        doubt = Message(
            f"{says.zh}，或证件上的姓名未读准，请核对。", f"{says.en}, or its name was not surely read.", remedy
        )
        yield unsure(CHECK, doubt, evidence, subject=statement.id)
    elif pages or files:
        places = hiding_places(pages, files)
        doubt = Message(
            f"{says.zh}，可能在{places.zh}中，请人工核对。", f"{says.en}, unless it is among {places.en}.", remedy
        )
        yield unsure(CHECK, doubt, evidence, subject=statement.id)
    else:
        yield failed(CHECK, Message(f"{says.zh}。", f"{says.en}.", remedy), evidence, subject=statement.id)


def _is_the_workers(facts: Facts, card: Document) -> bool:
    return bool(_card_readings(card)) and belongs_to_worker(facts, card) == "same"


def _readings(statement: Document) -> list[Reading]:
    return _person(statement, "witness_name", "witness_id_number")


def _card_readings(card: Document) -> list[Reading]:
    return _person(card, "name", "id_number")


def _person(paper: Document, name: str, number: str) -> list[Reading]:
    place = document_place(paper)
    fields = ((trait, paper.fields.get(field)) for trait, field in (("name", name), ("id_number", number)))
    return [
        Reading(trait, field.value, field.confidence, place, field)
        for trait, field in fields
        if field is not None and field.value
    ]


def _same_person(left: Sequence[Reading], right: Sequence[Reading]) -> Sameness:
    """Whether two people are one: the number decides, then the name; ``unsure`` when neither can be compared."""
    name, number = _answer(left, right, "name"), _answer(left, right, "id_number")
    if number == "same":
        return "same"
    if number == "different":
        return "unsure" if name == "same" else "different"
    return name or "unsure"


def _answer(left: Sequence[Reading], right: Sequence[Reading], trait: str) -> Sameness | None:
    """Whether two people agree in one trait, None when one of them does not show it."""
    answers = {_same(one, other) for one in _surest(left, trait) for other in _surest(right, trait)}
    if "same" in answers:
        return "same"
    return ("different" if answers == {"different"} else "unsure") if answers else None


def _surest(readings: Sequence[Reading], trait: str) -> list[Reading]:
    """The surest reading of every value: what one paper surely says is no less sure for another that says it too."""
    rising = sorted((one for one in readings if one.trait == trait), key=lambda one: one.confidence)
    return list({one.value: one for one in rising}.values())


def _same(one: Reading, other: Reading) -> Sameness:
    if one.trait == "name":
        return same_name(one.value, other.value, one.confidence, other.confidence)
    left, right = normalise_identity_number(one.value), normalise_identity_number(other.value)
    return same_identity_number(left, right, one.confidence, other.confidence)


def _shown(statement: Document) -> list[Evidence]:
    """The place of the witness's name, or the statement's first page."""
    field = statement.fields.get("witness_name")
    return [field_evidence(field)] if field else [page_evidence(statement.pages[0])]


CHECK = Check(
    id="witnesses",
    scope="claim",
    severity="blocking",
    title_zh="证人不足或缺证件",
    title_en="Too few witnesses, or one without ID card",
    looks_for_zh="不同的证人少于两位，或证人没有身份证复印件",
    looks_for_en="Fewer than two different witnesses, or a witness without ID card copy",
    judge=judge,
)
