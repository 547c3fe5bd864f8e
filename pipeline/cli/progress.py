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


class TimeLeft:
    """How long a batch will take, judged from its claims so far; told anew after each claim, counted down between."""

    def __init__(self, now: float) -> None:
        self._started = now
        self._claims_done = 0
        self._told_at = now

    def seconds(self, progress: Progress, now: float) -> float | None:
        """Seconds left at the moment ``now``; None before the first claim is done."""
        if progress.claims_done != self._claims_done:
            self._claims_done, self._told_at = progress.claims_done, now
        if not self._claims_done:
            return None
        a_claim = (self._told_at - self._started) / self._claims_done
        return max(0.0, a_claim * (progress.claims - self._claims_done) - (now - self._told_at))


@contextmanager
def shown_progress() -> Iterator[Show]:
    """A live line on a terminal; elsewhere plain lines, at most one in ten seconds but for the last."""
    time_left = TimeLeft(time.monotonic())
    if not sys.stderr.isatty():
        yield _PlainLines(time_left).show
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(progress: Progress) -> None:
            words = describe(progress, time_left.seconds(progress, time.monotonic()))
            bar.update(task, description=words, total=progress.claims or None, completed=progress.claims_done)

        yield show


def describe(progress: Progress, seconds_left: float | None) -> str:
    """The progress in words, in both languages; nothing is said of the time left when it is not known or over."""
    zh = [f"申请 {progress.claims_done}/{progress.claims}", f"页 {progress.pages_done}"]
    en = [f"claims {progress.claims_done}/{progress.claims}", f"pages {progress.pages_done}"]
    if progress.unchanged:
        zh.append(f"未变 {progress.unchanged}")
        en.append(f"unchanged {progress.unchanged}")
    if seconds_left is not None and progress.claims_done < progress.claims:
        zh.append(f"约剩 {_duration(seconds_left)}")
        en.append(f"{_duration(seconds_left)} left")
    return f"{' '.join(zh)} | {', '.join(en)}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class _PlainLines:
    """Lines for a log: each says something new, and they do not flood it."""

    def __init__(self, time_left: TimeLeft) -> None:
        self._time_left = time_left
        self._told_at = float("-inf")
        self._told: Progress | None = None

    def show(self, progress: Progress) -> None:
        """Says how far it is, if that is new and not too soon, or the end."""
        now = time.monotonic()
        seconds_left = self._time_left.seconds(progress, now)
        is_end = progress.claims_done == progress.claims
        if progress != self._told and (is_end or now - self._told_at >= _SECONDS_BETWEEN_LINES):
            say(describe(progress, seconds_left))
            self._told, self._told_at = progress, now
