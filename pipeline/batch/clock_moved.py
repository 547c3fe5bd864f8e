"""Does an unchanged claim need another look because the day is another than that of its report?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.batch.plan import IsDone
from pipeline.batch.state import ClaimState


def never(_as_of: date) -> IsDone:
    """Every claim needs another look."""
    return lambda _folder, _state: False


def made_on(as_of: date) -> IsDone:
    """For that day: whether an unchanged claim's report was made on it."""
    return lambda _, state: state.as_of == as_of


def still_stands_on(as_of: date) -> IsDone:
    """For that day: whether no check can say anything else of an unchanged claim than its report does."""

    def stands(_folder: Path, state: ClaimState) -> bool:
        return state.as_of <= as_of and (state.turns_on is None or as_of < state.turns_on)

    return stands
