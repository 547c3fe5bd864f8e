"""Do two sides seem to differ only where a blot, such as a stamp's star in black and white, covers the letters?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from pipeline.exactness.doubts import spare_room
from pipeline.exactness.readings import Reading
from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.raster import darkest, eroded, mask_of
from pipeline.models.comparison import Comparison, Difference
from pipeline.models.geometry import Box, Quad

_DARK = 0.5
"""Of the paper's brightness; the letters of a blurred picture run together in lighter grey."""
_THICK = 0.35
"""Of a line's height: no stroke of a letter is as thick, 0.15 is bold."""
_RADII = 1.4, 3.5
"""Of a seal's ring, in widths of the thick middle of its star (2.4 where the star is a third of the seal)."""
_ANGLES, _INSIDE, _RING = 90, 0.2, 0.75
"""Directions looked in, the share of them that must lie in the picture, and of those the share that meets ink."""
_SQUARE_IN_CIRCLE = 0.6
"""A square of this share of a pen's width lies within the pen: where it finds no blot, which is soon seen, none is."""
_COVERED = 0.03
"""Share of a letter's box, or of the place of a missing one, from which a blot may have hidden what stood there."""
_SPOILT = 0.3
"""Share of a letter's box in which red ink was lifted off, from which it may be misread: 0.32 and 0.40 in two that
were; of six that were read rightly one had more than 0.25."""
_SOME_ROOM = 0.15
"""In 字, between the neighbours of a missing character: half of them have less where nothing is missing."""
_EVEN = 0.5
"""Behind a blot either may be true."""


def blots(image: Image, lines: Sequence[Quad]) -> Mask:
    """Dark ink thicker than any stroke of the lines, as a mask of the same size, 255 where it is.

    Where a ring runs around one it is the star of a seal, whose ring and letters are in the mask too.
    What touches the picture's edge is a rule of the form there, drawn out into the margin of a crop, or no paper.
    """
    thick = max(3, round(_THICK * float(np.median([line.box.height for line in lines]))))
    grey = darkest(image)
    dark = mask_of(grey < _DARK * np.median(grey))
    square = int(thick * _SQUARE_IN_CIRCLE)
    if not eroded(dark, square, square).any():
        return np.zeros_like(dark)
    pen = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thick, thick))
    _, pieces = cv2.connectedComponents(cv2.morphologyEx(dark, cv2.MORPH_OPEN, pen))
    at_edge = np.unique(np.concatenate([pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1], [0]]))
    inside = np.where(np.isin(pieces, at_edge), 0, 255).astype(np.uint8)
    covered: Mask = np.asarray(cv2.dilate(inside, pen), np.uint8)
    _, _, stats, centres = cv2.connectedComponentsWithStats(inside)
    for (_, _, width, height, _), (x, y) in zip(stats[1:], centres[1:], strict=True):
        radius = _ring_around(dark, (x, y), max(width, height))
        if radius:
            cv2.circle(covered, (round(x), round(y)), round(radius + thick), (255,), -1)
    return covered


def _ring_around(dark: Mask, centre: tuple[float, float], size: float) -> float | None:
    """The radius of a ring of ink around a blot of that size, judged by what lies inside the picture."""
    angles = np.linspace(0, 2 * np.pi, _ANGLES, endpoint=False)
    for radius in np.arange(*_RADII, 0.05) * size:
        columns = np.round(centre[0] + radius * np.cos(angles)).astype(int)
        rows = np.round(centre[1] + radius * np.sin(angles)).astype(int)
        inside = (columns >= 0) & (rows >= 0) & (columns < dark.shape[1]) & (rows < dark.shape[0])
        if inside.mean() >= _INSIDE and (dark[rows[inside], columns[inside]] > 0).mean() >= _RING:
            return float(radius)
    return None


def doubted_behind_blots(
    comparison: Comparison,
    sides: tuple[Reading, Reading],
    images: tuple[Image, Image],
    lifted: tuple[Mask | None, Mask | None] = (None, None),
) -> Comparison:
    """The comparison, but ``unsure`` where all that differs lies behind a blot on either side.

    Args:
        comparison: of what was read.
        sides: the readings.
        images: the pages or crops that they stand on.
        lifted: where red ink was lifted off these: strokes under it may have gone with it.
    """
    if comparison.verdict != "different":
        return comparison
    inks = blots(images[0], sides[0].quads), blots(images[1], sides[1].quads)
    if not all(
        _is_covered(place, sides, inks) or _may_be_lifted(place, sides, lifted) for place in comparison.differences
    ):
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


def _may_be_lifted(place: Difference, sides: tuple[Reading, Reading], lifted: tuple[Mask | None, Mask | None]) -> bool:
    """Whether strokes of what differs may be lifted off with red ink: there was some, and room for what is missing."""
    if place.op == "replace":
        return any(
            ink is not None and _share(ink, side.box_of(index)) > _SPOILT
            for side, ink, index in zip(sides, lifted, (place.left_index, place.right_index), strict=True)
        )
    lacking, index = (0, place.left_index) if place.op == "insert" else (1, place.right_index)
    side, ink = sides[lacking], lifted[lacking]
    if ink is None or all(_share(ink, box) <= _COVERED for box in _gap(side, index, ink)):
        return False
    at = sum(token.index < index for token in side.tokens)
    return spare_room(side, range(at, at)) > _SOME_ROOM


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
