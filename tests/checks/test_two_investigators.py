import pytest

from pipeline.models.claim import ClaimInfo, Injury
from tests.checks.building import application, document, facts, findings, outcomes


@pytest.mark.parametrize("injury", [Injury(fatal=True), Injury(serious=True)])
def test_the_portal_says_that_two_are_to_be_sent(injury: Injury) -> None:
    (one,) = findings("two_investigators", facts(application(), claim=ClaimInfo(injury=injury)))
    assert (one.outcome, one.severity) == ("fail", "info")
    assert "网上申报信息" in one.message_zh
    assert "需派两名工作人员进行调查" in one.message_zh
    assert one.remedy_zh == ""


def test_a_death_certificate_says_it_too() -> None:
    (one,) = findings("two_investigators", facts(application(), document("death_certificate", "death.pdf", id="d9")))
    assert (one.outcome, one.evidence[0].file) == ("fail", "death.pdf")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("经抢救无效于当日死亡", "unsure"),
        ("从脚手架坠落，当场身亡", "unsure"),
        ("在工作岗位上猝死", "unsure"),
        ("造成重伤", "unsure"),
        ("入院时生命垂危", "unsure"),
        ("医院下达病危通知", "unsure"),
        ("未造成人员死亡", "pass"),
        ("无危重伤员", "pass"),
        ("长期接触职业病危害因素", "pass"),
    ],
)
def test_words_alone_are_for_a_person_to_see(words: str, outcome: str) -> None:
    assert outcomes("two_investigators", facts(application(fields={"narrative": words}))) == [(outcome, "info")]


def test_the_portals_no_decides_over_words() -> None:
    told = ClaimInfo(injury=Injury(fatal=False, serious=False))
    form = application(fields={"narrative": "经抢救无效死亡"})
    assert outcomes("two_investigators", facts(form, claim=told)) == [("pass", "info")]


def test_without_a_word_it_could_not_run() -> None:
    assert outcomes("two_investigators", facts()) == [("could_not_run", "info")]
