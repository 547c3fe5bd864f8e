"""What does a check say of a claim, and what does each of its findings rest on?

A rule names the statute itself; what the bureau's own list says for it comes from the region chosen.
"""

from __future__ import annotations

from pipeline.casework.region import Region, region_of
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding


def judge(check: Check, facts: Facts) -> tuple[Finding, ...]:
    """The check's findings, each with its basis: its own, as that of the paper that is missing, or else the check's."""
    basis = basis_of(check, region_of(facts.region))
    return tuple(found if found.basis else found.model_copy(update={"basis": basis}) for found in check(facts))


def basis_of(check: Check, region: Region) -> tuple[str, ...]:
    """What a check rests on in a region, statute first."""
    return check.statute + region.basis.get(check.id, ())
