"""Serves the flows from one machine: the batch on demand, the sweep every night at two o'clock, Changchun time.

Run it with ``python -m flows.deployments``; the README shows the systemd unit that keeps it running.
"""

from __future__ import annotations

from pathlib import Path

from prefect import serve
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.batch import check_batch
from flows.sweep import nightly_sweep

NIGHTLY = Cron("0 2 * * *", timezone="Asia/Shanghai")


class Office(BaseSettings):
    """Where an office keeps its uploads and reports: ``PRECHECK_OFFICE_UPLOADS``, ``PRECHECK_OFFICE_OUT``."""

    model_config = SettingsConfigDict(env_prefix="PRECHECK_OFFICE_", frozen=True, extra="forbid")

    uploads: Path
    out: Path
    jobs: int = Field(default=1, ge=1)


def main() -> None:
    """Registers both deployments with the Prefect server and carries out their runs until stopped."""
    office = Office()
    places = {"uploads": str(office.uploads), "out": str(office.out), "jobs": office.jobs}
    serve(
        RunnerDeployment.from_flow(check_batch, "batch", parameters=places),
        RunnerDeployment.from_flow(nightly_sweep, "nightly-sweep", parameters=places, schedule=NIGHTLY),
    )


if __name__ == "__main__":
    main()
