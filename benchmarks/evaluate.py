"""How often is the pipeline right? Generates claims, runs ``precheck`` on them and holds its reports against the truth.

``python -m benchmarks.evaluate --split test --claims 40 --seed 5000``. The test split has layouts, fonts and
degradations of its own; study the misses of the dev split only.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import PeakMemory
from benchmarks.scoring import Comparison, compare, unreported
from benchmarks.summary import table
from samples.generator.__main__ import orders
from samples.generator.claims import generate
from samples.generator.situation import KINDS
from samples.generator.truth import ClaimTruth

_TIMES_ENOUGH = 3600


@dataclass(frozen=True, slots=True)
class Run:
    """What running the command cost: exit code, seconds, and peak memory of all its processes in MB."""

    code: int
    seconds: float
    peak_mb: float


def main() -> int:
    """Prints the table; exit code 1 when a claim got no report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--claims", type=int, default=40)
    parser.add_argument("--seed", type=int, default=5000)
    parser.add_argument("--defect", default=None, help="seed this check's defect in every claim, or none")
    parser.add_argument("--kind", choices=tuple(KINDS), default=None, help="only cases of this kind")
    parser.add_argument("--engine", default="openvino")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("out/eval"), help="where misses.tsv goes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="precheck-eval-") as folder:
        uploads, reports = Path(folder) / "claims", Path(folder) / "reports"
        wanted = orders(chosen.claims, chosen.seed, chosen.split, chosen.defect, kind=chosen.kind)
        claims = [generate(order, uploads) for order in wanted]
        command = ["--engine", chosen.engine, "--jobs", str(chosen.jobs)]
        run = _run(claims, uploads, reports, command)
        compared = [line for truth in claims for line in _compared(truth, reports)]
    chosen.out.mkdir(parents=True, exist_ok=True)
    _write_misses(chosen.out / "misses.tsv", compared)
    pages = sum(len(truth.pages) for truth in claims)
    cost = [
        f"pages a second {pages / run.seconds:.2f} ({run.seconds:.0f} s), exit code {run.code}",
        f"peak memory {run.peak_mb:.0f} MB",
    ]
    sys.stdout.write("\n".join([*table(claims, compared), *cost]) + "\n")
    return int(any(line.metric.startswith("claims without") for line in compared))


def _run(claims: list[ClaimTruth], uploads: Path, reports: Path, options: list[str]) -> Run:
    """Runs the command line as a user would, on all claims at once."""
    folders = [str(uploads / truth.claim_id) for truth in claims]
    command = [sys.executable, "-m", "pipeline", "run", *folders, "--out", str(reports)]
    command += ["--today", claims[0].as_of.isoformat(), *options]
    started = time.monotonic()
    with subprocess.Popen(command) as process, PeakMemory(process.pid) as memory:  # noqa: S603  the command is ours
        code = process.wait(timeout=_TIMES_ENOUGH)
    return Run(code, time.monotonic() - started, memory.mb)


def _compared(truth: ClaimTruth, reports: Path) -> list[Comparison]:
    path = reports / truth.claim_id / "report.json"
    if not path.is_file():
        return unreported(truth)
    return compare(json.loads(path.read_text(encoding="utf-8")), truth)


def _write_misses(path: Path, compared: list[Comparison]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, delimiter="\t")
        writer.writerow(("metric", "claim", "place", "expected", "got"))
        for line in compared:
            if not line.right:
                writer.writerow((line.metric, line.claim, line.place, line.expected, line.got))


if __name__ == "__main__":
    sys.exit(main())
