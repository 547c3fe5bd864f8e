"""Text that runs on below its caption in a column, with other text beside it in the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.models.geometry import Box
from pipeline.reading.transcript import Transcript
from pipeline.text.captions import GAP, ROW_END

_SAME_ROW = 0.5


class Column(NamedTuple):
    """Where a value may run on, in pixels: from its caption up to the next caption of the row."""

    left: int
    right: int


def column_under(caption: Box, captions: Sequence[Box], region: Box) -> Column | None:
    """From the caption to the next one of its row; None where it stands in its row alone.

    Args:
        caption: one of the captions.
        captions: all of them.
        region: where the value may stand.
    """
    beside = [other for other in captions if other is not caption and other.vertical_overlap(caption) > _SAME_ROW]
    if not beside:
        return None
    right = min((other.x0 for other in beside if other.x0 >= caption.x1), default=region.x1)
    return Column(caption.x0, right)


def within_column(text: Transcript, start: int, end: int, column: Column) -> Transcript:
    """The characters from start up to end without those that stand beside the column.

    The first row is the caption's own and stays whole. Below it, where a row has a gap, only the pieces under the
    caption stay: 初步诊断 at the right of 修正诊断. Where none of the rows reaches the column the value has gone on at
    the margin, and all stays.
    """
    own_end = text.text.find(ROW_END, start, end)
    if own_end < 0:
        return _picked(text, range(start, end))
    pieces = list(_pieces(text, own_end + 1, end))
    under = {piece for piece in pieces if _is_under(text, piece, column)}
    heads_column = not text.text[start:own_end].strip()
    kept = list(range(start, own_end + 1))
    for row in sorted({row for row, _, _ in pieces}):
        members = [piece for piece in pieces if piece[0] == row]
        parted = (heads_column and under) or (len(members) > 1 and any(piece in under for piece in members))
        for _, first, last in [piece for piece in members if piece in under] if parted else members:
            kept += range(first, last)
    return _picked(text, kept)


def _pieces(text: Transcript, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The runs between gaps: the beginning of their row, their first character, the end behind their last."""
    row = first = start
    for index in range(start, end + 1):
        if index == end or text.text[index] in GAP + ROW_END:
            if index > first:
                yield row, first, index
            first = index + 1
            row = first if index < end and text.text[index] == ROW_END else row


def _is_under(text: Transcript, piece: tuple[int, int, int], column: Column) -> bool:
    placed = text.box(piece[1], piece[1] + 1)
    if placed is None:
        return False
    box = placed[1]
    return column.left - 2 * box.height <= box.x0 < column.right - box.height


def _picked(text: Transcript, kept: list[int] | range) -> Transcript:
    return Transcript(
        "".join(text.text[index] for index in kept), tuple(text.places[index] for index in kept), text.lines
    )
