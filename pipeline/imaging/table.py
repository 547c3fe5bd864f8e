"""Where are the ruled lines of a page, which cells do they bound, and which are blanks to write on?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.raster import to_grey
from pipeline.imaging.ruled_lines import find_segments
from pipeline.models.geometry import Box

_JOIN_MM = 2.0
_LEAST_CELL_MM = 2.5
_RECTANGULAR = 0.82
_LARGEST_CELL = 0.9
_SAME_ROW = 0.5
_COMMON_ENDS = 4
_BORDERED = 0.5


@dataclass(frozen=True, slots=True)
class Rules:
    """Ruled lines of a page of ``size`` (width, height) pixels, each as the box around it, top to bottom.

    ``slope`` is the common lean of the horizontal rules in pixels down per pixel to the right; ``millimetre`` is the
    number of pixels taken for one.
    """

    horizontal: tuple[Box, ...]
    vertical: tuple[Box, ...]
    size: tuple[int, int]
    slope: float
    millimetre: float


def find_rules(image: Image) -> Rules:
    """The ruled lines of an upright page, down to faint lines of one pixel at 150 dpi, skewed by up to 0.7 degrees."""
    height, width = image.shape[:2]
    found = find_segments(to_grey(image))
    return Rules(found.horizontal, found.vertical, (width, height), found.slope, found.millimetre)


def find_cells(rules: Rules) -> tuple[Box, ...]:
    """All rectangular cells bounded by the rules, without their borders, top to bottom and left to right.

    A cell is an area that rules enclose on all four sides, so merged cells come out whole. The page itself and areas
    open to its edge are not cells.
    """
    if len(rules.horizontal) < 2 or len(rules.vertical) < 2:
        return ()
    width, height = rules.size
    paper = cv2.bitwise_not(_drawn(_with_open_sides_closed(rules)))
    _, _, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    least = _LEAST_CELL_MM * rules.millimetre
    lean = abs(rules.slope)
    cells = []
    for x, y, w, h, area in stats[1:]:
        at_edge = x == 0 or y == 0 or x + w == width or y + h == height
        if at_edge or w < least or h < least or area > _LARGEST_CELL * width * height:
            continue
        # A leaning cell fills its upright box less by the two wedges at its ends.
        expected = (w - lean * h) * (h - lean * w)
        if area >= _RECTANGULAR * expected:
            cells.append(Box(int(x), int(y), int(x + w), int(y + h)))
    return tuple(in_reading_order(cells))


def in_reading_order(boxes: Sequence[Box]) -> list[Box]:
    """Boxes top to bottom and, where they start in one row, left to right."""
    rest = sorted(boxes, key=lambda box: (box.y0, box.x0))
    ordered: list[Box] = []
    while rest:
        first = rest[0]
        limit = first.y0 + _SAME_ROW * min(first.height, *(box.height for box in rest if box.y0 <= first.center.y))
        row = [box for box in rest if box.y0 <= limit]
        ordered += sorted(row, key=lambda box: box.x0)
        rest = [box for box in rest if box.y0 > limit]
    return ordered


def _with_open_sides_closed(rules: Rules) -> Rules:
    """The rules, with the left and right border of a table that is printed without them."""
    near = _JOIN_MM * rules.millimetre
    sides = []
    for end in (0, 2):
        for x, group in _common_ends(rules.horizontal, end, near):
            top, bottom = group[0].y0, group[-1].y1
            bordered = sum(
                min(bottom, rule.y1) - max(top, rule.y0)
                for rule in rules.vertical
                if abs(rule.center.x - x) <= near and rule.y0 < bottom and rule.y1 > top
            )
            if bordered < _BORDERED * (bottom - top) and _is_divided(group, rules.vertical, near):
                sides.append(Box(x, top, x + 1, bottom))
    return replace(rules, vertical=(*rules.vertical, *sides))


def _is_divided(group: Sequence[Box], vertical: Sequence[Box], near: float) -> bool:
    """Whether an upright rule divides the rows into columns; the lines of a letter's blanks are no table."""
    left, right = min(rule.x0 for rule in group) + near, max(rule.x1 for rule in group) - near
    top, bottom = group[0].y0, group[-1].y1
    return any(left < rule.center.x < right and rule.y0 < bottom and rule.y1 > top for rule in vertical)


def _common_ends(rules: Sequence[Box], end: int, near: float) -> list[tuple[int, list[Box]]]:
    """Where several rules end together: the position and those rules, top to bottom; ``end`` 0 is left, 2 right."""
    groups: list[tuple[int, list[Box]]] = []
    for rule in sorted(rules, key=lambda rule: rule.y0):
        group = next((members for x, members in groups if abs(x - rule[end]) <= near), None)
        if group is None:
            groups.append((rule[end], [rule]))
        else:
            group.append(rule)
    return [(x, members) for x, members in groups if len(members) >= _COMMON_ENDS]


def _drawn(rules: Rules) -> Mask:
    """The rules as a mask, each a little longer than found, so that corners close."""
    width, height = rules.size
    canvas: Mask = np.zeros((height, width), np.uint8)
    reach = round(_JOIN_MM * rules.millimetre)
    for box in rules.horizontal:
        rise = round(rules.slope * box.width / 2)
        thickness = max(1, box.height - 2 * abs(rise))
        middle = (box.y0 + box.y1 - 1) // 2
        lean = round(rules.slope * reach)
        start, end = (box.x0 - reach, middle - rise - lean), (box.x1 - 1 + reach, middle + rise + lean)
        cv2.line(canvas, start, end, (255,), thickness)
    for box in rules.vertical:
        run = round(rules.slope * box.height / 2)
        thickness = max(1, box.width - 2 * abs(run))
        middle = (box.x0 + box.x1 - 1) // 2
        cv2.line(canvas, (middle + run, box.y0 - reach), (middle - run, box.y1 - 1 + reach), (255,), thickness)
    return canvas
