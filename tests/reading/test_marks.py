"""Marks beside their captions, on pages of 200 dpi whose lines are given and whose ink is drawn."""

from __future__ import annotations

from dataclasses import replace

import cv2
import pytest

from pipeline.models.geometry import Box
from pipeline.reading.marks import judge_closing_signature, judge_slots
from pipeline.reading.slot import SlotSpec
from tests.imaging import drawing
from tests.imaging.drawing import BLACK, RED, blend, px
from tests.reading.drawn_page import (
    CAPTION,
    DPI,
    SIGNATURE,
    page,
    sealed,
    signed,
    states,
)
from tests.typeset import SilentEngine, line


def test_a_signature_beside_its_caption_and_one_elsewhere(tmp_path):
    beside, elsewhere = signed(540, 1480), signed(540, 1950)
    assert states(page(tmp_path, [CAPTION], beside), SIGNATURE) == ["present"]
    assert states(page(tmp_path, [CAPTION], elsewhere), SIGNATURE) == ["absent"]


def test_a_signature_under_its_caption_where_there_is_no_room_beside(tmp_path):
    caption = line("申请人签字：", 1380, 1500, size=34)
    view = page(tmp_path, [caption], lambda image: blend(image, drawing.scribble(DPI, 2, 20), 1400, 1540, BLACK, 1.0))
    assert states(view, SIGNATURE) == ["present"]


def test_a_signature_under_its_caption_in_a_cell_of_its_own(tmp_path):
    own, under = Box(280, 1480, 1200, 1900), signed(320, 1550)
    assert states(page(tmp_path, [CAPTION], under, cells=[own]), SIGNATURE) == ["present"]
    assert states(page(tmp_path, [CAPTION], signed(320, 1560)), SIGNATURE) != ["present"]
    assert states(page(tmp_path, [CAPTION], signed(320, 1960), cells=[own]), SIGNATURE) == ["absent"]


@pytest.mark.parametrize(
    ("other", "state"), [("日期：", "absent"), ("经办人：", "absent"), ("20Z6年11月口日", "unsure")]
)
def test_what_is_written_under_another_row_of_the_cell_is_not_this_ones(tmp_path, other, state):
    lines = [CAPTION, line(other, 300, 1560, size=34)]
    view = page(tmp_path, lines, signed(320, 1610), cells=[Box(280, 1480, 1200, 1900)])
    assert states(view, SIGNATURE) == [state]


def test_a_signature_beside_the_second_row_of_its_caption(tmp_path):
    slot = SlotSpec("signature", "signature", ("法定代表人（主要负责人）", "委托代理人（签字）"))
    first = line("法定代表人（主要负责人）", 300, 1500, size=34)
    beside = signed(900, 1540)
    assert states(page(tmp_path, [first, line("或委托代理人（签字）：", 300, 1550, size=34)], beside), slot) == [
        "present"
    ]
    assert states(page(tmp_path, [first, line("或委托代理人（签字）：", 300, 1550, size=34)]), slot) == ["absent"]
    elsewhere = page(tmp_path, [first, line("委托代理人（签字）：", 300, 1750, size=34)], signed(900, 1740))
    assert states(elsewhere, slot) == ["absent"]


def test_a_remark_where_to_seal_is_no_signature(tmp_path):
    remark = line("（医院盖章）", 900, 1500, size=34)

    def printed(image):
        image[1495:1540, 895:1110] = 255
        cv2.putText(image, "(SEAL OF HOSPITAL)", (900, 1530), cv2.FONT_HERSHEY_TRIPLEX, 0.7, BLACK, 1)

    assert states(page(tmp_path, [CAPTION, remark], printed), SIGNATURE) == ["absent"]


def test_the_row_above_that_reaches_over_the_signature_is_not_taken_for_it(tmp_path):
    """委托单位：… right above a caption read together with a large signature, and so a high one."""
    unit = line("委托单位长春市瑞禾机械制造有限公司长春市九台区分公司第一车间", 200, 1440, size=36)
    high = line("申请人签字：", 300, 1490, size=60, pitch=34)

    def printed(image):
        image[1440:1476] = 255
        cv2.putText(image, "UNIT AND ITS ADDRESS IN FULL " * 2, (200, 1472), cv2.FONT_HERSHEY_DUPLEX, 1.1, BLACK, 2)

    def printed_and_signed(image):
        printed(image)
        blend(image, drawing.scribble(DPI, 2, 20), 560, 1500, BLACK, 1.0)

    assert states(page(tmp_path, [unit, high], printed_and_signed), SIGNATURE) == ["present"]
    assert states(page(tmp_path, [unit, high], printed), SIGNATURE) == ["absent"]


