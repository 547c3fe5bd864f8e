"""Which words does a PDF page carry as text, and where do they stand in its picture?"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.models.geometry import Point, Quad
from pipeline.models.text_line import Char, TextLine

_SAME_ROW = 0.5
"""Characters stand in one row when they overlap by half of the lower one's height."""
_NEW_PIECE, _NEW_WORD = 1.5, 0.25
"""Gaps in heights of a character: above the first another line begins (as at columns), above the second a word."""
_SECOND_PRINT = 0.6
"""The same character over so much of the last one's width is printed a second time, to look bold."""


@dataclass(frozen=True, slots=True)
class PagePlacement:
    """How PDF units become pixels: subtract the shown page's left top corner, then scale."""

    left: float
    top: float
    scale: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character in its reading frame: ``turn`` quarter turns clockwise, x along the line, y down."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    turn: int

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1e-6)


def text_lines(chars: Sequence[dict[str, Any]], placement: PagePlacement) -> tuple[TextLine, ...]:
    """The lines of a page's own text, top to bottom, in pixels of its picture, confidence 1.

    Invisible text and text outside of the page is listed too; whether it is to be trusted is judged later.

    Args:
        chars: the characters as pdfplumber gives them.
        placement: where the picture's pixels lie.
    """
    glyphs = [glyph for char in chars if (glyph := _glyph(char, placement))]
    return tuple(line for turn in range(4) for line in _lines([glyph for glyph in glyphs if glyph.turn == turn], turn))


def _glyph(char: dict[str, Any], placement: PagePlacement) -> _Glyph | None:
    text = _readable(str(char["text"]))
    numbers = [(char[key] - placement.left) * placement.scale for key in ("x0", "x1")]
    numbers += [(char[key] - placement.top) * placement.scale for key in ("top", "bottom")]
    if not text or not all(map(math.isfinite, numbers)):
        return None
    across, upwards = char["matrix"][:2]
    turn = round(-math.atan2(upwards, across) / (math.pi / 2)) % 4
    corners = [_turned(x, y, turn) for x, y in ((numbers[0], numbers[2]), (numbers[1], numbers[3]))]
    (x0, x1), (top, bottom) = (sorted(values) for values in zip(*corners, strict=True))
    return _Glyph(text, x0, x1, top, bottom, turn)


def _readable(text: str) -> str:
    """The text without what cannot be shown; a glyph that the font does not explain is U+FFFD."""
    if text.startswith("(cid:"):
        return "\N{REPLACEMENT CHARACTER}"
    return "".join(" " if char.isspace() else char for char in text if unicodedata.category(char) not in {"Cc", "Cs"})


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """The position after so many quarter turns anticlockwise about the origin."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _lines(glyphs: Sequence[_Glyph], turn: int) -> Iterator[TextLine]:
    for row in _rows(glyphs):
        for piece in _pieces(row):
            trimmed = _trimmed(piece)
            if trimmed:
                yield _line(trimmed, turn)


def _rows(glyphs: Sequence[_Glyph]) -> list[list[_Glyph]]:
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.top + glyph.bottom, glyph.x0)):
        if rows and _share_a_row(rows[-1][-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.x0) for row in rows]


def _share_a_row(first: _Glyph, second: _Glyph) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared >= _SAME_ROW * min(first.height, second.height)


def _pieces(row: Sequence[_Glyph]) -> Iterator[list[_Glyph]]:
    """The row cut at wide gaps, with a space at narrow ones, without the second print of letters made bold."""
    piece = [row[0]]
    for glyph in row[1:]:
        last = piece[-1]
        gap = glyph.x0 - last.x1
        if gap > _NEW_PIECE * glyph.height:
            yield piece
            piece = [glyph]
        elif gap > _NEW_WORD * glyph.height and not last.text.isspace() and not glyph.text.isspace():
            piece += [replace(glyph, text=" ", x0=last.x1, x1=glyph.x0), glyph]
        elif last.text != glyph.text or last.x1 - glyph.x0 < _SECOND_PRINT * (last.x1 - last.x0):
            piece.append(glyph)
    yield piece


def _trimmed(piece: Sequence[_Glyph]) -> Sequence[_Glyph]:
    inked = [index for index, glyph in enumerate(piece) if not glyph.text.isspace()]
    return piece[inked[0] : inked[-1] + 1] if inked else ()


def _line(glyphs: Sequence[_Glyph], turn: int) -> TextLine:
    left, right = glyphs[0].x0, max(glyph.x1 for glyph in glyphs)
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return TextLine(
        quad=Quad(*(Point(*_turned(x, y, -turn % 4)) for x, y in corners)),
        confidence=1.0,
        chars=tuple(char for glyph in glyphs for char in _chars(glyph, left, max(right - left, 1e-6))),
    )


def _chars(glyph: _Glyph, left: float, width: float) -> Iterator[Char]:
    """The glyph's characters; those of a ligature share its width."""
    step = (glyph.x1 - glyph.x0) / len(glyph.text)
    for index, text in enumerate(glyph.text):
        start = (glyph.x0 + index * step - left) / width
        yield Char(text=text, confidence=1.0, start=start, end=start + step / width)
