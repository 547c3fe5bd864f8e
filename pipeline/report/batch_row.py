"""What does one line say about a claim, in batch.json, the index page and the worklist?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pydantic

from pipeline.errors import PrecheckError
from pipeline.models.base import Model
from pipeline.models.report import ClaimReport, FileError
from pipeline.report.finding_view import check_title
from pipeline.report.parties import parties
from pipeline.report.report_file import REPORT_HTML, REPORT_JSON, read_report
from pipeline.report.wording import RowVerdict
from pipeline.text.masking import mask_id_numbers

FAILED_CODE = "claim_failed"
_PRIORITY_CHECK = "two_investigators"
BY_URGENCY: tuple[RowVerdict, ...] = ("failed", "correction", "review", "ready")


class BatchRow(Model):
    """A claim in a line. ``folder`` and ``report`` are relative to the batch; identity numbers are masked.

    ``priority`` says why the claim comes before others of its verdict; it is empty for most.
    """

    claim_id: str
    folder: str
    verdict: RowVerdict
    as_of: str = ""
    priority: str = ""
    worker: str = ""
    worker_id_masked: str = ""
    employer: str = ""
    pages: int = 0
    failed: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    report: str = ""
    timings_ms: dict[str, int] = pydantic.Field(default_factory=dict)


def batch_row(report: ClaimReport, folder: str, timings_ms: Mapping[str, int]) -> BatchRow:
    """The line of a claim whose report lies in that folder of the batch."""
    about = parties(report)
    is_failed = any(error.code == FAILED_CODE for error in report.errors)
    return BatchRow(
        claim_id=mask_id_numbers(report.claim_id),
        folder=folder,
        verdict="failed" if is_failed else report.verdict,
        as_of=report.as_of.isoformat(),
        priority=_priority(report),
        worker=about.worker,
        worker_id_masked=about.worker_id_masked,
        employer=about.employer,
        pages=len(report.pages),
        failed=_titles(report, {"fail"}, blocking=True),
        doubtful=_titles(report, {"unsure", "could_not_run"}, blocking=True),
        reminders=_titles(report, {"fail", "unsure"}, blocking=False),
        errors=tuple(mask_id_numbers(_told(error)) for error in report.errors),
        report=f"{folder}/{REPORT_HTML}",
        timings_ms=dict(timings_ms or report.timings_ms or {}),
    )


def read_rows(out: Path, timings_ms: Mapping[str, Mapping[str, int]]) -> tuple[BatchRow, ...]:
    """The lines of all finished claims in a folder of reports, those to act on first.

    Args:
        out: the folder of reports.
        timings_ms: for each claim's folder how long its stages took, where that is known.

    Returns:
        One line a claim; a report that cannot be read has a line that says so.
    """
    rows = [_row(path, timings_ms.get(path.parent.name, {})) for path in sorted(out.glob(f"[!.]*/{REPORT_JSON}"))]
    return tuple(sorted(rows, key=_rank))


def _row(path: Path, timings_ms: Mapping[str, int]) -> BatchRow:
    folder = path.parent.name
    try:
        return batch_row(read_report(path), folder, timings_ms)
    except PrecheckError as error:
        return BatchRow(claim_id=mask_id_numbers(folder), folder=folder, verdict="failed", errors=(error.message_zh,))


def _rank(row: BatchRow) -> tuple[int, bool, str, str]:
    return BY_URGENCY.index(row.verdict), not row.priority, row.claim_id, row.folder


def _priority(report: ClaimReport) -> str:
    """Death and serious injury need two investigators."""
    outcomes = {finding.outcome for finding in report.findings if finding.check == _PRIORITY_CHECK}
    return "需两人调查" if "fail" in outcomes else "可能需两人调查" if "unsure" in outcomes else ""


def _told(error: FileError) -> str:
    return f"{error.file}：{error.message_zh}" if error.file else error.message_zh


def _titles(report: ClaimReport, outcomes: set[str], *, blocking: bool) -> tuple[str, ...]:
    """The titles of such findings, each once, in report order."""
    titles = {
        check_title(finding): None
        for finding in report.findings
        if finding.outcome in outcomes
        and (finding.severity == "blocking") == blocking
        and finding.check != _PRIORITY_CHECK
    }
    return tuple(titles)
