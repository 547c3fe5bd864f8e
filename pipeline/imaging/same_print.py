"""Is a name set in the same print as the caption before it?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask
from pipeline.imaging.page_scale import crop
from pipeline.models.geometry import Box

_LEVEL = 0.04
_STROKES = (0.85, 1.12)
_SHADE = 8.0
"""Names set like their captions agree in height and line to 0.05 of the height, in strokes to 0.85-1.12 and in shade to
9 grey levels (160 of 250 drawn rows, three fonts, 150-300 dpi); names in two hands of the caption's very size, straight
on its line, do so in 6 of 235."""
_FEWEST_ROWS = 5


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a stretch of a row is set: its first and last row of ink, how broad its strokes are (px), and their shade."""

    top: int
    bottom: int
    stroke: float
    shade: float


def set_alike(grey: Mask, ink: Mask, caption: Box, name: Box) -> bool:
    """Whether a name stands on its caption's line, as high, with strokes as broad and as dark: the same print.

    Args:
        grey: the row.
        ink: the strokes on it, rules left out.
        caption: the box of the printed caption.
        name: the box of the name.
    """
    parts = [part.clipped(grey.shape[1], grey.shape[0]) for part in (caption, name)]
    one, other = (_setting(crop(grey, part), crop(ink, part) > 0, part.y0) for part in parts)
    if one is None or other is None:
        return False
    slack = _LEVEL * (one.bottom - one.top)
    level = abs(one.top - other.top) <= slack and abs(one.bottom - other.bottom) <= slack
    strokes = _STROKES[0] <= other.stroke / one.stroke <= _STROKES[1]
    return level and strokes and abs(one.shade - other.shade) <= _SHADE


def _setting(grey: Mask, ink: NDArray[np.bool_], top: int) -> _Setting | None:
    rows = np.flatnonzero(ink.any(axis=1))
    if len(rows) < _FEWEST_ROWS:
        return None
    bordered = np.pad(ink, 1)
    inner = ink & bordered[:-2, 1:-1] & bordered[2:, 1:-1] & bordered[1:-1, :-2] & bordered[1:-1, 2:]
    edge = max(1, int(ink.sum()) - int(inner.sum()))
    shade = float(np.percentile(grey[ink], 25))
    return _Setting(top + int(rows[0]), top + int(rows[-1]) + 1, 2 * float(ink.sum()) / edge, shade)
