import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from pipeline.report.evidence import LONG_SIDE_PX, Shot, take, with_images
from pipeline.report.pictures import OUTCOME_COLOURS, outlined
from tests.report.example import CERTIFICATE, FORM, a_finding, example_report

RED = OUTCOME_COLOURS["fail"]


def shot(box):
    return Shot("evidence/x-1.jpg", PageRef(file="a", page=1), box, RED)


def decoded(jpeg):
    return cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)


def reddish(image):
    blue, green, red = (image[..., channel].astype(int) for channel in range(3))
    return (red - green > 60) & (red - blue > 60)


def test_every_spot_gets_a_picture_named_by_check_and_number():
    report, shots = with_images(example_report())
    assert [shot.name for shot in shots] == [
        "evidence/injury_matches_diagnosis-1.jpg",
        "evidence/injury_matches_diagnosis-2.jpg",
        "evidence/missing_signature-1.jpg",
        "evidence/fax_page-1.jpg",
    ]
    named = [spot.image for finding in report.findings for spot in finding.evidence]
    assert named == [shot.name for shot in shots]


def test_spots_on_unknown_pages_have_no_picture_and_stale_names_go():
    spots = (
        {"file": "nowhere.pdf", "page": 1, "box": (0, 0, 9, 9), "image": "evidence/old.jpg"},
        {"file": FORM, "page": 99, "box": (0, 0, 9, 9)},
    )
    finding = a_finding("fax_page", "fail", evidence=spots)
    report, shots = with_images(example_report(findings=(finding,)))
    assert shots == ()
    assert [spot.image for spot in report.findings[0].evidence] == [None, None]


def test_a_pass_shows_its_boxes_but_no_whole_pages():
    passed = a_finding(
        "legible", "pass", evidence=({"file": FORM, "page": 1}, {"file": CERTIFICATE, "page": 1, "box": (0, 0, 9, 9)})
    )
    _, shots = with_images(example_report(findings=(passed,)))
    assert [shot.box for shot in shots] == [Box(0, 0, 9, 9)]


boxes = st.builds(Box, *(st.integers(-300, 2500) for _ in range(4)))


@given(box=boxes, width=st.integers(1, 2000), height=st.integers(1, 2000))
def test_any_box_on_any_page_gives_a_picture_within_its_size(box, width, height):
    picture = decoded(take(shot(box), np.full((height, width, 3), 255, np.uint8)))
    assert 1 <= max(picture.shape[:2]) <= LONG_SIDE_PX


def test_the_outline_goes_around_the_box_and_hides_nothing_of_it():
    page = np.full((1000, 1000, 3), 255, np.uint8)
    page[400:450, 300:500] = 0
    picture = decoded(take(shot(Box(300, 400, 500, 450)), page))
    ys, xs = np.nonzero(reddish(picture))
    black = np.argwhere(picture.max(axis=2) < 60)
    assert np.ptp(ys) + 1 == pytest.approx(50 + 6, abs=2)
    assert np.ptp(xs) + 1 == pytest.approx(200 + 6, abs=2)
    assert len(black) == pytest.approx(50 * 200, rel=0.05)
    assert picture.shape[0] > 50 + 100
    assert picture.shape[1] > 200 + 100


def test_a_box_of_the_whole_page_is_outlined_at_its_edge():
    picture = decoded(take(shot(Box(0, 0, 3000, 2000)), np.full((2000, 3000, 3), 255, np.uint8)))
    assert picture.shape[:2] == (600, 900)
    assert reddish(picture)[:, 0].mean() > 0.95
    assert reddish(picture)[-1].mean() > 0.95


def test_the_same_spot_gives_the_same_bytes():
    page = np.random.default_rng(7).integers(0, 255, (800, 600, 3), np.uint8)
    assert take(shot(Box(10, 10, 200, 90)), page) == take(shot(Box(10, 10, 200, 90)), page.copy())


def test_the_page_itself_is_not_drawn_on():
    page = np.full((300, 300, 3), 255, np.uint8)
    take(shot(Box(0, 0, 300, 300)), page)
    take(shot(Box(100, 100, 200, 150)), page)
    assert page.min() == 255


def test_outlines_of_tiny_pictures_stay_inside():
    drawn = outlined(np.full((2, 2, 3), 255, np.uint8), Box(0, 0, 2, 2), RED, 3)
    assert drawn.shape == (2, 2, 3)
