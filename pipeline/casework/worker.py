"""Where do the papers name the injured worker, and which ID card is theirs?"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.agreement import PORTAL, Reading
from pipeline.casework.wording import page_of_document
from pipeline.declare import Trait, document_type
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.text.confidence import SURE
from pipeline.text.identity_number import normalise_identity_number
from pipeline.text.names import Sameness, same_identity_number, same_name


def same_trait(left: Reading, right: Reading) -> Sameness:
    """Whether two readings of one trait agree."""
    if left.trait == "name":
        return same_name(left.value, right.value, left.confidence, right.confidence)
    if left.trait == "id_number":
        return same_identity_number(left.value, right.value, left.confidence, right.confidence)
    if left.value == right.value:
        return "same"
    return "different" if min(left.confidence, right.confidence) >= SURE else "unsure"


def readings_of_worker(facts: Facts) -> tuple[Reading, ...]:
    """All that is said of the worker: by the portal, by the papers about them, and by their own ID card."""
    cards = worker_cards(facts)
    return _readings(facts, [paper for paper in facts.documents if paper.type != "id_card" or paper in cards])


def readings_outside_cards(facts: Facts) -> tuple[Reading, ...]:
    """All that is said of the worker but on ID cards, which may be somebody else's."""
    return _readings(facts, [paper for paper in facts.documents if paper.type != "id_card"])


def _readings(facts: Facts, papers: Iterable[Document]) -> tuple[Reading, ...]:
    witnesses = frozenset(paper.value("witness_name") for paper in facts.of_type("witness_statement"))
    told = ((paper, reading) for paper in papers for reading in _of_paper(paper))
    return (*_of_portal(facts), *(one for paper, one in told if not _names_a_witness(paper, one, witnesses)))


def worker_cards(facts: Facts) -> tuple[Document, ...]:
    """The worker's ID cards: those that surely are, or, when there is none, those that may be."""
    judged = [(card, belongs_to_worker(facts, card)) for card in facts.of_type("id_card")]
    own = tuple(card for card, answer in judged if answer == "same")
    return own or tuple(card for card, answer in judged if answer == "unsure")


def belongs_to_worker(facts: Facts, card: Document) -> Sameness:
    """Whether a card is the worker's: its name or number is theirs; ``unsure`` when it shows neither."""
    known = readings_outside_cards(facts)
    answers = {
        same_trait(shown, reading)
        for shown in _of_paper(card)
        if shown.trait in ("name", "id_number")
        for reading in known
        if reading.trait == shown.trait
    }
    if "same" in answers:
        return "same"
    return "different" if answers == {"different"} else "unsure"


def _names_a_witness(paper: Document, told: Reading, witnesses: frozenset[str]) -> bool:
    """Whether a statement's sentence names another witness where it seemed to name the worker: 我和李春燕一起送他."""
    loose = paper.type == "witness_statement" and told.confidence < SURE
    return loose and told.trait == "name" and told.value in witnesses


def _of_portal(facts: Facts) -> Iterable[Reading]:
    told = facts.claim.worker
    traits: tuple[tuple[Trait, str], ...] = (
        ("name", told.name),
        ("id_number", normalise_identity_number(told.id_number)),
    )
    return [Reading(trait, value, 1.0, PORTAL, None) for trait, value in traits if value]


def _of_paper(paper: Document) -> Iterable[Reading]:
    for name, trait in document_type(paper.type).worker.items():
        field = paper.fields.get(name)
        if field is not None and field.value:
            place = page_of_document(paper.type, field.ref)
            yield Reading(trait, field.value, field.confidence, place, field)
