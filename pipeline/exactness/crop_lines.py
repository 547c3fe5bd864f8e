"""Where are the lines of a crop? Letters are set as small as a detector needs them: what it costs is the area."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import darkest, mask_of, pieces
from pipeline.models.geometry import Point, Quad
from pipeline.ocr.engine import OcrEngine

_LETTERS, _LEAST_LINE = 24.0, 16.0
"""Pixels of a letter, and of the lowest line that may be found, on the picture that is looked at."""
_SPECK = 6
_TALLEST = 0.9
"""Of the crop's height: taller pieces of ink are frames and rings."""


def lines_in(engine: OcrEngine, crop: Image, framed: Image) -> tuple[Quad, ...]:
    """The lines that the engine finds on a crop.

    Args:
        engine: what finds them.
        crop: the picture of a field, from which the size of its letters is taken.
        framed: the same with a margin; places are on it.

    Raises:
        PrecheckError: the engine failed.
    """
    factor = _LETTERS / max(_LETTERS, _letter_size(crop))
    small = shrunk(framed, factor)
    x_scale, y_scale = framed.shape[1] / small.shape[1], framed.shape[0] / small.shape[0]
    found = engine.detect(small)
    if small is not framed and min((quad.box.height for quad in found), default=0) < _LEAST_LINE:
        return engine.detect(framed)
    return tuple(Quad(*(Point(x * x_scale, y * y_scale) for x, y in quad)) for quad in found)


def _letter_size(crop: Image) -> float:
    """The size in pixels up to which pieces of ink make up half of all ink; 0 where there is none."""
    grey = darkest(crop)
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    tallest = _TALLEST * crop.shape[0]
    found = [(max(box.width, box.height), area) for box, area, _ in pieces(mask_of(grey <= level))[1]]
    sizes = sorted((size, area) for size, area in found if _SPECK <= size <= tallest)
    if not sizes:
        return 0.0
    ink = np.cumsum([area for _, area in sizes])
    return float(sizes[int(np.searchsorted(ink, ink[-1] / 2))][0])
