"""Which pieces of ink does a crop hold, and how large are its letters?"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask
from pipeline.imaging.raster import mask_of

_SPECK = 6
_TALLEST = 0.9
"""Of the crop's height: taller pieces of ink are frames and rings."""
_SLENDER = 15
"""Times as long as thick: lines to write on; the strokes of 一 and | are half of that."""
Numbers = NDArray[np.int32]


class Pieces(NamedTuple):
    """Connected pieces of ink, a number for each: its box, how many pixels are dark, its label in the label picture."""

    left: Numbers
    top: Numbers
    width: Numbers
    height: Numbers
    area: Numbers
    label: Numbers

    @property
    def right(self) -> Numbers:
        """Where each ends."""
        return self.left + self.width

    @property
    def bottom(self) -> Numbers:
        """The row below each."""
        return self.top + self.height

    def only(self, chosen: NDArray[np.bool_ | np.intp]) -> Pieces:
        """Some of them."""
        return Pieces(*(numbers[chosen] for numbers in self))


def ink_of(grey: Mask) -> tuple[Numbers, Pieces]:
    """The label picture of what is dark on a grey crop, its level by Otsu, and all pieces."""
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask_of(grey <= level))
    left, top, width, height, area = np.asarray(stats[1:], np.int32).T
    return np.asarray(labels, np.int32), Pieces(left, top, width, height, area, np.arange(1, count, dtype=np.int32))


def letter_size(ink: Pieces, height: int) -> float:
    """The size in pixels up to which pieces of ink make up half of all ink but rules; 0 where there is none.

    Args:
        ink: of a crop.
        height: the crop's.
    """
    sizes = np.maximum(ink.width, ink.height)
    is_rule = sizes > _SLENDER * np.minimum(ink.width, ink.height)
    counted = (sizes >= _SPECK) & (sizes <= _TALLEST * height) & ~is_rule
    if not counted.any():
        return 0.0
    order = np.argsort(sizes[counted], kind="stable")
    amount = np.cumsum(ink.area[counted][order])
    return float(sizes[counted][order][int(np.searchsorted(amount, amount[-1] / 2))])
