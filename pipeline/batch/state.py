"""Is a claim done already? What its report was made of is kept beside it, in a hidden file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pydantic

from pipeline.models.base import Model
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.report.report_file import REPORT_JSON

STATE_FILE = ".state.json"


class ClaimState(Model):
    """What a report was made of.

    ``content`` is the digest of the upload's bytes, empty when the claim failed and has to be tried again; ``making``
    is the digest of pipeline version, engine, models, settings and the region's list. ``timings_ms`` is kept for
    batch.json, since a report with a fixed clock leaves it out. ``turns_on`` is the next day on which the report may
    say something else; ``identity`` tells other claims what this one is about, and ``others`` are the claims about the
    same accident that the report knew of.
    """

    claim_id: str
    content: str
    making: str
    as_of: date
    timings_ms: dict[str, int]
    turns_on: date | None = None
    identity: ClaimIdentity | None = None
    others: tuple[ClaimIdentity, ...] = ()


def write_state(folder: Path, state: ClaimState) -> None:
    """Writes the state beside a finished report, whole or not at all."""
    new = folder / f"{STATE_FILE}.new"
    new.write_text(state.model_dump_json(), encoding="utf-8")
    new.replace(folder / STATE_FILE)


def read_states(out: Path) -> dict[str, ClaimState]:
    """The states of all finished claims, by the names of their folders; one that cannot be read counts as none."""
    states = {}
    for path in sorted(out.glob(f"[!.]*/{STATE_FILE}")):
        state = _read(path)
        if state is not None and path.with_name(REPORT_JSON).is_file():
            states[path.parent.name] = state
    return states


def _read(path: Path) -> ClaimState | None:
    try:
        return ClaimState.model_validate_json(path.read_bytes())
    except pydantic.ValidationError:
        return None
