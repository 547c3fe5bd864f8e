from datetime import date

import pytest

from pipeline.models.claim import ClaimInfo, Injury
from pipeline.models.finding import Finding
from tests.checks.building import application, document, facts, field, findings, outcomes, spot

BASIS = ("《工伤保险条例》第十七条", "《民法典》第二百零一条至第二百零三条")


def claim(occurred: date, filed: date | None = None, **told: object) -> ClaimInfo:
    return ClaimInfo.model_validate(
        {"injury": Injury(kind="workplace", occurred_on=occurred), "submitted_on": filed, **told}
    )


def test_filed_in_time_passes() -> None:
    form = application(fields={"accident_date": "2026-09-18"})
    told = ClaimInfo(submitted_on=date(2026, 10, 8))
    assert findings("filing_deadline", facts(form, claim=told)) == (
        Finding(
            check="filing_deadline",
            outcome="pass",
            severity="warning",
            subject="claim",
            message_zh="《工伤认定申请表》（form.pdf 第1页）事故日期2026年9月18日，用人单位申请时限30日"
            "（自次日起算，因2026年10月18日为周末或节假日而顺延），最后一天为2026年10月19日，已于2026年10月8日申报。",
            message_en="accident 2026-09-18 (work injury application (form.pdf page 1)); "
            "the last day to apply is 2026-10-19; filed on 2026-10-08.",
            basis=BASIS,
            evidence=(spot(form.fields["accident_date"]),),
        ),
    )


def test_filed_late_is_a_warning_with_the_days() -> None:
    form = application(fields={"accident_date": "2026-09-01"})
    (one,) = findings("filing_deadline", facts(form, claim=ClaimInfo(submitted_on=date(2026, 10, 20))))
    assert (one.outcome, one.severity, one.evidence) == ("fail", "warning", (spot(form.fields["accident_date"]),))
    assert "最后一天为2026年10月8日，申报日2026年10月20日为第49天，已超过12天；超期期间" in one.message_zh


@pytest.mark.parametrize(
    ("info", "outcome"),
    [
        (claim(date(2026, 9, 1), date(2026, 10, 8)), "pass"),
        (claim(date(2026, 9, 1), date(2026, 10, 9)), "fail"),
        (claim(date(2026, 9, 1), date(2026, 10, 9), applicant="worker"), "pass"),
        (claim(date(2025, 9, 1), date(2026, 9, 1), applicant="relative"), "pass"),
        (claim(date(2025, 9, 1), date(2026, 9, 2), applicant="union"), "fail"),
        (claim(date(2026, 9, 1), date(2026, 10, 30), extension_granted_until=date(2026, 10, 30)), "pass"),
        (claim(date(2026, 9, 1), date(2026, 10, 31), extension_granted_until=date(2026, 10, 30)), "fail"),
        (claim(date(2026, 11, 1)), "pass"),  # last day 1 December, eight days after the check
        (claim(date(2026, 10, 27)), "unsure"),  # last day 26 November, three days left
        (claim(date(2026, 10, 28)), "pass"),
        (claim(date(2026, 10, 1)), "fail"),
    ],
)
def test_periods(info: ClaimInfo, outcome: str) -> None:
    assert outcomes("filing_deadline", facts(claim=info)) == [(outcome, "warning")]


def test_after_a_year_the_exceptions_are_pointed_to() -> None:
    (one,) = findings("filing_deadline", facts(claim=claim(date(2025, 1, 6), date(2026, 10, 9))))
    assert "已超过1年，请核对是否有依法不计入申请时限的期间" in one.message_zh


def test_a_day_that_was_not_surely_read_is_unsure() -> None:
    for day in ("2026-09-18", "2025-09-18"):
        form = application(fields={"accident_date": field(day, confidence=0.8)})
        told = ClaimInfo(submitted_on=date(2026, 10, 8))
        assert outcomes("filing_deadline", facts(form, claim=told)) == [("unsure", "warning")]


def test_a_disease_counts_from_its_diagnosis() -> None:
    told = ClaimInfo(injury=Injury(kind="occupational_disease"), submitted_on=date(2026, 10, 8))
    paper = document("occupational_disease_certificate", "d.pdf", fields={"issued_on": "2026-09-20"})
    (one,) = findings("filing_deadline", facts(paper, claim=told))
    assert (one.outcome, "职业病诊断日期2026年9月20日" in one.message_zh) == ("pass", True)


def test_a_year_without_a_holiday_notice_is_remarked() -> None:
    (one,) = findings("filing_deadline", facts(claim=claim(date(2026, 12, 10), date(2026, 12, 12))))
    assert "该年度节假日安排未知" in one.message_zh


def test_without_a_day_it_could_not_run() -> None:
    assert outcomes("filing_deadline", facts()) == [("could_not_run", "warning")]


def test_an_award_among_the_papers_leaves_the_year_open() -> None:
    award = document("arbitration_or_judgment", "award.pdf", id="d9")
    info = claim(date(2025, 6, 1), date(2026, 10, 1), applicant="worker")
    assert outcomes("filing_deadline", facts(award, claim=info)) == [("unsure", "warning")]
    assert outcomes("filing_deadline", facts(claim=info)) == [("fail", "warning")]
