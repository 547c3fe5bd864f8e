import cv2
import numpy as np
import pytest

from pipeline.imaging.seal_slice import find_slices
from tests.imaging.drawing import RED, blend, page, px, scan, seal


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(("start", "end"), [(12, 22), (16, 25), (20, 29)])
def test_the_middle_of_a_seal_across_the_edge_is_a_slice(start, end, right):
    image, part = page(), seal()[:, px(start) : px(end)]
    blend(image, part, image.shape[1] - part.shape[1] if right else 0, px(120), RED)
    (found,) = find_slices(scan(image), 150)
    assert abs(found.y0 - px(120)) < px(3)
    assert abs(found.y1 - px(160)) < px(3)
    assert (found.x0 > px(150)) is right


def strokes(image):
    for y in (120, 135, 150):
        cv2.line(image, (px(196), px(y)), (px(209), px(y + 8)), RED, 4)


def far_arcs(image):
    for y in (60, 160):
        cv2.line(image, (px(200), px(y)), (px(209.9), px(y)), RED, 4)


def whole_seal(image):
    blend(image, seal(), px(100), px(120), RED)


def one_rule(image):
    cv2.line(image, (px(200), px(130)), (px(209.9), px(130)), RED, 4)


@pytest.mark.parametrize("draw", [strokes, far_arcs, whole_seal, one_rule])
def test_other_red_ink_is_none(draw):
    image = page()
    draw(image)
    assert find_slices(scan(image), 150) == ()


@pytest.mark.parametrize("shape", [(1, 1, 3), (5, 400, 3), (300, 4, 3)])
def test_slivers_of_pictures_are_borne(shape):
    assert find_slices(np.full(shape, 255, np.uint8), None) == ()
