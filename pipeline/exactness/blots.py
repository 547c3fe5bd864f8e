"""Do two sides seem to differ only where a blot, such as a stamp's star in black and white, covers the letters?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from pipeline.exactness.readings import Reading
from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.raster import darkest
from pipeline.models.comparison import Comparison, Difference
from pipeline.models.geometry import Box, Quad

_DARK = 0.5
"""Of the paper's brightness; the letters of a blurred picture run together in lighter grey."""
_THICK = 0.35
"""Of a line's height: no stroke of a letter is as thick, 0.15 is bold."""
_COVERED = 0.03
"""Share of a letter's box, or of the place of a missing one, from which a blot may have hidden what stood there."""
_EVEN = 0.5
"""Behind a blot either may be true."""


def blots(image: Image, lines: Sequence[Quad]) -> Mask:
    """Dark ink thicker than any stroke of the lines, as a mask of the same size, 255 where it is.

    What touches the picture's edge is a rule of the form there, drawn out into the margin of a crop, or no paper.
    """
    thick = max(3, round(_THICK * float(np.median([line.box.height for line in lines]))))
    grey = darkest(image)
    dark = np.where(grey < _DARK * np.median(grey), 255, 0).astype(np.uint8)
    pen = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thick, thick))
    _, pieces = cv2.connectedComponents(cv2.morphologyEx(dark, cv2.MORPH_OPEN, pen))
    at_edge = np.unique(np.concatenate([pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1], [0]]))
    inside = np.where(np.isin(pieces, at_edge), 0, 255).astype(np.uint8)
    return np.asarray(cv2.dilate(inside, pen), np.uint8)


def doubted_behind_blots(
    comparison: Comparison, sides: tuple[Reading, Reading], images: tuple[Image, Image]
) -> Comparison:
    """The comparison, but ``unsure`` where all that differs lies behind a blot on either side."""
    if comparison.verdict != "different":
        return comparison
    inks = blots(images[0], sides[0].quads), blots(images[1], sides[1].quads)
    if not all(_is_covered(place, sides, inks) for place in comparison.differences):
        return comparison
    return comparison.model_copy(
        update={
            "verdict": "unsure",
            "probability_identical": _EVEN,
            "reason": f"不一致处被印章或墨迹遮盖，请人工核对：{comparison.reason}",
        }
    )


def _is_covered(place: Difference, sides: tuple[Reading, Reading], inks: tuple[Mask, Mask]) -> bool:
    places = ((place.left, place.left_index), (place.right, place.right_index))
    return any(
        _share(ink, box) > _COVERED
        for side, ink, (shown, index) in zip(sides, inks, places, strict=True)
        for box in ([side.box_of(index)] if shown else _gap(side, index, ink))
    )


def _gap(side: Reading, index: int, ink: Mask) -> Iterator[Box]:
    """Where what is missing before a place in the text may stand: between its neighbours, or to the ends of lines."""
    before = side.box_of(index - 1) if index else None
    after = side.box_of(index) if index < len(side.text) else None
    if before and after and before.x0 < after.x0:
        yield Box(before.x0, min(before.y0, after.y0), after.x1, max(before.y1, after.y1))
        return
    if before:
        yield Box(before.x0, before.y0, ink.shape[1], before.y1)
    if after:
        yield Box(0, after.y0, after.x1, after.y1)


def _share(ink: Mask, box: Box) -> float:
    part = ink[max(0, box.y0) : box.y1, max(0, box.x0) : box.x1]
    return float(np.count_nonzero(part)) / part.size if part.size else 0.0
