"""A signature is absent only where no writing near its caption may be one."""

from __future__ import annotations

import pytest

from pipeline.models.geometry import Box
from pipeline.reading.marks import judge_slots
from pipeline.reading.slot import SlotSpec
from tests.reading.drawn_page import page, signed
from tests.typeset import line

WORKER = SlotSpec("worker", "signature", ("乙方签字:",))
CAPTION = line("乙方签字：", 500, 1500, size=34)


def state(folder, lines, draw=None, **how):
    (mark,) = judge_slots([page(folder, [CAPTION, *lines], draw, **how)], (WORKER,), ("日期",))
    return mark.state


@pytest.mark.parametrize(
    ("x", "y"), [(700, 1365), (560, 1390), (250, 1480), (440, 1555)], ids=["right above", "above", "left", "below"]
)
def test_writing_near_an_empty_place_is_for_a_person_to_see(tmp_path, x, y):
    assert state(tmp_path, [], signed(x, y)) == "unsure"


@pytest.mark.parametrize(("x", "y"), [(700, 1280), (1250, 1700), (500, 1720)])
def test_writing_farther_away_does_not_fill_the_place(tmp_path, x, y):
    assert state(tmp_path, [], signed(x, y)) == "absent"


def test_writing_low_in_the_cell_of_the_caption_may_be_the_signature(tmp_path):
    cell = Box(450, 1480, 1400, 2000)
    assert state(tmp_path, [], signed(600, 1850), cells=[cell]) == "unsure"
    assert state(tmp_path, [], cells=[cell]) == "absent"


@pytest.mark.parametrize(
    "others",
    [
        [line("联系电话：", 480, 1590, size=34)],
        [line("住址", 520, 1590, size=34)],
        [line("以上内容我都看过和我说的一样", 560, 1545, size=34)],
    ],
    ids=["another caption", "a caption without its colon", "a paragraph"],
)
def test_what_belongs_to_other_print_is_no_signature(tmp_path, others):
    at = others[0].box
    places = {"联系电话：": (at.x1 + 10, at.y0 - 20), "住址": (at.x1 + 10, at.y0 - 20)}
    x, y = places.get(others[0].text, (at.x0 - 320, at.y1 + 10))
    assert state(tmp_path, others, signed(x, y)) == "absent"


def test_a_day_near_the_place_is_no_signature(tmp_path):
    assert state(tmp_path, [line("2026年3月5日", 700, 1420, size=34)]) == "absent"
