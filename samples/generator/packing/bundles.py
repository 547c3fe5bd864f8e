"""Which pages go into which file: a file for each paper, one scan of several, or every page a file of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from samples.generator.packing.files import Container, Turned

Style = Literal["papers", "stacks", "pages"]
STYLES: dict[Style, int] = {"papers": 7, "stacks": 2, "pages": 1}
_STACK = 4


@dataclass(frozen=True, slots=True)
class Side:
    """A picture on its way into a file, and the document that it is a page of."""

    turned: Turned
    document: int


@dataclass(slots=True)
class Bundle:
    """What goes into one file, or into files of one stem."""

    stem: str
    container: Container
    sides: list[Side] = field(default_factory=list)


def bundled(bundles: Sequence[Bundle], style: Style, rng: Random) -> list[Bundle]:
    """The papers' bundles as people upload them: as they are, several scans stacked in one file, or page by page."""
    if style == "stacks":
        return list(_stacked(bundles, rng))
    return list(_apart(bundles, rng)) if style == "pages" else list(bundles)


def _stacked(bundles: Sequence[Bundle], rng: Random) -> Iterator[Bundle]:
    """Neighbours that are PDF anyway go into one file, up to four papers or all of them."""
    most = rng.choice((2, _STACK, len(bundles)))
    pile: list[Bundle] = []
    for bundle in bundles:
        if bundle.container == "pdf" and len(pile) < most:
            pile.append(bundle)
            continue
        yield from _joined(pile)
        pile = [bundle] if bundle.container == "pdf" else []
        if bundle.container != "pdf":
            yield bundle
    yield from _joined(pile)


def _joined(pile: list[Bundle]) -> Iterator[Bundle]:
    if pile:
        stem = pile[0].stem if len(pile) == 1 else f"{pile[0].stem}等{len(pile)}份"
        yield Bundle(stem, "pdf", [side for bundle in pile for side in bundle.sides])


def _apart(bundles: Sequence[Bundle], rng: Random) -> Iterator[Bundle]:
    """Pages of a paper in files of their own, now and then in another order than the paper's."""
    for bundle in bundles:
        sides = list(bundle.sides)
        if bundle.container not in ("pdf", "jpeg") or len(sides) == 1:
            yield bundle
            continue
        if rng.random() < 0.3:
            rng.shuffle(sides)
        for number, side in enumerate(sides, 1):
            yield Bundle(f"{bundle.stem}_{number}", bundle.container, [side])
