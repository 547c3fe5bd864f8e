"""``precheck sweep UPLOADS --out DIR``: the nightly sweep, once, now.

Checked are claims that are new or changed, and those whose clock moved: the day is another than that of their report,
and the report has a finding that depends on the day, such as a deadline or the validity of an ID card.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from pipeline.batch.plan import IsDone
from pipeline.batch.state import ClaimState
from pipeline.cli.batch_command import check_uploads
from pipeline.cli.options import add_batch_options
from pipeline.errors import ExitCode
from pipeline.report.report_file import REPORT_JSON, read_report

# Checks whose answer may be another tomorrow though the papers are the same.
CLOCK_CHECKS = frozenset({"dates_in_order", "filing_deadline", "id_card_valid", "occupational_certificate_valid"})


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("uploads", metavar="UPLOADS", type=Path, help="上传目录 | the folder of claims")
    add_batch_options(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Sweeps the uploads; the exit code tells whether all claims could be processed."""
    done = check_uploads(arguments, [arguments.uploads], needs_no_look_on)
    return ExitCode.CLAIM_FAILED if done.failures else ExitCode.DONE


def needs_no_look_on(as_of: date) -> IsDone:
    """For that day: whether an unchanged claim's report still stands."""

    def stands(folder: Path, state: ClaimState) -> bool:
        return state.as_of == as_of or not _depends_on_the_day(folder)

    return stands


def _depends_on_the_day(folder: Path) -> bool:
    report = read_report(folder / REPORT_JSON)
    return any(finding.check in CLOCK_CHECKS and finding.outcome != "not_applicable" for finding in report.findings)
