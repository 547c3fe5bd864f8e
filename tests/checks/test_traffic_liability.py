import pytest

from pipeline.models.claim import ClaimInfo, Injury
from pipeline.models.document import Document, Field
from tests.checks.building import application, document, facts, field, findings, outcomes

COMMUTE = ClaimInfo(injury=Injury(kind="commute_traffic"))


def determination(liability: str | Field | None) -> Document:
    fields = {} if liability is None else {"worker_liability": liability}
    return document("traffic_accident_determination", "police.pdf", id="d5", fields=fields)


@pytest.mark.parametrize("liability", ["none", "secondary", "equal"])
def test_up_to_equal_liability_qualifies(liability: str) -> None:
    assert outcomes("traffic_liability", facts(determination(liability), claim=COMMUTE)) == [("pass", "warning")]


@pytest.mark.parametrize(("liability", "said"), [("main", "主要责任"), ("full", "全部责任")])
def test_main_and_full_liability_are_a_warning(liability: str, said: str) -> None:
    (one,) = findings("traffic_liability", facts(determination(liability), claim=COMMUTE))
    assert (one.outcome, one.severity, one.subject) == ("fail", "warning", "d5")
    assert f"认定职工承担{said}" in one.message_zh


@pytest.mark.parametrize("liability", ["undetermined", "", None, field("main", "police.pdf", confidence=0.5)])
def test_a_liability_that_is_open_or_not_read_is_for_a_person_to_see(liability: str | Field | None) -> None:
    assert outcomes("traffic_liability", facts(determination(liability), claim=COMMUTE)) == [("unsure", "warning")]


def test_the_determination_itself_tells_that_it_was_a_traffic_accident() -> None:
    assert outcomes("traffic_liability", facts(application(), determination("full"))) == [("fail", "warning")]


def test_other_accidents_are_not_asked() -> None:
    workplace = ClaimInfo(injury=Injury(kind="workplace"))
    assert outcomes("traffic_liability", facts(determination("full"), claim=workplace)) == [
        ("not_applicable", "warning")
    ]
    assert outcomes("traffic_liability", facts(claim=COMMUTE)) == [("could_not_run", "warning")]


def test_a_liability_that_the_police_left_open_is_told_as_that() -> None:
    (one,) = findings("traffic_liability", facts(determination("undetermined"), claim=COMMUTE))
    assert "未认定事故责任" in one.message_zh
