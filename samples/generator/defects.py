"""The defects that can be seeded, at least one for each check that a claim can fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.generator import page_defects
from samples.generator.case import Case, late
from samples.generator.injuries import draw_injury, slips
from samples.generator.layouts.application_form import REQUIRED_CELLS
from samples.generator.numbers import credit_code, with_wrong_check, with_wrong_code_check
from samples.generator.page_defects import (
    CARD,
    CERTIFICATE,
    CONTRACT,
    FILING,
    FINGERPRINTS,
    FORM,
    LICENCE,
    REPORT,
    SEALS,
    SIGNATURES,
    Seeded,
    Seeder,
    without,
)
from samples.generator.people import districts, draw_name, draw_person
from samples.generator.recipe import Defect, Recipe, Witnesses
from samples.generator.situation import Kind, Situation, draw_situation

_PROOFS = ("marriage_certificate", "household_register", "kinship_certificate")
_DETERMINATION = "traffic_accident_determination"
_DISEASE = "occupational_disease_certificate"


def situation_for(check: str | None, kind: Kind | None, rng: Random) -> Situation:
    """A situation in which that defect can be: of the kind that was asked for, or one that the check speaks of."""
    situation = draw_situation(rng, kind)
    return NEEDS.get(check, _at_work)(situation) if check else situation


def seed(check: str, case: Case, rng: Random) -> tuple[Case, Recipe, Defect]:
    """Seeds the defect that the check must find.

    Raises:
        KeyError: no defect is known for that check.
    """
    case, recipe, detail = SEEDS[check](case, rng)
    return case, recipe, Defect(check, detail)


def _injury(case: Case, rng: Random) -> Seeded:
    slip = rng.choice(slips())
    case = replace(case, injury=draw_injury(rng, slip.right, case.situation.kind))
    return case, Recipe(values={(FORM, "injured_part"): slip.wrong}), f"{slip.right} -> {slip.wrong} ({slip.kind})"


def _required(case: Case, rng: Random) -> Seeded:
    licence = "public_institution_certificate" if case.employer.institution else LICENCE
    kind = rng.choice((FORM, CARD, CONTRACT, CERTIFICATE, REPORT, licence))
    return case, Recipe(dropped_types=frozenset({kind})), f"no {kind}"


def _blank_cell(case: Case, rng: Random) -> Seeded:
    cell = rng.choice(REQUIRED_CELLS)
    return case, Recipe(values={(FORM, cell): ""}), f"{cell} is blank"


def _wrong_number(case: Case, rng: Random) -> Seeded:
    kind, field = rng.choice(((FORM, "id_number"), (FORM, "id_number"), (CONTRACT, "worker_id_number")))
    number = with_wrong_check(case.worker.id_number, rng)
    return case, Recipe(values={(kind, field): number}), f"check character of {kind}'s ID number"


def _card(case: Case, rng: Random) -> Seeded:
    if rng.random() < 0.5:
        return case, Recipe(dropped_parts=frozenset({(CARD, "back")})), "back of the ID card missing"
    ended = case.submitted_on - timedelta(days=rng.randrange(20, 700))
    worker = replace(case.worker, card_from=ended.replace(year=ended.year - 10, day=1), card_until=ended.replace(day=1))
    return replace(case, worker=worker), Recipe(), "ID card expired"


def _identity(case: Case, rng: Random) -> Seeded:
    other = draw_person(case.submitted_on, rng)
    name = other.name if other.name != case.worker.name else draw_name("男" if case.worker.sex == "女" else "女", rng)
    place, value = rng.choice(
        (
            ((CERTIFICATE, "patient_name"), name),
            ((CONTRACT, "worker_name"), name),
            ((FORM, "worker_name"), name),
            ((CONTRACT, "worker_id_number"), other.id_number),
            ((FILING, "worker_name"), name),
            ((FORM, "sex"), "男" if case.worker.sex == "女" else "女"),
        )
    )
    return case, Recipe(values={place: value}), f"{place[0]}.{place[1]} is another person's"


def _dates(case: Case, rng: Random) -> Seeded:
    form = rng.randrange(3)
    if form == 0:
        early = (case.occurred_on - timedelta(days=rng.randrange(2, 9))).isoformat()
        values = {(CERTIFICATE, "visited_on"): early, (CERTIFICATE, "issued_on"): early, (FORM, "diagnosed_on"): early}
        return case, Recipe(values=values), "diagnosed before the accident"
    if form == 1:
        return case, Recipe(values={(FORM, "filled_on"): date(2027, 1, 8).isoformat()}), "form filled in next year"
    ended = (case.occurred_on - timedelta(days=rng.randrange(20, 50))).isoformat()
    return case, Recipe(values={(CONTRACT, "ends_on"): ended}), "contract ended before the accident"


def _late(case: Case, rng: Random) -> Seeded:
    moved = late(case, rng)
    return moved, Recipe(), f"filed {(moved.submitted_on - moved.occurred_on).days} days after the accident"


def _witnesses(case: Case, rng: Random) -> Seeded:
    forms: tuple[Witnesses, ...] = ("one", "no_card", "same_person", "worker")
    form = rng.choice(forms)
    return case, Recipe(witnesses=form), f"witnesses: {form}"


def _employer(case: Case, rng: Random) -> Seeded:
    name = case.employer.name
    other = name.replace("有限公司", "有限责任公司") if rng.random() < 0.5 else name.replace("长春", "吉林")
    other = other if other != name else f"{name}分部"
    places = [(CONTRACT, "employer_name"), (LICENCE, "name"), (FILING, "employer_name"), (FORM, "employer_name")]
    place = rng.choice([place for place in places if place[0] != LICENCE or not case.employer.institution])
    if place[0] == LICENCE and rng.random() < 0.5:
        code = credit_code(case.employer.region, rng)
        return case, Recipe(values={(LICENCE, "credit_code"): code}), "another credit code on the licence"
    return case, Recipe(values={place: other}), f"{place[0]}.{place[1]} is {other}"


def _code(case: Case, rng: Random) -> Seeded:
    wrong = with_wrong_code_check(case.employer.credit_code, rng)
    return replace(case, employer=replace(case.employer, credit_code=wrong)), Recipe(), "check character of the code"


def _district(case: Case, rng: Random) -> Seeded:
    other = rng.choice([district for district in districts() if district != case.employer.district])
    return case, Recipe(portal={"district": other}), f"handed in for {other}, employer in {case.employer.district}"


def _same_again(case: Case, _rng: Random) -> Seeded:
    return case, Recipe(), "the same accident is in two claims"


def _unproven(case: Case, rng: Random) -> Seeded:
    portal = {"applicant": "relative", "applicant_relation": case.situation.relation}
    if rng.random() < 0.7:
        return case, Recipe(dropped_types=frozenset(_PROOFS), portal=portal), "nothing proves the relation"
    stranger = draw_person(case.submitted_on, rng)
    couple = f"{stranger.name}、{draw_name('女', rng)}"
    values = {
        ("marriage_certificate", "spouse_names"): couple,
        ("marriage_certificate", "holder"): stranger.name,
        ("kinship_certificate", "names"): couple,
        ("household_register", "head_name"): stranger.name,
        ("household_register", "member_name"): stranger.name,
    }
    return case, Recipe(values=values, portal=portal), "the proof names other people"


def _outdated(case: Case, rng: Random) -> Seeded:
    ended = case.submitted_on - timedelta(days=rng.randrange(20, 300))
    values = {(_DISEASE, "valid_until"): ended.isoformat()}
    return case, Recipe(values=values), f"the certificate was valid until {ended}"


def _liability(case: Case, rng: Random) -> Seeded:
    share = rng.choice(("main", "full"))
    return case, Recipe(values={(_DETERMINATION, "worker_liability"): share}), f"the worker bears {share} liability"


SEEDS: dict[str, Seeder] = {
    "unsupported_file": page_defects.damaged,
    "injury_matches_diagnosis": _injury,
    "fax_page": page_defects.fax,
    "missing_page": page_defects.missing_page,
    "missing_signature": without(SIGNATURES, ("absent", "absent", "printed")),
    "missing_fingerprint": without(FINGERPRINTS, ("absent",)),
    "missing_seal": without(SEALS, ("absent",)),
    "required_documents": _required,
    "form_complete": _blank_cell,
    "id_number_valid": _wrong_number,
    "id_card_valid": _card,
    "identity_consistent": _identity,
    "dates_in_order": _dates,
    "filing_deadline": _late,
    "legible": page_defects.blurred,
    "duplicate_page": page_defects.twice,
    "unknown_document": page_defects.strange,
    "photocopy_instead_of_original": page_defects.copied,
    "ink": page_defects.wrong_ink,
    "paper_size": page_defects.small_paper,
    "witnesses": _witnesses,
    "employer_consistent": _employer,
    "credit_code_valid": _code,
    "jurisdiction": _district,
    "duplicate_claim": _same_again,
    "applicant_relation_proven": _unproven,
    "occupational_certificate_valid": _outdated,
    "traffic_liability": _liability,
}


def _at_work(situation: Situation) -> Situation:
    """An accident of a worker with a contract, so that form, contract and certificate are all there."""
    kind: Kind = "workplace" if situation.kind == "occupational_disease" else situation.kind
    return replace(situation, kind=kind, contract_signed=True)


NEEDS: dict[str, Callable[[Situation], Situation]] = {
    "applicant_relation_proven": lambda situation: Situation(
        fatal=True, applicant="relative", relation=situation.relation or "spouse", treatment=("ambulance",)
    ),
    "occupational_certificate_valid": lambda situation: replace(
        situation, kind="occupational_disease", fatal=False, relation=None, applicant="employer"
    ),
    "traffic_liability": lambda situation: replace(situation, kind="commute_traffic"),
    "employer_consistent": lambda situation: replace(_at_work(situation), institution=False),
    "filing_deadline": lambda situation: replace(_at_work(situation), applicant="employer"),
}
"""What kind of situation a defect needs; any other one an accident of a worker with a contract."""
SEVERITY = {
    "filing_deadline": "warning",
    "duplicate_page": "info",
    "unknown_document": "info",
    "photocopy_instead_of_original": "warning",
    "paper_size": "warning",
    "credit_code_valid": "warning",
    "jurisdiction": "warning",
    "duplicate_claim": "warning",
    "occupational_certificate_valid": "warning",
    "traffic_liability": "warning",
}
