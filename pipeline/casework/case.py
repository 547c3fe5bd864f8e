"""What kind of case is this: what happened, how was the worker treated, what kind of employer is it?

The portal's data come first. What it does not say is inferred from the words of the application form; the inference is
marked, because a word is not a fact. The words are those of the notice's item 11 and of the portal's list; a negation
before one of them (未拨打120) takes it back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.models.facts import Facts
from pipeline.text.credit_code import employer_kind, normalise_credit_code

InjuryKind = Literal["workplace", "commute_traffic", "violence", "event", "occupational_disease", "other"]
Treatment = Literal["ambulance", "outpatient", "inpatient"]

_INFERABLE: tuple[Literal["kind", "treatment", "fatal"], ...] = ("kind", "treatment", "fatal")
# 未 or 没 up to four characters before the word takes it back, as in 没有发生交通事故; a comma lies between clauses.
_NOT = "(?<!无需)(?<!不需)" + "".join(f"(?<![未没]{'[^，。；、]' * between})" for between in range(5))
_KIND_WORDS: tuple[tuple[InjuryKind, re.Pattern[str]], ...] = (
    ("occupational_disease", re.compile(_NOT + "(?:职业病|尘肺|矽肺|噪声聋|职业性)")),
    ("violence", re.compile(_NOT + "(?:殴打|被打|持刀|持械|暴力)")),
    ("event", re.compile(_NOT + "(?:比赛|运动会|文艺|演出)")),
    ("commute_traffic", re.compile(_NOT + "(?:上下班|[上下]班途中|交通事故|相撞|追尾)")),
)
_TREATMENT_WORDS: tuple[tuple[Treatment, re.Pattern[str]], ...] = (
    ("ambulance", re.compile(_NOT + "(?:120(?![0-9.]|[克公毫厘吨千米元])|救护车|急救车)")),
    ("inpatient", re.compile(_NOT + "(?:住院|入院)")),
    ("outpatient", re.compile(_NOT + "门诊")),
)
_DEATH = re.compile(_NOT + "(?:死亡|抢救无效|工亡)")


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case. ``inferred`` names what was taken from words of the form instead of the portal."""

    kind: InjuryKind | None
    fatal: bool
    treatment: tuple[Treatment, ...]
    employer_applies: bool
    employer: Literal["enterprise", "institution"] | None
    inferred: frozenset[Literal["kind", "treatment", "fatal"]]


def case_of(facts: Facts) -> Case:
    """What is known of the case from the portal and, where it is silent, from the application form."""
    injury, story = facts.claim.injury, _story(facts)
    words = story or ""
    treatment = tuple(name for name, pattern in _TREATMENT_WORDS if pattern.search(words))
    told = {"kind": injury.kind, "treatment": injury.treatment, "fatal": injury.fatal}
    return Case(
        kind=injury.kind or (None if story is None else _first(words) or "workplace"),
        fatal=bool(_DEATH.search(words)) if injury.fatal is None else injury.fatal,
        treatment=treatment if injury.treatment is None else injury.treatment,
        employer_applies=facts.claim.applicant in (None, "employer"),
        employer=facts.claim.employer.kind or _employer(facts),
        inferred=frozenset(name for name in _INFERABLE if told[name] is None),
    )


def _story(facts: Facts) -> str | None:
    """What the form tells of the accident, None when neither cell was read."""
    cells = [
        form.value(name) for form in facts.of_type("work_injury_application") for name in ("narrative", "accident")
    ]
    return "".join(cells) if any(cells) else None


def _first(words: str) -> InjuryKind | None:
    return next((kind for kind, pattern in _KIND_WORDS if pattern.search(words)), None)


def _employer(facts: Facts) -> Literal["enterprise", "institution"] | None:
    codes = [facts.claim.employer.credit_code]
    codes += [contract.value("employer_credit_code") for contract in facts.of_type("labor_contract")]
    kinds = {kind for code in codes if code and (kind := employer_kind(normalise_credit_code(code)))}
    return kinds.pop() if len(kinds) == 1 else None
