"""The batch flow: each claim of an uploads folder is a task, and a table says what came of it.

A task runs its claim in a process of its own, so that a crash, a time-out or a full memory costs that claim alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.futures import PrefectFuture, wait

from pipeline.batch.claim_job import ClaimJob
from pipeline.batch.clock_moved import made_on
from pipeline.batch.duplicates import due_again
from pipeline.batch.out_folder import out_folder, refuse_overlap
from pipeline.batch.plan import BatchRequest, IsDone, plan
from pipeline.batch.pool import ClaimPool
from pipeline.batch.state import read_states
from pipeline.intake.receive import find_claims
from pipeline.report.batch_folder import write_batch
from pipeline.report.batch_row import BatchRow, read_rows
from pipeline.report.report_file import REPORT_JSON
from pipeline.report.wording import VERDICTS
from pipeline.settings import Settings

_OFFICE_TIME = ZoneInfo("Asia/Shanghai")
_CLAIM_SECONDS = 1800


class ClaimFailedError(RuntimeError):
    """A claim could not be processed; its report says why. Prefect tries it again before it gives up."""


@task(name="check-claim", retries=1, retry_delay_seconds=30, timeout_seconds=_CLAIM_SECONDS)
def check_claim(job: ClaimJob) -> str:
    """Checks one claim in a process of its own.

    Returns:
        The path of its report.json.

    Raises:
        ClaimFailedError: the claim could not be processed.
    """
    (done,) = ClaimPool(job.settings, job.work, 1).run([job], lambda: None)
    if done.failure is not None:
        raise ClaimFailedError(done.failure.error().line())
    return str(done.folder / REPORT_JSON)


@flow(name="precheck-batch")
def check_batch(uploads: Path, out: Path, today: date | None = None, jobs: int = 1) -> list[str]:
    """Checks the claims of a folder that are new or changed since their last report.

    Args:
        uploads: the folder of claims.
        out: the folder of reports.
        today: the day to count from; today in China when not given.
        jobs: how many claims are worked on at once.

    Returns:
        The paths of the reports that were written.
    """
    return check_uploads(uploads, out, today, jobs, made_on)


def check_uploads(
    uploads: Path, out: Path, today: date | None, jobs: int, is_done: Callable[[date], IsDone]
) -> list[str]:
    """What both flows do: plan, check each claim as a task, write the batch's files, and show the table."""
    as_of = today or datetime.now(_OFFICE_TIME).date()  # noqa: TID251 the flows read the clock here
    refuse_overlap([uploads], out)
    with out_folder(out) as work:
        request = BatchRequest(
            claims=find_claims([uploads]),
            out=out,
            work=work,
            as_of=as_of,
            clock_fixed=today is not None,
            settings=Settings().model_copy(update={"jobs": jobs}),
            is_done=is_done(as_of),
        )
        planned = plan(request)
        get_run_logger().info("%d claims to check, %d unchanged", len(planned.jobs), len(planned.unchanged))
        written = _checked(planned.jobs, jobs)
        written += _checked(due_again((*planned.jobs, *planned.unchanged), out), jobs)
        rows = read_rows(out, {name: state.timings_ms for name, state in read_states(out).items()})
        write_batch(out, rows, {})
        _show(rows, out)
    return list(dict.fromkeys(written))


def _checked(jobs: tuple[ClaimJob, ...], at_once: int) -> list[str]:
    """The reports of the claims that could be processed; a failed claim does not stop the others."""
    written: list[str] = []
    for start in range(0, len(jobs), at_once):
        futures: list[PrefectFuture[str]] = [
            check_claim.with_options(task_run_name=job.claim.name).submit(job) for job in jobs[start : start + at_once]
        ]
        wait(futures)
        written += [future.result() for future in futures if future.state.is_completed()]
    return written


def _show(rows: tuple[BatchRow, ...], out: Path) -> None:
    """The summary that a person reads in the Prefect page: one line a claim, the worst first."""
    create_table_artifact(
        key="precheck-summary",
        description=f"预审结果：共 {len(rows)} 件。报告目录：{out / 'index.html'}",
        table=[
            {
                "申请": row.claim_id,
                "结论": VERDICTS[row.verdict].text,
                "问题": "；".join((*row.failed, *row.doubtful, *row.errors)),
                "报告": str(out / row.report),
            }
            for row in rows
        ],
    )
