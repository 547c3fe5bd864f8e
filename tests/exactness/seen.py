"""What a reader would see of written lines, step by step, for tests of the weighing."""

import numpy as np

from pipeline.exactness.readings import Reading, best_reading, view_of
from pipeline.models.geometry import Box, Quad
from pipeline.ocr.posteriors import Look, Posteriors

_BEFORE, _BEHIND = 2, 3
_NARROW = "0123456789.,:;-~/()|IlLOVX "


def characters(*texts: str) -> tuple[str, ...]:
    """The classes of a reader that knows just these texts' characters, and the blank's worth of others."""
    return (*sorted({letter for text in texts for letter in text if letter != "\n"}), " ")


def seen(
    text: str, known: tuple[str, ...], sure: float = 0.999, rivals: dict[int, tuple[str, float]] | None = None
) -> Look:
    """A look at the lines of a text: every character is seen with probability ``sure``, those in ``rivals`` (by place)
    with one less the rival's, beside the rival.
    """
    lines = []
    place = 0
    for part in text.split("\n"):
        rows = []
        for letter in part:
            shown = _step(known, letter, sure, (rivals or {}).get(place))
            rows += [_blank(known)] * (1 if letter in _NARROW else _BEFORE) + [shown]
            rows += [_blank(known)] * (1 if letter in _NARROW else _BEHIND)
            place += 1
        table = np.array(rows or [_blank(known)], np.float32)
        lines.append(Posteriors.keep(table, float(len(table)), 3.0))
    return Look("test", known, tuple(lines))


def read(*looks: Look) -> Reading:
    """What the looks at one side come to."""
    quads = [Quad.of(Box(0, 60 * row, round(line.width * 8), 60 * row + 48)) for row, line in enumerate(looks[0].lines)]
    return best_reading(quads, [view_of(quads, look) for look in looks])


def _step(known: tuple[str, ...], letter: str, sure: float, rival: tuple[str, float] | None) -> list[float]:
    shares = _blank(known)
    other, share = rival or (letter, 0.0)
    left = 1.0 - sure
    shares[0] = left
    shares[known.index(letter) + 1] = sure - share
    if rival:
        shares[known.index(other) + 1] += share
    return shares


def _blank(known: tuple[str, ...]) -> list[float]:
    return [1.0] + [0.0] * len(known)
