"""Command line: ``python -m samples.generator --out DIR --count N --seed S --split dev|test [--defect CHECK]``."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from samples.generator.claims import generate
from samples.generator.defects import SEEDS
from samples.generator.order import Order
from samples.generator.situation import KINDS, Kind


def main() -> int:
    """Generates claims; without ``--defect`` about a third are faultless and the rest take the defects in turn."""
    parser = argparse.ArgumentParser(prog="python -m samples.generator", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--defect", choices=("none", *SEEDS), default=None)
    parser.add_argument("--kind", choices=tuple(KINDS), default=None)
    parser.add_argument("--core", action="store_true", help="only the four core documents")
    chosen = parser.parse_args()
    wanted = orders(chosen.count, chosen.seed, chosen.split, chosen.defect, full=not chosen.core, kind=chosen.kind)
    for order in wanted:
        truth = generate(order, chosen.out)
        sys.stdout.write(f"{truth.claim_id}\t{len(truth.pages)}\t{[defect.detail for defect in truth.defects]}\n")
    return 0


def orders(
    count: int, seed: int, split: str, defect: str | None, *, full: bool = True, kind: Kind | None = None
) -> list[Order]:
    """The claims to make: ids ``<split>-<seed>``, one seed each; a claim made twice comes a second time at the end."""
    turns = [
        None if number % 3 == 0 else list(SEEDS)[(number - number // 3 - 1) % len(SEEDS)] for number in range(count)
    ]
    if defect is not None:
        turns = [None if defect == "none" else defect] * count
    wanted = [
        Order(
            f"{split}-{seed + number:05d}",
            "test" if split == "test" else "dev",
            seed + number,
            check,
            full=full,
            kind=kind,
        )
        for number, check in enumerate(turns)
    ]
    again = [
        replace(order, claim_id=f"{order.claim_id}-again", again=True)
        for order in wanted
        if order.check == "duplicate_claim"
    ]
    return [*wanted, *again]


if __name__ == "__main__":
    sys.exit(main())
