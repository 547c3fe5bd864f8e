import cv2
import numpy as np
import pytest

from pipeline.imaging.ink_presence import ink_mask
from pipeline.imaging.raster import to_grey
from pipeline.imaging.same_print import set_alike
from pipeline.models.geometry import Box
from tests.imaging.drawing import scan, text

CAPTION, NAME = Box(100, 60, 420, 140), Box(500, 60, 800, 140)


def row(y_mm=16.0, size_mm=3.2, shade=26, bolder=0):
    image = np.full((220, 1000, 3), 255, np.uint8)
    text(image, "HELTIM", 18, 16, 150)
    scale = size_mm / 25.4 * 150 / 22
    place = (510, round(y_mm / 25.4 * 150))
    cv2.putText(image, "NAHTEL", place, cv2.FONT_HERSHEY_SIMPLEX, scale, (shade,) * 3, 2 + bolder, cv2.LINE_AA)
    return scan(image)


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"y_mm": 16.6}, False),
        ({"size_mm": 3.9}, False),
        ({"shade": 70}, False),
        ({"bolder": 3}, False),
    ],
)
def test_a_name_in_its_captions_print_has_its_line_height_strokes_and_shade(changes, same):
    image = row(**changes)
    assert set_alike(to_grey(image), ink_mask(image), CAPTION, NAME) is same


def test_where_nothing_stands_nothing_is_alike():
    image = row()
    assert not set_alike(to_grey(image), ink_mask(image), CAPTION, Box(800, 80, 900, 140))
