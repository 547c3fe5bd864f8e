import pytest

from pipeline.models.claim import ClaimInfo, Worker
from pipeline.models.finding import Finding
from tests.checks.building import (
    NUMBER,
    application,
    contract,
    document,
    facts,
    field,
    findings,
    id_card,
    outcomes,
    page,
    spot,
)

BASIS = ("GB 11643-1999《公民身份号码》", "《居民身份证法》第三条")
WRONG = "220104198501019998"


def test_valid_numbers_pass_once() -> None:
    claim = facts(application(), id_card(), contract(), claim=ClaimInfo(worker=Worker(id_number=NUMBER)))
    assert findings("id_number_valid", claim) == (
        Finding(
            check="id_number_valid",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="已校验4处身份证号码，均有效。",
            message_en="All 4 ID numbers are valid.",
            basis=BASIS,
        ),
    )


def test_a_wrong_check_character_fails_without_showing_the_number() -> None:
    read = field(WRONG, "card.jpg")
    claim = facts(id_card(fields={"id_number": read}))
    assert findings("id_number_valid", claim) == (
        Finding(
            check="id_number_valid",
            outcome="fail",
            severity="blocking",
            subject="d2",
            message_zh="《居民身份证》（card.jpg 第1页）的身份证号码220104********9998校验码不符。",
            message_en="ID number 220104********9998 on id card (card.jpg page 1) has a wrong check character.",
            remedy_zh="请对照身份证原件核对并更正身份证号码。",
            basis=BASIS,
            evidence=(spot(read).model_copy(update={"text": "220104********9998"}),),
        ),
    )


@pytest.mark.parametrize(("confidence", "outcome"), [(0.95, "unsure"), (0.99, "fail")])
def test_a_number_on_a_photo_has_to_be_read_more_surely(confidence: float, outcome: str) -> None:
    read = field(WRONG, "card.jpg", confidence=confidence)
    claim = facts(id_card(fields={"id_number": read}), pages=[page("card.jpg", origin="photo")])
    assert outcomes("id_number_valid", claim) == [(outcome, "blocking")]


def test_a_doubtful_reading_is_unsure_and_its_look_alikes_are_proposed() -> None:
    read = field("220104198501018999", "card.jpg", confidence=0.8)
    (one,) = findings("id_number_valid", facts(id_card(fields={"id_number": read})))
    assert one.outcome == "unsure"
    assert "或为“" in one.message_zh
    assert "220104198501018999" not in one.message_zh


@pytest.mark.parametrize("misread", ["220164198501019999", "22010419850101999"])
def test_what_may_be_a_misreading_of_a_valid_number_is_unsure(misread: str) -> None:
    claim = facts(id_card(), contract(fields={"worker_id_number": misread}))
    assert outcomes("id_number_valid", claim) == [("unsure", "blocking")]
    slip = facts(id_card(), contract(fields={"worker_id_number": "220104198501019994"}))
    assert outcomes("id_number_valid", slip) == [("unsure", "blocking")]
    other = facts(id_card(), contract(fields={"worker_id_number": "220104198501019991"}))
    assert outcomes("id_number_valid", other) == [("fail", "blocking")]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("2201041985010199", "位数不对"),
        ("22010419850101999甲", "含有不应出现的字符"),
        ("220102199002309993", "出生日期不存在"),
        ("990104198501019990", "省级代码不存在"),
    ],
)
def test_faults_are_named(number: str, said: str) -> None:
    (one,) = findings("id_number_valid", facts(contract(fields={"worker_id_number": number})))
    assert (one.outcome, said in one.message_zh) == ("fail", True)


def test_the_portals_number_is_checked_too() -> None:
    (one,) = findings("id_number_valid", facts(claim=ClaimInfo(worker=Worker(id_number=WRONG))))
    assert (one.outcome, one.evidence) == ("fail", ())
    assert one.message_zh == "网上申报信息的身份证号码220104********9998校验码不符。"


def test_an_old_number_is_a_warning() -> None:
    assert outcomes("id_number_valid", facts(contract(fields={"worker_id_number": "130503670401001"}))) == [
        ("fail", "warning")
    ]
    told = facts(claim=ClaimInfo(worker=Worker(id_number="130503670401001")))
    assert outcomes("id_number_valid", told) == [("fail", "warning")]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("birth_date", "1985-01-02", "出生日期“1985年1月2日”与身份证号码不符"), ("sex", "女", "性别“女”与身份证号码不符")],
)
def test_what_stands_beside_the_number_has_to_agree(name: str, value: str, said: str) -> None:
    (one,) = findings("id_number_valid", facts(application(fields={name: value})))
    assert (one.outcome, said in one.message_zh, len(one.evidence)) == ("fail", True, 2)
    doubtful = facts(application(fields={name: field(value, confidence=0.7)}))
    assert outcomes("id_number_valid", doubtful) == [("unsure", "blocking")]


def test_without_a_number_it_could_not_run() -> None:
    assert outcomes("id_number_valid", facts(id_card(fields={"id_number": ""}))) == [("could_not_run", "blocking")]


@pytest.mark.parametrize(("numbers", "outcome"), [(f"{NUMBER}、{NUMBER}", "pass"), (f"{NUMBER}、{WRONG}", "fail")])
def test_each_member_of_a_household_register_has_a_number(numbers: str, outcome: str) -> None:
    register = document("household_register", "register.pdf", fields={"id_number": numbers})
    said = findings("id_number_valid", facts(register))
    assert {finding.outcome for finding in said} == {outcome}
    assert all(NUMBER not in finding.message_zh for finding in said)
