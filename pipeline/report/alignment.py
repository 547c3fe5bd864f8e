"""Where do two texts part: character under character, each column with the kind of its difference?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from pipeline.models.comparison import Comparison

ColumnKind = Literal["same", "format", "doubt", "different"]


@dataclass(frozen=True, slots=True)
class Column:
    """The characters that stand under one another; an empty one is missing on its side.

    ``format`` is a difference that does not count as a character (punctuation, width); ``doubt`` is a place where the
    reader was not sure.
    """

    left: str
    right: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class _Letter:
    index: int
    text: str


def align(left: str, right: str) -> tuple[Column, ...]:
    """Two texts in columns, white space left out; without a judgement every unequal column is ``different``."""
    columns = _columns(_letters(left), _letters(right))
    return tuple(
        Column(_text(above), _text(below), "same" if _text(above) == _text(below) else "different")
        for above, below in columns
    )


def align_judged(comparison: Comparison) -> tuple[Column, ...]:
    """The two texts of a judgement in columns, the kinds as judged."""
    marked_left = {
        index
        for place in comparison.differences
        for index in range(place.left_index, place.left_index + len(place.left))
    }
    marked_right = {
        index
        for place in comparison.differences
        for index in range(place.right_index, place.right_index + len(place.right))
    }
    columns = []
    for above, below in _columns(_letters(comparison.left.text), _letters(comparison.right.text)):
        is_marked = (above is not None and above.index in marked_left) or (
            below is not None and below.index in marked_right
        )
        columns.append(Column(_text(above), _text(below), _kind(comparison, _text(above) == _text(below), is_marked)))
    return tuple(columns)


def _kind(comparison: Comparison, is_equal: bool, is_marked: bool) -> ColumnKind:
    if is_marked:
        return "different" if comparison.verdict == "different" and not is_equal else "doubt"
    if is_equal:
        return "same"
    return "format" if comparison.verdict != "unsure" else "doubt"


def _letters(text: str) -> list[_Letter]:
    return [_Letter(index, letter) for index, letter in enumerate(text) if not letter.isspace()]


def _text(letter: _Letter | None) -> str:
    return letter.text if letter else ""


def _columns(left: list[_Letter], right: list[_Letter]) -> Iterable[tuple[_Letter | None, _Letter | None]]:
    matcher = SequenceMatcher(None, [letter.text for letter in left], [letter.text for letter in right], autojunk=False)
    for _, left_start, left_end, right_start, right_end in matcher.get_opcodes():
        yield from zip_longest(left[left_start:left_end], right[right_start:right_end])
