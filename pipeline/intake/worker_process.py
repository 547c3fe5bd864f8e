"""The worker process as seen from outside: started, asked, waited for, ended."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from pathlib import Path

import pipeline
from pipeline.errors import ExitCode, PrecheckError
from pipeline.intake.protocol import STARTED, DecodeRequest, Reply, WorkerLimits

_PAGES_AHEAD = 3
"""Decoded pages that may wait on disk; enough to bridge the change from one file to the next."""
_MAX_REPLY_BYTES = 64 << 20
_GRACE_SECONDS = 0.5
_START_SECONDS = 120.0
_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONPATH": str(Path(pipeline.__file__).parent.parent),
}


class WorkerProcess:
    """A running worker.

    Args:
        limits: what binds it.

    Raises:
        OSError: the process cannot be started.
    """

    def __init__(self, limits: WorkerLimits) -> None:
        self._connection, theirs = Pipe()
        credits, self._credits = os.pipe()
        try:
            # Safe path (-P): modules that lie in an uploads folder are not to be imported.
            # A session of its own, so that Ctrl-C at the terminal reaches the reader alone, who then ends the worker.
            self._process = subprocess.Popen(  # noqa: S603 - nothing in the command comes from outside
                [sys.executable, "-P", "-m", "pipeline.intake.worker", str(theirs.fileno()), str(credits)],
                pass_fds=(theirs.fileno(), credits),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | _ENVIRONMENT,
                start_new_session=True,
            )
        finally:
            theirs.close()
            os.close(credits)
        self._has_started = False
        self._connection.send(limits)
        os.write(self._credits, b"." * _PAGES_AHEAD)

    def ask(self, request: DecodeRequest) -> None:
        """Queues a file. A dead worker's death shows when the reply is awaited."""
        with suppress(ConnectionError):
            self._connection.send(request)

    def reply(self, timeout: float) -> Reply | None:
        """The next reply, or None when none came within that many seconds; the worker may then go on by one page.

        Raises:
            EOFError: the worker has died.
            PrecheckError: ``decoder_missing``: it never began to work.
        """
        self._await_start()
        try:
            if not self._connection.poll(timeout):
                return None
            reply = Reply.model_validate_json(self._connection.recv_bytes(_MAX_REPLY_BYTES))
        except OSError as error:
            raise EOFError from error
        with suppress(ConnectionError):
            os.write(self._credits, b".")
        return reply

    def _await_start(self) -> None:
        """Waits until the libraries are loaded, which is not the file's fault however long it takes."""
        if self._has_started:
            return
        try:
            self._has_started = self._connection.poll(_START_SECONDS) and self._connection.recv_bytes() == STARTED
        except (OSError, EOFError):
            self._has_started = False
        if not self._has_started:
            raise PrecheckError(
                "decoder_missing",
                zh="解码程序无法启动。",
                en="The decoder cannot start.",
                hint_zh="请运行 precheck doctor 查看缺少的组件。",
                hint_en="Run precheck doctor to see what is missing.",
                exit_code=ExitCode.MACHINE_UNABLE,
            )

    @property
    def is_alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    def end(self) -> int:
        """Ends the process and waits for it; its exit code, negative for the signal that ended it."""
        if self._connection.closed:
            return self._process.returncode
        self._connection.close()
        os.close(self._credits)
        try:
            # One that is crashing gets a moment, so that its exit code tells why.
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        return self._process.wait()
