"""The table on a page as cells with their text, and which cell holds the value that belongs to a caption."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from pipeline.models.text_line import TextLine
from pipeline.reading.transcript import Transcript, transcribe
from pipeline.text.captions import damaged_caption, is_caption
from pipeline.text.confidence import SURE

_SAME_ROW = 0.6
_TOUCHING = 0.8
_NAMING = ("名称", "姓名", "单位名称", "单位全称", "用人单位名称")
"""What heads the first row of a block: 委托单位 | 名称 | ….."""
_BORDER = 15
"""The widest border between two cells, in pixels (1.3 mm at 300 dpi)."""


@dataclass(frozen=True)
class Cell:
    """A table cell: its inside in pixels and the text whose characters stand in it."""

    box: Box
    transcript: Transcript

    @property
    def text(self) -> str:
        """The cell's text without white space."""
        return "".join(self.transcript.text.split())

    def is_caption(self, variants: Iterable[str]) -> bool:
        """Whether the cell holds one of these captions and nothing else."""
        return is_caption(self.text, variants)

    def damaged_caption(self, captions: Mapping[str, Sequence[str]]) -> str | None:
        """Which of the captions the cell alone can hold although letters of it were lost or misread, by its name."""
        text = self.transcript
        read = [
            (letter, text.lines[place.line][1].chars[place.char].confidence >= SURE)
            for letter, place in zip(text.text, text.places, strict=True)
            if place is not None
        ]
        return damaged_caption(read, captions)


def fill_cells(ref: PageRef, boxes: Sequence[Box], lines: Sequence[TextLine]) -> tuple[Cell, ...]:
    """Every cell with its text; a line that runs across a border is cut there, character by character."""
    return tuple(
        Cell(box, transcribe(ref, [line for line in lines if line.box.intersection(box)], box)) for box in boxes
    )


def outside_cells(lines: Sequence[TextLine], boxes: Sequence[Box]) -> tuple[TextLine, ...]:
    """The lines whose middle lies in no cell."""
    return tuple(line for line in lines if not any(box.contains(line.box.center) for box in boxes))


def right_of(cell: Cell, cells: Sequence[Cell]) -> Cell | None:
    """The nearest cell to the right in the same row."""
    beside = [
        other
        for other in cells
        if other.box.x0 >= cell.box.x1 - 2 and other.box.vertical_overlap(cell.box) >= _SAME_ROW
    ]
    return min(beside, key=lambda other: other.box.x0, default=None)


def behind_caption(cell: Cell, cells: Sequence[Cell], others: Sequence[str]) -> Cell | None:
    """The cell right of a caption, or where that says 名称 or 姓名 and is no caption of its own, the one behind it."""
    beside = right_of(cell, cells)
    names = beside is not None and beside.is_caption(_NAMING) and not beside.is_caption(others)
    return right_of(beside, cells) if beside is not None and names else beside


def below(cell: Cell, cells: Sequence[Cell]) -> Cell | None:
    """The nearest cell underneath."""
    under = [
        other
        for other in cells
        if other.box.y0 >= cell.box.y1 - 2 and other.box.horizontal_overlap(cell.box) >= _TOUCHING
    ]
    return min(under, key=lambda other: other.box.y0, default=None)


def heads_rows(cell: Cell, cells: Sequence[Cell]) -> bool:
    """Whether two or more cells stand one under the other along the cell's right border, each beside a part of it."""
    near = cell.box.expanded(_BORDER)
    beside = [
        other.box
        for other in cells
        if abs(other.box.x0 - cell.box.x1) <= _BORDER and near.y0 <= other.box.y0 and other.box.y1 <= near.y1
    ]
    return len(beside) > 1
