"""How much memory does a command take, all its processes together? Linux only: it reads /proc."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_PROC = Path("/proc")
_EVERY_SECONDS = 0.5


class PeakMemory:
    """Watches a process and all that descend from it while the block runs; ``mb`` is the highest sum seen.

    Memory that several processes share is counted once (proportional set size).
    """

    def __init__(self, root: int) -> None:
        self.mb = 0.0
        self._root = root
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY_SECONDS):
            self.mb = max(self.mb, sum(_shared_out_mb(process) for process in family(self._root)))


def family(root: int) -> set[int]:
    """The process and all its living descendants."""
    parents = dict(_parent(path) for path in _PROC.iterdir() if path.name.isdigit())
    found = {root}
    while True:
        children = {process for process, parent in parents.items() if parent in found} - found
        if not children:
            return found
        found |= children


def _parent(path: Path) -> tuple[int, int]:
    """A process and its parent; -1 for one that has just ended."""
    try:
        stat = (path / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return int(path.name), -1
    return int(path.name), int(stat.rpartition(")")[2].split()[1])


def _shared_out_mb(process: int) -> float:
    try:
        rollup = (_PROC / str(process) / "smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
