from datetime import date

import pytest

from pipeline.models.claim import ClaimInfo, Injury
from pipeline.models.document import Document
from pipeline.models.finding import Finding
from tests.checks.building import (
    OTHER_NAME,
    OTHER_NUMBER,
    application,
    certificate,
    contract,
    document,
    facts,
    field,
    findings,
    id_card,
    outcomes,
    spot,
)

BASIS = ("《工伤保险条例》第十八条",)
ON_18 = ClaimInfo(injury=Injury(occurred_on=date(2026, 9, 18)), submitted_on=date(2026, 10, 9))


def test_days_in_order_pass() -> None:
    claim = facts(application(), id_card(), contract(), certificate(), claim=ON_18)
    assert findings("dates_in_order", claim) == (
        Finding(
            check="dates_in_order",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="各材料的日期先后合理。",
            message_en="The dates stand in order.",
            basis=BASIS,
        ),
    )


def test_a_diagnosis_before_the_accident_fails_with_both_days() -> None:
    form = application(fields={"diagnosed_on": "2026-09-08"})
    assert findings("dates_in_order", facts(form)) == (
        Finding(
            check="dates_in_order",
            outcome="fail",
            severity="blocking",
            subject="claim",
            message_zh="事故日期晚于诊断时间：《工伤认定申请表》（form.pdf 第1页）事故日期2026年9月18日，"
            "《工伤认定申请表》（form.pdf 第1页）诊断时间2026年9月8日。",
            message_en="accident comes after diagnosis by the form: accident 2026-09-18 (work injury application "
            "(form.pdf page 1)), diagnosis by the form 2026-09-08 (work injury application (form.pdf page 1)).",
            remedy_zh="请核对并更正有误的日期；材料上的日期由出具单位更正。",
            basis=BASIS,
            evidence=(spot(form.fields["accident_date"]), spot(form.fields["diagnosed_on"])),
        ),
    )


@pytest.mark.parametrize(
    "paper",
    [
        certificate(fields={"visited_on": "2026-09-17"}),
        certificate(fields={"visited_on": None, "issued_on": "2026-09-17"}),
        certificate(fields={"visited_on": "2026-09-21"}),
        contract(fields={"starts_on": "2026-10-01"}),
        contract(fields={"ends_on": "2025-12-31"}),
        contract(fields={"signed_on": "2027-01-01"}),
        id_card(fields={"birth_date": "2021-01-01"}),
    ],
)
def test_each_order_counts(paper: Document) -> None:
    assert outcomes("dates_in_order", facts(application(), paper)) == [("fail", "blocking")]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"filled_on": "2026-09-17"}, "事故日期晚于填表日期"),
        ({"employed_since": "2026-09-19"}, "参加工作时间晚于事故日期"),
        ({"filled_on": "2026-11-24"}, "填表日期在今天（2026年11月23日）之后"),
        ({"filled_on": "2026-10-10"}, "填表日期晚于申报日期"),
    ],
)
def test_what_is_wrong_on_the_form_is_said(cells: dict[str, str], said: str) -> None:
    found = findings("dates_in_order", facts(application(fields=cells), claim=ON_18))
    assert any(one.outcome == "fail" and said in one.message_zh for one in found)


def test_the_portals_accident_after_its_filing_fails_without_a_page() -> None:
    told = ClaimInfo(injury=Injury(occurred_on=date(2026, 10, 10)), submitted_on=date(2026, 10, 9))
    (one,) = findings("dates_in_order", facts(claim=told))
    assert (one.outcome, one.evidence) == ("fail", ())
    assert "网上申报信息" in one.message_zh


def test_a_day_that_was_not_surely_read_is_unsure() -> None:
    form = application(fields={"diagnosed_on": field("2026-09-08", confidence=0.8)})
    (one,) = findings("dates_in_order", facts(form))
    assert (one.outcome, "日期未读准" in one.message_zh) == ("unsure", True)


def test_two_days_for_one_accident_are_unsure_side_by_side() -> None:
    told = ClaimInfo(injury=Injury(occurred_on=date(2026, 9, 17)))
    (one,) = findings("dates_in_order", facts(application(), claim=told))
    assert one.outcome == "unsure"
    assert one.message_zh == (
        "事故日期不一致：网上申报信息事故日期2026年9月17日，"
        "《工伤认定申请表》（form.pdf 第1页）事故日期2026年9月18日，请核对。"
    )