DAY = line("2026年11月17日", 300, 1700, size=34)


def test_a_signature_between_its_free_caption_and_the_day(tmp_path):
    under = signed(320, 1575)
    assert states(page(tmp_path, [CAPTION, DAY], under), SIGNATURE) == ["present"]
    assert states(page(tmp_path, [CAPTION, DAY]), SIGNATURE) == ["absent"]
    assert states(page(tmp_path, [CAPTION, line("经办人：", 300, 1700, size=34)], under), SIGNATURE) == ["absent"]


def test_the_room_ends_at_a_day_that_was_misread(tmp_path):
    day = line("2024年4月38日", 300, 1700, size=34)
    assert states(page(tmp_path, [CAPTION, day], signed(320, 1575)), SIGNATURE) == ["present"]


def test_half_of_a_name_seal_that_touches_another_mark_is_for_a_person(tmp_path):
    def stamped(image):
        blend(image, drawing.seal(DPI), 560, 1180, RED)
        image[1490 : 1490 + px(9, DPI), 640 : 640 + px(14, DPI)] = RED

    view = page(tmp_path, [CAPTION], stamped)
    assert view.page.seals[0].shape == "round"
    assert states(view, SIGNATURE) == ["unsure"]
    assert states(page(tmp_path, [CAPTION], sealed(560, 1180)), SIGNATURE) == ["absent"]


def test_a_name_seal_that_touches_a_round_one_is_enough_where_the_caption_says_so(tmp_path):
    def stamped(image):
        blend(image, drawing.seal(DPI), 700, 1180, RED)
        image[1490 : 1490 + px(13, DPI), 780 : 780 + px(14, DPI)] = RED

    slot = SlotSpec("signature", "signature", ("负责人（签字或盖章）:",))
    caption = line("负责人（签字或盖章）：", 300, 1500, size=34)
    (mark,) = judge_slots([page(tmp_path, [caption], stamped)], [slot], ("日期",))
    assert (mark.state, mark.stamped) == ("present", True)
    (alone,) = judge_slots([page(tmp_path, [caption], sealed(700, 1180))], [slot], ("日期",))
    assert (alone.state, alone.stamped) == ("absent", False)


def test_whose_signature_it_is_where_two_sign_side_by_side_or_one_under_the_other(tmp_path):
    other = SlotSpec("other", "signature", ("经办人：",))
    beside, above = line("经办人：", 900, 1520, size=34), line("经办人：", 320, 1420, size=34)
    assert states(page(tmp_path, [CAPTION, beside, DAY], signed(320, 1575)), SIGNATURE, other) == ["present", "absent"]
    assert states(page(tmp_path, [CAPTION, above, DAY], signed(320, 1575)), SIGNATURE, other)[0] == "unsure"
    assert states(page(tmp_path, [CAPTION, beside], signed(920, 1480)), SIGNATURE, other)[0] == "absent"


def test_a_signature_beside_the_rest_of_its_caption_on_the_next_row(tmp_path):
    slot = SlotSpec("signature", "signature", ("法定代表人或委托代理人",))
    first, rest = line("法定代表人或委托代理人", 300, 1500, size=34), line("（签字或盖章）：", 300, 1570, size=34)
    assert states(page(tmp_path, [first, rest], signed(640, 1550)), slot) == ["present"]
    assert states(page(tmp_path, [first, rest]), slot) == ["absent"]


def test_a_date_behind_the_caption_is_no_signature(tmp_path):
    view = page(tmp_path, [CAPTION, line("2026年11月17日", 560, 1500, size=34)])
    assert states(view, SIGNATURE) == ["absent"]


def test_a_slot_whose_caption_is_nowhere_is_for_a_person(tmp_path):
    (mark,) = judge_slots([page(tmp_path, [], signed(540, 1480))], [SIGNATURE], ())
    assert (mark.state, mark.confidence, mark.reason_zh) == ("unsure", 0.0, "未找到签章处")


