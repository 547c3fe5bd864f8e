"""Command line: ``python -m samples.generator --out DIR --count N --seed S --split dev|test [--defect CHECK]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from samples.generator.claims import generate
from samples.generator.defects import SEEDS
from samples.generator.order import Order


def main() -> int:
    """Generates claims; without ``--defect`` about a third are faultless and the rest take the defects in turn."""
    parser = argparse.ArgumentParser(prog="python -m samples.generator", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--defect", choices=("none", *SEEDS), default=None)
    parser.add_argument("--core", action="store_true", help="only the four core documents")
    chosen = parser.parse_args()
    for order in orders(chosen.count, chosen.seed, chosen.split, chosen.defect, full=not chosen.core):
        truth = generate(order, chosen.out)
        sys.stdout.write(f"{truth.claim_id}\t{len(truth.pages)}\t{[defect.detail for defect in truth.defects]}\n")
    return 0


def orders(count: int, seed: int, split: str, defect: str | None, *, full: bool = True) -> list[Order]:
    """The claims to make: ids ``<split>-<seed>``, one seed each."""
    turns = [
        None if number % 3 == 0 else list(SEEDS)[(number - number // 3 - 1) % len(SEEDS)] for number in range(count)
    ]
    if defect is not None:
        turns = [None if defect == "none" else defect] * count
    return [
        Order(f"{split}-{seed + number:05d}", "test" if split == "test" else "dev", seed + number, check, full=full)
        for number, check in enumerate(turns)
    ]


if __name__ == "__main__":
    sys.exit(main())
