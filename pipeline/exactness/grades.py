"""Where do grades Ⅰ, Ⅱ or Ⅲ stand, and what do the strokes on paper make of them?

Of all that a print reader sees in a diagnosis it is surest wrong of these: without serifs they are nothing but strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from pipeline.exactness.readings import lines_seen
from pipeline.exactness.strokes import upright_strokes
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import Char
from pipeline.ocr.line_crop import line_crop
from pipeline.ocr.posteriors import Look, Posteriors

_LIKE_STROKES = "IlⅠⅡⅢ川∥‖|1"
_GRADE = re.compile(rf"(?<=[（(深浅])[{_LIKE_STROKES}]*(?=[度型期级°])|(?<=[a-z])[{_LIKE_STROKES}]+(?=[度型期级])")
"""What stands between the word before a grade and the word behind it; a reader may have seen nothing there."""
_NUMERALS = " ⅠⅡⅢ"
_HEIGHT = 96
"""Pixels a line is set high for counting: 200 dpi print keeps its strokes apart."""
_INTO_WORD, _INTO_LATIN, _BEFORE_BRACKET = 0.25, 0.1, -0.2
"""Where looking begins, in 字 behind the middle of what stands before."""
_SEEN = 0.995
_ENOUGH_PAIRS = 2


class Grade(NamedTuple):
    """A grade that was counted: the number of its line, the stretch of that line (0-1), its strokes.

    ``start`` and ``end`` are the middles of the neighbours, ``before`` and ``behind`` the neighbours themselves.
    """

    line: int
    start: float
    end: float
    strokes: int
    before: str
    behind: str


def counted_grades(image: Image, lines: Sequence[Quad], look: Look) -> tuple[Grade, ...]:
    """The grades in some lines whose strokes can be counted.

    Args:
        image: the page.
        lines: where the lines are.
        look: what a reader saw of them.
    """
    return tuple(
        grade
        for number, line in enumerate(lines_seen(lines, look))
        for grade in _in_line(number, image, lines[number], [char for char in line.chars if char.text.strip()])
    )


def with_grades(look: Look, grades: Sequence[Grade]) -> Look:
    """The look with the counted numerals in place of what the reader saw there."""
    lines = list(look.lines)
    for grade in grades:
        lines[grade.line] = _with_grade(lines[grade.line], grade, look.characters)
    return replace(look, lines=tuple(lines))


def _in_line(number: int, image: Image, quad: Quad, chars: Sequence[Char]) -> Iterator[Grade]:
    text = "".join(char.text[0] for char in chars)
    middles = [(char.start + char.end) / 2 for char in chars]
    steps = [
        b - a
        for (a, b), (one, two) in zip(pairwise(middles), pairwise(text), strict=True)
        if _is_han(one) and _is_han(two)
    ]
    found = list(_GRADE.finditer(text))
    if not found or len(steps) < _ENOUGH_PAIRS:
        return
    crop = line_crop(image, quad, _HEIGHT)
    width = crop.shape[1]
    em = float(np.median(steps)) * width
    for match in found:
        before, behind = match.start() - 1, match.end()
        start = middles[before] * width + _offset(text[before]) * em
        end = middles[behind] * width - (0 if text[behind] == "°" else _INTO_WORD) * em
        strokes = upright_strokes(crop, start, end, em)
        if strokes:
            yield Grade(number, middles[before], middles[behind], strokes, text[before], text[behind])


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _offset(before: str) -> float:
    if before in "（(":
        return _BEFORE_BRACKET
    return _INTO_LATIN if before.isascii() else _INTO_WORD


def _with_grade(line: Posteriors, grade: Grade, characters: Sequence[str]) -> Posteriors:
    """The steps between the neighbours blank, but for the one in their middle."""
    labels, shares = line.labels.copy(), line.probabilities.copy()
    beside = {characters.index(neighbour) + 1 for neighbour in grade.before + grade.behind if neighbour in characters}
    start, end = (min(len(labels) - 1, int(place * line.width)) for place in (grade.start, grade.end))
    between = [step for step in range(start, end + 1) if int(labels[step, 0]) not in beside]
    numeral = characters.index(_NUMERALS[grade.strokes]) + 1
    for step in between:
        first, second = (numeral, 0) if step == between[len(between) // 2] else (0, numeral)
        others = [label for label in labels[step] if label not in (first, second)]
        labels[step] = [first, second, *others][: len(labels[step])]
        shares[step] = 0
        shares[step, :2] = (_SEEN, 1 - _SEEN) if first else (1, 0)
    return replace(line, labels=labels, probabilities=shares)
