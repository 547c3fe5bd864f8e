"""How much does a worker's memory grow over many pages?

``python -m benchmarks.growth --pages 1000``. The same generated claims of all papers are checked over and over in one
process, as a worker of a long batch does; its resident memory is printed every hundred pages. The growth is the slope
of a straight line through what was measured after the first fifth, when every library has what it keeps.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import cycle
from pathlib import Path

import numpy as np

from benchmarks.whole import check
from pipeline.batch.freed_memory import hand_back_freed_memory
from pipeline.intake.receive import find_claims
from pipeline.ocr.factory import create_engine
from samples.generator.__main__ import orders
from samples.generator.claims import generate

_EVERY = 100
_WARM_SHARE = 0.2


def main() -> int:
    """Prints the table; exit code 1 when memory grows by more than ``--most`` MB in 100 pages."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=4)
    parser.add_argument("--seed", type=int, default=9500)
    parser.add_argument("--most", type=float, default=1.0, help="MB in 100 pages")
    chosen = parser.parse_args()
    measured: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory(prefix="precheck-growth-") as name:
        for order in orders(chosen.claims, chosen.seed, "test", "none"):
            generate(order, Path(name))
        for truth in Path(name).glob("*.truth.json"):
            truth.unlink()
        engine, done = create_engine("openvino", models=None, recording=None, streams=1), 0
        for claim in cycle(find_claims([Path(name)])):
            before, done = done, done + check([claim], engine)
            hand_back_freed_memory()
            measured.append((done, _resident_mb()))
            if done // _EVERY > before // _EVERY:
                _put(f"{done:>6} pages {measured[-1][1]:>8.1f} MB")
            if done >= chosen.pages:
                break
    slope = growth(measured)
    _put(f"growth {slope:.2f} MB in 100 pages (n={done}), most {max(mb for _, mb in measured):.0f} MB between claims")
    return int(slope > chosen.most)


def growth(measured: list[tuple[int, float]]) -> float:
    """MB in 100 pages: the slope through (pages, MB), the first fifth of the pages left out."""
    warm = [(pages, mb) for pages, mb in measured if pages >= _WARM_SHARE * measured[-1][0]]
    pages, mb = zip(*warm, strict=True)
    return float(np.polyfit(pages, mb, 1)[0]) * _EVERY if len(warm) > 1 else 0.0


def _resident_mb() -> float:
    """Memory held now, Linux only."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def _put(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
