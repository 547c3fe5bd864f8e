"""Which lines of text does the picture not show whole: cut off at its edge, washed out by glare, under a hand?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import crop, pixels_per_mm, shrunk
from pipeline.imaging.raster import mask_of, opened, pieces, to_grey
from pipeline.models.geometry import Box, around

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
_WORK_SIDE = 500
_FINGER = 0.025
"""Of the page's width, about half a finger's: solid colour at least that wide is no writing, stamp or rule."""
_SKIN_RED, _SKIN_LIGHT = 0.12, (0.3, 0.97)
"""How much more red than blue skin throws back, and how light it is, both against the paper (0-1)."""
_COVERED, _MUCH = 0.6, 0.1


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


def covered_lines(boxes: Sequence[Box], image: Image) -> list[Box]:
    """The lines that run under a hand: one that reaches in from the page's edge and breaks them off.

    A thumb that holds the margin hides nothing, and a portrait does not reach the edge. Fingers between the lines hide
    whole ones, so that all count where much of the space between them is covered.

    Args:
        boxes: of the lines of text, in pixels.
        image: upright page.
    """
    factor = min(1.0, _WORK_SIDE / max(image.shape[:2]))
    skin = _skin(shrunk(image, factor))
    if not (boxes and skin.any()):
        return []
    written = around(boxes)
    rows, columns = (
        slice(round(a * factor), round(b * factor) + 1) for a, b in ((written.y0, written.y1), (written.x0, written.x1))
    )
    if float(np.mean(skin[rows, columns] > 0)) >= _MUCH:
        return list(boxes)
    return [box for box in boxes if box.width >= _LONG * box.height and _runs_under(box, skin, factor)]


def _skin(image: Image) -> Mask:
    """Solid areas of the colour of skin that reach the picture's edge."""
    height, width = image.shape[:2]
    paper = np.maximum(np.percentile(image[::4, ::4], 80, axis=(0, 1)), 1.0)
    blue, red = image[..., 0] / paper[0], image[..., 2] / paper[2]
    coloured = mask_of((red - blue > _SKIN_RED) & (red > _SKIN_LIGHT[0]) & (red < _SKIN_LIGHT[1]))
    finger = max(3, round(_FINGER * width))
    numbers, found = pieces(opened(coloured, finger, finger))
    # Setting the page straight has left white wedges along its edges.
    inner = Box(finger, finger, width - finger, height - finger)
    at_edge = [piece.label for piece in found if piece.box.share_inside(inner) < 1]
    return mask_of(np.isin(numbers, at_edge))


def _runs_under(box: Box, skin: Mask, factor: float) -> bool:
    """Whether skin lies on one side of the line from its end on, or within it."""
    x0, y0, x1, y1 = (round(side * factor) for side in (box.x0, box.y0, box.x1, box.y1))
    rows, letter = skin[max(0, y0) : y1 + 1], max(1, y1 - y0)
    stretches = (rows[:, max(0, x0 - 2 * letter) : max(0, x0)], rows[:, x1 : x1 + 2 * letter])
    within = [rows[:, x : x + letter] for x in range(max(0, x0), x1 - letter + 1, letter)]
    return any(part.size > 0 and float(np.mean(part > 0)) >= _COVERED for part in (*stretches, *within))
