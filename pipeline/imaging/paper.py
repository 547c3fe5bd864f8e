"""What size is the paper, and is there anything on it?"""

from __future__ import annotations

import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import Piece, at_least, darkness, pieces, to_grey
from pipeline.models.page import Paper

_SIZES_MM: dict[Paper, tuple[float, float]] = {"A4": (210, 297), "A3": (297, 420), "card": (54.0, 85.6)}
"""ISO 216 and, for cards, ISO/IEC 7810 ID-1."""
_TOLERANCE = 0.05
_PLAUSIBLE_DPI = (90, 1300)
_BLANK_INK = 1e-4
_INK_CONTRAST = 60
_BLURRED_INK, _BLURRED_CONTRAST = 0.006, 35
"""What is left of text that a moving camera smeared; a fold or show-through from the back is narrower or paler."""
DARK_PAPER = 60.0
"""Grey level (0-255): as dark as the ink of a good scan."""
_SPECK = 4
_WORK_SIDE = 1000
_MARGIN = 0.035


def paper_size(
    width_px: int, height_px: int, dpi: float | None, page_mm: tuple[float, float] | None, *, is_photo: bool
) -> Paper:
    """The paper by what the file says of its size: PDF page first, then resolution; a photograph tells nothing.

    Args:
        width_px: pixels across.
        height_px: pixels down.
        dpi: resolution of these pixels, None when unknown.
        page_mm: PDF page size (width, height) in millimetres.
        is_photo: taken with a camera, so that pixels have no size.
    """
    if is_photo:
        return "unknown"
    sides = page_mm
    if sides is None and dpi is not None and _PLAUSIBLE_DPI[0] <= dpi <= _PLAUSIBLE_DPI[1]:
        sides = (width_px / dpi * 25.4, height_px / dpi * 25.4)
    if sides is None or min(sides) <= 0:
        return "unknown"
    short, long = sorted(sides)
    for name, (size_short, size_long) in _SIZES_MM.items():
        if abs(short / size_short - 1) <= _TOLERANCE and abs(long / size_long - 1) <= _TOLERANCE:
            return name
    return "other"


def blank_page(image: Image) -> bool:
    """Whether the page bears no ink: grain, punch holes, bleed-through from the back and copier edges do not count.

    Of a page too dark to tell ink from paper nobody can say that it is blank.
    """
    grey = shrunk(to_grey(image), _WORK_SIDE / max(image.shape[:2]))
    height, width = grey.shape
    rim = round(_MARGIN * min(height, width))
    inner = grey[rim : height - rim, rim : width - rim]
    if inner.size == 0:
        return True
    if too_dark(inner):
        return False
    contrast = darkness(inner, 25, 25)
    ink = at_least(contrast, _INK_CONTRAST)
    strokes = [piece for piece in pieces(ink)[1] if _is_stroke(piece, width)]
    if sum(piece.area for piece in strokes) >= _BLANK_INK * inner.size:
        return False
    return bool(np.count_nonzero(contrast >= _BLURRED_CONTRAST) < _BLURRED_INK * inner.size)


def too_dark(grey: Mask) -> bool:
    """Whether not even the paper, the lighter part of the picture, shows lighter than ink."""
    return float(np.percentile(grey[::2, ::2], 85)) < DARK_PAPER


def _is_stroke(piece: Piece, width: int) -> bool:
    box = piece.box
    if max(box.width, box.height) < _SPECK:
        return False
    in_margin = box.x0 < 0.1 * width or box.x0 > 0.8 * width
    is_disc = 0.7 < box.width / box.height < 1.4 and min(box.width, box.height) > 12 and piece.area > 0.6 * box.area
    return not (in_margin and is_disc)
