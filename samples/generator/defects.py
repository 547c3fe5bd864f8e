"""The defects that can be seeded, one for each check that a claim can fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from samples.generator.case import Case, late
from samples.generator.injuries import draw_injury, slips
from samples.generator.layouts.application_form import REQUIRED_CELLS
from samples.generator.numbers import with_wrong_check
from samples.generator.people import draw_name
from samples.generator.recipe import Damage, Defect, Place, Recipe
from samples.generator.sheet import SlotState
from samples.generator.situation import Kind, Situation, draw_situation

FORM, CARD, CONTRACT, CERTIFICATE = "work_injury_application", "id_card", "labor_contract", "diagnosis_certificate"
Seeded = tuple[Case, Recipe, str]


def situation_for(check: str | None, kind: Kind | None, rng: Random) -> Situation:
    """A situation in which that defect can be: of the kind that was asked for, or one that the check speaks of."""
    situation = draw_situation(rng, kind)
    return NEEDS[check](situation) if check else situation


def seed(check: str, case: Case, rng: Random) -> tuple[Case, Recipe, Defect]:
    """Seeds the defect that the check must find.

    Raises:
        KeyError: no defect is known for that check.
    """
    case, recipe, detail = SEEDS[check](case, rng)
    return case, recipe, Defect(check, detail)


def _injury(case: Case, rng: Random) -> Seeded:
    slip = rng.choice(slips())
    case = replace(case, injury=draw_injury(rng, slip.right))
    return case, Recipe(values={(FORM, "injured_part"): slip.wrong}), f"{slip.right} -> {slip.wrong} ({slip.kind})"


def _fax(case: Case, rng: Random) -> Seeded:
    kind = rng.choice((CERTIFICATE, CERTIFICATE, FORM))
    return case, Recipe(devices={kind: "fax"}, a4_sides=True), f"{kind} is a fax"


def _missing_page(case: Case, rng: Random) -> Seeded:
    kind, part = rng.choice(
        ((CONTRACT, "middle"), (CONTRACT, "middle"), (CONTRACT, "signing_page"), (FORM, "opinions"), (FORM, "table"))
    )
    return case, Recipe(dropped_parts=frozenset({(kind, part)}), a4_sides=True), f"{kind} lacks its page: {part}"


def _slot(*places: Place, states: tuple[SlotState, ...]) -> Callable[[Case, Random], Seeded]:
    def seeded(case: Case, rng: Random) -> Seeded:
        place, state = rng.choice(places), rng.choice(states)
        return case, Recipe(slots={place: state}), f"{place[0]}.{place[1]} is {state}"

    return seeded


def _required(case: Case, rng: Random) -> Seeded:
    kind = rng.choice((FORM, CARD, CONTRACT, CERTIFICATE))
    return case, Recipe(dropped_types=frozenset({kind})), f"no {kind}"


def _blank_cell(case: Case, rng: Random) -> Seeded:
    cell = rng.choice(REQUIRED_CELLS)
    return case, Recipe(values={(FORM, cell): ""}), f"{cell} is blank"


def _wrong_number(case: Case, rng: Random) -> Seeded:
    number = with_wrong_check(case.worker.id_number, rng)
    return case, Recipe(values={(FORM, "id_number"): number}), "check character of the form's ID number"


def _card(case: Case, rng: Random) -> Seeded:
    if rng.random() < 0.5:
        return case, Recipe(dropped_parts=frozenset({(CARD, "back")})), "back of the ID card missing"
    ended = case.submitted_on - timedelta(days=rng.randrange(20, 700))
    worker = replace(case.worker, card_from=ended.replace(year=ended.year - 10, day=1), card_until=ended.replace(day=1))
    return replace(case, worker=worker), Recipe(), "ID card expired"


def _identity(case: Case, rng: Random) -> Seeded:
    other = draw_name(case.worker.sex, rng)
    while other == case.worker.name:
        other = draw_name(case.worker.sex, rng)
    place = rng.choice(((CERTIFICATE, "patient_name"), (CONTRACT, "worker_name"), (FORM, "worker_name")))
    return case, Recipe(values={place: other}), f"{place[0]}.{place[1]} names another person"


def _dates(case: Case, rng: Random) -> Seeded:
    if rng.random() < 0.5:
        early = (case.occurred_on - timedelta(days=rng.randrange(2, 9))).isoformat()
        values = {(CERTIFICATE, "visited_on"): early, (CERTIFICATE, "issued_on"): early, (FORM, "diagnosed_on"): early}
        return case, Recipe(values=values), "diagnosed before the accident"
    ended = (case.occurred_on - timedelta(days=rng.randrange(20, 50))).isoformat()
    return case, Recipe(values={(CONTRACT, "ends_on"): ended}), "contract ended before the accident"


def _late(case: Case, rng: Random) -> Seeded:
    moved = late(case, rng)
    return moved, Recipe(), f"filed {(moved.submitted_on - moved.occurred_on).days} days after the accident"


def _blurred(case: Case, rng: Random) -> Seeded:
    kind = rng.choice((CERTIFICATE, FORM))
    return case, Recipe(devices={kind: "blurred"}), f"{kind} out of focus"


def _twice(case: Case, rng: Random) -> Seeded:
    kind = rng.choice((CERTIFICATE, CONTRACT))
    return case, Recipe(twice=kind), f"a page of {kind} scanned twice"


def _strange(case: Case, _rng: Random) -> Seeded:
    return case, Recipe(strange_page=True), "a paper among them that belongs to no claim"


def _damaged(case: Case, rng: Random) -> Seeded:
    damages: tuple[Damage, ...] = ("truncated", "encrypted", "odd", "empty")
    damage = rng.choice(damages)
    return case, Recipe(damage=damage), f"one file is {damage}"


SEEDS: dict[str, Callable[[Case, Random], Seeded]] = {
    "unsupported_file": _damaged,
    "injury_matches_diagnosis": _injury,
    "fax_page": _fax,
    "missing_page": _missing_page,
    "missing_signature": _slot(
        (CERTIFICATE, "doctor_signature"),
        (FORM, "applicant_signature"),
        (CONTRACT, "worker_signature"),
        states=("absent", "absent", "printed"),
    ),
    "missing_fingerprint": _slot((FORM, "applicant_fingerprint"), states=("absent",)),
    "missing_seal": _slot((FORM, "employer_seal"), (CONTRACT, "employer_seal"), states=("absent",)),
    "required_documents": _required,
    "form_complete": _blank_cell,
    "id_number_valid": _wrong_number,
    "id_card_valid": _card,
    "identity_consistent": _identity,
    "dates_in_order": _dates,
    "filing_deadline": _late,
    "legible": _blurred,
    "duplicate_page": _twice,
    "unknown_document": _strange,
}


def _at_work(situation: Situation) -> Situation:
    """An accident of a worker with a contract, so that form, contract and certificate are all there."""
    kind: Kind = "workplace" if situation.kind == "occupational_disease" else situation.kind
    return replace(situation, kind=kind, contract_signed=True)


NEEDS: dict[str, Callable[[Situation], Situation]] = dict.fromkeys(SEEDS, _at_work)
"""What kind of situation a defect needs."""
SEVERITY = {"filing_deadline": "warning", "duplicate_page": "info", "unknown_document": "info"}
