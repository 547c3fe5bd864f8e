from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.imaging.fingerprint import find_fingerprints, find_red_blots
from pipeline.imaging.seal import find_seals
from pipeline.models.geometry import Box
from tests.imaging.drawing import RED, blend, body, fingerprint, page, px, scan, scribble, seal, text


def stamped(mask, x_mm, y_mm, strength=0.9, colour=RED):
    image = page()
    body(image)
    blend(image, mask, px(x_mm), px(y_mm), colour, strength)
    return scan(image), Box(px(x_mm), px(y_mm), px(x_mm) + mask.shape[1], px(y_mm) + mask.shape[0])


@pytest.mark.parametrize("dpi", [150, None])
@pytest.mark.parametrize(("across", "down", "shape"), [(38, 38, "round"), (45, 45, "round"), (45, 30, "oval")])
@pytest.mark.parametrize("strength", [0.95, 0.35])
def test_a_seal_over_text_is_found_with_its_shape(across, down, shape, strength, dpi):
    image, box = stamped(seal(150, across, down), 120, 150, strength)
    (found,) = find_seals(image, dpi)
    assert (found.shape, found.colour, found.at_edge) == (shape, "red", False)
    assert found.box.share_inside(box.expanded(5)) > 0.95
    assert found.box.area > 0.8 * box.area


