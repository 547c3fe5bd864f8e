"""Do two pictures of a text field say the same, character for character?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from pipeline.exactness.blots import doubted_behind_blots
from pipeline.exactness.crop_lines import lines_in
from pipeline.exactness.doubts import weakest_place
from pipeline.exactness.evidence import token_says
from pipeline.exactness.full_stops import with_full_stops
from pipeline.exactness.grades import counted_grades, with_grades
from pipeline.exactness.judge import judge
from pipeline.exactness.likeness import Likeness
from pipeline.exactness.line_order import in_order
from pipeline.exactness.numerals import settled
from pipeline.exactness.one_line import one_line
from pipeline.exactness.readings import Grade, Reading, View, best_reading, view_of
from pipeline.exactness.second_thoughts import reconsidered
from pipeline.exactness.unread import (
    doubted_for_unread_ink,
    has_unread_ink,
    holds_rows,
    inked_lines,
    lifted_ink,
    own_lines,
)
from pipeline.exactness.weighing import compare_readings
from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.red_ink import without_red
from pipeline.models.comparison import Comparison
from pipeline.models.geometry import Box, Quad
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.second_look import with_second_look

_MARGIN = 20
_WIDTHS = (1.0, 0.85, 0.7)
"""A reader is now and then wrong with full confidence; set narrower, the line falls on other steps of the network.
Measured on 33 look-alikes that two views took for each other and 264 weak characters that they read rightly: where one
right one in five is given up, the third view tells 14 of the 33, two views alone 10."""
_SURELY, _SURELY_NOT = 0.998, 0.001
"""Probability of being identical from which on, and down to which, no further view is taken. At 0.002 the first view
called 2 of 800 drawn pairs different that are equal; with all three views none was."""
_SETTLED = 2.4
"""Nats from which on each place of a side that reads like the other is sure: what makes both sides surely identical."""
_PALEST = 0.2
"""Of a line's depth: what is paler than this is not looked for beside a line that seems to be the only one."""
_PER_MM = 8.0
"""Pixels a millimetre that a crop is taken to have: 200 dpi."""


class Field(NamedTuple):
    """A text field: the page or crop it is on without red ink, its lines from top to bottom.

    ``unread`` tells that it holds more than its lines; ``lifted`` is where the red ink was.
    """

    image: Image
    lines: tuple[Quad, ...]
    unread: bool = False
    lifted: Mask | None = None


class Judged(NamedTuple):
    """A comparison, and where on both sides the characters stand that differ or are in doubt."""

    comparison: Comparison
    left: tuple[Box, ...] = ()
    right: tuple[Box, ...] = ()


def compare_images(engine: OcrEngine, left: Image, right: Image) -> Comparison:
    """Reads both pictures, each a single text field of one or more lines, and judges what they say.

    Raises:
        PrecheckError: the engine failed.
    """
    return compare_fields(engine, field_in(engine, left), field_in(engine, right)).comparison


def compare_fields(engine: OcrEngine, left: Field, right: Field) -> Judged:
    """Judges what two fields say: by what the engine saw at every step, or from text alone where it cannot say.

    The first view decides where it leaves no doubt at all; else the letters are looked at again, set narrower, until
    the views together leave none; where they do leave some, the pictures of the characters are compared.

    Raises:
        PrecheckError: the engine failed.
    """
    sides = left, right
    views: tuple[list[View], list[View]] = ([], [])
    grades: list[tuple[Grade, ...]] = []
    doubtful = [0, 1]
    for width in _WIDTHS:
        for number in doubtful:
            side = sides[number]
            look = engine.look(side.image, side.lines, width)
            if look is None:
                return _judged_from_text(engine, sides)
            look = with_full_stops(side.lines, look)
            if not views[number]:
                grades.append(counted_grades(side.image, side.lines, look))
            views[number].append(view_of(side.lines, with_grades(look, grades[number])))
        readings = reconsidered(*map(_reading, sides, views, grades))
        comparison = compare_readings(*readings)
        if _is_sure(comparison):
            break
        doubtful = _doubtful_sides(*readings)
    if not _is_sure(comparison):
        comparison = compare_readings(*readings, Likeness(readings, (left.image, right.image)).evidence)
    comparison = doubted_behind_blots(comparison, readings, (left.image, right.image), (left.lifted, right.lifted))
    lengths = len(readings[0].forms), len(readings[1].forms)
    return _placed(doubted_for_unread_ink(comparison, lengths, (left.unread, right.unread)), *readings)


def _is_sure(comparison: Comparison) -> bool:
    return comparison.verdict != "unsure" and not _SURELY_NOT < comparison.probability_identical <= _SURELY


def _doubtful_sides(left: Reading, right: Reading) -> list[int]:
    """Which sides to look at again: both where they seem to differ, else those that are not sure throughout."""
    if left.forms != right.forms:
        return [0, 1]
    return [number for number, side in enumerate((left, right)) if weakest_place(side, token_says(side)) < _SETTLED]


def _judged_from_text(engine: OcrEngine, sides: tuple[Field, Field]) -> Judged:
    lines = [with_second_look(engine, side.image, engine.recognise(side.image, side.lines)) for side in sides]
    return Judged(judge(lines[0], lines[1], engine.characters))


def field_in(engine: OcrEngine, image: Image) -> Field:
    """The field that a picture shows; one in which no line is found is taken for one line.

    A margin is set around it, into which its edge is drawn out: what seems to stand there are streaks, no text.
    """
    plain = without_red(image, _PER_MM)
    framed = _framed(plain)
    whole = Quad.of(Box(_MARGIN, _MARGIN, framed.shape[1] - _MARGIN, framed.shape[0] - _MARGIN))
    line = one_line(plain) if plain is image else None
    if line is not None:
        only = (line.shifted(_MARGIN, _MARGIN),)
        if not has_unread_ink(framed, only, whole.box, _PALEST):
            return Field(framed, only)
    found = in_order([quad for quad in lines_in(engine, plain, framed) if whole.box.contains(quad.box.center)])
    lifted = lifted_ink(framed, framed if plain is image else _framed(image))
    own = own_lines(found, framed, lifted)
    inked = inked_lines(own, framed)
    unread = len(inked) < len(own) or holds_rows(inked) or has_unread_ink(framed, inked, whole.box)
    return Field(framed, inked or (whole,), unread, lifted)


def _framed(image: Image) -> Image:
    return np.asarray(cv2.copyMakeBorder(image, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_REPLICATE), np.uint8)


def _reading(field: Field, views: Sequence[View], grades: tuple[Grade, ...]) -> Reading:
    return settled(best_reading(field.lines, views, grades))


def _placed(comparison: Comparison, left: Reading, right: Reading) -> Judged:
    places = comparison.differences
    return Judged(
        comparison,
        tuple(left.box_of(place.left_index) for place in places if place.left),
        tuple(right.box_of(place.right_index) for place in places if place.right),
    )
