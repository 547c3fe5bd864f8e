"""Defects of pages and files: missing, faxed, out of focus, copied, in the wrong ink or size, strange, damaged."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from samples.generator.case import Case
from samples.generator.recipe import Damage, Ink, Place, Recipe
from samples.generator.sheet import SlotState
from samples.generator.wanted import asked_for

FORM, CARD, CONTRACT, CERTIFICATE = "work_injury_application", "id_card", "labor_contract", "diagnosis_certificate"
REPORT, ATTORNEY, FILING = "accident_investigation_report", "power_of_attorney", "accident_filing_form"
STATEMENT, LICENCE = "witness_statement", "business_license"
Seeded = tuple[Case, Recipe, str]
Seeder = Callable[[Case, Random], Seeded]

SIGNATURES: tuple[Place, ...] = (
    (FORM, "applicant_signature"),
    (FORM, "legal_representative_signature"),
    (CONTRACT, "worker_signature"),
    (CONTRACT, "employer_signature"),
    (CERTIFICATE, "doctor_signature"),
    (ATTORNEY, "legal_representative_signature"),
    (ATTORNEY, "agent_signature"),
    (REPORT, "investigator_signature"),
    (STATEMENT, "witness_signature"),
    (FILING, "filler_signature"),
    ("outpatient_record", "doctor_signature"),
    ("admission_record", "doctor_signature"),
    ("emergency_120_record", "doctor_signature"),
    ("traffic_accident_determination", "officer_signature"),
    ("commute_route_map", "applicant_signature"),
    ("death_certificate", "doctor_signature"),
)
SEALS: tuple[Place, ...] = (
    (FORM, "employer_seal"),
    (CONTRACT, "employer_seal"),
    (CERTIFICATE, "hospital_seal"),
    (ATTORNEY, "employer_seal"),
    (REPORT, "employer_seal"),
    (FILING, "employer_seal"),
    (LICENCE, "authority_seal"),
    ("traffic_accident_determination", "authority_seal"),
    ("work_schedule", "employer_seal"),
    ("residence_proof", "authority_seal"),
    ("police_receipt", "authority_seal"),
    ("event_official_document", "issuer_seal"),
    ("death_certificate", "institution_seal"),
    ("marriage_certificate", "authority_seal"),
    ("kinship_certificate", "authority_seal"),
)
FINGERPRINTS: tuple[Place, ...] = ((FORM, "applicant_fingerprint"), (STATEMENT, "witness_fingerprint"))
_HAND_FILLED = (FORM, FORM, STATEMENT, ATTORNEY, FILING)
_SMALLER = {"A5": 148 / 210, "B5": 176 / 210}


def without(places: tuple[Place, ...], states: tuple[SlotState, ...]) -> Seeder:
    """One of these slots, on a paper that the case has, is in one of these states."""

    def seeded(case: Case, rng: Random) -> Seeded:
        there = {FORM, CONTRACT, CERTIFICATE, STATEMENT, *asked_for(case)}
        place, state = rng.choice([place for place in places if place[0] in there]), rng.choice(states)
        return case, Recipe(slots={place: state}), f"{place[0]}.{place[1]} is {state}"

    return seeded


def fax(case: Case, rng: Random) -> Seeded:
    """A paper is a fax."""
    kind = rng.choice((CERTIFICATE, CERTIFICATE, FORM, REPORT, ATTORNEY))
    return case, Recipe(devices={kind: "fax"}, a4_sides=True), f"{kind} is a fax"


def missing_page(case: Case, rng: Random) -> Seeded:
    """A page of the contract or the form is not there."""
    kind, part = rng.choice(
        ((CONTRACT, "middle"), (CONTRACT, "middle"), (CONTRACT, "signing_page"), (FORM, "opinions"), (FORM, "table"))
    )
    return case, Recipe(dropped_parts=frozenset({(kind, part)}), a4_sides=True), f"{kind} lacks its page: {part}"


def blurred(case: Case, rng: Random) -> Seeded:
    """A page is out of focus."""
    kind = rng.choice((CERTIFICATE, FORM, REPORT, LICENCE))
    return case, Recipe(devices={kind: "blurred"}), f"{kind} out of focus"


def copied(case: Case, rng: Random) -> Seeded:
    """A paper of which the original is asked for is a copy."""
    kind = rng.choice((CERTIFICATE, CONTRACT))
    return case, Recipe(devices={kind: "copier"}), f"{kind} is a photocopy"


def wrong_ink(case: Case, rng: Random) -> Seeded:
    """A paper that the claimant fills in is filled in blue, red or pencil."""
    inks: tuple[Ink, ...] = ("blue", "blue", "pencil", "red")
    kind, ink = rng.choice(_HAND_FILLED), rng.choice(inks)
    return case, Recipe(inks={kind: ink}), f"{kind} is filled in {ink}"


def small_paper(case: Case, rng: Random) -> Seeded:
    """A paper is on A5 or B5."""
    kind, size = rng.choice((REPORT, ATTORNEY, FILING, STATEMENT)), rng.choice(list(_SMALLER))
    return case, Recipe(shrunk={kind: _SMALLER[size]}), f"{kind} is on {size}"


def twice(case: Case, rng: Random) -> Seeded:
    """A page was scanned twice."""
    kind = rng.choice((CERTIFICATE, CONTRACT, REPORT))
    return case, Recipe(twice=kind), f"a page of {kind} scanned twice"


def strange(case: Case, _rng: Random) -> Seeded:
    """A paper lies among them that belongs to no claim."""
    return case, Recipe(strange_page=True), "a paper among them that belongs to no claim"


def damaged(case: Case, rng: Random) -> Seeded:
    """A file cannot be opened."""
    damages: tuple[Damage, ...] = ("truncated", "encrypted", "odd", "empty")
    damage = rng.choice(damages)
    return case, Recipe(damage=damage), f"one file is {damage}"
