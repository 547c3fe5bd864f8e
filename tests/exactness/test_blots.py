import cv2
import numpy as np

from pipeline.exactness.blots import blots, doubted_behind_blots
from pipeline.exactness.readings import Reading
from pipeline.exactness.weighing import compare_readings
from pipeline.imaging.arrays import Image
from tests.exactness.seen import characters, read, seen

LEFT, RIGHT = "左胫骨骨折", "右胫骨骨折"
KNOWN = characters(LEFT, RIGHT)
CLEAN = np.full((120, 400, 3), 255, np.uint8)


def said(text: str) -> Reading:
    return read(seen(text, KNOWN))


def blotted(side: Reading, index: int) -> Image:
    """A blot over one character of a side."""
    box = side.box_of(index)
    image = CLEAN.copy()
    image[box.y0 + 4 : box.y1 - 4, box.x0 + 4 : box.x1 + 16] = 0
    return image


def test_a_difference_behind_a_blot_is_for_a_person() -> None:
    sides = said(LEFT), said(RIGHT)

    doubted = doubted_behind_blots(compare_readings(*sides), sides, (CLEAN, blotted(sides[1], 0)))

    assert doubted.verdict == "unsure"
    assert doubted.differences
    assert doubted.reason.startswith("不一致处被印章或墨迹遮盖")


def test_a_difference_beside_a_blot_counts() -> None:
    sides = said(LEFT), said(RIGHT)
    comparison = compare_readings(*sides)

    assert comparison.verdict == "different"
    assert doubted_behind_blots(comparison, sides, (CLEAN, blotted(sides[1], 3))) == comparison


def test_a_character_missing_behind_a_blot_is_for_a_person() -> None:
    sides = said("左胫骨骨折"), said("左骨骨折")
    comparison = compare_readings(*sides)
    gap = np.minimum(blotted(sides[1], 0), blotted(sides[1], 1))

    assert comparison.verdict == "different"
    assert doubted_behind_blots(comparison, sides, (CLEAN, gap)).verdict == "unsure"
    assert doubted_behind_blots(comparison, sides, (CLEAN, blotted(sides[1], 3))).verdict == "different"


def test_a_character_missing_where_red_ink_was_lifted_off_is_for_a_person_if_it_has_room() -> None:
    missing = read(seen("左 骨骨折", characters(LEFT, " ")))
    sides = said("左胫骨骨折"), missing
    comparison = compare_readings(sides[0], said("左骨骨折"))
    lifted = np.zeros(CLEAN.shape[:2], np.uint8)
    box = missing.box_of(1)
    lifted[:, box.x0 - 40 : box.x0] = 255

    assert comparison.verdict == "different"
    assert doubted_behind_blots(comparison, sides, (CLEAN, CLEAN), (None, lifted)).verdict == "unsure"
    assert doubted_behind_blots(comparison, sides, (CLEAN, CLEAN), (lifted, None)) == comparison


def test_a_character_that_differs_under_lifted_red_ink_is_for_a_person() -> None:
    """A seal's rim across 伤 left 方."""
    sides = said("左胫骨骨折"), said("右胫骨骨折")
    comparison = compare_readings(*sides)
    here, beside = (np.zeros(CLEAN.shape[:2], np.uint8) for _ in range(2))
    for lifted, place in ((here, 0), (beside, 3)):
        box = sides[1].box_of(place)
        lifted[:, box.x0 : box.x1] = 255

    assert doubted_behind_blots(comparison, sides, (CLEAN, CLEAN), (None, here)).verdict == "unsure"
    assert doubted_behind_blots(comparison, sides, (CLEAN, CLEAN), (None, beside)).verdict == "different"


def test_a_character_missing_under_red_ink_without_room_for_it_is_missing() -> None:
    sides = said("左胫骨骨折"), said("左骨骨折")
    comparison = compare_readings(*sides)
    everywhere = np.full(CLEAN.shape[:2], 255, np.uint8)

    assert doubted_behind_blots(comparison, sides, (CLEAN, CLEAN), (everywhere, everywhere)) == comparison


def test_an_end_missing_before_a_blot_is_for_a_person() -> None:
    sides = said("左胫骨骨折"), said("左胫骨")
    comparison = compare_readings(*sides)
    ink = CLEAN.copy()
    ink[4:44, 250:330] = 0

    assert comparison.verdict == "different"
    assert doubted_behind_blots(comparison, sides, (CLEAN, ink)).verdict == "unsure"


def test_a_blot_on_an_equal_text_changes_nothing() -> None:
    sides = said(LEFT), said(LEFT)
    comparison = compare_readings(*sides)

    assert doubted_behind_blots(comparison, sides, (blotted(sides[0], 0), CLEAN)) == comparison


def test_strokes_and_rules_are_no_blots() -> None:
    side = said(LEFT)
    image = CLEAN.copy()
    image[10:17, :] = 0
    image[:, 100:107] = 0
    image[50:100, 200:240] = 0

    found = np.argwhere(blots(image, side.quads))

    assert found[:, 1].min() > 180
    assert found[:, 1].max() < 260


def test_what_lies_between_the_star_of_a_seal_and_its_ring_is_for_a_person() -> None:
    sides = said(LEFT), said(RIGHT)
    comparison = compare_readings(*sides)
    star = sides[1].box_of(2)
    centre, radius = (star.x0 + 20, 24), 92
    image = CLEAN.copy()
    cv2.circle(image, centre, 16, (60, 60, 60), -1)
    unsealed = image.copy()
    cv2.circle(image, centre, radius, (60, 60, 60), 6)

    assert comparison.verdict == "different"
    assert doubted_behind_blots(comparison, sides, (CLEAN, unsealed)) == comparison
    assert doubted_behind_blots(comparison, sides, (CLEAN, image)).verdict == "unsure"
