from datetime import date

import pytest

from pipeline.models.claim import ClaimInfo
from pipeline.models.finding import Evidence, Finding
from tests.checks.building import (
    NAME,
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
    spot,
)

BASIS = ("《居民身份证法》第五条、第十一条", "长春市申报材料清单第六项：工伤职工身份证原件及复印件")
FILED = ClaimInfo(submitted_on=date(2026, 10, 8))


def test_a_whole_card_within_its_validity_passes() -> None:
    assert findings("id_card_valid", facts(application(), id_card())) == (
        Finding(
            check="id_card_valid",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="职工身份证正反面齐全，且在有效期内。",
            message_en="The worker's ID card is complete and valid.",
            basis=BASIS,
        ),
    )


def test_an_expired_card_fails_on_the_day_of_filing() -> None:
    until = field("2026-10-07", "card.jpg", text="2006.10.07-2026.10.07")
    claim = facts(application(), id_card(fields={"valid_until": until}), claim=FILED)
    assert findings("id_card_valid", claim) == (
        Finding(
            check="id_card_valid",
            outcome="fail",
            severity="blocking",
            subject="d2",
            message_zh="《居民身份证》（card.jpg 第1页）有效期至2026年10月7日，至申报日2026年10月8日已过期。",
            message_en="valid until 2026-10-07 (id card (card.jpg page 1)): the ID card is expired on 2026-10-08.",
            remedy_zh="请提供有效期内的居民身份证。",
            basis=BASIS,
            evidence=(spot(until),),
        ),
    )


@pytest.mark.parametrize(
    ("until", "outcome"),
    [
        ("长期", "pass"),
        ("2026-10-08", "pass"),
        (field("2026-10-07", "card.jpg", confidence=0.8), "unsure"),
        (field("2036-10-07", "card.jpg", confidence=0.8), "unsure"),
        ("", "unsure"),
        (None, "unsure"),
    ],
)
def test_validity(until: object, outcome: str) -> None:
    claim = facts(application(), id_card(fields={"valid_until": until}), claim=FILED)
    assert outcomes("id_card_valid", claim) == [(outcome, "blocking")]


def test_without_a_day_of_filing_the_day_of_the_check_counts() -> None:
    assert outcomes("id_card_valid", facts(application(), id_card(fields={"valid_until": "2026-11-22"}))) == [
        ("fail", "blocking")
    ]


def test_a_missing_back_fails_and_shows_the_front() -> None:
    (one,) = findings("id_card_valid", facts(application(), id_card(parts=("front",))))
    assert (one.outcome, one.subject) == ("fail", "d2")
    assert one.message_zh == f"《居民身份证》（card.jpg 第1页）：{NAME}的身份证没有国徽面。"
    assert one.evidence == (Evidence(file="card.jpg", page=1),)


def test_an_unsorted_page_in_the_same_file_may_be_the_back() -> None:
    claim = facts(application(), id_card(parts=("front",)), pages=[page("card.jpg", 2)])
    assert outcomes("id_card_valid", claim) == [("unsure", "blocking")]


def test_somebody_elses_card_weighs_less() -> None:
    theirs = id_card(id="d7", file="w.jpg", parts=("front",), fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER})
    assert outcomes("id_card_valid", facts(application(), id_card(), theirs)) == [("fail", "warning")]


def test_only_somebody_elses_card_leaves_nothing_to_check() -> None:
    theirs = id_card(id="d7", file="w.jpg", fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER})
    assert outcomes("id_card_valid", facts(application(), theirs)) == [("could_not_run", "blocking")]


def test_a_household_register_will_do() -> None:
    claim = facts(application(), document("household_register", "book.pdf", id="d9"))
    assert outcomes("id_card_valid", claim) == [("not_applicable", "blocking")]
