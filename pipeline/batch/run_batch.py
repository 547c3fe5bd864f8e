"""How does a set of uploads become a folder of reports, leaving out what is done already?"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.claim_job import ClaimJob, JobDone
from pipeline.batch.duplicates import due_again
from pipeline.batch.plan import BatchRequest, plan
from pipeline.batch.pool import ClaimPool
from pipeline.batch.state import read_states
from pipeline.errors import ExitCode
from pipeline.report.batch_folder import write_batch
from pipeline.report.batch_row import BatchRow, read_rows


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is; claims that were done already are counted in ``unchanged`` alone."""

    claims: int
    claims_done: int
    pages_done: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class BatchDone:
    """What came of it: the lines of this run's claims, unchanged ones counted in, and the claims that failed."""

    rows: tuple[BatchRow, ...]
    failures: tuple[JobDone, ...]


def run_batch(request: BatchRequest, on_progress: Callable[[Progress], None]) -> BatchDone:
    """Checks what has to be checked and writes the batch's index, worklist and batch.json.

    Args:
        request: what to do.
        on_progress: called about once a second and after each claim.

    Raises:
        PrecheckError: the machine cannot do it, as when the engine is missing; what is finished stays finished.
    """
    started = time.perf_counter()
    planned = plan(request)
    pool = ClaimPool(request.settings, request.work, request.settings.jobs)
    ends: dict[str, JobDone] = {}

    def tell() -> None:
        on_progress(Progress(max(len(planned.jobs), len(ends)), len(ends), pool.pages, len(planned.unchanged)))

    def check(jobs: Sequence[ClaimJob]) -> None:
        for done in pool.run(jobs, tell):
            _stop_if_unable(done)
            ends[done.folder.name] = done
            tell()

    tell()
    check(planned.jobs)
    check(due_again((*planned.jobs, *planned.unchanged), request.out))
    rows = _write_batch_files(request.out, started)
    names = {job.folder.name for job in (*planned.jobs, *planned.unchanged)}
    return BatchDone(
        rows=tuple(row for row in rows if row.folder in names),
        failures=tuple(done for done in ends.values() if done.failure),
    )


def _stop_if_unable(done: JobDone) -> None:
    if done.failure and done.failure.exit_code == ExitCode.MACHINE_UNABLE:
        raise done.failure.error()


def _write_batch_files(out: Path, started: float) -> tuple[BatchRow, ...]:
    timings_ms = {name: state.timings_ms for name, state in read_states(out).items()}
    rows = read_rows(out, timings_ms)
    write_batch(out, rows, {"total": round((time.perf_counter() - started) * 1000)})
    return rows
