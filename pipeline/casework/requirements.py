"""Which papers does a case need, by its region's list, and how surely?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.casework.case import Case, Inferable
from pipeline.casework.region import Paper, Region, Weight, When


@dataclass(frozen=True, slots=True)
class Requirement:
    """A paper that the case needs. ``certain`` is False when only words of the papers call for it."""

    paper: Paper
    weight: Weight
    certain: bool


def requirements_of(case: Case, region: Region) -> tuple[Requirement, ...]:
    """All that the case needs, in the order of the list; what only words call for weighs as a warning."""
    return tuple(_needed(case, region))


def _needed(case: Case, region: Region) -> Iterable[Requirement]:
    for paper in region.papers:
        if _applies(paper.when, case):
            certain = _rests_on(paper.when).isdisjoint(case.inferred)
            weight = paper.weighs(employer_applies=case.employer_applies)
            yield Requirement(paper, weight if certain else "warning", certain)


def _applies(when: When, case: Case) -> bool:
    kind_is_certain = "kind" not in case.inferred
    return (
        (not when.kinds or case.kind in when.kinds)
        and not (kind_is_certain and case.kind in when.unless_kinds)
        and (not when.fatal or case.fatal)
        and (when.treatment is None or when.treatment in case.treatment)
        and (when.employer is None or when.employer == (case.employer or "unknown"))
    )


def _rests_on(when: When) -> set[Inferable]:
    """The facts about a case that make the paper needed."""
    facts: set[Inferable] = set()
    if when.kinds:
        facts.add("kind")
    if when.fatal:
        facts.add("fatal")
    if when.treatment:
        facts.add(when.treatment)
    return facts
