"""Files to pages, in a process that may die of them."""

from __future__ import annotations

import shutil
import signal
import tempfile
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from itertools import count, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.intake.claim_file import ClaimFile
from pipeline.intake.protocol import OUT_OF_MEMORY_EXIT, DecodeRequest, Reply, WorkerLimits
from pipeline.intake.refusal import RefusalError
from pipeline.intake.worker_process import WorkerProcess
from pipeline.models.report import FileError
from pipeline.models.source import SourcePage
from pipeline.settings import Limits

_FILES_AHEAD = 2
_FILES_A_WORKER = 500
"""The libraries leak a little; a start costs about half a second."""


class Decoder:
    """Decodes files in one worker process, kept over many claims and replaced when a file kills it.

    Pages are decoded a few ahead of the reader, also across files. Use as a context manager: on leaving it the worker
    has ended, whatever happened, and all pages that were not removed before are.

    Args:
        limits: how much a file may cost.
        scratch: an existing folder for pixels, about 15 MB a page, at most seven pages at a time if the reader removes
            each one when it is done with it.
    """

    def __init__(self, limits: Limits, scratch: Path) -> None:
        self._limits = limits
        self._folder = Path(tempfile.mkdtemp(prefix="pages-", dir=scratch))
        self._worker: WorkerProcess | None = None
        self._numbers = count(1)
        self._files_served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_worker()
        shutil.rmtree(self._folder, ignore_errors=True)

    def decode(self, *files: ClaimFile) -> Iterator[SourcePage | FileError]:
        """The pages of one claim's files in order, as they come, and an error for all that could not be decoded.

        A file may keep its reader waiting for ``limits.file_seconds`` in all. What was delivered before a failure
        stays good. Close the iterator when abandoning it.

        Yields:
            Pages, whose ``pixels`` now belong to the reader; errors at their place in the order.

        Raises:
            OSError: the worker cannot be started.
            PrecheckError: ``decoder_missing``: it ends at once, because a library is missing.
        """
        most = self._limits.claim_pages
        with closing(self._items(files)) as items:
            yield from islice(items, most)
            beyond = next(items, None)
        if beyond is not None:
            file = beyond.file if isinstance(beyond, FileError) else beyond.ref.file
            yield RefusalError("too_many_pages", most).error(file)

    def _items(self, files: Sequence[ClaimFile]) -> Generator[SourcePage | FileError]:
        """Everything that comes of the files; the first ``asked`` files of the queue are with the worker."""
        if self._files_served >= _FILES_A_WORKER:
            self._end_worker()
        queue, asked = deque(files), 0
        try:
            while queue:
                for file in islice(queue, asked, _FILES_AHEAD):
                    self._ask(file)
                asked = min(len(queue), _FILES_AHEAD)
                try:
                    yield from self._replies()
                except RefusalError as failure:
                    yield failure.error(queue[0].name)
                    asked = 1
                queue.popleft()
                asked -= 1
        finally:
            if queue:
                self._end_worker()

    def start(self) -> None:
        """Starts the worker where none is running: its libraries load while the caller loads its own.

        Raises:
            OSError: the worker cannot be started.
        """
        self._running()

    def _running(self) -> WorkerProcess:
        if self._worker is not None and not self._worker.is_alive:
            self._end_worker()
        if self._worker is None:
            limits = self._limits
            self._worker = WorkerProcess(
                WorkerLimits(limits.worker_memory_mb, 2 * limits.file_seconds, limits.page_pixels)
            )
            self._files_served = 0
        return self._worker

    def _ask(self, file: ClaimFile) -> None:
        worker = self._running()
        self._files_served += 1
        worker.ask(DecodeRequest(file.name, file.path, f"{self._folder}/{next(self._numbers)}-"))

    def _replies(self) -> Iterator[SourcePage | FileError]:
        """What comes of the file that the worker is at.

        Raises:
            RefusalError: the worker died or took too long, and was ended.
        """
        seconds = self._limits.file_seconds
        while True:
            started = time.monotonic()
            item = self._reply(seconds).item
            seconds -= time.monotonic() - started
            if item is None:
                return
            yield item

    def _reply(self, seconds: float) -> Reply:
        assert self._worker is not None
        try:
            reply = self._worker.reply(max(0.0, seconds))
        except EOFError as error:
            code = self._end_worker()
            if code == OUT_OF_MEMORY_EXIT:
                raise RefusalError("out_of_memory", self._limits.worker_memory_mb) from error
            if code != -signal.SIGXCPU:
                raise RefusalError("decoder_crashed") from error
            reply = None
        if reply is None:
            self._end_worker()
            raise RefusalError("timeout", f"{self._limits.file_seconds:g}")
        return reply

    def _end_worker(self) -> int:
        worker, self._worker = self._worker, None
        return worker.end() if worker else 0
