import cv2
import numpy as np
import pytest

from pipeline.exactness.one_line import one_line
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box

_LETTER = 30
_INK = (20, 20, 20)


def crop(rows: int = 1, *, slope: float = 0.0) -> Image:
    """Rows of eight letters that are squares of 30 px, 10 px apart, the first at (50, 45)."""
    image = np.full((120 + 45 * (rows - 1), 420, 3), 240, np.uint8)
    for row in range(rows):
        for place in range(8):
            left, top = 50 + 40 * place, round(45 + 45 * row + 40 * place * slope)
            cv2.rectangle(image, (left, top), (left + _LETTER - 1, top + _LETTER - 1), _INK, -1)
    return image


def test_a_row_of_letters_is_found_with_paper_around_it() -> None:
    line = one_line(crop())

    assert line is not None
    assert line.box == pytest.approx(Box(50 - 8, 45 - 6, 360 + 8, 75 + 6), abs=3)


def test_a_row_that_leans_is_found_as_it_lies() -> None:
    line = one_line(crop(slope=0.03))

    assert line is not None
    assert line.top_right.y - line.top_left.y == pytest.approx(0.03 * 325, abs=1)


def test_rules_around_a_row_are_no_part_of_it() -> None:
    ruled = crop()
    cv2.rectangle(ruled, (10, 20), (410, 100), _INK, 2)

    assert one_line(ruled) == one_line(crop())


def with_blot(image: Image, box: Box) -> Image:
    cv2.rectangle(image, (box.x0, box.y0), (box.x1 - 1, box.y1 - 1), _INK, -1)
    return image


def with_joined_rows() -> Image:
    """Two rows, each letter joined to the one below by a stroke, as blur joins them."""
    image = crop(rows=2)
    for place in range(8):
        cv2.line(image, (65 + 40 * place, 74), (65 + 40 * place, 90), _INK, 3)
    return image


def with_touched_frame() -> Image:
    """A frame that the last letter touches."""
    image = crop()
    cv2.rectangle(image, (10, 20), (410, 100), _INK, 2)
    cv2.line(image, (345, 60), (410, 60), _INK, 3)
    return image


@pytest.mark.parametrize(
    "picture",
    [
        crop(rows=2),
        np.full((120, 420, 3), 240, np.uint8),
        crop()[:, 65:],
        with_blot(crop(), Box(100, 20, 200, 110)),
        with_blot(crop(), Box(370, 10, 380, 25)),
        with_blot(crop(), Box(202, 10, 204, 110)),
        np.hstack([crop(), crop()]),
        with_joined_rows(),
        with_touched_frame(),
    ],
    ids=[
        "two rows",
        "nothing",
        "cut off",
        "a blot",
        "something above",
        "a rule between cells",
        "a gap",
        "rows joined",
        "a frame",
    ],
)
def test_all_else_is_left_to_a_detector(picture: Image) -> None:
    assert one_line(np.ascontiguousarray(picture)) is None
