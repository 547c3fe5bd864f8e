"""Paper, its edges and light, legibility, ink and likeness."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.imaging import ink as ink_module
from pipeline.imaging.colour import has_colour, is_grey
from pipeline.imaging.ink import InkRun, find_inks
from pipeline.imaging.likeness import page_signature, same_page
from pipeline.imaging.paper import blank_page, paper_size
from pipeline.imaging.paper_edges import crop_to_paper
from pipeline.imaging.red_ink import red_mask, without_red
from pipeline.imaging.sharpness import judge_legibility
from pipeline.imaging.upright import deskew
from pipeline.imaging.white_balance import white_balanced
from pipeline.models.geometry import Box
from tests.imaging.drawing import BLACK, RED, blend, body, page, photograph, px, scan, scribble, seal, text


def letter(seed=0, rows=20):
    image = page()
    boxes = [Box(*box) for box in body(image, rows=rows, seed=seed)]
    return image, boxes


@pytest.mark.parametrize("seed", range(4))
def test_a_photographed_page_is_squared_to_its_paper(seed):
    image, _ = letter()
    cv2.rectangle(image, (30, 30), (image.shape[1] - 30, image.shape[0] - 30), BLACK, 3)
    photo, _ = photograph(image, seed)
    crop = crop_to_paper(photo)
    assert crop.is_photo
    assert crop.image.shape[0] / crop.image.shape[1] == pytest.approx(2**0.5, abs=0.01)
    level = cv2.resize(crop.image, (image.shape[1], image.shape[0]))
    dark = np.abs(level.min(axis=2).astype(int)[28:-28, 22:36]).min(axis=1)
    assert np.mean(dark < 150) > 0.9


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("share", [0.25, 0.4])
def test_a_page_with_a_shadow_across_it_is_squared_whole(seed, share):
    """Its dark part lies between the lit paper and the table."""
    image, _ = letter()
    height = image.shape[0]
    depth = np.clip((np.arange(height) / height - share) / 0.05, 0, 1)
    light = 0.62 + 0.38 * depth
    photo, _ = photograph((image * light[:, None, None]).astype(np.uint8), seed)
    crop = crop_to_paper(photo)
    assert crop.is_photo
    assert crop.image.shape[0] / crop.image.shape[1] == pytest.approx(2**0.5, abs=0.01)
    assert crop.image.shape[0] > 0.9 * height


@pytest.mark.parametrize("seed", range(4))
def test_a_shadow_as_dark_as_the_table_at_the_other_end_does_not_hide_the_paper(seed):
    """No one level shows all four sides: above it the shadow is gone, below it the table runs into the paper."""
    image, _ = letter()
    light = 0.62 + 0.38 * np.clip((np.arange(image.shape[0]) / image.shape[0] - 0.1) / 0.25, 0, 1)
    photo, corners = photograph((image * light[:, None, None]).astype(np.uint8), seed)
    table = np.ones(photo.shape[:2], np.uint8)
    cv2.fillConvexPoly(table, corners.astype(np.int32), 0)
    shine = np.linspace(1.0, 2.4, photo.shape[0])[:, None, None]
    photo = np.where(table[:, :, None] > 0, np.clip(photo * shine, 0, 255), photo).astype(np.uint8)
    crop = crop_to_paper(photo)
    assert crop.is_photo
    assert crop.image.shape[0] / crop.image.shape[1] == pytest.approx(2**0.5, abs=0.01)
    assert crop.image.shape[0] > 0.9 * image.shape[0]


def test_flat_scans_are_never_cut():
    image, _ = letter()
    cv2.rectangle(image, (100, 100), (image.shape[1] - 100, image.shape[0] - 100), BLACK, 6)
    for picture in (image, scan(image), page(), np.zeros((300, 200, 3), np.uint8)):
        crop = crop_to_paper(picture)
        assert crop.image is picture
        assert not crop.is_photo


def test_black_copier_borders_are_trimmed_and_make_no_photograph():
    image, _ = letter()
    bordered = cv2.copyMakeBorder(image, 60, 60, 90, 70, cv2.BORDER_CONSTANT, value=(15, 15, 15))
    crop = crop_to_paper(bordered)
    assert not crop.is_photo
    assert crop.image.shape[0] == pytest.approx(image.shape[0], abs=12)
    assert crop.image.min(axis=2)[:, 10].mean() > 200


@pytest.mark.parametrize(
    ("size", "dpi", "page_mm", "is_photo", "paper"),
    [
        ((1654, 2339), 200, None, False, "A4"),
        ((2339, 1654), 200, None, False, "A4"),
        ((3307, 2339), 200, None, False, "A3"),
        ((1011, 638), 300, None, False, "card"),
        ((1700, 2200), 200, None, False, "other"),
        ((900, 1200), None, (210.0, 297.0), False, "A4"),
        ((1654, 2339), None, None, False, "unknown"),
        ((1654, 2339), 72, None, False, "unknown"),
        ((1654, 2339), 200, None, True, "unknown"),
    ],
)
def test_paper_size(size, dpi, page_mm, is_photo, paper):
    assert paper_size(*size, dpi, page_mm, is_photo=is_photo) == paper


def test_grain_holes_and_show_through_leave_a_page_blank_one_line_does_not():
    image, _ = letter()
    blank = (255 - (255 - image[:, ::-1].astype(float)) * 0.1).astype(np.uint8)
    for y in (80, 160):
        cv2.circle(blank, (px(10), px(y)), px(2.7), (60, 60, 60), -1)
    assert blank_page(scan(blank))
    text(blank, "kleiner rest", 60, 100)
    assert not blank_page(scan(blank))


def test_text_under_a_seal_comes_out_and_the_rest_stays():
    clean, _ = letter()
    image = clean.copy()
    blend(image, seal(), px(60), px(100), RED)
    lifted = without_red(image)
    area = (slice(px(100), px(141)), slice(px(60), px(101)))
    was, now = clean[area].min(axis=2).astype(int), lifted[area].min(axis=2).astype(int)
    assert np.mean(np.abs(was - now) > 60) < 0.01
    assert (lifted[: px(95)] == image[: px(95)]).all()
    assert without_red(clean) is clean


def test_red_is_red_under_warm_light_too():
    image, _ = letter()
    blend(image, seal(), px(60), px(100), RED)
    warm = (image * np.array([0.7, 0.88, 1.0]) * np.linspace(0.7, 1, image.shape[1])[None, :, None]).astype(np.uint8)
    there, here = red_mask(image) > 0, red_mask(warm) > 0
    assert (there & here).sum() > 0.8 * there.sum()
    assert (here & ~there).sum() < 0.1 * there.sum()
    assert has_colour(warm)
    in_black = np.random.default_rng(1).normal(scan(letter()[0]), 4).clip(0, 255).astype(np.uint8)
    assert not has_colour(in_black)
    assert not is_grey(in_black)
    assert np.median(white_balanced(warm), axis=(0, 1)).min() > 245


@pytest.mark.parametrize(
    ("ink", "names"),
    [
        ((28, 24, 24), ("black",)),
        ((72, 62, 60), ("black",)),
        ((150, 60, 30), ("blue",)),
        (RED, ("red",)),
        ((135, 135, 135), ("pencil",)),
    ],
)
@pytest.mark.parametrize("cast", [(1.0, 1.0, 1.0), (0.78, 0.92, 1.0)])
def test_ink_of_handwriting(ink, names, cast):
    image, printed = letter(rows=10)
    blend(image, seal(), px(140), px(150), RED)
    mask = scribble(seed=2)
    blend(image, mask, px(40), px(180), ink, 1.0)
    picture = (scan(image) * np.array(cast)).astype(np.uint8)
    zone = Box(px(40), px(180), px(40) + mask.shape[1], px(180) + mask.shape[0])
    found = find_inks(picture, [*(Box(*box) for box in printed), zone], [], 150)
    assert {run.ink for run in found.runs} == set(names) - {"black"}
    assert found.inks == ("black", *(name for name in names if name != "black"))
    assert all(run.box.share_inside(zone.expanded(4)) > 0.95 for run in found.runs)
    assert not found.grey


@pytest.mark.parametrize("shift", [(0, 1), (1, -1)])
def test_colour_fringes_of_black_strokes_are_no_blue_ink(shift):
    image, printed = letter(rows=12)
    fringed = np.dstack(
        [np.roll(image[:, :, 0], shift[0], axis=0), image[:, :, 1], np.roll(image[:, :, 2], shift[1], axis=1)]
    )
    found = find_inks(scan(fringed, quality=50), [Box(*box) for box in printed], [], 150)
    assert found.inks == ("black",)
    assert found.runs == ()


def test_a_thin_black_pen_is_no_pencil_and_a_broad_pencil_is_no_pen():
    image, printed = letter(rows=10)
    mask = scribble(seed=2)
    thin = cv2.erode(mask, np.ones((2, 2), np.uint8))
    broad = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    zone = Box(px(40), px(180), px(40) + mask.shape[1], px(180) + mask.shape[0])
    for strokes, ink, runs in ((thin, BLACK, set()), (broad, (125, 125, 125), {"pencil"})):
        drawn = image.copy()
        blend(drawn, strokes, px(40), px(180), ink, 1.0)
        found = find_inks(scan(drawn, blur=0.9), [*printed, zone], [], 150)
        assert {run.ink for run in found.runs} == runs


def test_grey_print_beside_black_writing_is_no_pencil(monkeypatch):
    image, printed = letter(rows=6)
    image = (image * 0.5 + 122).astype(np.uint8)
    mask = scribble(seed=2)
    written = [Box(px(40), px(y), px(40) + mask.shape[1], px(y) + mask.shape[0]) for y in range(150, 270, 20)]
    for zone in written:
        blend(image, mask, zone.x0, zone.y0, BLACK, 1.0)
    grey = [InkRun("pencil", Box(*row), 5) for row in printed]
    rows = [*(run.box for run in grey), *written]
    monkeypatch.setattr(ink_module, "looks_printed", lambda _image, box, _dpi: box not in written)
    assert ink_module._without_thin_black(scan(image), grey, rows, 150) == ()
    monkeypatch.setattr(ink_module, "looks_printed", lambda _image, _box, _dpi: False)
    assert len(ink_module._without_thin_black(scan(image), grey, rows, 150)) == len(grey)


@pytest.mark.parametrize(("ink", "runs"), [((125, 125, 125), {"pencil"}), (BLACK, set())])
def test_on_a_page_with_little_print_what_is_as_pale_as_pencil_is_no_black(ink, runs):
    """Most of the page is in one pen, which must not be what it is compared with."""
    image, printed = letter(rows=1)
    mask = scribble(seed=2)
    rows = [Box(px(40), px(y), px(40) + mask.shape[1], px(y) + mask.shape[0]) for y in range(120, 260, 20)]
    for row in rows:
        blend(image, mask, row.x0, row.y0, ink, 1.0)
    assert {run.ink for run in find_inks(scan(image), [*printed, *rows], [], 150).runs} == runs


def test_red_of_a_seal_over_print_is_no_red_ink():
    image, printed = letter(rows=10)
    blend(image, seal(), px(30), px(50), RED)
    rows = [Box(*box) for box in printed]
    stamped = Box(px(30), px(50), px(30) + seal().shape[1], px(50) + seal().shape[0])
    assert find_inks(scan(image), rows, [stamped], 150).runs == ()


def test_a_picture_without_colour_says_so():
    image, boxes = letter()
    grey = np.repeat(scan(image)[:, :, :1], 3, axis=2)
    assert find_inks(grey, [Box(*box) for box in boxes], [], 150).grey


def test_legible_and_illegible_pages():
    image, boxes = letter()
    assert judge_legibility(scan(image), boxes, 150).state == "no"
    height, width = scan(image).shape[:2]
    beyond = [Box(width + 5, 10, width + 200, 40), Box(10, height, 300, height + 30)]
    assert judge_legibility(scan(image), [*boxes, *beyond], 150).state == "no"
    assert judge_legibility(scan(image, blur=1.0, quality=45), boxes, 150).state == "no"
    blurred = judge_legibility(scan(image, blur=4.5), boxes, 150)
    assert (blurred.state, blurred.reason_zh) == ("yes", "文字模糊")
    dark = judge_legibility((scan(image) * 0.15).astype(np.uint8), boxes, 150)
    assert (dark.state, dark.reason_zh) == ("yes", "画面过暗")
    pale = (255 - (255 - image.astype(float)) * 0.08).astype(np.uint8)
    assert judge_legibility(pale, boxes, 150).state == "yes"
    assert judge_legibility(image, [], 150).state == "unsure"
    night = (scan(image) * 0.08).astype(np.uint8)
    assert not blank_page(night)
    unseen = judge_legibility(night, [], 150)
    assert (unseen.state, unseen.reason_zh) == ("yes", "画面过暗")


def test_the_same_sheet_scanned_twice_and_other_content():
    sheet, _ = letter(seed=1)
    other, _ = letter(seed=2)
    first = page_signature(scan(sheet))
    again = cv2.resize(deskew(scan(sheet, seed=5, skew=1.2, blur=0.9)).image, None, fx=0.85, fy=0.85)
    assert same_page(first, page_signature(again)).state == "yes"
    assert same_page(first, first).confidence == 1.0
    assert same_page(first, page_signature(scan(other))).state != "yes"


def test_one_form_filled_in_twice_is_two_pages():
    form, _ = letter(rows=6)
    filled = []
    for seed in (3, 4):
        copy = form.copy()
        for row in range(3):
            blend(copy, scribble(seed=seed * 10 + row), px(60), px(120 + 30 * row), BLACK, 1.0)
        filled.append(page_signature(scan(copy, seed=seed)))
    assert same_page(*filled).state == "no"
    assert same_page(page_signature(page()), page_signature(scan(page()))).state != "yes"
