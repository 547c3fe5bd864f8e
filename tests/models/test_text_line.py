import pytest

from pipeline.models.geometry import Box, Point, Quad
from pipeline.models.text_line import Char, TextLine

LINE = TextLine(
    quad=Quad(Point(0, 0), Point(100, 10), Point(100, 30), Point(0, 20)),
    confidence=0.9,
    chars=(Char(text="甲", confidence=0.9, start=0.0, end=0.5), Char(text="方", confidence=0.9, start=0.5, end=1.0)),
)


def test_the_middles_of_the_characters_lie_along_a_leaning_line():
    assert [tuple(center) for center in LINE.centers] == [pytest.approx((25, 12.5)), pytest.approx((75, 17.5))]


def test_a_line_put_elsewhere_has_the_box_of_its_new_corners():
    assert LINE.box == Box(0, 0, 100, 30)
    moved = LINE.at(LINE.quad.shifted(40, 5))
    assert (moved.box, moved.text, moved.confidence) == (Box(40, 5, 140, 35), "甲方", 0.9)
