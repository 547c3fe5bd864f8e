"""What kind of case is this: what happened, how was the worker treated, who applies, what kind of employer is it?

The portal's data come first, then papers that only such a case has: a traffic determination, a death certificate, an
admission record. What neither says is inferred from the words of the application form and the witnesses; that is
marked, because a word is not a fact. The words are those of the notice's item 11 and of the portal's list; a negation
before one of them (未拨打120) takes it back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.casework.applicant import Applicant, applicant_of
from pipeline.casework.employer import readings_of_employer
from pipeline.models.facts import Facts
from pipeline.text.credit_code import employer_kind, normalise_credit_code

InjuryKind = Literal["workplace", "commute_traffic", "violence", "event", "occupational_disease", "other"]
Treatment = Literal["ambulance", "outpatient", "inpatient"]
Inferable = Literal["kind", "fatal", "serious", "ambulance", "outpatient", "inpatient"]

# 未 or 没 up to four characters before the word takes it back, as in 没有发生交通事故; a comma lies between clauses.
_NOT = "(?<!无需)(?<!不需)(?<!不是)(?<!非)(?<!无)(?<!无人)" + "".join(
    f"(?<![未没]{'[^，。；、]' * between})" for between in range(5)
)
_KIND_WORDS: tuple[tuple[InjuryKind, re.Pattern[str]], ...] = (
    ("occupational_disease", re.compile(_NOT + "(?:职业病|尘肺|矽肺|噪声聋|职业性)")),
    # A grinder (打磨机) hits and a cook holds a knife (持刀切菜) without violence.
    (
        "violence",
        re.compile(_NOT + "(?:殴打|被打(?![磨桩包碎印捆夯孔钻])|持刀(?![具切削剁割])|持械|暴力(?![拆操分装]))"),
    ),
    ("event", re.compile(_NOT + "(?:比赛|运动会|文艺|演出)")),
    ("commute_traffic", re.compile(_NOT + "(?:上下班|[上下]班途中|交通事故|相撞|追尾)")),
)
_TREATMENT_WORDS: tuple[tuple[Treatment, re.Pattern[str]], ...] = (
    ("ambulance", re.compile(_NOT + "(?:120(?![0-9.]|[克公毫厘吨千米元])|救护车|急救车)")),
    ("inpatient", re.compile(_NOT + "(?:住院|入院)")),
    ("outpatient", re.compile(_NOT + "门诊")),
)
_DEATH = re.compile(_NOT + "(?:死亡|抢救无效|工亡|身亡|猝死|殉职)")
_SERIOUS = re.compile(_NOT + "(?:(?<!危)重伤|生命危险|生命垂危|病危(?!害)|危重)")

_KIND_PAPERS: tuple[tuple[InjuryKind, tuple[str, ...]], ...] = (
    ("occupational_disease", ("occupational_disease_certificate", "occupational_disease_appraisal")),
    ("commute_traffic", ("traffic_accident_determination", "commute_route_map")),
    ("event", ("event_official_document",)),
)
"""Papers that only such a case has. A police receipt may be of a theft or a collision, so that it is none of them."""
_TREATMENT_PAPERS: dict[Treatment, tuple[str, ...]] = {
    "ambulance": ("emergency_120_record",),
    "outpatient": ("outpatient_record",),
    "inpatient": ("inpatient_front_page", "admission_record", "progress_note", "discharge_record", "surgery_record"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case. ``inferred`` names what was taken from words, not from the portal or from papers."""

    kind: InjuryKind | None
    fatal: bool
    serious: bool
    treatment: tuple[Treatment, ...]
    applicant: Applicant | None
    employer: Literal["enterprise", "institution"] | None
    inferred: frozenset[Inferable]

    @property
    def employer_applies(self) -> bool:
        """Whether the employer hands the claim in, which is the rule where nothing says otherwise."""
        return self.applicant in (None, "employer")


def case_of(facts: Facts) -> Case:
    """What is known of the case from the portal, the papers that are there, and the words of the form."""
    injury, words = facts.claim.injury, _words(facts)
    kind, by_words = _kind(facts, words)
    inferred: set[Inferable] = {"kind"} if by_words else set()
    dead = injury.fatal if injury.fatal is not None else _died(facts) or None
    if dead is None and _DEATH.search(words):
        inferred.add("fatal")
    serious = injury.serious
    if serious is None and _SERIOUS.search(words):
        inferred.add("serious")
    treatment, guessed = _treatment(facts, words)
    return Case(
        kind=kind,
        fatal=bool(dead) or "fatal" in inferred,
        serious=bool(serious) or "serious" in inferred,
        treatment=treatment,
        applicant=applicant_of(facts),
        employer=facts.claim.employer.kind or _employer(facts),
        inferred=frozenset(inferred | guessed),
    )


def _kind(facts: Facts, words: str) -> tuple[InjuryKind | None, bool]:
    """What happened, and whether only words say so."""
    told = facts.claim.injury.kind
    if told:
        return told, False
    shown = next((kind for kind, types in _KIND_PAPERS if facts.of_type(*types)), None)
    if shown:
        return shown, False
    said = next((kind for kind, pattern in _KIND_WORDS if pattern.search(words)), None)
    if said == "violence" and facts.of_type("police_receipt"):
        return said, False
    return said or ("workplace" if words else None), True


def _treatment(facts: Facts, words: str) -> tuple[tuple[Treatment, ...], frozenset[Inferable]]:
    """How the worker was treated, and what of that only words say."""
    told = facts.claim.injury.treatment
    if told is not None:
        return told, frozenset()
    shown = {name for name, types in _TREATMENT_PAPERS.items() if facts.of_type(*types)}
    said = {name for name, pattern in _TREATMENT_WORDS if pattern.search(words)}
    return tuple(name for name in _TREATMENT_PAPERS if name in shown | said), frozenset(said - shown)


def _died(facts: Facts) -> bool:
    """Whether a paper proves a death."""
    return bool(facts.of_type("death_certificate")) or any(
        record.value("died_on") for record in facts.of_type("rescue_record")
    )


_STORIES = (
    ("work_injury_application", ("narrative", "accident")),
    ("accident_investigation_report", ("injury",)),
    ("witness_statement", ("statement",)),
)


def _words(facts: Facts) -> str:
    """What is told of the accident on the form and by report and witnesses; empty when nothing was read."""
    cells = [paper.value(name) for type_id, names in _STORIES for paper in facts.of_type(type_id) for name in names]
    return "。".join(cell for cell in cells if cell)


def _employer(facts: Facts) -> Literal["enterprise", "institution"] | None:
    codes = [reading.value for reading in readings_of_employer(facts) if reading.trait == "credit_code"]
    kinds = {kind for code in codes if (kind := employer_kind(normalise_credit_code(code)))}
    return kinds.pop() if len(kinds) == 1 else None
