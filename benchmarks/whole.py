"""How many pages a second does the whole pipeline check, warm, one claim a core, from upload to findings?"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from benchmarks.memory import PeakMemory
from pipeline.intake.claim import open_claim
from pipeline.intake.decode import Decoder
from pipeline.intake.receive import ClaimSource
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from pipeline.run import check_claim
from pipeline.settings import Limits

AS_OF = date(2026, 11, 23)
_spawn = multiprocessing.get_context("spawn")


def checked_pages_a_second(claims: Sequence[ClaimSource]) -> dict[str, object]:
    """Checks the claims in as many processes as there are cores; the first claim warms each of them up before.

    Returns:
        ``pages``, ``seconds``, and ``peak_mb`` of all processes together.
    """
    cores = min(os.cpu_count() or 1, len(claims))
    ready = _spawn.Barrier(cores + 1)
    queue: Queue[ClaimSource | None] = _spawn.Queue()
    counts: Queue[int] = _spawn.Queue()
    for claim in [*claims, *([None] * cores)]:
        queue.put(claim)
    workers = [_spawn.Process(target=_work, args=(claims[0], ready, queue, counts), daemon=True) for _ in range(cores)]
    with PeakMemory(os.getpid()) as memory:
        for worker in workers:
            worker.start()
        ready.wait()
        started = time.perf_counter()
        pages = sum(counts.get() for _ in claims)
        seconds = time.perf_counter() - started
    for worker in workers:
        worker.join()
    return {"pages": pages, "seconds": seconds, "texts": {}, "peak_mb": memory.mb}


def check(claims: Sequence[ClaimSource], engine: OcrEngine) -> int:
    """Checks the claims one after the other, and counts their pages."""
    with tempfile.TemporaryDirectory(prefix="precheck-bench-") as name, Decoder(Limits(), Path(name)) as decoder:
        return sum(_checked(claim, engine, decoder, Path(name)) for claim in claims)


def _checked(claim: ClaimSource, engine: OcrEngine, decoder: Decoder, scratch: Path) -> int:
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        opened = open_claim(claim, Limits(), Path(name))
        return len(check_claim(opened, decoder, engine, AS_OF, Path(name)).report.pages)


def _work(first: ClaimSource, ready: Barrier, queue: Queue[ClaimSource | None], counts: Queue[int]) -> None:
    engine = create_engine("openvino", models=None, recording=None, streams=1)
    with tempfile.TemporaryDirectory(prefix="precheck-bench-") as name, Decoder(Limits(), Path(name)) as decoder:
        _checked(first, engine, decoder, Path(name))
        ready.wait()
        while (claim := queue.get()) is not None:
            counts.put(_checked(claim, engine, decoder, Path(name)))
