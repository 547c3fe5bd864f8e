import pytest

from pipeline.casework.case import case_of
from pipeline.models.claim import ClaimInfo, Employer, Injury
from tests.checks.building import application, contract, facts


def told(words: str) -> tuple[str | None, bool, tuple[str, ...]]:
    case = case_of(facts(application(fields={"narrative": words, "accident": "2026年9月18日"})))
    return case.kind, case.fatal, case.treatment


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("操作冲床取料时左手示指被滑块压伤", "workplace"),
        ("骑电动自行车下班途中与一辆小型轿车相撞", "commute_traffic"),
        ("被对方持木棍殴打，头皮裂伤", "violence"),
        ("参加区职工运动会拔河比赛，摔倒", "event"),
        ("接触矽尘，被诊断为职业性尘肺病", "occupational_disease"),
        ("没有发生交通事故", "workplace"),
    ],
)
def test_the_kind_is_inferred_from_the_forms_words(words: str, kind: str) -> None:
    assert told(words)[0] == kind


@pytest.mark.parametrize(
    ("words", "fatal", "treatment"),
    [
        ("经抢救无效于当日死亡", True, ()),
        ("经120送医，住院治疗", False, ("ambulance", "inpatient")),
        ("未拨打120，门诊治疗", False, ("outpatient",)),
        ("不慎摔倒后无需住院", False, ()),
        ("被120公斤重物砸伤", False, ()),
    ],
)
def test_death_and_treatment_are_inferred(words: str, fatal: bool, treatment: tuple[str, ...]) -> None:
    assert told(words)[1:] == (fatal, treatment)


def test_the_portal_comes_first_and_what_is_inferred_is_marked() -> None:
    info = ClaimInfo(injury=Injury(kind="violence", fatal=False))
    case = case_of(facts(application(fields={"narrative": "下班途中与轿车相撞，住院后抢救无效"}), claim=info))
    assert (case.kind, case.fatal, case.inferred) == ("violence", False, frozenset({"inpatient"}))


def test_without_a_word_the_kind_is_unknown() -> None:
    assert case_of(facts()).kind is None


@pytest.mark.parametrize(
    ("code", "kind"), [("91220104MA99YY0260", "enterprise"), ("12220104MA99YY0260", "institution"), ("", None)]
)
def test_the_credit_code_tells_the_kind_of_employer(code: str, kind: str | None) -> None:
    assert case_of(facts(contract(fields={"employer_credit_code": code}))).employer == kind


def test_codes_that_disagree_tell_nothing() -> None:
    info = ClaimInfo(employer=Employer(credit_code="12220104MA99YY0260"))
    claim = facts(contract(fields={"employer_credit_code": "91220104MA99YY0260"}), claim=info)
    assert case_of(claim).employer is None
