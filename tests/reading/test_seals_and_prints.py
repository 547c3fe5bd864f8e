"""Seals and fingerprints near their captions, on pages of 200 dpi whose lines are given and whose ink is drawn."""

from __future__ import annotations

import pytest

from pipeline.reading.marks import judge_seal_anywhere
from tests.imaging import drawing
from tests.imaging.drawing import BLACK, RED, blend, px
from tests.reading.drawn_page import (
    CAPTION,
    DPI,
    FINGERPRINT,
    SEAL,
    STAMPED,
    page,
    pressed,
    sealed,
    states,
)
from tests.typeset import SilentEngine, line


def test_a_seal_near_its_caption_elsewhere_and_nowhere(tmp_path):
    assert states(page(tmp_path, [STAMPED], sealed(350, 1700)), SEAL) == ["present"]
    assert states(page(tmp_path, [STAMPED], sealed(1000, 100)), SEAL) == ["unsure"]
    assert states(page(tmp_path, [STAMPED], pressed(1000, 100)), SEAL) == ["absent"]


def test_a_slice_at_the_page_edge_is_not_the_signing_seal(tmp_path):
    caption = line("单位（盖章）", 1250, 1800, size=34)
    assert states(page(tmp_path, [caption], sealed(1654 - px(12, DPI), 1700)), SEAL) != ["present"]


@pytest.mark.parametrize("slot", [SEAL, FINGERPRINT])
def test_without_colour_absence_cannot_be_told(tmp_path, slot):
    assert states(page(tmp_path, [CAPTION, STAMPED], colour=False), slot) == ["unsure"]


class RimReader(SilentEngine):
    """Reads the same text everywhere."""

    def __init__(self, text, confidence):
        self.read = line(text, 0, 0, confidence=confidence)

    def recognise(self, image, quads):
        return tuple(self.read for _ in quads)


@pytest.mark.parametrize(
    ("rim", "confidence", "state"),
    [
        ("长春市二道区市场监督管理局", 0.99, "present"),
        ("长春市二道区市场监督管理局", 0.6, "unsure"),
        ("O-0-O", 0.99, "unsure"),
    ],
)
def test_a_dark_ring_is_a_seal_where_its_rim_is_read(rim, confidence, state, tmp_path):
    view = page(tmp_path, [STAMPED], sealed(800, 1700, BLACK), colour=False, engine=RimReader(rim, confidence))
    assert [seal.colour for seal in view.page.seals] == ["dark"]
    assert states(view, SEAL) == [state]
    assert judge_seal_anywhere([view], "seal").state == state


def test_a_fingerprint_beside_its_signature_and_a_seal_that_is_none(tmp_path):
    assert states(page(tmp_path, [CAPTION], pressed(560, 1440)), FINGERPRINT) == ["present"]
    assert states(page(tmp_path, [CAPTION], sealed(540, 1380)), FINGERPRINT) == ["absent"]


def test_on_a_photo_of_an_a3_spread_marks_are_not_taken_for_smaller_ones(tmp_path):
    def pressed_and_sealed(image):
        blend(image, drawing.fingerprint(152, across=9, down=12), 530, 1480, RED)
        blend(image, drawing.seal(152, across=30, down=30), 1750, 1150, RED, 0.5)

    lines = [CAPTION, line("单位（盖章）", 1700, 1200, size=34)]
    view = page(tmp_path, lines, pressed_and_sealed, size=(2520, 1782), dpi=None)
    assert all(found.confidence < 0.5 for found in view.page.fingerprints)
    assert states(view, FINGERPRINT, SEAL) == ["present", "present"]


def test_a_seal_anywhere_counts_and_its_absence_needs_colour(tmp_path):
    assert judge_seal_anywhere([page(tmp_path, [], sealed(900, 200))], "seal").state == "present"
    assert judge_seal_anywhere([page(tmp_path, [])], "seal").state == "absent"
    assert judge_seal_anywhere([page(tmp_path, [], colour=False)], "seal").state == "unsure"


@pytest.mark.parametrize(("x_mm", "state"), [(180, "present"), (190, "unsure"), (198, "absent")])
def test_a_seal_that_the_pages_edge_cuts_counts_by_what_is_seen_of_it(tmp_path, x_mm, state):
    view = page(tmp_path, [], sealed(round(x_mm / 25.4 * DPI), 1700))
    assert judge_seal_anywhere([view], "seal").state == state


def test_a_seal_across_two_pages_is_not_the_one_asked_for(tmp_path):
    cut = sealed(round(190 / 25.4 * DPI), 1700)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    views = [page(tmp_path / name, [], cut) for name in ("first", "second")]
    assert judge_seal_anywhere(views, "seal").state == "absent"
