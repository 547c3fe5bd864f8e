import cv2
import numpy as np
import pytest

from pipeline.models.geometry import Box, Point, Quad
from pipeline.ocr.line_crop import line_crop, recognition_input


def striped() -> np.ndarray:
    """White, with a black bar 200 x 20 px at (100, 100)."""
    image = np.full((400, 600, 3), 255, np.uint8)
    image[100:120, 100:300] = 0
    return image


def test_a_little_paper_shows_above_and_below() -> None:
    crop = line_crop(striped(), Quad.of(Box(100, 100, 300, 120)), 48)

    assert crop.shape[0] == 48
    assert crop.shape[1] == pytest.approx(48 * 200 / 26, abs=1)
    assert crop[24, 2:-2].max() < 40
    assert crop[1].min() > 200
    assert crop[46].min() > 200


def test_a_leaning_line_is_turned_level() -> None:
    image = striped()
    turn = cv2.getRotationMatrix2D((200, 110), -12, 1)
    leaning = cv2.warpAffine(image, turn, (600, 400), borderValue=(255, 255, 255))
    corners = np.array([(100, 100), (300, 100), (300, 120), (100, 120)]) @ turn[:, :2].T + turn[:, 2]
    quad = Quad(*(Point(float(x), float(y)) for x, y in corners))

    crop = line_crop(leaning, quad, 48)

    assert crop[24, 5:-5].max() < 60


def test_corners_named_the_other_way_turn_the_line_over() -> None:
    image = striped()
    image[100:120, 250:300] = 255
    quad = Quad.of(Box(100, 100, 300, 120))
    upside_down = Quad(quad.bottom_right, quad.bottom_left, quad.top_left, quad.top_right)

    difference = line_crop(image, quad, 48)[::-1, ::-1].astype(int) - line_crop(image, upside_down, 48)
    assert np.abs(difference).max() <= 8


@pytest.mark.parametrize("box", [Box(0, 0, 1, 1), Box(0, 0, 600, 1), Box(590, 390, 600, 400), Box(-50, -50, 700, 500)])
def test_any_quad_gives_a_crop_of_sane_size(box: Box) -> None:
    crop = line_crop(striped(), Quad.of(box), 48)

    assert crop.shape[0] == 48
    assert 16 <= crop.shape[1] <= 3200


def test_large_letters_are_averaged_down() -> None:
    image = np.full((800, 1600, 3), 255, np.uint8)
    image[:, ::8] = 0

    crop = line_crop(image, Quad.of(Box(0, 100, 1600, 700)), 48)

    # One column in eight is black: averaged it is a light grey, skipped it would be white or black.
    assert crop.min() > 150
    assert crop.max() < 250


def test_an_empty_page_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to cut"):
        line_crop(np.zeros((0, 0, 3), np.uint8), Quad.of(Box(0, 0, 10, 10)), 48)


def test_the_input_is_padded_to_steps_of_32() -> None:
    pixels = recognition_input(np.full((48, 100, 3), 255, np.uint8))

    assert pixels.shape == (1, 3, 48, 128)
    assert np.all(pixels[..., :100] == 1)
    assert np.all(pixels[..., 100:] == 0)
