from datetime import date

import pytest

from pipeline.casework.same_accident import identity_of
from pipeline.models.claim import ClaimInfo, Injury, Worker
from pipeline.models.claim_identity import ClaimIdentity
from tests.checks.building import NAME, NUMBER, OTHER_NUMBER, application, document, facts, findings, id_card, outcomes

OTHER = ClaimIdentity(
    claim_id="CC2026-00007",
    name=NAME,
    name_confidence=0.98,
    id_number=NUMBER,
    id_number_confidence=0.98,
    occurred_on=date(2026, 9, 18),
    occurred_on_confidence=0.98,
)


def against(**changed: object) -> list[tuple[str, str]]:
    return outcomes("duplicate_claim", facts(application(), id_card(), others=(OTHER.model_copy(update=changed),)))


def test_no_other_claim_passes() -> None:
    assert outcomes("duplicate_claim", facts(application(), id_card())) == [("pass", "warning")]


def test_the_same_worker_and_accident_fail_and_name_the_other_claim() -> None:
    (one,) = findings("duplicate_claim", facts(application(), others=(OTHER,)))
    assert (one.outcome, one.severity) == ("fail", "warning")
    assert one.message_zh == "本申请与申请CC2026-00007为同一职工的同一事故。"
    assert len(one.evidence) == 3


@pytest.mark.parametrize(
    "changed",
    [
        {"id_number": ""},
        {"occurred_on": None},
        {"occurred_on": date(2026, 9, 13), "occurred_on_confidence": 0.5},
        {"id_number": "220104198501019994"},
    ],
)
def test_a_claim_that_may_be_the_same_is_for_a_person_to_see(changed: dict[str, object]) -> None:
    assert against(**changed) == [("unsure", "warning")]


@pytest.mark.parametrize(
    "changed",
    [{"occurred_on": date(2025, 3, 2)}, {"id_number": OTHER_NUMBER}, {"id_number": "", "name": "李春燕"}],
)
def test_another_accident_and_another_worker_are_another_claim(changed: dict[str, object]) -> None:
    assert against(**changed) == [("pass", "warning")]


def test_the_portals_data_alone_will_do() -> None:
    told = ClaimInfo(worker=Worker(name=NAME, id_number=NUMBER), injury=Injury(occurred_on=date(2026, 9, 18)))
    (one,) = findings("duplicate_claim", facts(claim=told, others=(OTHER,)))
    assert (one.outcome, one.evidence) == ("fail", ())


def test_a_claim_is_known_by_the_number_that_is_valid() -> None:
    misread = application(fields={"id_number": "220104198501019990"})
    assert identity_of("C1", facts(misread, id_card())).id_number == NUMBER


def test_an_occupational_disease_is_known_by_its_diagnosis() -> None:
    form = application(fields={"accident_date": None, "diagnosed_on": None})
    paper = document("occupational_disease_certificate", "disease.pdf", id="d9", fields={"issued_on": "2026-03-18"})
    assert identity_of("C1", facts(form, paper)).occurred_on == date(2026, 3, 18)


def test_without_a_worker_it_could_not_run() -> None:
    assert outcomes("duplicate_claim", facts(others=(OTHER,))) == [("could_not_run", "warning")]
