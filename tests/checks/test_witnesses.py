import pytest

from pipeline.models.document import Document, Field
from pipeline.models.report import FileError
from tests.checks.building import (
    NAME,
    NUMBER,
    OTHER_NAME,
    OTHER_NUMBER,
    application,
    document,
    facts,
    field,
    findings,
    id_card,
    outcomes,
    page,
)

THIRD_NAME, THIRD_NUMBER = "王立冬", "220125197508209987"
BRING = "请补交证人证言（至少二位证人，证人需签名摁手印，提供证人身份证复印件）。"


def statement(name: str | Field | None, at: int = 1, **fields: str) -> Document:
    named = {"witness_name": name} if name is not None else {}
    return document("witness_statement", f"statement{at}.pdf", id=f"w{at}", fields={**named, **fields})


def card(name: str | Field | None, number: str | None, at: int = 1) -> Document:
    told = {"name": name, "id_number": number, "sex": None, "birth_date": None}
    return id_card(id=f"c{at}", file=f"card{at}.jpg", fields=told)


LI, WANG = statement(OTHER_NAME, 1), statement(THIRD_NAME, 2)
LIS, WANGS = card(OTHER_NAME, OTHER_NUMBER, 1), card(THIRD_NAME, THIRD_NUMBER, 2)


def test_two_witnesses_with_their_cards_pass() -> None:
    assert outcomes("witnesses", facts(application(), id_card(), LI, WANG, LIS, WANGS)) == [("pass", "blocking")]


@pytest.mark.parametrize(
    "statements",
    [
        (LI, statement(OTHER_NAME, 2)),
        (LI,),
        (statement(OTHER_NAME, 1, witness_id_number=OTHER_NUMBER), statement(None, 2, witness_id_number=OTHER_NUMBER)),
    ],
)
def test_one_person_is_too_few(statements: tuple[Document, ...]) -> None:
    (one,) = findings("witnesses", facts(application(), LIS, *statements))
    assert (one.outcome, one.severity, one.remedy_zh) == ("fail", "blocking", BRING)
    assert "证人1位，少于2位" in one.message_zh
    assert len(one.evidence) == len(statements)


def test_no_statement_at_all_says_where_was_searched() -> None:
    (one,) = findings("witnesses", facts(application()))
    assert (one.outcome, one.evidence) == ("fail", ())
    assert "已查看：上传的全部4页" in one.message_zh


def test_the_workers_own_statement_does_not_count() -> None:
    (one,) = findings("witnesses", facts(application(), LI, LIS, statement(NAME, 2), id_card()))
    assert one.outcome == "fail"
    assert "受伤职工本人" in one.message_zh


@pytest.mark.parametrize("second", ["李春蒸", field("王立冬", "statement2.pdf", confidence=0.6), None])
def test_a_name_that_may_be_the_same_is_for_a_person_to_see(second: str | Field | None) -> None:
    found = findings("witnesses", facts(application(), LI, LIS, statement(second, 2), WANGS))
    assert {one.outcome for one in found} == {"unsure"}


def test_namesakes_with_different_numbers_may_be_two_people() -> None:
    second = statement(OTHER_NAME, 2, witness_id_number=THIRD_NUMBER)
    first = statement(OTHER_NAME, 1, witness_id_number=OTHER_NUMBER)
    claim = facts(application(), first, second, LIS, card(OTHER_NAME, THIRD_NUMBER, 2))
    assert outcomes("witnesses", claim) == [("unsure", "blocking")]


def test_a_witness_without_card_is_named() -> None:
    (one,) = findings("witnesses", facts(application(), id_card(), LI, WANG, LIS))
    assert (one.outcome, one.subject, one.remedy_zh) == ("fail", "w2", "请提供证人王立冬身份证复印件。")


def test_a_card_that_is_known_by_its_number_will_do() -> None:
    claim = facts(
        application(), LI, statement(THIRD_NAME, 2, witness_id_number=THIRD_NUMBER), LIS, card(None, THIRD_NUMBER, 2)
    )
    assert outcomes("witnesses", claim) == [("pass", "blocking")]


def test_a_card_whose_name_was_not_surely_read_may_be_the_witnesses() -> None:
    unread = card(field("王立", "card2.jpg", confidence=0.5), None, 2)
    assert outcomes("witnesses", facts(application(), LI, WANG, LIS, unread)) == [("unsure", "blocking")]


@pytest.mark.parametrize(
    "hidden",
    [
        {"pages": [page("scan.jpg")]},
        {"errors": (FileError(file="a.pdf", code="damaged", message_zh="文件损坏。", message_en="Damaged."),)},
    ],
)
def test_what_may_be_on_a_page_that_was_not_sorted_does_not_fail(hidden: dict[str, object]) -> None:
    claim = facts(application(), LI, **hidden)  # type: ignore[arg-type]
    assert outcomes("witnesses", claim) == [("unsure", "blocking"), ("unsure", "blocking")]


def test_the_workers_number_on_a_witness_statement_is_the_workers() -> None:
    own = statement("张志近", 2, witness_id_number=NUMBER)
    assert ("fail", "blocking") in outcomes("witnesses", facts(application(), LI, LIS, own))


def test_names_that_share_nothing_are_two_witnesses_though_not_quite_surely_read() -> None:
    second = statement(field(THIRD_NAME, "statement2.pdf", confidence=0.8), 2)
    assert outcomes("witnesses", facts(application(), id_card(), LI, second, LIS, WANGS))[0] == ("pass", "blocking")


def test_names_that_share_a_character_are_not_surely_two_witnesses() -> None:
    second = statement(field(THIRD_NAME[0] + OTHER_NAME[1:], "statement2.pdf", confidence=0.8), 2)
    found = findings("witnesses", facts(application(), id_card(), LI, second, LIS, WANGS))
    assert {one.outcome for one in found} == {"unsure"}


def test_a_name_guessed_from_a_sentence_makes_no_doubt_when_other_papers_surely_say_it() -> None:
    guessed = field(NAME, confidence=0.85)
    first = document(
        "witness_statement", "s1.pdf", id="w1", fields={"witness_name": OTHER_NAME, "worker_name": guessed}
    )
    claim = facts(application(), id_card(), first, WANG, LIS, WANGS)
    assert outcomes("witnesses", claim) == [("pass", "blocking")]
