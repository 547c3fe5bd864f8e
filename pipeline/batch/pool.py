"""How are claims spread over processes, so that one that crashes costs nothing but itself?

Each process builds its engine once and is replaced after some claims, since readers are known to grow
(PaddleOCR issue 15631). When a process dies (out of memory, a fault in a native library) or none gets any further
(threads of a native library that wait for each other), the claims that may have been under way are tried again one at
a time: one that dies or stalls alone has failed.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from pipeline.batch.claim_job import ClaimJob, JobDone, check_upload, crashed
from pipeline.batch.freed_memory import hand_back_freed_memory
from pipeline.batch.processes import WorkerContext, interrupts_held_back
from pipeline.batch.tools import Tools
from pipeline.intake.decode import Decoder
from pipeline.ocr.factory import create_engine
from pipeline.settings import Settings

_CLAIMS_A_PROCESS = 50
_TICK_SECONDS = 1.0
_spawn = multiprocessing.get_context("spawn")


class ClaimPool:
    """Runs claims in worker processes; ``pages`` counts the pages read so far, also while it runs.

    Args:
        settings: which engine, and the limits.
        work: a folder for scratch files, emptied by the caller.
        processes: how many work at once.
    """

    def __init__(self, settings: Settings, work: Path, processes: int) -> None:
        self._settings = settings
        self._work = work
        self._processes = processes
        self._pages: Synchronized[int] = _spawn.Value("q", 0)

    @property
    def pages(self) -> int:
        """Pages read so far."""
        return self._pages.value

    def run(self, jobs: Sequence[ClaimJob], on_tick: Callable[[], None]) -> Iterator[JobDone]:
        """Each job's end, as it comes. Leaving early, as on Ctrl-C, ends the processes at once.

        Args:
            jobs: what to do.
            on_tick: called about once a second.
        """
        waiting = list(jobs)
        while waiting:
            left = yield from self._run_together(waiting, self._processes, on_tick)
            # The pool hands out claims in order and holds one more than it has processes.
            suspects, waiting = left[: self._processes + 1], left[self._processes + 1 :]
            for job in suspects:
                if (yield from self._run_together([job], 1, on_tick)):
                    yield crashed(job)

    def _run_together(
        self, jobs: Sequence[ClaimJob], processes: int, on_tick: Callable[[], None]
    ) -> Generator[JobDone, None, list[ClaimJob]]:
        """Yields what is done; returns the jobs that are not, because a process died."""
        # Fewer claims than processes: each of them gets more of the cores.
        processes = min(processes, len(jobs))
        context = WorkerContext()
        executor = ProcessPoolExecutor(
            max_workers=processes,
            mp_context=context,
            initializer=_start_worker,
            initargs=(self._settings, self._work, processes, self._pages),
            max_tasks_per_child=_CLAIMS_A_PROCESS,
        )
        left = list(jobs)
        try:
            with interrupts_held_back():
                running = {executor.submit(_work, job): job for job in jobs}
            pages, idle = self.pages, 0.0
            while running and idle < self._settings.limits.stalled_seconds:
                done = _ended(running)
                on_tick()
                for future in done:
                    yield future.result()
                    left.remove(running.pop(future))
                # Counted in waits, not by the clock: a machine that slept has not stalled.
                idle = 0.0 if done or self.pages != pages else idle + _TICK_SECONDS
                pages = self.pages
        except BrokenProcessPool:
            pass
        finally:
            with interrupts_held_back():
                executor.shutdown(wait=False, cancel_futures=True)
                context.end_all()
        return left


def _ended(running: Iterable[Future[JobDone]]) -> set[Future[JobDone]]:
    with interrupts_held_back():
        return wait(running, timeout=_TICK_SECONDS, return_when=FIRST_COMPLETED).done


class _Worker:
    """What a worker process keeps between claims."""

    def __init__(self, settings: Settings, work: Path, processes: int, pages: Synchronized[int]) -> None:
        self._settings = settings
        self._work = work
        self._streams = max(1, (os.cpu_count() or 1) // processes)
        self._pages = pages
        self._tools: Tools | None = None

    def check(self, job: ClaimJob) -> JobDone:
        """One claim, with the tools built on the first."""
        done = check_upload(job, self._build_tools, self._count_page)
        hand_back_freed_memory()
        return done

    def _build_tools(self) -> Tools:
        if self._tools is None:
            settings = self._settings
            engine = create_engine(settings.engine, settings.models, settings.recording, self._streams)
            self._tools = Tools(engine, Decoder(settings.limits, self._work))
        return self._tools

    def _count_page(self) -> None:
        with self._pages.get_lock():
            self._pages.value += 1


_worker: _Worker


def _start_worker(settings: Settings, work: Path, processes: int, pages: Synchronized[int]) -> None:
    global _worker  # noqa: PLW0603 a process pool gives its tasks no other place to keep an engine
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = _Worker(settings, work, processes, pages)


def _end_with_parent() -> None:
    """A killed parent cannot end its workers, which would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(job: ClaimJob) -> JobDone:
    return _worker.check(job)
