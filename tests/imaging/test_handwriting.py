from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pipeline.imaging.handwriting import judge_signature, print_likeness
from pipeline.imaging.ink_presence import has_ink
from pipeline.imaging.stroke_style import StrokeStyle
from pipeline.models.geometry import Box
from tests.imaging.drawing import BLACK, RED, blend, body, fingerprint, page, px, scan, scribble, seal, text

ZONE = Box(px(60), px(228), px(150), px(248))


def form():
    image = page()
    printed = [Box(*box) for box in body(image, rows=12)]
    printed.append(Box(*text(image, "SIGNED:", 30, 240)))
    return image, printed


def judged(image, printed):
    return judge_signature(scan(image), ZONE, printed, 150)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("ink", [BLACK, (150, 60, 40)])
def test_a_signature_is_present_where_it_is(seed, ink):
    image, printed = form()
    blend(image, scribble(seed=seed), px(70), px(229), ink, 1.0)
    found = judged(image, printed)
    assert found.state == "present"
    assert found.box.share_inside(ZONE.expanded(8)) == 1


def test_a_signature_under_a_seal_and_over_a_line_counts():
    image, printed = form()
    cv2.line(image, (px(60), px(241)), (px(140), px(241)), BLACK, 2)
    blend(image, scribble(seed=3), px(70), px(229), BLACK, 1.0)
    blend(image, seal(), px(62), px(220), RED)
    assert judged(image, printed).state == "present"


def nothing(image):
    del image


def underline(image):
    cv2.line(image, (px(60), px(241)), (px(140), px(241)), BLACK, 2)


def dotted_line(image):
    for step in range(50):
        cv2.circle(image, (px(61 + step * 1.5), px(241)), 1, BLACK, -1)


def red_seal(image):
    blend(image, seal(), px(65), px(215), RED)


def red_fingerprint(image):
    blend(image, fingerprint(), px(80), px(226), RED)


def specks(image):
    for x, y in np.random.default_rng(1).uniform((60, 228), (150, 248), (25, 2)):
        cv2.circle(image, (px(x), px(y)), 1, (90, 90, 90), -1)


@pytest.mark.parametrize("mark", [nothing, underline, dotted_line, red_seal, red_fingerprint, specks])
def test_what_is_no_signature_does_not_pass_for_one(mark):
    image, printed = form()
    mark(image)
    assert judged(image, printed).state == "absent"


def test_a_printed_name_is_not_a_signature():
    image, printed = form()
    text(image, "HELTIM", 70, 240)
    found = judged(image, printed)
    assert found.state != "present"
    assert "打印" in found.reason_zh


def test_what_may_be_print_is_a_printed_name_where_it_goes_on_in_its_captions_print():
    image, printed = form()
    text(image, "SEMATH", 70, 240)
    assert judged(image, printed).state == "unsure"
    assert judge_signature(scan(image), ZONE, printed, 150, caption=printed[-1]).state == "absent"
    assert judge_signature(scan(image), ZONE, printed, 150, caption=printed[0]).state == "unsure"


def test_recognised_print_in_the_zone_is_left_out():
    image, printed = form()
    printed.append(Box(*text(image, "NAHT IN LEM", 70, 240)).expanded(3))
    assert judged(image, printed).state == "absent"


def test_blank_cells_have_no_ink_whatever_their_borders():
    image = page()
    cell = Box(px(40), px(60), px(90), px(70))
    cv2.rectangle(image, (cell.x0, cell.y0), (cell.x1, cell.y1), BLACK, 2)
    cv2.line(image, (cell.x0 + 10, cell.y1 - 8), (cell.x1 - 10, cell.y1 - 8), BLACK, 1)
    assert not has_ink(scan(image), cell)
    text(image, "E", 60, 67)
    assert has_ink(scan(image), cell)


@pytest.mark.parametrize("second", [True, False])
def test_a_cross_or_a_slash_is_not_a_signature(second):
    image, printed = form()
    cv2.line(image, (px(70), px(232)), (px(77), px(241)), BLACK, 3)
    if second:
        cv2.line(image, (px(77), px(232)), (px(70), px(241)), BLACK, 3)
    assert judged(image, printed).state != "present"


def test_a_printed_name_over_a_short_underline_is_not_a_signature():
    image, printed = form()
    cv2.line(image, (px(60), px(242)), (px(90), px(242)), BLACK, 2)
    text(image, "HELEN", 64, 240)
    assert judged(image, printed).state != "present"


def test_without_colour_a_seal_is_no_signature():
    image, printed = form()
    blend(image, seal(), px(70), px(218), (90, 90, 90))
    assert judge_signature(scan(image), ZONE, printed, 150, colour=False).state != "present"


@pytest.mark.parametrize("signed", [True, False])
def test_a_table_beside_the_photographed_page_is_not_the_signature(signed):
    image, printed = form()
    if signed:
        blend(image, scribble(seed=2), px(70), px(229), BLACK, 1.0)
    grain = np.random.default_rng(3).normal(0, 6, image[:, px(125) :].shape)
    image[:, px(125) :] = np.clip(
        np.linspace(90, 120, image.shape[0] * 2)[: image.shape[0], None, None] + grain, 0, 255
    )
    image[:, px(133) : px(138)] += 60
    found = judged(image, printed)
    assert found.state == "present" if signed else found.state != "present"
    assert not signed or found.box.x1 < px(126)


def test_a_signature_in_a_hard_shadow_is_not_called_absent():
    image, printed = form()
    blend(image, scribble(seed=2), px(90), px(229), BLACK, 1.0)
    image[:, px(85) :] = image[:, px(85) :] * 0.7
    assert judged(image, printed).state != "absent"


def test_letters_lower_than_the_print_do_not_speak_for_a_signature():
    drawn = StrokeStyle(Box(0, 0, 95, 26), on_axes=0.32, upright=0.16, straight=0.36, wobble=0.06, crossing=0.19)
    high = StrokeStyle(Box(0, 0, 95, 80), on_axes=0.32, upright=0.16, straight=0.36, wobble=0.06, crossing=0.19)
    as_high_as_print = print_likeness(drawn, [26 / 0.94])
    assert print_likeness(drawn, [36.0]) == pytest.approx(as_high_as_print)
    assert print_likeness(high, [36.0]) < as_high_as_print


def test_upright_strokes_three_times_as_high_as_the_print_are_a_bold_signature():
    """朴伟 written with a broad pen, 92 px high beside print of 29 px; two rows of print would be 75 px."""
    bold = StrokeStyle(Box(0, 0, 129, 92), on_axes=0.467, upright=0.343, straight=0.502, wobble=0.0, crossing=0.0)
    assert print_likeness(bold, [29.0]) < 0.3
    assert print_likeness(replace(bold, box=Box(0, 0, 129, 75)), [29.0]) > 0.3
