"""Does an unchanged claim need another look because the day is another than that of its report?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.batch.plan import IsDone
from pipeline.batch.state import ClaimState
from pipeline.report.report_file import REPORT_JSON, read_report

CLOCK_CHECKS = frozenset({"dates_in_order", "filing_deadline", "id_card_valid", "occupational_certificate_valid"})
"""Checks whose answer may be another tomorrow though the papers are the same."""


def never(_as_of: date) -> IsDone:
    """Every claim needs another look."""
    return lambda _folder, _state: False


def made_on(as_of: date) -> IsDone:
    """For that day: whether an unchanged claim's report was made on it."""
    return lambda _, state: state.as_of == as_of


def still_stands_on(as_of: date) -> IsDone:
    """For that day: whether an unchanged claim's report still stands."""

    def stands(folder: Path, state: ClaimState) -> bool:
        return state.as_of == as_of or not _depends_on_the_day(folder)

    return stands


def _depends_on_the_day(folder: Path) -> bool:
    report = read_report(folder / REPORT_JSON)
    return any(finding.check in CLOCK_CHECKS and finding.outcome != "not_applicable" for finding in report.findings)
