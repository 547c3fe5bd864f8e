"""A page in two columns, as a licence or an open folder: each column is read for itself."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.geometry import Box
from pipeline.reading.captioned import captioned_places
from pipeline.reading.page import ReadPage
from pipeline.reading.view import View, whole

_MARGIN = 0.6
"""A column begins this many caption heights left of its captions."""
_LEAST = 0.3
"""The second column begins at least this far into the page."""
_ALIGNED = 3.0
"""Captions of one column begin within so many caption heights of each other."""
_FOLD = (0.4, 0.65)
_CROSSING = 2
"""A title and a foot line may run across the fold."""
_ROWS = 3


def columns(page: ReadPage, captions: Sequence[str]) -> tuple[View, ...]:
    """The page as one view, or as a left and a right one.

    There are two where captions stand beside captions, one under the other, or where a broad page has writing on both
    sides of a fold.
    """
    border = _beside(page, captions) or _fold(page)
    if border is None:
        return (whole(page),)
    size = page.size
    return View(page, Box(0, 0, border, size.y1)), View(page, Box(border, 0, size.x1, size.y1))


def _beside(page: ReadPage, captions: Sequence[str]) -> int | None:
    boxes = [place.caption for place in captioned_places(whole(page), [(caption,) for caption in captions])]
    least = _LEAST * page.page.width_px
    second = [
        box
        for box in boxes
        if box.x0 > least and any(left.x1 < box.x0 and left.vertical_overlap(box) > 0.5 for left in boxes)
    ]
    columns_found = [
        first
        for first in sorted(second, key=lambda box: box.x0)
        if sum(abs(box.x0 - first.x0) < _ALIGNED * first.height for box in second) > 1
    ]
    if not columns_found:
        return None
    first = columns_found[0]
    return max(1, round(first.x0 - _MARGIN * first.height))


def _fold(page: ReadPage) -> int | None:
    width = page.page.width_px
    if width <= page.page.height_px:
        return None
    boxes = [line.box for line in page.lines]
    for x in range(round(_FOLD[0] * width), round(_FOLD[1] * width), max(1, width // 100)):
        left, right = [box for box in boxes if box.x1 <= x], [box for box in boxes if box.x0 >= x]
        if len(boxes) - len(left) - len(right) <= _CROSSING and min(len(left), len(right)) >= _ROWS:
            return x
    return None
