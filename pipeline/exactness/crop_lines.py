"""Where are the lines of a crop? Letters are set as small as a detector needs them: what it costs is the area."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.exactness.crop_ink import ink_of, letter_size
from pipeline.imaging.arrays import Image
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import darkest
from pipeline.models.geometry import Point, Quad
from pipeline.ocr.engine import OcrEngine

_LETTERS, _LEAST_LINE = 24.0, 16.0
"""Pixels of a letter, and of the lowest line that may be found, on the picture that is looked at."""
_DOWN, _ACROSS = 64, 160
"""Pixels in steps of which the picture is high and wide: a network is made ready anew for every size, which takes as
long as five looks."""


def lines_in(engine: OcrEngine, crop: Image, framed: Image) -> tuple[Quad, ...]:
    """The lines that the engine finds on a crop.

    Args:
        engine: what finds them.
        crop: the picture of a field, from which the size of its letters is taken.
        framed: the same with a margin; places are on it.

    Raises:
        PrecheckError: the engine failed.
    """
    factor = _LETTERS / max(_LETTERS, letter_size(ink_of(darkest(crop))[1], crop.shape[0]))
    small = shrunk(framed, factor)
    x_scale, y_scale = framed.shape[1] / small.shape[1], framed.shape[0] / small.shape[0]
    found = engine.detect(_filled_up(small))
    if small is not framed and min((quad.box.height for quad in found), default=0) < _LEAST_LINE:
        return engine.detect(_filled_up(framed))
    return tuple(Quad(*(Point(x * x_scale, y * y_scale) for x, y in quad)) for quad in found)


def _filled_up(picture: Image) -> Image:
    """The picture with its right and lower edges drawn out to the next step."""
    height, width = picture.shape[:2]
    below, beside = -height % _DOWN, -width % _ACROSS
    return np.asarray(cv2.copyMakeBorder(picture, 0, below, 0, beside, cv2.BORDER_REPLICATE), np.uint8)