def test_the_birth_of_somebody_else_does_not_count() -> None:
    theirs = id_card(id="d7", fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER, "birth_date": "2021-01-01"})
    assert outcomes("dates_in_order", facts(application(), id_card(), theirs)) == [("pass", "blocking")]


def test_a_broken_order_is_told_once_by_its_surest_days() -> None:
    told = ClaimInfo(injury=Injury(occurred_on=date(2026, 9, 18)))
    form = application(fields={"accident_date": field("2026-09-18", confidence=0.5), "diagnosed_on": "2026-09-08"})
    (one,) = findings("dates_in_order", facts(form, claim=told))
    assert (one.outcome, one.message_zh.count("网上申报信息")) == ("fail", 1)


def test_a_contract_that_ends_before_it_starts_fails() -> None:
    backwards = contract(fields={"starts_on": "2024-01-01", "ends_on": "2023-01-01"})
    said = [one.message_zh for one in findings("dates_in_order", facts(application(), backwards))]
    assert any("合同起始日期晚于合同终止日期" in message for message in said)


def test_a_renewed_contract_covers_the_accident() -> None:
    old = contract(fields={"starts_on": "2020-01-01", "ends_on": "2023-12-31", "signed_on": None})
    assert outcomes("dates_in_order", facts(application(), old)) == [("fail", "blocking")]
    assert outcomes("dates_in_order", facts(application(), old, contract(id="d8"))) == [("pass", "blocking")]


def test_an_open_ended_contract_covers_it() -> None:
    assert outcomes("dates_in_order", facts(application(), contract(fields={"ends_on": None}))) == [
        ("pass", "blocking")
    ]


def test_without_an_accident_it_could_not_run_but_still_tells_what_it_sees() -> None:
    form = application(fields={"accident_date": None, "filled_on": "2027-01-01"})
    assert outcomes("dates_in_order", facts(form)) == [("could_not_run", "blocking"), ("fail", "blocking")]


@pytest.mark.parametrize("value", ["", "2026年9月", "2026-02-30", "长期"])
def test_what_is_no_day_is_left_out(value: str) -> None:
    assert outcomes("dates_in_order", facts(application(fields={"filled_on": value}))) == [("pass", "blocking")]


@pytest.mark.parametrize(
    ("type_id", "name", "said"),
    [
        ("death_certificate", "died_on", "事故日期晚于死亡日期"),
        ("accident_investigation_report", "issued_on", "事故日期晚于出具日期"),
        ("witness_statement", "signed_on", "事故日期晚于出具日期"),
        ("police_receipt", "reported_on", "事故日期晚于出具日期"),
    ],
)
def test_papers_about_the_accident_come_after_it(type_id: str, name: str, said: str) -> None:
    paper = document(type_id, "paper.pdf", id="d9", fields={name: "2026-09-17"})
    (one,) = findings("dates_in_order", facts(application(), paper))
    assert one.outcome == "fail"
    assert said in one.message_zh


def test_a_record_older_than_the_accident_may_be_of_an_earlier_visit() -> None:
    record = document("outpatient_record", "booklet.pdf", id="d9", fields={"visited_on": "2025-03-02"})
    (one,) = findings("dates_in_order", facts(application(), record))
    assert (one.outcome, len(one.evidence)) == ("unsure", 2)


def test_visits_before_an_occupational_disease_was_diagnosed_are_its_own() -> None:
    record = document("outpatient_record", "booklet.pdf", id="d9", fields={"visited_on": "2025-03-02"})
    claim = facts(application(), record, claim=ClaimInfo(injury=Injury(kind="occupational_disease")))
    assert outcomes("dates_in_order", claim) == [("pass", "blocking")]


def test_the_police_may_name_another_day_for_the_accident() -> None:
    police = document("traffic_accident_determination", "p.pdf", id="d9", fields={"accident_date": "2026-09-17"})
    assert outcomes("dates_in_order", facts(application(), police)) == [("unsure", "blocking")]
