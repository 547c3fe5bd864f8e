import pytest

from pipeline.casework.case import Case, case_of
from pipeline.models.claim import ClaimInfo, Employer, Injury
from pipeline.models.document import Field
from tests.checks.building import NAME, application, contract, document, facts, field


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
        ("不是交通事故", "workplace"),
        ("被打磨机打伤右手", "workplace"),
        ("持刀切菜时划伤左手", "workplace"),
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
        ("车内另无人死亡，未住院", False, ()),
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


def with_papers(*types: str, words: str = "骑车时摔倒") -> Case:
    papers = (document(type_id, f"{type_id}.pdf", id=f"p{at}") for at, type_id in enumerate(types))
    return case_of(facts(application(fields={"narrative": words, "accident": ""}), *papers))


@pytest.mark.parametrize(
    ("type_id", "kind"),
    [
        ("traffic_accident_determination", "commute_traffic"),
        ("occupational_disease_certificate", "occupational_disease"),
        ("event_official_document", "event"),
    ],
)
def test_a_paper_that_only_such_a_case_has_makes_the_kind_certain(type_id: str, kind: str) -> None:
    case = with_papers(type_id)
    assert (case.kind, "kind" in case.inferred) == (kind, False)


def test_a_police_receipt_bears_out_violence_but_does_not_tell_it() -> None:
    assert with_papers("police_receipt").kind == "workplace"
    violent = with_papers("police_receipt", words="被对方殴打")
    assert (violent.kind, violent.inferred) == ("violence", frozenset())
    assert with_papers(words="被对方殴打").inferred == frozenset({"kind"})


def test_records_of_the_treatment_and_a_death_certificate_are_certain() -> None:
    case = with_papers("admission_record", "death_certificate", words="经120送医，抢救无效死亡")
    assert (case.treatment, case.fatal) == (("ambulance", "inpatient"), True)
    assert case.inferred == frozenset({"ambulance", "kind"})


def test_what_a_witness_tells_counts_where_the_form_is_silent() -> None:
    silent = application(fields={"narrative": None, "accident": None})
    witness = document("witness_statement", "w.pdf", id="w1", fields={"statement": "我看见他下班途中被撞"})
    assert case_of(facts(silent, witness)).kind == "commute_traffic"


@pytest.mark.parametrize(
    ("fields", "applicant"),
    [
        ({"applicant_relation": "用人单位"}, "employer"),
        ({"applicant_relation": "本人"}, "worker"),
        ({"applicant_relation": "父子"}, "relative"),
        ({"applicant_relation": "工会"}, "union"),
        ({"applicant_relation": "", "applicant_name": NAME}, "worker"),
        ({"applicant_relation": ""}, "employer"),
        ({"applicant_relation": field("本人", confidence=0.6), "applicant_name": "王立冬"}, None),
    ],
)
def test_the_form_tells_who_applies(fields: dict[str, str | Field], applicant: str | None) -> None:
    assert case_of(facts(application(fields=fields))).applicant == applicant


def test_the_portal_tells_who_applies_first() -> None:
    assert case_of(facts(application(), claim=ClaimInfo(applicant="union"))).applicant == "union"
