"""A page whose captions stand in two columns, as on a licence: each column is read for itself."""

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


def columns(page: ReadPage, captions: Sequence[str]) -> tuple[View, ...]:
    """The page as one view, or as a left and a right one where two of the captions stand in one row."""
    view = whole(page)
    boxes = [place.caption for place in captioned_places(view, [(caption,) for caption in captions])]
    least = _LEAST * page.page.width_px
    second = [
        box
        for box in boxes
        if box.x0 > least and any(left.x1 < box.x0 and left.vertical_overlap(box) > 0.5 for left in boxes)
    ]
    if not second:
        return (view,)
    first = min(second, key=lambda box: box.x0)
    border = max(1, round(first.x0 - _MARGIN * first.height))
    size = page.size
    return View(page, Box(0, 0, border, size.y1)), View(page, Box(border, 0, size.x1, size.y1))
