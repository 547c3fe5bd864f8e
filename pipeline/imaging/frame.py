"""Does red ink form the frame of a square or rectangular seal?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask

_BAND_MM = 1.0
"""How far from the straight line a frame's ink may lie: frames are a millimetre thick and not quite straight."""
_LEAST_SIDE, _LEAST_AROUND = 0.6, 0.75
_FILLING = (0.06, 0.75)
_LEAST_MM, _MOST_MM = 8.0, 62.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: its sides in millimetres, and the share of it that bears ink (0-1)."""

    short: float
    long: float
    coverage: float


def framed(cluster: Mask, millimetre: float) -> Frame | None:
    """The frame around a cluster of ink, upright or aslant; None where not all four sides bear ink, or nothing inside.

    Args:
        cluster: the ink alone.
        millimetre: its pixels a millimetre.
    """
    points = cv2.findNonZero(cluster)
    if points is None:
        return None
    middle, (across, down), angle = cv2.minAreaRect(points)
    sides = (across / millimetre, down / millimetre)
    if min(sides) < _LEAST_MM or max(sides) > _MOST_MM:
        return None
    level = _levelled(cluster, middle, (across, down), angle)
    band = max(2, round(_BAND_MM * millimetre))
    covered = [float(part.any(axis=axis).mean()) for part, axis in _sides(level, band)]
    inside = float(level[2 * band : -2 * band, 2 * band : -2 * band].mean())
    around = float(np.mean(covered))
    if min(covered) < _LEAST_SIDE or around < _LEAST_AROUND or not _FILLING[0] <= inside <= _FILLING[1]:
        return None
    return Frame(min(sides), max(sides), round(around, 3))


def _levelled(cluster: Mask, middle: Sequence[float], size: tuple[float, float], angle: float) -> NDArray[np.bool_]:
    """The ink inside the rectangle, turned upright."""
    width, height = max(1, round(size[0])), max(1, round(size[1]))
    x, y = float(middle[0]), float(middle[1])
    turn = cv2.getRotationMatrix2D((x, y), angle, 1.0) + np.array([[0, 0, width / 2 - x], [0, 0, height / 2 - y]])
    return np.asarray(cv2.warpAffine(cluster, turn, (width, height)), np.uint8) > 127


def _sides(level: NDArray[np.bool_], band: int) -> list[tuple[NDArray[np.bool_], int]]:
    """The four sides of the upright rectangle with the axis across each."""
    return [(level[:band], 0), (level[-band:], 0), (level[:, :band], 1), (level[:, -band:], 1)]
