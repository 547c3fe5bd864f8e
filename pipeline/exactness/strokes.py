"""Which Roman numeral stands on paper? Its strokes are counted: a reader takes Ⅲ for Ⅱ, for 川, for nothing.

Measured on 289 grades in fields drawn by another hand in 17 fonts, print and hand, clean to faxed: 252 counted, all
rightly.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from pipeline.exactness.wedges import HIGHEST, Ink, is_slanted, numeral_with_wedge, runs_of, without_rings
from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.raster import darkest, mask_of, pieces

_UPRIGHT = "ⅠⅡⅢ"
_LEAST_RUN, _WIDEST = 0.45, 0.2
"""Height and width of a stroke, in widths of a 字 (0.6-0.85 and 0.05-0.15)."""
_LEVEL = 0.12
"""In 字: strokes of one numeral begin, and end, at one height."""
_UNEVEN, _FURTHEST = 0.12, 0.6
"""In 字: by how much the middle one of three may be off, and how far neighbours may stand apart."""
_NEIGHBOUR = 0.45
"""In 字: the part of a neighbour that reaches into what is looked at is narrower."""
_CURVED = 0.05
"""In 字: a bracket's ends lie this much further in than its middle."""
_BESIDE, _OTHER_INK = 0.05, 0.01
"""In 字 and square 字: ragged edges of strokes, and ink between them, from which on they are no Ⅰ, Ⅱ or Ⅲ but Ⅳ."""
_PAPER = 0.1
"""Of the line's height, above and below: paper, and the rules of a cell."""
_RULED = 0.8
"""Of a column of pixels: no text is as dark."""
_LONGEST, _SPECK = 1.5, 0.1
"""In 字: what runs on along the line for longer is a rule, what is smaller either way is no stroke."""


class _Stroke(NamedTuple):
    start: int
    end: int
    top: int
    bottom: int

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def numeral_between(line: Image, start: float, end: float, em: float) -> str | None:
    """Which Roman numeral stands in a stretch of a line; None where something else does, or it cannot be told.

    Args:
        line: the line, level.
        start: where the stretch begins, in pixels: in the 字 before it, or before an opening bracket.
        end: where it ends: in the 字 behind.
        em: the width of a 字 in pixels.
    """
    left, right = max(0, round(start)), min(line.shape[1], round(end))
    if right - left < _LEAST_RUN * em:
        return None
    first = max(0, round(left - em))
    ink = _ink(darkest(line)[:, first : round(right + em)], em)[:, left - first :][:, : right - left]
    within = _between_neighbours(ink, em)
    if within is None:
        return None
    inside = ink[:, within.start : within.stop] = without_rings(ink[:, within.start : within.stop])
    strokes = _upright_strokes(ink, within, em)
    return _UPRIGHT[strokes - 1] if strokes and not is_slanted(inside, em) else numeral_with_wedge(inside, em)


def _ink(grey: Mask, em: float) -> Ink:
    """What is dark and neither a rule nor a speck, nor near the upper and lower edge."""
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = mask_of(grey <= level)
    rules = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(_LONGEST * em)), np.uint8))
    dark[cv2.dilate(rules, np.ones((5, 1), np.uint8)) > 0] = 0
    dark[:, _thickened((dark > 0).mean(axis=0) > _RULED)] = 0
    dark[: round(_PAPER * len(dark))] = dark[round((1 - _PAPER) * len(dark)) :] = 0
    numbered, found = pieces(dark)
    specks = [number for number, (box, _, _) in enumerate(found, start=1) if max(box.width, box.height) < _SPECK * em]
    return (dark > 0) & ~np.isin(numbered, specks)