def test_half_inked_seal_is_found():
    mask = seal()
    mask[:, : mask.shape[1] // 3] //= 12
    image, _ = stamped(mask, 120, 150)
    assert [found.shape for found in find_seals(image, 150)] == ["round"]


def test_overlapping_seals_are_two():
    image, _ = stamped(seal(), 100, 150)
    blend(image, seal(), px(125), px(160), RED)
    assert len(find_seals(image, 150)) == 2


@pytest.mark.parametrize("x_mm", [-25, 192])
def test_a_slice_of_a_cross_page_seal_is_at_the_edge(x_mm):
    image, _ = stamped(seal(), x_mm, 120)
    (found,) = find_seals(image, 150)
    assert found.at_edge


def name_seal():
    mask = np.zeros((px(18), px(18)), np.uint8)
    cv2.rectangle(mask, (2, 2), (px(18) - 3, px(18) - 3), 255, px(0.9))
    for corner in ((0.15, 0.45), (0.55, 0.45), (0.15, 0.85), (0.55, 0.85)):
        cv2.putText(mask, "W", (px(18 * corner[0]), px(18 * corner[1])), 0, 1.0, 255, 2)
    return mask


def test_a_name_seal_is_square_and_no_fingerprint():
    image, _ = stamped(name_seal(), 120, 200)
    assert [found.shape for found in find_seals(image, 150)] == ["square"]
    assert find_fingerprints(image, 150) == ()


@pytest.mark.parametrize(("x_mm", "y_mm"), [(100, 191.5), (112, 191.5), (125, 191.5), (112, 184.0)])
def test_a_name_seal_close_under_a_round_one_or_over_its_rim_is_a_seal_of_its_own(x_mm, y_mm):
    image, _ = stamped(seal(), 100, 150)
    blend(image, name_seal(), px(x_mm), px(y_mm), RED)
    assert sorted(found.shape for found in find_seals(image, 150)) == ["round", "square"]


def test_red_letterheads_and_red_writing_are_neither_seal_nor_fingerprint():
    image = page()
    body(image, top=70)
    text(image, "MINHEN HELTI KANZLE", 25, 30, size_mm=10, colour=RED)
    cv2.line(image, (px(20), px(40)), (px(190), px(40)), RED, px(0.8))
    blend(image, scribble(), px(120), px(200), RED)
    assert find_seals(scan(image), 150) == ()
    assert find_fingerprints(scan(image), 150) == ()


def test_plain_black_text_has_no_marks():
    image = page()
    body(image)
    for picture in (image, scan(image), cv2.cvtColor(cv2.cvtColor(image, 6), 8)):
        assert find_seals(picture, 150) == ()
        assert find_fingerprints(picture, 150) == ()


@pytest.mark.parametrize("strength", [0.95, 0.6])
def test_a_fingerprint_is_found_and_is_no_seal(strength):
    image, box = stamped(fingerprint(), 120, 200, strength)
    (found,) = find_fingerprints(image, 150)
    assert found.colour == "red"
    assert found.box.share_inside(box.expanded(4)) > 0.95
    assert found.confidence > 0.5
    assert find_seals(image, 150) == ()


def test_a_seal_is_no_fingerprint():
    image, _ = stamped(seal(), 120, 150)
    assert find_fingerprints(image, 150) == ()


@pytest.mark.parametrize("shape", [(1, 1, 3), (5, 400, 3), (300, 4, 3)])
def test_slivers_of_pictures_are_borne(shape):
    red = np.full(shape, (40, 40, 220), np.uint8)
    find_seals(red, None)
    find_fingerprints(red, 300)


@pytest.mark.parametrize("strength", [0.2, 0.35])
def test_a_pale_fingerprint_is_found(strength):
    image, box = stamped(fingerprint(), 120, 200, strength)
    (found,) = find_fingerprints(image, 150)
    assert found.colour == "red"
    assert found.confidence >= 0.5
    assert found.box.intersection(box)


def test_a_light_fingers_print_under_strokes_is_found_and_a_seals_star_is_none():
    small = cv2.resize(fingerprint(), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    image, box = stamped(small, 120, 200)
    cv2.polylines(image, [np.array([(px(110), px(205)), (px(124), px(204)), (px(122), px(209))])], False, (30,) * 3, 5)
    image = np.minimum(image, stamped(seal(), 60, 200)[0])
    sure = [found.box for found in find_fingerprints(scan(image), 150) if found.confidence > 0.5]
    assert len(sure) == 1
    assert sure[0].intersection(box)


def test_a_black_fingerprint_is_never_sure():
    image = page()
    body(image, rows=12)
    blend(image, fingerprint(), px(120), px(200), (35, 30, 35), 0.9)
    (found,) = find_fingerprints(scan(image), 150)
    assert found.colour == "dark"
    assert found.confidence < 0.5


def test_a_torn_print_is_still_a_red_blot():
    image = page()
    torn = fingerprint()
    torn[:, torn.shape[1] // 3 : torn.shape[1] // 2] = 0
    torn[torn.shape[0] // 3 : torn.shape[0] // 2] = 0
    blend(image, torn, px(120), px(200), RED, 0.8)
    blots = find_red_blots(scan(image), 150)
    assert blots
    assert all(px(118) <= blot.x0 and blot.x1 <= px(150) for blot in blots)


def frame(across, down, dpi=150):
    """A company's name in a frame."""
    mask = np.zeros((px(down, dpi), px(across, dpi)), np.uint8)
    cv2.rectangle(mask, (3, 3), (mask.shape[1] - 4, mask.shape[0] - 4), 255, 5)
    cv2.putText(mask, "SEALHOSP", (12, mask.shape[0] // 2 + 18), cv2.FONT_HERSHEY_SIMPLEX, across / 32, 255, 5)
    return mask


@pytest.mark.parametrize(("across", "down"), [(48, 17), (40, 30), (34, 34)])
def test_a_larger_frame_is_an_offices_seal(across, down):
    image, box = stamped(frame(across, down), 100, 150)
    (found,) = find_seals(image, 150)
    assert (found.shape, found.at_edge) == ("framed", False)
    assert found.box.share_inside(box.expanded(8)) > 0.95


def test_an_empty_red_box_is_no_seal():
    mask = np.zeros((px(20), px(50)), np.uint8)
    cv2.rectangle(mask, (3, 3), (mask.shape[1] - 4, mask.shape[0] - 4), 255, 5)
    image, _ = stamped(mask, 100, 150)
    assert find_seals(image, 150) == ()


@pytest.mark.parametrize(("x_mm", "shown"), [(210 - 30, 0.75), (210 - 20, 0.5), (210 - 10, 0.25)])
def test_how_much_of_a_seal_the_page_shows(x_mm, shown):
    image, _ = stamped(seal(), x_mm, 150)
    (found,) = find_seals(image, 150)
    assert found.at_edge
    assert found.shown == pytest.approx(shown, abs=0.06)
