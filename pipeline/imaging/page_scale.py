"""How many pixels make a millimetre, and pictures brought to a wanted resolution."""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.kept import kept
from pipeline.models.geometry import Box

A4_WIDTH_MM = 210.0
"""The short side of A4 (ISO 216): what a page is taken for when its file does not say its resolution."""
LEAST_PER_MM = 2.0
"""Pixels a millimetre (50 dpi) below which marks cannot be told from one another."""
_MM_PER_INCH = 25.4
_PLAUSIBLE_DPI = (60, 1300)

Value = TypeVar("Value", bound=np.generic)


def pixels_per_mm(image: Image | Mask, dpi: int | None) -> float:
    """Pixels in a millimetre: from ``dpi`` where it is plausible, else as if the shorter side were that of A4."""
    if dpi is not None and _PLAUSIBLE_DPI[0] <= dpi <= _PLAUSIBLE_DPI[1]:
        return dpi / _MM_PER_INCH
    return float(min(image.shape[:2])) / A4_WIDTH_MM


def shrunk(image: Image, factor: float) -> Image:
    """The picture resized by ``factor`` (0-1, area average); unchanged when the factor is 1 or more.

    Many judgements of a page begin with this: what was made of a picture is kept, read-only, as long as the picture
    lives, which must not be changed after it was shrunk.
    """
    if factor >= 1:
        return image
    height, width = image.shape[:2]
    return shrunk_to(image, (max(1, round(width * factor)), max(1, round(height * factor))))


def shrunk_to(image: Image, size: tuple[int, int]) -> Image:
    """The picture made smaller to (width, height) pixels by averaging; kept as in :func:`shrunk`."""
    return image if size == (image.shape[1], image.shape[0]) else _averaged(image, size)


@kept
def _averaged(image: Image, size: tuple[int, int]) -> Image:
    """OpenCV averages several times faster where every pixel of the result covers a whole number of pixels.

    The picture is brought near by such steps, the first of which most sizes asked for have in common.
    """
    height, width = image.shape[:2]
    whole = min(width // size[0], height // size[1])
    if whole <= 1:
        return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
    step = 2 if whole >= 4 else whole  # halving twice is faster than quartering
    nearer = (width // step, height // step)
    if nearer != size:
        return shrunk_to(_averaged(image, nearer), size)
    even = image[: height // step * step, : width // step * step]
    return np.asarray(cv2.resize(even, nearer, interpolation=cv2.INTER_AREA), np.uint8)


def enlarged_box(box: Box, factor: float, width: int, height: int) -> Box:
    """A box found on a picture shrunk by ``factor``, in pixels of the full picture of that size."""
    if factor >= 1:
        return box.clipped(width, height)
    grown = Box(int(box.x0 / factor), int(box.y0 / factor), round(box.x1 / factor + 0.5), round(box.y1 / factor + 0.5))
    return grown.clipped(width, height)


def crop(picture: NDArray[Value], box: Box) -> NDArray[Value]:
    """The part of the picture inside the box, a view of the same pixels."""
    return picture[max(0, box.y0) : max(0, box.y1), max(0, box.x0) : max(0, box.x1)]
