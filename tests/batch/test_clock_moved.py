from datetime import date

import pytest

from pipeline.batch.clock_moved import CLOCK_CHECKS, made_on, never, still_stands_on
from pipeline.batch.state import ClaimState
from pipeline.declare import checks
from pipeline.report.report_file import report_json
from tests.report.example import a_finding, example_report

CHECKED, LATER = date(2026, 11, 23), date(2026, 11, 24)
STATE = ClaimState(claim_id="C", content="c", making="m", as_of=CHECKED, timings_ms={})


def stands(tmp_path, day, *findings):
    (tmp_path / "report.json").write_bytes(report_json(example_report(findings=findings)))
    return still_stands_on(day)(tmp_path, STATE)


@pytest.mark.parametrize("outcome", ["pass", "fail", "unsure", "could_not_run"])
@pytest.mark.parametrize("check", sorted(CLOCK_CHECKS))
def test_a_claim_with_a_deadline_is_looked_at_again_when_the_day_moved(tmp_path, check, outcome):
    assert stands(tmp_path, CHECKED, a_finding(check, outcome))
    assert not stands(tmp_path, LATER, a_finding(check, outcome))


def test_a_claim_without_a_deadline_is_left_alone(tmp_path):
    findings = (a_finding("missing_seal", "fail"), *(a_finding(check, "not_applicable") for check in CLOCK_CHECKS))
    assert stands(tmp_path, LATER, *findings)


def test_a_run_asks_for_the_day_and_a_fresh_one_for_everything(tmp_path):
    assert made_on(CHECKED)(tmp_path, STATE)
    assert not made_on(LATER)(tmp_path, STATE)
    assert not never(CHECKED)(tmp_path, STATE)


def test_the_checks_with_a_clock_are_checks_of_the_catalogue():
    planned_for_later = {"occupational_certificate_valid"}
    assert CLOCK_CHECKS - planned_for_later <= {check.id for check in checks()}
