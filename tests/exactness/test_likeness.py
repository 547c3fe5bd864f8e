import cv2
import numpy as np
import pytest

from pipeline.exactness.likeness import Likeness, directions
from pipeline.exactness.readings import Reading
from pipeline.imaging.arrays import Image
from tests.exactness.seen import characters, read, seen

KNOWN = characters("左右胫腓骨折第肋手示指末")
STEP = 8
"""Pixels a step of the reader."""
SHAPES = {
    "左": [((0, 10), (36, 10)), ((20, 0), (4, 38)), ((10, 24), (34, 24)), ((8, 38), (36, 38))],
    "胫": [((6, 0), (6, 38)), ((6, 4), (16, 38)), ((22, 8), (38, 8)), ((30, 20), (30, 38))],
    "骨": [((6, 0), (34, 0)), ((6, 16), (34, 16)), ((6, 16), (6, 38)), ((34, 16), (34, 38))],
    "折": [((10, 0), (10, 38)), ((0, 12), (18, 12)), ((24, 6), (38, 2)), ((30, 14), (30, 38))],
    "手": [((4, 8), (34, 8)), ((0, 22), (38, 22)), ((20, 0), (20, 38))],
    "末": [((0, 8), (38, 8)), ((6, 18), (32, 18)), ((19, 0), (19, 38)), ((19, 20), (2, 36)), ((19, 20), (36, 36))],
}


def side(text: str, thick: int) -> tuple[Reading, Image]:
    """A side that reads 左 wherever its text has a character without a shape; what is drawn there is the text's."""
    reading = read(seen("左胫骨折手左", KNOWN))
    image = np.full((48, reading.quads[0].box.width, 3), 245, np.uint8)
    for glyph, letter in zip(reading.glyphs, text, strict=True):
        middle = round((glyph.char.start + glyph.char.end) / 2 * image.shape[1])
        for (x0, y0), (x1, y1) in SHAPES[letter]:
            cv2.line(image, (middle - 19 + x0, 5 + y0), (middle - 19 + x1, 5 + y1), (30, 30, 30), thick)
    return reading, image


def evidence(left: str, right: str, place: int) -> float:
    one, other = side(left, 2), side(right, 4)
    return Likeness((one[0], other[0]), (one[1], other[1])).evidence(place, place)


def test_the_same_character_in_a_bolder_print_speaks_for_one() -> None:
    assert evidence("左胫骨折手左", "左胫骨折手左", 0) > 0


@pytest.mark.parametrize("other", ["末", "骨", "胫"])
def test_another_character_speaks_against(other: str) -> None:
    assert evidence("左胫骨折手左", f"左胫骨折手{other}", 5) < -1


def test_nothing_is_said_where_too_few_are_shared() -> None:
    one, other = read(seen("左骨", KNOWN)), read(seen("左骨", KNOWN))
    blank = np.full((48, one.quads[0].box.width, 3), 245, np.uint8)

    assert Likeness((one, other), (blank, blank)).evidence(0, 0) == 0.0


def test_size_and_boldness_change_a_picture_less_than_another_character_does() -> None:
    def drawn(letter: str, thick: int, scale: int) -> np.ndarray:
        picture = np.zeros((39 * scale + 8, 39 * scale + 8), np.uint8)
        for start, end in SHAPES[letter]:
            cv2.line(picture, *((scale * x + 4, scale * y + 4) for x, y in (start, end)), (255,), thick)
        return directions(np.asarray(picture / np.float32(255), np.float32))

    same = drawn("折", 2, 1) @ drawn("折", 6, 2)

    assert same > 0.9
    assert same > drawn("折", 2, 1) @ drawn("手", 2, 1) + 0.1