def test_an_overlooked_caption_is_looked_for_again(tmp_path):
    class Closer(SilentEngine):
        def detect(self, image):
            return (type(CAPTION.quad).of(CAPTION.box.shifted(0, -round(0.4 * 2339))),)

        def recognise(self, image, quads):
            return (CAPTION,) * len(quads)

    view = page(tmp_path, [], signed(540, 1480), engine=Closer())
    assert states(view, SIGNATURE) == ["present"]
    assert judge_closing_signature([view], [SIGNATURE], ()).state == "present"


def test_of_two_places_the_first_counts_or_that_behind_its_section_or_the_last(tmp_path):
    lines = [CAPTION, line("用人单位意见", 300, 1650, size=34), line("申请人签字：", 300, 1900, size=34)]
    view = page(tmp_path, lines, signed(540, 1880))
    in_section = replace(SIGNATURE, section=("用人单位意见",))
    closing = replace(SIGNATURE, closing=True)
    assert states(view, SIGNATURE, in_section, closing) == ["absent", "present", "present"]


def test_one_signature_is_enough_where_several_may_close_a_record(tmp_path):
    lines = [line("住院医师：", 300, 1500, size=34), line("主治医师：", 300, 1800, size=34)]
    slots = [SlotSpec("doctor", "signature", (caption,)) for caption in ("住院医师", "主治医师")]
    assert judge_closing_signature([page(tmp_path, lines, signed(540, 1780))], slots, ()).state == "present"
    assert judge_closing_signature([page(tmp_path, lines)], slots, ()).state == "absent"
    assert judge_closing_signature([page(tmp_path, [])], slots, ()).reason_zh == "未找到签章处"


@pytest.mark.parametrize(
    "others",
    [
        [line("电话：18900677535", 300, 1546, size=34)],
        [line("电话：", 300, 1546, size=34), line("18900677535", 540, 1546, size=34)],
        [line("手印：", 800, 1500, size=34), line("马晓龙", 960, 1500, size=34)],
    ],
)
def test_what_has_a_caption_of_its_own_is_no_signature(tmp_path, others):
    """A telephone number written close under an empty place, and what stands behind the next caption of the row."""
    written = others[-1].box

    def pen(image):
        blend(image, drawing.scribble(DPI, 2, 20, 5), written.x1 - 150, written.y0 - 10, BLACK, 1.0)

    assert states(page(tmp_path, [CAPTION, *others], pen), SIGNATURE) != ["present"]


@pytest.mark.parametrize(
    ("caption", "state"), [("法定代表人（签字或盖章）：", "unsure"), ("法定代表人（签字）：", "absent")]
)
def test_a_seal_over_the_caption_may_hold_a_name_seal_where_one_will_do(tmp_path, caption, state):
    slot = SlotSpec("employer", "signature", (caption,))
    view = page(tmp_path, [line(caption, 300, 1500, size=34)], sealed(600, 1400))
    assert states(view, slot) == [state]


def test_others_sign_under_the_same_words_in_the_next_section(tmp_path):
    slot = SlotSpec("employer", "signature", ("经办人签字:",), section=("用人单位意见",), until=("行政部门意见",))
    head, end = line("用人单位意见：", 200, 1300, size=34), line("行政部门意见：", 200, 1500, size=34)
    signs = line("经办人签字：", 300, 1600, size=34)
    view = page(tmp_path, [head, end, signs], signed(540, 1580))
    (mark,) = judge_slots([view], (slot,), ("行政部门意见",))
    assert (mark.state, mark.reason_zh) == ("unsure", "未找到签章处")


def test_printed_notes_without_a_caption_are_signed_under_their_last_row(tmp_path):
    def state(draw, confidence=0.99):
        last = line("继续目前治疗鼓励咳嗽排痰逐步下床活动", 200, 1000, size=34, confidence=confidence)
        return judge_closing_signature([page(tmp_path, [last], draw)], [SIGNATURE], ()).state

    assert state(signed(1100, 1150)) == "present"
    assert state(None) == "unsure"
    assert state(signed(200, 1150)) == "unsure"


def test_writing_under_notes_that_are_written_by_hand_themselves_is_no_signature(tmp_path):
    written = [line("患者左手被机器压伤后疼痛活动受限", 200, 900 + 70 * row, confidence=0.8) for row in range(12)]
    view = page(tmp_path, written, signed(1100, 1900))
    assert judge_closing_signature([view], [SIGNATURE], ()).state == "unsure"
