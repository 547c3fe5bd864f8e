from __future__ import annotations

import numpy as np
import pytest

from pipeline.imaging.upright import deskew, skew_angle, turn
from tests.imaging.drawing import body, page, scan


@pytest.fixture(scope="module")
def sheet():
    image = page(100)
    body(image, 100)
    return image


@pytest.mark.parametrize("angle", [-8.0, -3.3, -0.6, 0.4, 1.7, 5.2, 8.0])
def test_skew_is_found_within_a_third_of_a_degree(sheet, angle):
    assert skew_angle(scan(sheet, skew=angle)) == pytest.approx(angle, abs=0.3)


def test_deskewed_page_keeps_its_size_and_is_level(sheet):
    leaning = scan(sheet, skew=2.5)
    level = deskew(leaning)
    assert level.image.shape == leaning.shape
    assert level.angle == pytest.approx(2.5, abs=0.3)
    assert abs(skew_angle(level.image)) <= 0.1


def test_level_page_is_not_touched(sheet):
    level = deskew(sheet)
    assert level.image is sheet
    assert level.angle == 0


@pytest.mark.parametrize("shape", [(300, 200, 3), (40, 40, 3), (1, 1, 3)])
def test_nothing_to_align_leaves_the_page_alone(shape):
    noise = np.random.default_rng(0).integers(200, 255, shape, dtype=np.uint8)
    assert deskew(noise).angle == 0


def test_corners_that_come_in_get_the_colour_of_the_paper(sheet):
    tinted = np.minimum(scan(sheet, skew=5.0), np.array((200, 225, 235), np.uint8))
    corner = deskew(tinted).image[-1, 0].astype(int)
    assert np.abs(corner - (200, 225, 235)).max() < 12


def test_turns_are_clockwise_and_four_make_a_whole():
    image = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    assert (turn(image, 90)[0, -1] == image[0, 0]).all()
    assert (turn(turn(image, 90), 270) == image).all()
    assert (turn(turn(image, 180), 180) == image).all()
    assert turn(image, 0) is image
