import numpy as np

from pipeline.exactness.readings import Reading
from pipeline.exactness.under_ink import doubted_under_ink, lifted_ink
from pipeline.exactness.weighing import compare_readings
from pipeline.imaging.arrays import Mask
from tests.exactness.seen import characters, read, seen

LEFT, RIGHT = "左胫骨骨折", "右胫骨骨折"
KNOWN = characters(LEFT, RIGHT)
CLEAN = np.zeros((60, 400), np.uint8)


def said(text: str) -> Reading:
    return read(seen(text, KNOWN))


def inked(side: Reading, index: int) -> Mask:
    """Ink over one character of a side."""
    box = side.box_of(index)
    ink = CLEAN.copy()
    ink[box.y0 : box.y1, box.x0 : box.x1] = 255
    return ink


def test_a_difference_under_ink_is_for_a_person() -> None:
    sides = said(LEFT), said(RIGHT)

    doubted = doubted_under_ink(compare_readings(*sides), sides, (CLEAN, inked(sides[1], 0)))

    assert doubted.verdict == "unsure"
    assert doubted.differences
    assert doubted.reason.startswith("不一致处被印章遮盖")


def test_a_difference_beside_ink_counts() -> None:
    sides = said(LEFT), said(RIGHT)
    comparison = compare_readings(*sides)

    assert comparison.verdict == "different"
    assert doubted_under_ink(comparison, sides, (CLEAN, inked(sides[1], 3))) == comparison


def test_a_character_missing_under_ink_is_for_a_person() -> None:
    sides = said("左胫骨骨折"), said("左骨骨折")
    comparison = compare_readings(*sides)
    gap = inked(sides[1], 0) | inked(sides[1], 1)

    assert comparison.verdict == "different"
    assert doubted_under_ink(comparison, sides, (CLEAN, gap)).verdict == "unsure"
    assert doubted_under_ink(comparison, sides, (CLEAN, inked(sides[1], 3))).verdict == "different"


def test_an_end_missing_before_ink_is_for_a_person() -> None:
    sides = said("左胫骨骨折"), said("左胫骨")
    comparison = compare_readings(*sides)
    ink = CLEAN.copy()
    ink[:, 200:] = 255

    assert comparison.verdict == "different"
    assert doubted_under_ink(comparison, sides, (CLEAN, ink)).verdict == "unsure"


def test_ink_under_an_equal_text_changes_nothing() -> None:
    sides = said(LEFT), said(LEFT)
    comparison = compare_readings(*sides)

    assert doubted_under_ink(comparison, sides, (inked(sides[0], 0), CLEAN)) == comparison


def test_ink_is_where_the_plain_picture_differs() -> None:
    image = np.full((4, 6, 3), 255, np.uint8)
    image[1, 2] = (60, 60, 220)
    plain = np.full((4, 6, 3), 255, np.uint8)

    assert np.argwhere(lifted_ink(image, plain)).tolist() == [[1, 2]]
