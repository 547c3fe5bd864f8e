"""Which uploads have to be checked, and in which folder does each report belong?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import __version__
from pipeline.batch.claim_job import ClaimJob
from pipeline.batch.digest import content_digest
from pipeline.batch.folder_names import folder_name
from pipeline.batch.state import ClaimState, read_states
from pipeline.casework.region import region_of
from pipeline.intake.receive import ClaimSource
from pipeline.settings import Settings

IsDone = Callable[[Path, ClaimState], bool]
"""Whether an unchanged claim, whose report lies in that folder, needs no other look on the day of the run."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What to check and how.

    ``is_done`` is asked for claims whose bytes and settings are those of their report; ``clock_fixed`` leaves timings
    out of the reports, so that their bytes repeat.
    """

    claims: tuple[ClaimSource, ...]
    out: Path
    work: Path
    as_of: date
    clock_fixed: bool
    settings: Settings
    is_done: IsDone


@dataclass(frozen=True, slots=True)
class Plan:
    """The claims to check, and those that are done."""

    jobs: tuple[ClaimJob, ...]
    unchanged: tuple[ClaimJob, ...]


def plan(request: BatchRequest) -> Plan:
    """What has to be done; the order of the claims decides over names, whatever the number of processes."""
    states = read_states(request.out)
    making = making_digest(request.settings)
    taken: set[str] = set()
    jobs: list[ClaimJob] = []
    unchanged: list[ClaimJob] = []
    for claim in request.claims:
        others = {folder.casefold() for folder, state in states.items() if state.claim_id != claim.name}
        name = folder_name(claim.name, taken | others)
        taken.add(name.casefold())
        job = ClaimJob(
            claim=claim,
            folder=request.out / name,
            work=request.work,
            content=content_digest(claim.path),
            making=making,
            as_of=request.as_of,
            clock_fixed=request.clock_fixed,
            settings=request.settings,
            others=states[name].others if name in states else (),
        )
        if _is_current(job, states.get(name), request.is_done):
            unchanged.append(job)
        else:
            jobs.append(job)
    return Plan(tuple(jobs), tuple(unchanged))


def making_digest(settings: Settings) -> str:
    """The digest of all that decides over a report but upload and day: version, engine, models, limits, the region."""
    deciding = settings.model_dump_json(exclude={"jobs"}) + region_of(settings.region).model_dump_json()
    return hashlib.sha256(f"{__version__}\n{deciding}".encode()).hexdigest()


def _is_current(job: ClaimJob, state: ClaimState | None, is_done: IsDone) -> bool:
    if state is None or (state.content, state.making) != (job.content, job.making):
        return False
    return is_done(job.folder, state)
