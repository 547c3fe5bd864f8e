import cv2
import numpy as np
import pytest

from pipeline.exactness.crop_lines import lines_in
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from tests.exactness.test_compare_images import Finds


class _FindsOnce(Finds):
    """Finds one line as high as the letters, and remembers how large the picture was."""

    def __init__(self, share: float = 0.5) -> None:
        self.sizes: list[tuple[int, int]] = []
        self._share = share

    def detect(self, image: Image) -> tuple[Quad, ...]:
        height, width = image.shape[:2]
        self.sizes.append((width, height))
        return (Quad.of(Box(width // 4, height // 4, width // 2, height // 4 + round(height * self._share))),)


def crop(letter: int) -> Image:
    image = np.full((2 * letter, 10 * letter, 3), 240, np.uint8)
    for place in range(8):
        corner = (place * letter + letter // 2, letter // 2)
        cv2.rectangle(image, corner, (corner[0] + letter * 4 // 5, corner[1] + letter - 1), (20, 20, 20), 3)
    return image


def test_large_letters_are_looked_at_smaller_and_found_where_they_are() -> None:
    engine = _FindsOnce()
    picture = crop(96)

    (line,) = lines_in(engine, picture, picture)

    assert engine.sizes == [(320, 64)]
    assert line.box == pytest.approx(Box(333, 67, 667, 200), abs=4)


def test_the_rules_of_a_form_are_no_letters() -> None:
    engine = _FindsOnce()
    ruled = np.full((240, 240, 3), 240, np.uint8)
    for left in range(20, 200, 30):
        cv2.rectangle(ruled, (left, 20), (left + 20, 40), (20, 20, 20), 2)
    for top in (60, 120, 180):
        ruled[top : top + 6, 20:-20] = 20

    lines_in(engine, ruled, ruled)

    assert engine.sizes == [(320, 256)]


@pytest.mark.parametrize(("letter", "size"), [(12, (160, 64)), (22, (320, 64))])
def test_small_letters_are_not_made_smaller(letter: int, size: tuple[int, int]) -> None:
    engine = _FindsOnce()

    lines_in(engine, crop(letter), crop(letter))

    assert engine.sizes == [size]


def test_lines_lower_than_the_letters_that_were_measured_are_looked_for_again() -> None:
    """A ring or a heading was taken for the letters."""
    engine = _FindsOnce(share=0.1)

    (line,) = lines_in(engine, crop(96), crop(96))

    assert engine.sizes == [(320, 64), (960, 192)]
    assert line.box.height == 19


def test_a_frame_and_an_empty_crop_say_nothing_of_letters() -> None:
    framed = np.full((200, 900, 3), 240, np.uint8)
    cv2.rectangle(framed, (4, 4), (895, 195), (20, 20, 20), 4)

    for picture in (framed, np.full_like(framed, 240)):
        engine = _FindsOnce()
        lines_in(engine, picture, picture)
        assert engine.sizes == [(960, 256)]
