import pytest

from pipeline.models.claim import ClaimInfo, Worker
from pipeline.models.finding import Finding
from tests.checks.building import (
    NAME,
    NUMBER,
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

BASIS = ("吉林智慧人社网厅：员工信息检测", "长春市申报材料清单第六项：工伤职工身份证原件及复印件")
WORKER = ClaimInfo(worker=Worker(name=NAME, id_number=NUMBER))


def test_agreement_passes_and_counts_the_places() -> None:
    claim = facts(application(), id_card(), contract(), certificate(), claim=WORKER)
    assert findings("identity_consistent", claim) == (
        Finding(
            check="identity_consistent",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="职工身份信息一致（职工姓名5处、身份证号码4处、性别3处、出生日期2处）。",
            message_en="The worker's identity agrees in 14 places.",
            basis=BASIS,
        ),
    )


def test_another_name_fails_with_all_places_side_by_side() -> None:
    form, paper = application(), certificate(fields={"patient_name": "张志强"})
    assert findings("identity_consistent", facts(form, paper)) == (
        Finding(
            check="identity_consistent",
            outcome="fail",
            severity="blocking",
            subject="claim",
            message_zh="职工姓名不一致：《工伤认定申请表》（form.pdf 第1页）为“张志远”；"
            "《诊断证明书》（diagnosis.jpg 第1页）为“张志强”。",
            message_en="The worker's name differs: 张志远 in work injury application (form.pdf page 1); "
            "张志强 in diagnosis certificate (diagnosis.jpg page 1).",
            remedy_zh="请核对并更正职工姓名，使各份材料与身份证一致。",
            basis=BASIS,
            evidence=(spot(form.fields["worker_name"]), spot(paper.fields["patient_name"])),
        ),
    )


@pytest.mark.parametrize(
    "paper",
    [
        certificate(fields={"patient_name": "张志运"}),
        certificate(fields={"patient_name": field("张志强", "diagnosis.jpg", confidence=0.7)}),
        contract(fields={"worker_id_number": field(OTHER_NUMBER, "contract.pdf", confidence=0.7)}),
        contract(fields={"worker_id_number": "220164198501019999"}),
    ],
)
def test_look_alikes_and_doubtful_readings_are_unsure(paper: object) -> None:
    assert outcomes("identity_consistent", facts(application(), paper)) == [("unsure", "blocking")]  # type: ignore[arg-type]


def test_another_number_fails_and_says_which_digits_differ() -> None:
    (one,) = findings("identity_consistent", facts(application(), contract(fields={"worker_id_number": OTHER_NUMBER})))
    assert one.outcome == "fail"
    assert "220104********9999" in one.message_zh
    assert "220181********9982" in one.message_zh
    assert "（第5、6、9、10、12、13、14、17、18位不同）" in one.message_zh


@pytest.mark.parametrize(("name", "value"), [("sex", "女"), ("birth_date", "1985-01-02")])
def test_sex_and_birth_date_count(name: str, value: str) -> None:
    assert outcomes("identity_consistent", facts(application(), id_card(fields={name: value}))) == [
        ("fail", "blocking")
    ]


def test_somebody_elses_card_is_not_compared() -> None:
    theirs = id_card(fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER, "sex": "女", "birth_date": "1978-06-15"})
    assert outcomes("identity_consistent", facts(application(), contract(), theirs)) == [("pass", "blocking")]


def test_a_witness_whom_another_statement_seems_to_name_as_the_worker_is_not_the_worker() -> None:
    theirs = id_card(fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER, "sex": "女", "birth_date": "1978-06-15"})
    first = document("witness_statement", "one.pdf", fields={"witness_name": OTHER_NAME})
    second = document("witness_statement", "two.pdf", fields={"worker_name": field(OTHER_NAME, confidence=0.85)})
    claim = facts(application(), contract(), id_card(), theirs, first, second)
    assert outcomes("identity_consistent", claim) == [("pass", "blocking")]


def test_a_card_with_the_workers_number_and_another_name_is_compared() -> None:
    assert outcomes("identity_consistent", facts(application(), id_card(fields={"name": OTHER_NAME}))) == [
        ("fail", "blocking")
    ]


def test_the_portals_data_count() -> None:
    told = ClaimInfo(worker=Worker(name=OTHER_NAME))
    assert outcomes("identity_consistent", facts(application(), claim=told)) == [("fail", "blocking")]


def test_how_the_portal_writes_a_number_does_not_matter() -> None:
    told = ClaimInfo(worker=Worker(id_number="110105 19491231 002x"))
    card = application(fields={"id_number": "11010519491231002X"})
    assert outcomes("identity_consistent", facts(card, claim=told)) == [("pass", "blocking")]


def test_one_place_is_nothing_to_compare() -> None:
    assert outcomes("identity_consistent", facts(certificate())) == [("could_not_run", "blocking")]
