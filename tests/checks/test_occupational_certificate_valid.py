from datetime import date

import pytest

from pipeline.models.claim import ClaimInfo, Injury
from pipeline.models.document import Document, Field
from tests.checks.building import application, document, facts, field, findings, outcomes

FILED = ClaimInfo(submitted_on=date(2026, 10, 8))


def certificate(**fields: str | Field) -> Document:
    return document("occupational_disease_certificate", "disease.pdf", id="d5", fields=fields)


@pytest.mark.parametrize(
    "fields", [{"valid_until": "2027-03-18"}, {"valid_until": "长期"}, {"issued_on": "2026-03-18"}]
)
def test_a_certificate_within_its_validity_passes(fields: dict[str, str]) -> None:
    assert outcomes("occupational_certificate_valid", facts(certificate(**fields), claim=FILED)) == [
        ("pass", "warning")
    ]


def test_a_certificate_that_ended_before_the_filing_is_a_warning() -> None:
    (one,) = findings("occupational_certificate_valid", facts(certificate(valid_until="2026-09-18"), claim=FILED))
    assert (one.outcome, one.severity, one.subject) == ("fail", "warning", "d5")
    assert "至申报日2026年10月8日已过期" in one.message_zh
    assert one.remedy_zh == "请提供有效期内的职业病诊断书。"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"valid_until": field("2026-09-18", "disease.pdf", confidence=0.5)},
        {"valid_until": field("2027-09-18", "disease.pdf", confidence=0.5)},
        {"valid_until": ""},
    ],
)
def test_a_date_that_was_not_surely_read_is_for_a_person_to_see(fields: dict[str, Field]) -> None:
    assert outcomes("occupational_certificate_valid", facts(certificate(**fields), claim=FILED)) == [
        ("unsure", "warning")
    ]


def test_only_an_occupational_disease_needs_one() -> None:
    disease = ClaimInfo(injury=Injury(kind="occupational_disease"))
    appraisal = document("occupational_disease_appraisal", "appraisal.pdf", id="d6")
    assert outcomes("occupational_certificate_valid", facts(application())) == [("not_applicable", "warning")]
    assert outcomes("occupational_certificate_valid", facts(claim=disease)) == [("could_not_run", "warning")]
    assert outcomes("occupational_certificate_valid", facts(appraisal, claim=disease)) == [
        ("not_applicable", "warning")
    ]
