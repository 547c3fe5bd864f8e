"""What stands on one side, character by character: in which written form, and how far apart?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.models.text_line import Char, TextLine

DIGITS = frozenset("0123456789")
_COUNTING = frozenset("%‰#&@*′″\\")
"""Of Unicode category P, but they say something: a percentage, a tooth, an angle."""
_MARKS_BEYOND_UNICODE = frozenset("~|`^−")
_WIDE_DIGITS, _WIDE_LETTERS, _WIDE_MARKS = 0.85, 1.4, 1.6
"""Distances in widths of a 字 from which something may have been lost: between two digits (0.6 in print; the 、 of
第6、7 makes it 1.0-1.6), between two 字 (at most 1.15 in print, n=1,443 lines), beside a mark, which has its ink on one
side."""
_TYPICAL_PITCH = 0.9
"""Width of a 字 in heights of a detected line (median, n=1,443)."""
_ENOUGH_PAIRS = 3
_ONE_ROW = 0.5
_MAY_STAND_APART = frozenset("；;。:：")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as read, its place in the side's text, its folded form, and whether it is a mark that is no 字.

    ``gap`` is the distance from the middle of the one before, in widths of a 字; before the first of a line a character
    is thought to end at the line's edge. ``blank`` is how much of it was read as white space. ``line`` is the number of
    its line.
    """

    char: Char
    index: int
    form: str
    is_mark: bool
    gap: float
    blank: float
    starts_line: bool
    line: int = 0


def glyphs(lines: Sequence[TextLine]) -> tuple[Glyph, ...]:
    """All characters of the lines in order, without white space."""
    found: list[Glyph] = []
    index, room = 0, 0.0
    for number, line in enumerate(lines):
        pitch = _pitch(line)
        before = None
        blank = 0.0
        for char in line.chars:
            if not char.text.strip():
                blank += (char.end - char.start) / pitch
                continue
            text = char.text.strip()
            middle = _middle(char) / pitch
            if before is not None:
                gap = middle - before
            elif number and _in_one_row(lines[number - 1], line):
                gap = room - 0.5 + _between(lines[number - 1], line) + middle
            else:
                gap = max(middle + 0.5, room)
            form = "".join(map(folded, text))
            shown = char if text == char.text else char.model_copy(update={"text": text})
            found.append(Glyph(shown, index, form, is_mark(form), gap, blank, before is None, number))
            index += len(text)
            before, blank = middle, 0.0
        room = room_at_end(line)
    return tuple(found)


def _in_one_row(before: TextLine, after: TextLine) -> bool:
    """Whether a line goes on where another ended: what stood between them was not found."""
    return after.box.vertical_overlap(before.box) >= _ONE_ROW and after.box.x0 >= before.box.x1


def _between(before: TextLine, after: TextLine) -> float:
    """The paper between two lines of one row, in widths of a 字."""
    return (after.box.x0 - before.box.x1) / max(1.0, _pitch(after) * after.box.width)


def room_at_end(line: TextLine) -> float:
    """Distance from the middle of the line's last character to that of one that would begin at its end, in 字."""
    last = [_middle(char) for char in _written(line)][-1:]
    return (1 - last[0]) / _pitch(line) + 0.5 if last else 0.0


def is_wide(gap: float) -> bool:
    """Whether a whole character may have been lost in a gap beside a mark or at a line's edge."""
    return gap > _WIDE_MARKS


def stands_apart(before: Glyph, after: Glyph) -> bool:
    """Whether something may have been lost between two neighbours."""
    if before.form in _MAY_STAND_APART:
        return False
    if before.form in DIGITS and after.form in DIGITS:
        return after.starts_line or after.gap > _WIDE_DIGITS
    if is_mark(before.form) or is_mark(after.form) or after.starts_line:
        return is_wide(after.gap - after.blank)
    return after.gap - after.blank > _WIDE_LETTERS


def folded(character: str) -> str:
    """The character with its width variants and Roman numerals written in one way (NFKC), all else as it is."""
    if unicodedata.east_asian_width(character) in "FH" or "\u2160" <= character <= "\u217f":
        return unicodedata.normalize("NFKC", character)
    return character


def is_mark(form: str) -> bool:
    """Whether a folded character is punctuation, which is no 字."""
    if form in _COUNTING:
        return False
    return form in _MARKS_BEYOND_UNICODE or unicodedata.category(form[0]).startswith("P")


def _written(line: TextLine) -> Iterator[Char]:
    return (char for char in line.chars if char.text.strip())


def _middle(char: Char) -> float:
    return (char.start + char.end) / 2


def _pitch(line: TextLine) -> float:
    """The distance of neighbouring 字, as a share of the line's length."""
    pairs = pairwise(_written(line))
    steps = [_middle(after) - _middle(before) for before, after in pairs if _is_han(before) and _is_han(after)]
    if len(steps) >= _ENOUGH_PAIRS:
        return max(1e-6, float(np.median(steps)))
    box = line.box
    return _TYPICAL_PITCH * min(box.width, box.height) / max(box.width, box.height, 1)


def _is_han(char: Char) -> bool:
    return "\u4e00" <= char.text <= "\u9fff"
