"""The raster operations that this stage is built on, with the types that OpenCV's own stubs leave open."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.kept import kept
from pipeline.models.geometry import Box


class Piece(NamedTuple):
    """A connected piece of a mask: its box in pixels, its pixel count and its label in the label picture."""

    box: Box
    area: int
    label: int


@kept
def to_grey(image: Image) -> Mask:
    """Luminance of a BGR picture."""
    return _bytes(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))


def darkest(image: Image) -> Mask:
    """The least of each pixel's three values: many times faster than numpy along so short an axis."""
    blue, green, red = cv2.split(image)
    return _bytes(cv2.min(cv2.min(blue, green), red))


def lightest(image: Image) -> Mask:
    """The greatest of each pixel's three values."""
    blue, green, red = cv2.split(image)
    return _bytes(cv2.max(cv2.max(blue, green), red))


def at_least(grey: Mask, level: float) -> Mask:
    """255 where the picture is at or above the level."""
    return _bytes(cv2.threshold(grey, level - 0.5, 255, cv2.THRESH_BINARY)[1])


def dilated(picture: Mask, across: int, down: int) -> Mask:
    """Maximum over a window of that many pixels."""
    return _bytes(cv2.dilate(picture, _window(across, down)))


def eroded(picture: Mask, across: int, down: int) -> Mask:
    """Minimum over a window of that many pixels."""
    return _bytes(cv2.erode(picture, _window(across, down)))


def opened(picture: Mask, across: int, down: int) -> Mask:
    """Grey opening: what does not hold the window vanishes."""
    return _bytes(cv2.morphologyEx(picture, cv2.MORPH_OPEN, _window(across, down)))


def closed(picture: Mask, across: int, down: int) -> Mask:
    """Grey closing: dark marks and gaps narrower than the window fill up."""
    return _bytes(cv2.morphologyEx(picture, cv2.MORPH_CLOSE, _window(across, down)))


def darkness(grey: Mask, across: int, down: int) -> Mask:
    """How far each pixel lies below its surroundings: the closing by the window less the picture."""
    return _bytes(cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, _window(across, down)))


def pieces(mask: Mask) -> tuple[NDArray[np.int32], list[Piece]]:
    """The label picture of a mask and its 8-connected pieces in label order (label 0 is the ground)."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    found = [
        Piece(Box(int(x), int(y), int(x + w), int(y + h)), int(area), index + 1)
        for index, (x, y, w, h, area) in enumerate(stats[1:])
    ]
    return np.asarray(labels, np.int32), found


def grey_level(grey: Mask, percent: float) -> float:
    """The level at or below which that percentage of the pixels lies, as ``np.percentile`` has it; there must be some.

    Counting the levels is many times faster than putting pixels in order.
    """
    counted = np.cumsum(cv2.calcHist([grey], [0], None, [256], [0, 256]), dtype=np.int64)
    place = percent / 100 * (grey.size - 1)
    low, high = np.searchsorted(counted, (math.floor(place), math.ceil(place)), "right").tolist()
    return float(low + (high - low) * (place - math.floor(place)))


def mask_of(condition: NDArray[np.bool_]) -> Mask:
    """255 where the condition holds."""
    return condition.astype(np.uint8) * np.uint8(255)


def _window(across: int, down: int) -> Mask:
    return np.ones((max(1, down), max(1, across)), np.uint8)


def _bytes(picture: Any) -> Mask:  # noqa: ANN401 - OpenCV's stubs give back arrays of any number type
    return np.asarray(picture, np.uint8)
