"""The sweep of every night: new and changed claims, and those for which a day has passed that matters."""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from flows.batch import check_uploads
from pipeline.batch.clock_moved import still_stands_on


@flow(name="precheck-nightly-sweep")
def nightly_sweep(uploads: Path, out: Path, jobs: int = 1) -> list[str]:
    """Checks what is new, changed or due again.

    Args:
        uploads: the folder of claims.
        out: the folder of reports.
        jobs: how many claims are worked on at once.

    Returns:
        The paths of the reports that were written.
    """
    return check_uploads(uploads, out, None, jobs, still_stands_on)
