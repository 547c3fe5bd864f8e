"""Are two claims about the same worker and the same accident?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.casework.agreement import ID_NUMBER, Reading
from pipeline.casework.dated import Dated, accidents, disease_found
from pipeline.casework.worker import readings_of_worker
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.models.facts import Facts
from pipeline.text.confidence import SURE
from pipeline.text.identity_number import identity_number_faults
from pipeline.text.names import Sameness, same_identity_number, same_name


def worker_readings(facts: Facts) -> tuple[Reading | None, Reading | None]:
    """The reading of the worker's name, and that of the ID number, by which the claim is known."""
    readings = readings_of_worker(facts)
    names = [one for one in readings if one.trait == "name"]
    numbers = [one for one in readings if one.trait == ID_NUMBER]
    valid = [one for one in numbers if not identity_number_faults(one.value)]
    return _most_told(names), _most_told(valid or numbers)


def event(facts: Facts) -> Dated | None:
    """The accident, or the diagnosis of an occupational disease."""
    return next(iter((*accidents(facts), *disease_found(facts))), None)


def identity_of(claim_id: str, facts: Facts) -> ClaimIdentity:
    """What a claim is about."""
    name, number = worker_readings(facts)
    happened = event(facts)
    return ClaimIdentity(
        claim_id=claim_id,
        name=name.value if name else "",
        name_confidence=name.confidence if name else 0.0,
        id_number=number.value if number else "",
        id_number_confidence=number.confidence if number else 0.0,
        occurred_on=happened.day if happened else None,
        occurred_on_confidence=happened.confidence if happened else 0.0,
    )


def same_accident(left: ClaimIdentity, right: ClaimIdentity) -> Sameness:
    """Whether two claims are about the same worker and accident: ``same`` needs the ID number and the day."""
    worker, day = _same_worker(left, right), _same_day(left, right)
    if "different" in (worker, day):
        return "different"
    return "same" if worker == day == "same" else "unsure"


def _same_worker(left: ClaimIdentity, right: ClaimIdentity) -> Sameness:
    names = same_name(left.name, right.name, left.name_confidence, right.name_confidence)
    if not left.id_number or not right.id_number:
        # A name alone is borne by many.
        return "different" if names == "different" or not (left.name and right.name) else "unsure"
    numbers = same_identity_number(
        left.id_number, right.id_number, left.id_number_confidence, right.id_number_confidence
    )
    return "different" if numbers == "unsure" and names != "same" else numbers


def _same_day(left: ClaimIdentity, right: ClaimIdentity) -> Sameness:
    if left.occurred_on is None or right.occurred_on is None:
        return "unsure"
    if left.occurred_on == right.occurred_on:
        return "same"
    return "different" if min(left.occurred_on_confidence, right.occurred_on_confidence) >= SURE else "unsure"


def _most_told(readings: Sequence[Reading]) -> Reading | None:
    """The portal's word, else the value that most places show, the surest reading of it."""
    if not readings:
        return None
    counts = Counter(one.value for one in readings)
    return max(readings, key=lambda one: (one.field is None, counts[one.value], one.confidence))
