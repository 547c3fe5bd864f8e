"""Which lines of text does the picture not show whole: cut off at its edge, or washed out by glare?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import crop, pixels_per_mm
from pipeline.imaging.raster import to_grey
from pipeline.models.geometry import Box

Levels = NDArray[np.float64]

_EDGE_MM = 0.8
_SLICED_MM = 0.3
_INK_OF_CONTRAST = 0.5
_SLICED_INK = (0.04, 0.8)
"""Share of dark pixels along the cut: text is neither empty nor, as a copier's black edge is, full."""
_LEAST_CONTRAST = 45.0
_LONG = 4
_WHITE, _LIT_PAPER = 250.0, 240.0
_WASHED_OUT = 0.55


def beyond_the_sides(boxes: Sequence[Box], image: Image, dpi: int | None) -> list[Box]:
    """The lines that run to the left or right edge, within 0.8 mm.

    Args:
        boxes: of the lines of text, in pixels.
        image: upright page.
        dpi: its resolution, None when unknown.
    """
    near = _EDGE_MM * pixels_per_mm(image, dpi)
    width = image.shape[1]
    return [box for box in boxes if box.x0 < near or box.x1 > width - near]


def sliced_lines(boxes: Sequence[Box], image: Image, dpi: int | None) -> list[Box]:
    """The lines through which the upper or the lower edge of the picture goes, arguments as above."""
    near = max(1, round(_SLICED_MM * pixels_per_mm(image, dpi)))
    height = image.shape[0]
    at_edge = [box for box in boxes if (box.y0 < near or box.y1 > height - near) and box.width >= _LONG * box.height]
    return [box for box in at_edge if _is_sliced(crop(to_grey(image), box), near, upper=box.y0 < near)]


def _is_sliced(line: Mask, near: int, *, upper: bool) -> bool:
    dark, paper = (float(level) for level in np.percentile(line, (3, 85)))
    if paper - dark < _LEAST_CONTRAST:
        return False
    outermost = line[:near] if upper else line[-near:]
    share = float(np.mean(outermost < paper - _INK_OF_CONTRAST * (paper - dark)))
    return _SLICED_INK[0] <= share <= _SLICED_INK[1]


def washed_out_lines(boxes: Sequence[Box], image: Image) -> list[Box]:
    """The lines that fade into glare: the paper is white and the ink loses half of its contrast towards one end.

    Only where other lines stand on darker paper: what is white all over was made so by a scanner.

    Args:
        boxes: of the lines of text, in pixels.
        image: upright page.
    """
    grey = to_grey(image)
    lines = [(box, *_along(crop(grey, box))) for box in boxes if box.width >= _LONG * box.height]
    if not any(paper.min() <= _LIT_PAPER for _, paper, _ in lines):
        return []
    return [box for box, paper, contrast in lines if _fades(paper, contrast)]


def _along(line: Mask) -> tuple[Levels, Levels]:
    """Grey level of the paper, and of the ink below it, in stretches of two letters."""
    height, width = line.shape
    stretches = np.array_split(line, max(2, width // (2 * height)), axis=1)
    dark, paper = np.array([np.percentile(stretch, (3, 85)) for stretch in stretches]).T
    return paper, paper - dark


def _fades(paper: Levels, contrast: Levels) -> bool:
    return any(
        paper[faded] >= _WHITE
        and contrast[whole] >= _LEAST_CONTRAST
        and contrast[faded] < _WASHED_OUT * contrast[whole]
        for whole, faded in ((0, -1), (-1, 0))
    )
