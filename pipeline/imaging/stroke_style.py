"""How are strokes drawn: their width, their direction, and how evenly they stand in a row?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.imaging.arrays import Mask
from pipeline.imaging.raster import pieces
from pipeline.models.geometry import Box, around

_AXIS_DEGREES = 8.0
_ENOUGH_PIXELS = 40


@dataclass(frozen=True, slots=True)
class StrokeStyle:
    """The look of some strokes, lengths in pixels.

    ``height`` is that of the whole row, ``stroke`` the median stroke width, ``axis_share`` the share of stroke edges
    within 8 degrees of level or upright (0-1): printed Song and Hei are drawn on the axes, handwriting leans.
    """

    box: Box
    height: float
    stroke: float
    axis_share: float


def measure_strokes(grey: Mask, ink: Mask) -> StrokeStyle | None:
    """The style of the strokes marked in ``ink`` on the grey picture of the same size; None when there are too few."""
    if int(np.count_nonzero(ink)) < _ENOUGH_PIXELS:
        return None
    box = around(piece.box for piece in pieces(ink)[1])
    return StrokeStyle(box, float(box.height), _stroke_width(ink), _axis_share(grey, ink))


def _stroke_width(ink: Mask) -> float:
    """Median width: twice the distance to the rim on the ridge of every stroke."""
    distance = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    ridge = (distance >= cv2.dilate(distance, np.ones((3, 3), np.uint8))) & (distance > 0)
    return 2 * float(np.median(distance[ridge])) if ridge.any() else 1.0


def _axis_share(grey: Mask, ink: Mask) -> float:
    smooth = cv2.GaussianBlur(grey, (5, 5), 0)
    dx, dy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    near = cv2.dilate(ink, np.ones((3, 3), np.uint8)) > 0
    strength = np.hypot(dx, dy)[near]
    lean = np.degrees(np.arctan2(np.abs(dy), np.abs(dx)))[near]
    off_axis = np.minimum(lean, 90 - lean)
    return float(strength[off_axis <= _AXIS_DEGREES].sum() / max(float(strength.sum()), 1e-6))
