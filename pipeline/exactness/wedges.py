"""Is a Roman numeral with a wedge Ⅳ, Ⅴ or Ⅵ? Its left and right outlines tell: an I goes straight down, a V inwards."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]
"""True where a pixel is dark."""
LOWEST, HIGHEST = 0.45, 0.95
"""Height of a numeral in widths of a 字; what is higher is a rule."""
_UPPER, _LOWER = (0.25, 0.4), (0.74, 0.86)
"""Rows looked at, as shares of the height: below the serifs and above the wedge's point."""
_UPRIGHT, _SLANTED = 0.045, 0.065
"""In 字: how far an outline moves inwards between these rows, at most for an I and at least for a V."""
_ONE = 0.12
"""In 字: near the point the arms of a wedge stand this close."""
_MOST_ROWS = 0.6
"""Share of the rows that must have the same number of pieces."""
_SPECK = 0.07
"""In 字: nothing of a numeral is as small."""


def numeral_with_wedge(ink: Ink, em: float) -> str | None:
    """Which of Ⅳ, Ⅴ, Ⅵ the ink is; None if it is none of them, or cannot be told.

    Args:
        ink: what stands between the neighbours, without rings.
        em: the width of a 字 in pixels.
    """
    outline = _outline(ink, em)
    if outline is None:
        return None
    slants = "".join("V" if move >= _SLANTED else "I" if abs(move) <= _UPRIGHT else "?" for move in outline.moved)
    return {("VV", 2): "Ⅴ", ("IV", 3): "Ⅳ", ("VI", 3): "Ⅵ"}.get((slants, outline.upper))


def is_slanted(ink: Ink, em: float) -> bool:
    """Whether an outline of what seems to be upright strokes runs inwards: a bold V has columns as dark as an I."""
    outline = _outline(ink, em)
    return outline is not None and max(outline.moved) >= _SLANTED


def without_rings(ink: Ink) -> Ink:
    """The ink without groups of columns in its upper half, such as a degree sign."""
    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows):
        return ink
    kept = ink.copy()
    for start, end in runs_of(np.asarray(ink.any(axis=0))):
        if np.flatnonzero(ink[:, start:end].any(axis=1))[-1] < (rows[0] + rows[-1]) / 2:
            kept[:, start:end] = False
    return kept


class _Outline(NamedTuple):
    """In 字 how far left and right outline move inwards on their way down, and the number of pieces near the top."""

    moved: tuple[float, float]
    upper: int


def _outline(ink: Ink, em: float) -> _Outline | None:
    """The outline of a numeral; None where it is too low or too high, or has not one piece less near its bottom."""
    rows = np.flatnonzero(ink.sum(axis=1) >= max(1, _SPECK * em))
    if not len(rows) or not LOWEST * em <= rows[-1] + 1 - rows[0] <= HIGHEST * em:
        return None
    upper, lower = (_pieces(ink, rows, part, gap * em) for part, gap in ((_UPPER, 0.0), (_LOWER, _ONE)))
    if upper is None or lower is None or len(upper) != len(lower) + 1:
        return None
    return _Outline(((lower[0][0] - upper[0][0]) / em, (upper[-1][1] - lower[-1][1]) / em), len(upper))


def runs_of(flags: Ink) -> list[tuple[int, int]]:
    """Where flags are set: first place and place behind of every run."""
    steps = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return [(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]


def _pieces(
    ink: Ink, rows: NDArray[np.intp], part: tuple[float, float], gap: float
) -> list[tuple[float, float]] | None:
    """Left and right ends of the pieces in a part of the rows, on average; None where the rows do not agree."""
    top, height = int(rows[0]), int(rows[-1]) + 1 - int(rows[0])
    found = [_joined(runs_of(row), gap) for row in ink[top + round(part[0] * height) : top + round(part[1] * height)]]
    counts = [len(pieces) for pieces in found]
    if not counts:
        return None
    usual = max(set(counts), key=counts.count)
    alike = np.array([pieces for pieces in found if len(pieces) == usual], float)
    if usual == 0 or len(alike) < _MOST_ROWS * len(found):
        return None
    return [(float(start), float(end)) for start, end in alike.mean(axis=0)]


def _joined(runs: list[tuple[int, int]], gap: float) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and start - joined[-1][1] <= gap:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
