"""One logical page as extractors see it: a whole page, or one half of an A3 spread, as table cells and free text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.models.geometry import Box
from pipeline.models.text_line import TextLine
from pipeline.reading.cells import Cell, fill_cells, outside_cells
from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import Transcript, transcribe
from pipeline.text.captions import folded

_SPREAD_ASPECT = 1.2
_FRAME = 0.6
"""A ruled box over more than this share of a page is a frame around all of it, no cell of a table."""


@dataclass(frozen=True)
class View:
    """The part of a page inside ``region`` (pixels): its lines, its table cells, and the text outside the table."""

    page: ReadPage
    region: Box

    @property
    def looked_at_again(self) -> View:
        """The same part with the lines that were overlooked at first sight.

        Raises:
            PrecheckError: the engine failed.
        """
        return replace(self, page=self.page.looked_at_again)

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """The lines whose middle lies inside the region."""
        return tuple(line for line in self.page.lines if self.region.contains(line.box.center))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The table cells inside the region, with their text; a frame around the region is none."""
        least = _FRAME * self.region.area
        boxes = [box for box in self.page.cells if self.region.contains(box.center) and box.area < least]
        return fill_cells(self.page.ref, boxes, self.lines)

    @cached_property
    def free_text(self) -> Transcript:
        """The text that stands in no table cell."""
        return transcribe(self.page.ref, outside_cells(self.lines, [cell.box for cell in self.cells]))

    @cached_property
    def transcript(self) -> Transcript:
        """All text of the region in reading order, the table's rules ignored."""
        return transcribe(self.page.ref, self.lines)

    @cached_property
    def text(self) -> str:
        """All text without white space, for looking words up: cell by cell, so that wrapped captions are whole."""
        return folded("|".join([*(cell.text for cell in self.cells), self.free_text.text]))


def whole(page: ReadPage) -> View:
    """The page as one view."""
    return View(page, page.size)


def halves(page: ReadPage) -> tuple[View, ...]:
    """The two logical pages of a spread, left then right; a page that is no spread is one view."""
    size = page.size
    if size.width < _SPREAD_ASPECT * size.height:
        return (whole(page),)
    middle = size.width // 2
    return (View(page, Box(0, 0, middle, size.height)), View(page, Box(middle, 0, size.width, size.height)))