def _upright_strokes(ink: Ink, within: range, em: float) -> int | None:
    """How many upright strokes stand between neighbours, and nothing else."""
    found = _strokes(ink, em)
    strokes = [stroke for stroke in found if within.start <= stroke.start and stroke.end <= within.stop]
    if not 1 <= len(strokes) <= len(_UPRIGHT) or not _are_one_numeral(strokes, em):
        return None
    behind = [stroke for stroke in found if stroke.end > within.stop][:1]
    if behind and len(strokes) < len(_UPRIGHT) and _are_one_numeral([*strokes, *behind], em):
        return None
    return None if _more_than(strokes, ink[:, : within.stop], within.start, em) else len(strokes)


def _are_one_numeral(strokes: list[_Stroke], em: float) -> bool:
    """Whether strokes are narrow, at one height and evenly spaced."""
    tops, bottoms = [stroke.top for stroke in strokes], [stroke.bottom for stroke in strokes]
    if max(max(tops) - min(tops), max(bottoms) - min(bottoms)) > _LEVEL * em:
        return False
    steps = np.diff([stroke.middle for stroke in strokes])
    narrow = all(stroke.end - stroke.start <= _WIDEST * em for stroke in strokes)
    even = bool((np.abs(np.diff(steps)) <= _UNEVEN * em).all())
    return narrow and even and bool((steps <= _FURTHEST * em).all())


def _strokes(ink: Ink, em: float) -> list[_Stroke]:
    """Runs of columns in which the ink stands high enough."""
    spans = [_longest(ink[:, column]) for column in range(ink.shape[1])]
    tall = np.array([_LEAST_RUN * em <= bottom - top <= HIGHEST * em for top, bottom in spans])
    return [
        _Stroke(start, end, *max(spans[start:end], key=lambda span: span[1] - span[0])) for start, end in runs_of(tall)
    ]


def _between_neighbours(ink: Ink, em: float) -> range | None:
    """The columns without the ink that reaches in from the sides and without an opening bracket."""
    groups = runs_of(np.asarray(ink.any(axis=0)))
    start, stop = 0, ink.shape[1]
    widest = _NEIGHBOUR * em
    if groups and groups[-1][1] == stop:
        stop = groups.pop()[0]
    if groups and groups[0][0] == 0:
        start = groups.pop(0)[1]
    if start > widest or ink.shape[1] - stop > widest:
        return None
    if groups and _is_bracket(ink[:, slice(*groups[0])], em):
        before, start = groups[0]
        if start - before > widest:
            return None
    return range(start, stop)


def _thickened(columns: Ink) -> Ink:
    """The columns and those beside them."""
    return np.convolve(columns, np.ones(5), "same") > 0


def _is_bracket(ink: Ink, em: float) -> bool:
    rows = np.flatnonzero(ink.any(axis=1))
    fifth = max(1, len(rows) // 5)
    ends = (_mean_column(ink[rows[:fifth]]) + _mean_column(ink[rows[-fifth:]])) / 2
    middle = (len(rows) - fifth) // 2
    return ends - _mean_column(ink[rows[middle : middle + fifth]]) > _CURVED * em


def _mean_column(ink: Ink) -> float:
    return float(np.nonzero(ink)[1].mean()) if ink.any() else 0.0


def _more_than(strokes: list[_Stroke], ink: Ink, start: int, em: float) -> bool:
    """Whether there is other ink at the waist of the strokes, where they have no serifs."""
    top, bottom = min(stroke.top for stroke in strokes), max(stroke.bottom for stroke in strokes)
    quarter = (bottom - top) // 4
    waist = ink[top + quarter : bottom - quarter].copy()
    waist[:, :start] = False
    beside = round(_BESIDE * em)
    for stroke in strokes:
        waist[:, max(0, stroke.start - beside) : stroke.end + beside] = False
    return bool(np.count_nonzero(waist) > _OTHER_INK * em * em)


def _longest(column: Ink) -> tuple[int, int]:
    """The longest run of ink in a column: first row and row behind."""
    return max(runs_of(column), key=lambda run: run[1] - run[0], default=(0, 0))
