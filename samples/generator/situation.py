"""What kind of case a claim is about, as the notice and the portal tell cases apart."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

Kind = Literal["workplace", "commute_traffic", "violence", "event", "occupational_disease"]
Applicant = Literal["employer", "worker", "relative", "union"]
Relation = Literal["spouse", "parent", "child"]
Treatment = Literal["ambulance", "outpatient", "inpatient"]

KINDS: dict[Kind, int] = {"workplace": 9, "commute_traffic": 4, "violence": 2, "event": 2, "occupational_disease": 3}
"""The kinds with their shares."""
_APPLICANTS: dict[Applicant, int] = {"employer": 14, "worker": 3, "union": 1}
_RELATIONS: tuple[Relation, ...] = ("spouse", "parent", "child")
_TREATMENTS: tuple[tuple[Treatment, ...], ...] = (
    ("outpatient",),
    ("outpatient",),
    ("inpatient",),
    ("outpatient", "inpatient"),
    ("ambulance", "inpatient"),
    ("ambulance", "outpatient"),
)


@dataclass(frozen=True, slots=True)
class Situation:
    """A kind of case: what happened, who applies, how the worker was treated, what proves the relations.

    ``relation`` is that of a dead worker's relative, ``one_register`` whether both stand in one household register;
    ``institution`` tells a public institution from a company.
    """

    kind: Kind = "workplace"
    fatal: bool = False
    serious: bool = False
    applicant: Applicant = "employer"
    relation: Relation | None = None
    one_register: bool = True
    treatment: tuple[Treatment, ...] = ("outpatient",)
    contract_signed: bool = True
    institution: bool = False


PLAIN = Situation()
"""An accident at work, reported by a company whose worker has a contract and went to the outpatient ward."""


def draw_situation(rng: Random, kind: Kind | None = None) -> Situation:
    """A situation of that kind, or of any; who dies leaves a relative, who applies in half of the cases."""
    drawn = kind or rng.choices(list(KINDS), weights=list(KINDS.values()))[0]
    fatal = drawn in ("workplace", "commute_traffic") and rng.random() < 0.15
    applicant = rng.choices(list(_APPLICANTS), weights=list(_APPLICANTS.values()))[0]
    if fatal:
        applicant = rng.choice(("employer", "relative"))
    return Situation(
        kind=drawn,
        fatal=fatal,
        serious=not fatal and rng.random() < 0.1,
        applicant=applicant,
        relation=rng.choice(_RELATIONS) if fatal else None,
        one_register=rng.random() < 0.6,
        treatment=("ambulance",) if fatal else rng.choice(_TREATMENTS),
        contract_signed=rng.random() < 0.85,
        institution=rng.random() < 0.12,
    )
