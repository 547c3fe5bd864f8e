"""Before a signature is called absent: is there handwriting near its caption that nothing else on the page claims?

People sign above, below and over a caption, and forms leave room for them in more ways than are known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from pipeline.imaging.handwriting import find_writing, looks_printed
from pipeline.models.geometry import Box, around
from pipeline.models.text_line import TextLine
from pipeline.reading.captioned import Captioned
from pipeline.reading.signature_zone import LONGEST_NAME, caption_words, date_letters, pixels_in_millimetre, row_height
from pipeline.text.captions import folded

_NEAR_ROWS = 2
"""A signature above or below begins within two heights of the caption's row."""
_TALLEST_MM, _BEFORE_MM, _BEHIND_MM, _LEFT_MM = 14.0, 15.0, 45.0, 55.0
_MARGIN_MM = 3.0
_SAME_ROW, _MOSTLY, _NEXT_ROW = 0.5, 0.4, 1.5
_READ_AS_PRINT, _TALL = 0.9, 1.3
_BEHIND_CAPTION_MM = 30.0
_FIGURES = regex.compile(r"[\d\W年月日时分]*\d[\d\W年月日时分]*")
_HEADING = regex.compile(r"\p{Han}{2,8}(?:[（(]\p{Han}{1,8}[）)])?[:：]?|.{2,30}[:：]")
"""Print that heads what stands right behind it, with or without a colon, and no sentence."""
_CAPTION = regex.compile(r"(?:^|\s)[（(]?\p{Han}[\p{Han}（）()/、]{0,13}[:：]")


def writing_near(rows: Sequence[Captioned], places: Sequence[Captioned], taken: Sequence[Box]) -> Box | None:
    """Handwriting (page pixels) beside, above, below or over a caption that belongs to nothing else; None without any.

    Args:
        rows: the caption's rows.
        places: all captioned places that are known.
        taken: what was taken for other marks, or for print, on the page.
    """
    view = rows[0].view
    others = [place for place in places if place.view is view and place not in rows]
    near = _Surroundings(tuple(rows), tuple(others), tuple(taken))
    page = view.page
    return find_writing(page.image, near.zone, near.printed, near.claimed, page.page.dpi)


