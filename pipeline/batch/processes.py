"""How are worker processes started, so that they can be ended at once and Ctrl-C never meets one halfway?"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess


class WorkerContext(SpawnContext):
    """Starts processes anew and remembers them, for a pool of Python before 3.14 cannot end its own at once."""

    def __init__(self) -> None:
        super().__init__()
        self._processes: list[SpawnProcess] = []

    def Process(  # type: ignore[override]  # noqa: N802 the name is multiprocessing's
        self, target: Callable[..., object], args: tuple[object, ...]
    ) -> SpawnProcess:
        """A process as the pool asks for it."""
        self._processes.append(_WorkerProcess(target=target, args=args))
        return self._processes[-1]

    def end_all(self) -> None:
        """Ends all processes that this context started, whatever they are doing."""
        for process in self._processes:
            if process.is_alive():
                process.kill()


class _WorkerProcess(SpawnProcess):
    """A process that Ctrl-C at the terminal does not reach: its parent hears of it and ends it."""

    def start(self) -> None:
        """Starts it; an interrupt that comes meanwhile is served when the process has all that it was sent."""
        with _unheard_by_children():
            super().start()


@contextmanager
def _unheard_by_children() -> Iterator[None]:
    # The mask is for the new process, which inherits it; here another thread may still take the signal.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with interrupts_held_back():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """SIGINT and SIGTERM that come inside are served at its end; outside the main thread, where none come, nothing.

    An exception out of a signal handler in the midst of a pool's own code would leave its locks taken for ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = {
        number: signal.signal(number, lambda received, _frame: held.append(received))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for received in held:
            signal.raise_signal(received)
