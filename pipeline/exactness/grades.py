"""Where do grades Ⅰ to Ⅵ stand, and what do the strokes on paper make of them?

Of all that a print reader sees in a diagnosis it is surest wrong of these: without serifs they are nothing but strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from pipeline.exactness.alphabet import alphabet_of
from pipeline.exactness.readings import Grade, lines_seen
from pipeline.exactness.strokes import numeral_between
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import Char
from pipeline.ocr.line_crop import line_crop
from pipeline.ocr.posteriors import Look, Posteriors

_LIKE_STROKES = "IlⅠⅡⅢⅣⅤⅥV川∥‖|1"
_GRADE = re.compile(
    rf"(?<=[（(深浅])[{_LIKE_STROKES}]*(?=[度型期级°])"
    rf"|(?<=[，,])[{_LIKE_STROKES}]*(?=°)"
    rf"|(?<=[a-z])[{_LIKE_STROKES}]+(?=[度型期级])"
    rf"|(?<=[\u4e00-\u9fff，,])[{_LIKE_STROKES}]+(?=[度型期级°])"
)
"""What stands between the word before a grade and the word behind it; a reader may have seen nothing there."""
_BEHIND = "度型期级°"
_HEIGHT = 96
"""Pixels a line is set high for counting: 200 dpi print keeps its strokes apart."""
_INTO_WORD, _INTO_LATIN, _BEFORE_BRACKET = 0.25, 0.1, -0.2
"""Where looking begins, in 字 behind the middle of what stands before."""
_BESIDE_LINE = 0.3
"""Of a line's height: paper beside its ends that is looked at, for a numeral that stands there."""
_SEEN = 0.995
_ENOUGH_PAIRS = 2


def counted_grades(image: Image, lines: Sequence[Quad], look: Look) -> tuple[Grade, ...]:
    """The grades in some lines whose strokes can be counted; one may stand at a line's end, its word in the next.

    Args:
        image: the page.
        lines: where the lines are.
        look: what a reader saw of them.
    """
    if not _may_hold_grades(look):
        return ()
    seen = [[char for char in line.chars if char.text.strip()] for line in lines_seen(lines, look)]
    em = _em(lines, seen)
    if em is None:
        return ()
    found: list[Grade] = []
    for number, (quad, chars) in enumerate(zip(lines, seen, strict=True)):
        before = "".join(char.text[-1] for char in seen[number - 1][-1:]) if number else ""
        behind = "".join(char.text[0] for char in seen[number + 1][:1]) if number + 1 < len(seen) else ""
        found += _in_line(number, _Line(image, quad, chars, em), before, behind)
    return tuple(found)


def _may_hold_grades(look: Look) -> bool:
    """Whether a reader saw what stands behind a grade anywhere: to spell the lines takes longer."""
    behind = np.flatnonzero(alphabet_of(look.characters).having([*_BEHIND]))
    return any(bool(np.isin(line.labels[:, 0], behind).any()) for line in look.lines)


def with_grades(look: Look, grades: Sequence[Grade]) -> Look:
    """The look with the counted numerals in place of what the reader saw there."""
    lines = list(look.lines)
    for grade in grades:
        lines[grade.line] = _with_grade(lines[grade.line], grade, look.characters)
    return replace(look, lines=tuple(lines))


class _Line:
    """A line with paper beside its ends, set level; places are in pixels of its picture."""

    def __init__(self, image: Image, quad: Quad, chars: Sequence[Char], em: float) -> None:
        self.chars = chars
        self._image = image
        self._beside = _BESIDE_LINE * quad.box.height / quad.box.width
        self._quad = quad.span(-self._beside, 1 + self._beside)
        self._em = em / quad.box.width

    @cached_property
    def picture(self) -> Image:
        return line_crop(self._image, self._quad, _HEIGHT)

    @property
    def em(self) -> float:
        return self._em * self._scale

    def at(self, place: float) -> float:
        """Where a place of the line (0-1) is."""
        return (place + self._beside) * self._scale

    @property
    def _scale(self) -> float:
        return float(self.picture.shape[1] / (1 + 2 * self._beside))


def _in_line(number: int, line: _Line, before: str, behind: str) -> Iterator[Grade]:
    """The grades of a line; ``before`` and ``behind`` are the last and the first character of its neighbours."""
    chars = line.chars
    text = before + "".join(char.text[0] for char in chars) + behind
    for match in _GRADE.finditer(text):
        one, two = match.start() - 1 - len(before), match.end() - len(before)
        if one < -1 or two > len(chars):
            continue
        start = _middle(chars[one]) if one >= 0 else 0.0
        end = _middle(chars[two]) if two < len(chars) else 1.0
        neighbours = chars[one].text[0] if one >= 0 else "", chars[two].text[0] if two < len(chars) else ""
        begins = line.at(start) + _offset(neighbours[0]) * line.em
        ends = line.at(end) - _room_before(neighbours[1]) * line.em
        numeral = numeral_between(line.picture, begins, ends, line.em)
        if numeral:
            yield Grade(number, start, end, numeral, *neighbours)


def _em(lines: Sequence[Quad], seen: Sequence[Sequence[Char]]) -> float | None:
    """The width of a 字 in pixels of the page, None where too few stand side by side."""
    steps = [
        (_middle(after) - _middle(before)) * quad.box.width
        for quad, chars in zip(lines, seen, strict=True)
        for before, after in pairwise(chars)
        if _is_han(before.text[0]) and _is_han(after.text[0])
    ]
    return float(np.median(steps)) if len(steps) >= _ENOUGH_PAIRS else None


def _middle(char: Char) -> float:
    return (char.start + char.end) / 2


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _offset(before: str) -> float:
    if not before:
        return -_BESIDE_LINE
    if before in "（(":
        return _BEFORE_BRACKET
    return _INTO_WORD if _is_han(before) else _INTO_LATIN


def _room_before(behind: str) -> float:
    if not behind:
        return -_BESIDE_LINE
    return 0.0 if behind == "°" else _INTO_WORD


def _with_grade(line: Posteriors, grade: Grade, characters: Sequence[str]) -> Posteriors:
    """The steps between the neighbours blank, but for the one in their middle."""
    labels, shares = line.labels.copy(), line.probabilities.copy()
    beside = {characters.index(neighbour) + 1 for neighbour in grade.before + grade.behind if neighbour in characters}
    start, end = (min(len(labels) - 1, int(place * line.width)) for place in (grade.start, grade.end))
    between = [step for step in range(start, end + 1) if int(labels[step, 0]) not in beside]
    numeral = characters.index(grade.numeral) + 1
    for step in between:
        first, second = (numeral, 0) if step == between[len(between) // 2] else (0, numeral)
        others = [label for label in labels[step] if label not in (first, second)]
        labels[step] = [first, second, *others][: len(labels[step])]
        shares[step] = 0
        shares[step, :2] = (_SEEN, 1 - _SEEN) if first else (1, 0)
    return replace(line, labels=labels, probabilities=shares)
