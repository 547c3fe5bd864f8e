from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.imaging.table import find_cells, find_rules, in_reading_order
from pipeline.models.geometry import Box
from tests.imaging.drawing import body, page, px, rotate, scan, text

COLUMNS = (20, 60, 110, 190)
ROWS = (40, 50, 62, 100, 112)


def drawn_table(dpi, grey, thickness, gap=False):
    """Three columns and four rows; the last two cells of the second row are merged."""
    image = page(dpi)
    xs, ys = [px(x, dpi) for x in COLUMNS], [px(y, dpi) for y in ROWS]
    for y in ys:
        cv2.line(image, (xs[0], y), (xs[-1], y), (grey,) * 3, thickness)
    for x in xs:
        cv2.line(image, (x, ys[0]), (x, ys[-1]), (grey,) * 3, thickness)
    image[ys[1] + thickness + 1 : ys[2] - thickness, xs[2] - 3 : xs[2] + 4] = 255
    if gap:
        image[:, xs[1] + 40 : xs[1] + 44] = 255
    for row in ROWS[:-1]:
        text(image, "HETI", 24, row + 7, dpi)
        text(image, "MENEH LIT", 64, row + 7, dpi)
    return image


def expected(dpi):
    boxes = []
    for row in range(4):
        for column in range(3):
            if (row, column) == (1, 2):
                continue
            right = COLUMNS[3] if (row, column) == (1, 1) else COLUMNS[column + 1]
            boxes.append(Box(*(px(v, dpi) for v in (COLUMNS[column], ROWS[row], right, ROWS[row + 1]))))
    return boxes


@pytest.mark.parametrize(
    ("dpi", "grey", "thickness", "gap", "skew"),
    [
        (150, 40, 1, False, 0.0),
        (150, 170, 1, False, 0.0),
        (200, 60, 2, True, 0.0),
        (300, 30, 4, False, 0.0),
        (150, 60, 1, False, 0.5),
        (200, 60, 2, False, -0.5),
    ],
)
def test_every_cell_is_found_in_reading_order_merged_ones_whole(dpi, grey, thickness, gap, skew):
    image = scan(rotate(drawn_table(dpi, grey, thickness, gap), skew), blur=0.5)
    cells = find_cells(find_rules(image))
    assert len(cells) == 11
    for cell, wanted in zip(cells, expected(dpi), strict=True):
        assert cell.share_inside(wanted.expanded(px(1.5, dpi))) > 0.97
        assert cell.area > 0.85 * wanted.area


def test_a_page_of_text_has_no_rules():
    image = page()
    body(image)
    rules = find_rules(scan(image))
    assert rules.horizontal == rules.vertical == ()
    assert find_cells(rules) == ()


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 900, 3), (200, 200, 3)])
def test_pictures_of_any_shape_are_borne(shape):
    assert find_cells(find_rules(np.zeros(shape, np.uint8))) == ()


def test_cells_that_start_in_one_row_go_left_to_right():
    boxes = [Box(200, 12, 300, 50), Box(0, 10, 90, 50), Box(100, 11, 190, 90), Box(0, 60, 90, 90)]
    assert in_reading_order(boxes) == [boxes[1], boxes[2], boxes[0], boxes[3]]


@pytest.mark.parametrize("divided", [False, True])
def test_blanks_under_each_other_are_a_table_without_sides_only_where_a_rule_divides_them(divided):
    image = page()
    for row in range(6):
        image[px(100 + 14 * row) : px(100 + 14 * row) + 2, px(90) : px(190)] = 0
    if divided:
        for x in (px(120), px(150)):
            image[px(100) : px(170), x : x + 2] = 0
    assert len(find_cells(find_rules(scan(image)))) == 15 * divided
