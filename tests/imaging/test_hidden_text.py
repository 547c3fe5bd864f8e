"""Text that the picture does not show whole."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.imaging.hidden_text import beyond_the_sides, covered_lines, sliced_lines, washed_out_lines
from pipeline.imaging.sharpness import judge_legibility
from pipeline.models.geometry import Box
from tests.imaging.drawing import BLACK, body, page, scan

DPI = 150


def letter():
    image = page()
    return image, [Box(*box) for box in body(image, rows=12)]


def in_bad_light(image, glare):
    """A dim photograph whose ink and paper a lamp whitens around (x, y) within a radius, all in pixels."""
    x, y, radius = glare
    down, across = np.mgrid[: image.shape[0], : image.shape[1]]
    lamp = np.exp(-((((across - x) ** 2 + (down - y) ** 2) / radius**2) ** 2))[:, :, None]
    return np.clip(image * 0.82 + lamp * 300, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("edge", ["upper", "lower"])
def test_a_line_through_which_the_edge_goes_is_told(edge):
    image, boxes = letter()
    box = boxes[5]
    middle = (box.y0 + box.y1) // 2
    part = image[middle:] if edge == "upper" else image[:middle]
    shift = middle if edge == "upper" else 0
    moved = [Box(one.x0, max(0, one.y0 - shift), one.x1, min(len(part), one.y1 - shift)) for one in boxes]
    shown = [one for one in moved if one.y1 > one.y0 and one.y1 > 0 and one.y0 < len(part)]
    assert len(sliced_lines(shown, scan(part), DPI)) == 1
    judged = judge_legibility(scan(part), shown, DPI)
    assert (judged.state, judged.reason_zh) == ("unsure", "文字被页边裁掉")


def test_whole_lines_and_a_copiers_black_edge_are_not_cut():
    image, boxes = letter()
    image[:12] = BLACK
    edge = Box(0, 0, image.shape[1], 30)
    assert sliced_lines([*boxes, edge], scan(image), DPI) == []
    assert beyond_the_sides(boxes, scan(image), DPI) == []


def test_text_that_fades_into_glare_is_told():
    image, boxes = letter()
    middle = boxes[6]
    lit = in_bad_light(image, (middle.x1, middle.y0, 330))
    assert len(washed_out_lines(boxes, lit)) >= 3
    judged = judge_legibility(lit, boxes, DPI)
    assert (judged.state, judged.reason_zh) == ("unsure", "反光处文字看不清")


def test_glare_over_the_margin_hides_nothing():
    image, boxes = letter()
    lit = in_bad_light(image, (image.shape[1] // 2, image.shape[0] - 300, 250))
    assert washed_out_lines(boxes, lit) == []
    assert judge_legibility(lit, boxes, DPI).state == "no"


SKIN = (107, 131, 177)


def fingers(image, *, down_to):
    """Three fingers reach in from the right edge, each 60 pixels thick, over the rows above ``down_to``."""
    lit = (image * 0.85).astype(np.uint8)
    for y in (180, 260, 340):
        if y < down_to:
            cv2.line(lit, (image.shape[1] // 2, y), (image.shape[1], y + 30), SKIN, 60)
    return lit


def test_a_hand_over_the_text_is_told():
    image, boxes = letter()
    hand = fingers(image, down_to=400)
    assert len(covered_lines(boxes, hand)) >= 2
    judged = judge_legibility(hand, boxes, DPI)
    assert (judged.state, judged.reason_zh) == ("unsure", "文字被手遮住")


def test_fingers_that_hide_whole_lines_are_told():
    image, boxes = letter()
    hand = image.copy()
    middle = boxes[len(boxes) // 2]
    cv2.line(hand, (100, middle.y0), (image.shape[1], middle.y0), SKIN, 90)
    seen = [boxes[0], boxes[-1]]
    assert covered_lines(seen, hand) == seen


def test_a_thumb_on_the_margin_a_portrait_and_yellow_paper_hide_nothing():
    image, boxes = letter()
    thumb = image.copy()
    cv2.circle(thumb, (image.shape[1], image.shape[0]), 120, SKIN, -1)
    assert covered_lines([box for box in boxes if box.y1 < image.shape[0] - 150], thumb) == []
    portrait = image.copy()
    middle = boxes[5]
    cv2.rectangle(
        portrait, (middle.x1 + 5, middle.y0 - 80), (min(middle.x1 + 90, image.shape[1] - 20), middle.y1), SKIN, -1
    )
    assert covered_lines(boxes, portrait) == []
    yellow = (image * np.array([0.55, 0.8, 0.9])).astype(np.uint8)
    assert covered_lines(boxes, yellow) == []
