"""How far is a batch: pages done, claims done, time left, on a terminal or in a log?"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as RichProgress

from pipeline.batch.run_batch import Progress
from pipeline.cli.terminal import say

Show = Callable[[Progress], None]
_SECONDS_BETWEEN_LINES = 10.0


@contextmanager
def shown_progress() -> Iterator[Show]:
    """A live line on a terminal; elsewhere plain lines, at most one in ten seconds but for the last."""
    if not sys.stderr.isatty():
        yield _PlainLines().show
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        started = time.monotonic()

        def show(progress: Progress) -> None:
            words = describe(progress, time.monotonic() - started)
            bar.update(task, description=words, total=progress.claims or None, completed=progress.claims_done)

        yield show


def describe(progress: Progress, seconds: float) -> str:
    """The progress in words, with the time left judged from the claims so far.

    Args:
        progress: how far the batch is.
        seconds: since it began.
    """
    words = [
        f"申请 {progress.claims_done}/{progress.claims}",
        f"页 {progress.pages_done}",
        f"未变 {progress.unchanged}" if progress.unchanged else "",
        f"约剩 {_duration(seconds / progress.claims_done * (progress.claims - progress.claims_done))}"
        if 0 < progress.claims_done < progress.claims
        else "",
        f"| claims {progress.claims_done}/{progress.claims}, pages {progress.pages_done}",
    ]
    return " ".join(word for word in words if word)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class _PlainLines:
    """Lines for a log: each says something new, and they do not flood it."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._told_at = float("-inf")
        self._told = ""

    def show(self, progress: Progress) -> None:
        """Says how far it is, if that is new and not too soon, or the end."""
        now = time.monotonic()
        words = describe(progress, now - self._started)
        is_end = progress.claims_done == progress.claims
        if words != self._told and (is_end or now - self._told_at >= _SECONDS_BETWEEN_LINES):
            say(words)
            self._told, self._told_at = words, now