@dataclass(frozen=True)
class _Surroundings:
    """What lies around a caption: where a signature may stand, and what there belongs to others."""

    rows: tuple[Captioned, ...]
    others: tuple[Captioned, ...]
    taken: tuple[Box, ...]

    @cached_property
    def _millimetre(self) -> float:
        return pixels_in_millimetre(self.rows[0].view.page)

    @cached_property
    def _height(self) -> int:
        return row_height(self.rows[0])

    @cached_property
    def _own(self) -> Box:
        return around(caption_words(row) for row in self.rows)

    @cached_property
    def _cells(self) -> tuple[Box, ...]:
        """The table cells that are the caption's own."""
        own = [cell.box for cell in self.rows[0].view.cells if cell.box.contains(self._own.center)]
        return (*own, *(row.place for row in self.rows if row.whole_cell))

    @cached_property
    def _lines(self) -> tuple[tuple[TextLine, Box], ...]:
        """The lines around the caption, each with the box of the whole of it."""
        page, region = self.rows[0].view.page, self.zone
        whole = (page.heads[index].box if index in page.heads else line.box for index, line in enumerate(page.lines))
        return tuple((line, box) for line, box in zip(page.lines, whole, strict=True) if box.intersection(region))

    @cached_property
    def zone(self) -> Box:
        """Where a signature may stand: the caption's row and what is near it, and the rest of its cell."""
        millimetre, own, region = self._millimetre, self._own, self.rows[0].view.region
        reach = round(_NEAR_ROWS * self._height + _TALLEST_MM * millimetre)
        right = max([own.x1 + round(_BEHIND_MM * millimetre), *(row.place.x1 for row in self.rows)])
        wide = Box(own.x0 - round(_LEFT_MM * millimetre), own.y0 - reach, right, own.y1 + reach)
        if self._cells:
            cells = around(self._cells)
            wide = Box(cells.x0, max(wide.y0, cells.y0), cells.x1, max(cells.y1, own.y1 + 1))
        margin = round(_MARGIN_MM * millimetre)
        inner = Box(region.x0, region.y0, region.x1, region.y1).expanded(-margin)
        return wide.intersection(inner) or own

    @cached_property
    def printed(self) -> list[Box]:
        """Print and text: the captions, long rows, figures, dates, and what stands behind captions in one line."""
        boxes = [caption_words(row) for row in self.rows]
        for line, box in self._lines:
            dated = date_letters(line)
            if self._is_own(line):
                boxes += dated
            elif dated and not _CAPTION.search(folded(line.text)):
                # A signature beside a day is now and then read in one line with it.
                boxes.append(around(dated))
            elif not self._may_be_name(line):
                boxes.append(box)
        return [*boxes, *self.taken, *self.rows[0].view.page.rules.vertical]

    def _is_own(self, line: TextLine) -> bool:
        return any(
            line.box.share_inside(caption_words(row)) > 0 and line.box.contains(caption_words(row).center)
            for row in self.rows
        )

    def _may_be_name(self, line: TextLine) -> bool:
        """Whether a line may be a signature as it was read: short, no figures, no caption, and not printed."""
        words, page = folded(line.text), self.rows[0].view.page
        if len(line.chars) > LONGEST_NAME or _FIGURES.fullmatch(words) or _CAPTION.search(words):
            return False
        if line.confidence < _READ_AS_PRINT or line.box.height > _TALL * self._height:
            return True
        return not looks_printed(page.image, line.box, page.page.dpi)

    @cached_property
    def _captions(self) -> list[Box]:
        """The other captions around, known or recognised by their colons."""
        named = [line.box for line, _ in self._lines if not self._is_own(line) and _CAPTION.match(folded(line.text))]
        return [*(caption_words(place) for place in self.others), *named]

    def claimed(self, strokes: Box) -> bool:
        """Whether strokes belong to something else: another mark or field, or the print that they stand behind."""
        return (
            any(strokes.share_inside(box) > _MOSTLY for box in self.taken)
            or any(self._stands_in(strokes, place) for place in self.others)
            or self._out_of_reach(strokes)
            or any(self._is_nearer(caption, strokes) for caption in self._captions)
            or any(self._goes_on(box, strokes) for line, box in self._lines if len(line.chars) > LONGEST_NAME)
            or any(self._heads(box, strokes) for line, box in self._lines if _HEADING.fullmatch(folded(line.text)))
        )

    def _stands_in(self, strokes: Box, place: Captioned) -> bool:
        room = place.place if place.whole_cell else place.place.expanded(0, self._height // 2)
        return room.contains(strokes.center)

    def _in_row(self, strokes: Box) -> bool:
        return strokes.vertical_overlap(self._own) > _SAME_ROW

    def _out_of_reach(self, strokes: Box) -> bool:
        """Whether strokes are too far from the caption to be meant for it; below it in its cell nothing is."""
        own, near = self._own, _NEAR_ROWS * self._height
        if self._in_row(strokes):
            return False
        if any(cell.contains(strokes.center) for cell in self._cells):
            return strokes.y1 < own.y0 - near
        beside = (
            strokes.x1 < own.x0 - _BEFORE_MM * self._millimetre or strokes.x0 > own.x1 + _BEHIND_MM * self._millimetre
        )
        return beside or strokes.y1 < own.y0 - near or strokes.y0 > own.y1 + near

    def _is_nearer(self, caption: Box, strokes: Box) -> bool:
        """Whether another caption is nearer; in the caption's own row, whether it stands between."""
        if self._in_row(strokes):
            between = self._own.x1 <= caption.x0 <= strokes.center.x
            before = caption.x0 < strokes.center.x < self._own.x0
            return (between or before) and caption.vertical_overlap(self._own) > _SAME_ROW
        return strokes.distance(caption) < strokes.distance(self._own)

    def _heads(self, line: Box, strokes: Box) -> bool:
        """Whether strokes stand right behind short print in a row of its own, as a value stands behind its caption."""
        if self._in_row(strokes):
            return False
        gap = strokes.x0 - line.x1
        beside = -line.height < gap < _BEHIND_CAPTION_MM * self._millimetre
        return beside and strokes.vertical_overlap(line) > _SAME_ROW

    def _goes_on(self, line: Box, strokes: Box) -> bool:
        """Whether strokes are the next row of a paragraph: close under a row of text, at its left margin."""
        if self._in_row(strokes):
            return False
        gap = strokes.y0 - line.y1
        return strokes.x0 < line.x0 + line.height and abs(gap) < _NEXT_ROW * line.height and strokes.x1 < self._own.x0
