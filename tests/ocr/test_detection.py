import math
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.models.geometry import Box, Quad
from pipeline.ocr.detection import closer_look, closest_look, detection_input, in_reading_order, lines_on_map
from pipeline.ocr.model_files import DetectionModel

MODEL = DetectionModel(name="any", file=Path("any.onnx"))


def page(width: int, height: int) -> np.ndarray:
    return np.full((height, width, 3), 255, np.uint8)


def core(width: int, height: int, angle: float = 0.0, share: float = 0.9) -> np.ndarray:
    """A probability map of 320 x 240 with one text core in its middle."""
    probability = np.zeros((240, 320), np.float32)
    corners = cv2.boxPoints(((160, 120), (width, height), angle)).astype(np.int32)
    cv2.fillPoly(probability, [corners], (share,))
    return probability


@pytest.mark.parametrize("size", [(1654, 2339), (3508, 2480), (40, 10), (1, 1), (5000, 30)])
def test_the_input_has_sides_of_32(size: tuple[int, int]) -> None:
    pixels = detection_input(page(*size), 960, MODEL)

    assert pixels.shape[2] % 32 == pixels.shape[3] % 32 == 0
    assert max(pixels.shape) <= 960


def test_a_core_is_grown_back_to_its_line() -> None:
    (quad,) = lines_on_map(core(200, 10), page(640, 480), MODEL)

    # DB grows a core by area * ratio / perimeter on every side: here 201 * 11 * 1.5 / 424 = 7.8 px of the map.
    assert quad.box.width == pytest.approx(2 * (200 + 15.3), abs=6)
    assert quad.box.height == pytest.approx(2 * (10 + 15.3), abs=6)
    assert quad.box.center == pytest.approx((320, 240), abs=2)


def test_corners_are_named_as_a_leaning_line_is_read() -> None:
    (quad,) = lines_on_map(core(200, 10, angle=10), page(320, 240), MODEL)

    lean = math.degrees(math.atan2(quad.top_right.y - quad.top_left.y, quad.top_right.x - quad.top_left.x))
    assert lean == pytest.approx(10, abs=1.5)
    assert quad.bottom_left.y > quad.top_left.y


def test_faint_and_tiny_blobs_are_no_lines() -> None:
    assert lines_on_map(core(200, 10, share=0.5), page(320, 240), MODEL) == ()
    assert lines_on_map(core(200, 1), page(320, 240), MODEL) == ()
    assert lines_on_map(np.zeros((240, 320), np.float32), page(320, 240), MODEL) == ()


def test_corners_stay_on_the_page() -> None:
    (quad,) = lines_on_map(np.ones((64, 64), np.float32), page(640, 640), MODEL)

    assert all(0 <= value <= 640 for corner in quad for value in corner)


def test_reading_order_is_by_rows() -> None:
    boxes = [Box(300, 12, 400, 32), Box(0, 10, 100, 30), Box(0, 60, 100, 80), Box(200, 55, 300, 75)]
    ordered = in_reading_order([Quad.of(box) for box in reversed(boxes)])

    assert [quad.box for quad in ordered] == [boxes[1], boxes[0], boxes[2], boxes[3]]


def test_tiny_print_gets_a_closer_look() -> None:
    spread = page(3508, 2480)

    assert closer_look([Quad.of(Box(0, 0, 400, 34))], spread) == 1440
    assert closer_look([Quad.of(Box(0, 0, 400, 30))], spread) == 1920
    assert closer_look([Quad.of(Box(0, 0, 400, 60))], spread) is None
    assert closer_look([], spread) is None
    assert closer_look([Quad.of(Box(0, 0, 50, 5))], page(600, 400)) is None


def test_a_caption_that_runs_into_a_signature_is_found_beside_it() -> None:
    probability = np.zeros((100, 300), np.float32)
    probability[45:53, 20:170] = 0.9
    probability[30:66, 170:210] = 0.9

    caption, signature = lines_on_map(probability, page(300, 100), MODEL)

    assert caption.box.x1 < signature.box.x0 + 30
    assert caption.box.height < 0.5 * signature.box.height


def test_fewer_lines_than_before_get_the_closest_look() -> None:
    lines = [Quad.of(Box(0, top, 400, top + 30)) for top in (0, 100, 200)]
    spread = page(2480, 1754)
    assert closest_look(lines[:2], lines, spread) == 1920
    assert closest_look(lines, lines[:2], spread) is None
    assert closest_look(lines[:2], lines, page(1600, 1200)) == 1600
