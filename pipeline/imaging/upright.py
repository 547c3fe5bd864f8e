"""How is a page brought upright: quarter turns, and the small skew of a crooked feed?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import darkness, to_grey
from pipeline.imaging.white_balance import paper_light

_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
_WORK_SIDE = 1200
_LARGEST_SKEW = 8.0
_SMALLEST_SKEW = 0.1
_COARSE_STEP = 0.5
_FINE_STEP = 0.05
_ENOUGH_POINTS = 300
_MOST_POINTS = 10_000
_CLEAR_PEAK = 1.25
"""The best profile must be this many times as uneven as the median one; noise and photographs stay below it."""


@dataclass(frozen=True, slots=True)
class Deskewed:
    """The straightened page, same size, and the skew in degrees that was undone (positive: it leaned clockwise)."""

    image: Image
    angle: float


def turn(image: Image, degrees: Literal[0, 90, 180, 270]) -> Image:
    """The picture turned clockwise by quarter turns."""
    if degrees == 0:
        return image
    turned: Image = cv2.rotate(image, _TURNS[degrees]).astype(np.uint8)
    return turned


def deskew(image: Image) -> Deskewed:
    """The page with its rows of text and rules level.

    Projection profiles (Postl 1986): the angle at which the lower edges of strokes gather most unevenly in rows.
    Pages without rows, and pages leaning less than 0.1 degrees, come back untouched with angle 0.
    """
    angle = skew_angle(image)
    if abs(angle) < _SMALLEST_SKEW:
        return Deskewed(image, 0.0)
    return Deskewed(levelled(image, angle), angle)


def levelled(image: Image, angle: float) -> Image:
    """The page turned back by a skew of that many degrees, same size; the corners that come in are bare paper."""
    if angle == 0:
        return image
    height, width = image.shape[:2]
    rotation = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1.0)
    light = paper_light(image)
    paper = tuple(float(channel) for channel in np.median(light.reshape(-1, 3), axis=0))
    level = cv2.warpAffine(
        image, rotation, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=paper
    )
    return level.astype(np.uint8, copy=False)


def skew_angle(image: Image) -> float:
    """The skew in degrees within +-8, positive when the page leans clockwise; 0.0 when nothing tells."""
    points = _lower_edges(shrunk(to_grey(image), _WORK_SIDE / max(image.shape[:2])))
    if len(points) < _ENOUGH_POINTS:
        return 0.0
    coarse = np.arange(-_LARGEST_SKEW, _LARGEST_SKEW + _COARSE_STEP / 2, _COARSE_STEP)
    scores = np.array([_unevenness(points, float(angle)) for angle in coarse])
    if scores.max() < _CLEAR_PEAK * np.median(scores):
        return 0.0
    around_peak = coarse[int(scores.argmax())]
    fine = np.arange(around_peak - _COARSE_STEP, around_peak + _COARSE_STEP + _FINE_STEP / 2, _FINE_STEP)
    return float(round(fine[int(np.argmax([_unevenness(points, float(angle)) for angle in fine]))], 2))


def _lower_edges(grey: Mask) -> NDArray[np.float32]:
    """(n, 2) positions x, y where ink ends and paper begins below it, at most 10,000 of them."""
    ink = darkness(grey, 15, 15) > 40
    edge = ink[:-1] & ~ink[1:]
    ys, xs = np.nonzero(edge)
    step = max(1, len(xs) // _MOST_POINTS)
    return np.stack([xs[::step], ys[::step]], axis=1).astype(np.float32)


def _unevenness(points: NDArray[np.float32], angle: float) -> float:
    radians = np.deg2rad(angle)
    rows = points[:, 1] * np.cos(radians) - points[:, 0] * np.sin(radians)
    counts = np.bincount((rows - rows.min()).astype(np.intp))
    return float(np.sum(np.square(counts, dtype=np.float64)))
