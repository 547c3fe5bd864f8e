from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.exactness.readings import Grade
from pipeline.exactness.weighing import compare_readings
from pipeline.models.comparison import Comparison
from tests.exactness.seen import characters, read, seen

HAN = "左右胫腓骨折第肋手示食指末未节裂伤度深浅烧中前臂皮肤"
KNOWN = characters(HAN, "0123456789IVXlLO|Ⅱ Ⅲ°%、，,；。.-～()（）①②川Ⅳ", "Schatzker型msiイ")


def compared(left: str, right: str, sure: float = 0.999) -> Comparison:
    return compare_readings(read(seen(left, KNOWN, sure)), read(seen(right, KNOWN, sure)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("左胫骨骨折", "左胫骨骨折"),
        ("左胫骨\n骨折", "左胫 骨骨折"),
        ("左手（示指）", "左手(示指)"),
        ("第l肋", "第1肋"),
        ("第|1肋", "第11肋"),
        ("1O肋", "10肋"),
        ("深Ⅲ度", "深III度"),
        ("深Ⅱ度", "深11度"),
        ("骨折（SchatzkerⅣ型）", "骨折（SchatzkerIV型)"),
        ("第11肋骨折（深Ⅱ度）", "第11肋骨折（深II度）"),
        ("骨折（SchatzkerⅣ型）", "骨折（SchatzkerlV型)"),
        ("烧伤3ml", "烧伤3m1"),
        ("第3、4肋", "第3，4肋"),
        ("第3-7肋", "第3～7肋"),
        ("1.左手裂伤2.右手裂伤", "左手裂伤；右手裂伤"),
        ("（1）左手裂伤（2）右手裂伤", "①左手裂伤②右手裂伤"),
        ("1、左手裂伤。2、右第3、4肋骨折", "左手裂伤，右第3、4肋骨折。"),
        ("1.左手裂伤。2 右手裂伤", "1.左手裂伤。2.右手裂伤"),
    ],
)
def test_same(left: str, right: str) -> None:
    comparison = compared(left, right)

    assert comparison.verdict == "identical"
    assert comparison.probability_identical > 0.95
    assert not comparison.differences


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("右手示指裂伤", "右手食指裂伤"),
        ("左胫骨骨折", "右胫骨骨折"),
        ("左末节裂伤", "左未节裂伤"),
        ("第6、7肋", "第67肋"),
        ("第3-7肋", "第3、7肋"),
        ("第2.5肋", "第25肋"),
        ("深3度", "深3°"),
        ("深Ⅱ度", "深Ⅲ度"),
        ("骨折（SchatzkerⅣ型）", "骨折（SchatzkerV型）"),
        ("烧伤lm", "烧伤1s"),
        ("左胫腓骨骨折", "左胫骨骨折"),
        ("左胫骨裂（Ⅱ度）", "左胫骨裂伤Ⅱ度"),
        ("1.左手裂伤2.右手骨折", "1.左手裂伤"),
        ("1.左手裂伤2.右手骨折", "1.左手裂伤7.右手骨折"),
        ("1.左手裂伤2.右臂骨折", "1.右臂骨折2.左手裂伤"),
        ("烧伤2%", "烧伤2"),
        ("1.左手裂伤。2指裂伤", "1.左手裂伤。指裂伤"),
    ],
)
def test_different(left: str, right: str) -> None:
    comparison = compared(left, right)

    assert comparison.verdict == "different"
    assert comparison.probability_identical < 0.05
    assert comparison.differences


def test_a_rival_that_is_nearly_as_likely_makes_equal_texts_unsure() -> None:
    doubted = read(seen("左末节", KNOWN, rivals={1: ("未", 0.45)}))

    comparison = compare_readings(doubted, read(seen("左末节", KNOWN)))

    assert comparison.verdict == "unsure"
    assert [difference.left_index for difference in comparison.differences] == [1]
    assert "第2字" in comparison.reason


def test_a_text_that_fits_nearly_as_well_makes_other_texts_unsure() -> None:
    doubted = read(seen("左末节", KNOWN, rivals={1: ("未", 0.4)}))

    comparison = compare_readings(doubted, read(seen("左未节", KNOWN)))

    assert comparison.verdict == "unsure"
    assert [(place.left, place.right) for place in comparison.differences] == [("末", "未")]


def test_counted_strokes_decide_though_there_is_room_for_another() -> None:
    one, two = read(seen("深 Ⅱ 度烧伤", KNOWN)), read(seen("深 Ⅲ 度烧伤", KNOWN))
    spaced = [replace(side, glyphs=tuple(replace(glyph, gap=2.0) for glyph in side.glyphs)) for side in (one, two)]
    width = one.strips[0].shares.shape[0] - 1
    counted = [
        replace(side, grades=(Grade(0, 2 / width, 14 / width, numeral, "深", "度"),))
        for side, numeral in zip(spaced, "ⅡⅢ", strict=True)
    ]

    assert compare_readings(*spaced).verdict == "unsure"
    assert compare_readings(*counted).verdict == "different"


def test_alike_pictures_help_a_doubtful_character_and_others_do_not() -> None:
    doubted = read(seen("左末节", KNOWN, rivals={1: ("未", 0.22)}))
    sure = read(seen("左末节", KNOWN))

    assert compare_readings(doubted, sure).verdict == "unsure"
    assert compare_readings(doubted, sure, lambda _here, _there: 1.2).verdict == "identical"
    assert compare_readings(doubted, sure, lambda _here, _there: -3.0).verdict == "unsure"


def test_a_side_that_is_misread_in_one_place_is_relied_on_less_in_others() -> None:
    clear = read(seen("左末节裂伤右", KNOWN, rivals={1: ("未", 0.003)}))
    other = read(seen("左未节裂伤右", KNOWN))
    misread = read(seen("左未节裂食右", KNOWN, rivals={4: ("伤", 0.2)}))

    assert compare_readings(clear, other).verdict == "different"
    assert compare_readings(clear, misread).verdict == "unsure"


def test_alike_pictures_stand_against_a_weak_difference() -> None:
    weak = read(seen("左末节", KNOWN, rivals={1: ("未", 0.006)}))
    other = read(seen("左未节", KNOWN))

    assert compare_readings(weak, other).verdict == "different"
    assert compare_readings(weak, other, lambda _here, _there: 1.2).verdict == "unsure"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("骨折（Schatzker型）", "骨折（Schazker型）"),
        ("1.左手裂伤。2.右手裂伤", "1.左手裂伤。未.右手裂伤"),
        ("左示°右手", "左示～右手"),
        ("深Ⅱ°10%", "深Ⅱ）10%"),
        ("左胫骨骨折", "左胫骨骨折        中"),
    ],
    ids=[
        "letter in a word",
        "number of an item",
        "mark instead of a character",
        "mark between numbers",
        "letter of a seal",
    ],
)
def test_what_stands_there_as_something_else_is_not_missing(left: str, right: str) -> None:
    assert compared(left, right).verdict == "unsure"


def test_several_weak_differences_are_not_a_strong_one() -> None:
    """What the reader half sees in either place stays half seen."""
    doubted = read(seen("左末食裂伤", KNOWN, rivals={1: ("未", 0.1), 2: ("示", 0.1)}))

    assert compare_readings(doubted, read(seen("左未示裂伤", KNOWN))).verdict == "unsure"


def test_a_difference_is_told_without_the_doubts_beside_it() -> None:
    doubted = read(seen("左末食裂伤前臂皮肤中烧伤", KNOWN, rivals={1: ("未", 0.2)}))

    comparison = compare_readings(doubted, read(seen("左未示裂伤前臂皮肤中烧伤", KNOWN)))

    assert comparison.verdict == "different"
    assert [(place.left, place.right) for place in comparison.differences] == [("食", "示")]


def test_readers_that_contradict_each_other_decide_nothing() -> None:
    torn = read(seen("左末节", KNOWN), seen("左未节", KNOWN))

    assert compare_readings(torn, read(seen("左末节", KNOWN), seen("左末节", KNOWN))).verdict == "unsure"


def test_a_view_that_half_sees_the_other_text_keeps_the_others_from_saying_different() -> None:
    """A mean of the views would still be firm."""
    one_doubts = seen("左末节", KNOWN), seen("左末节", KNOWN), seen("左末节", KNOWN, rivals={1: ("未", 0.2)})

    assert compare_readings(read(*one_doubts), read(*[seen("左未节", KNOWN)] * 3)).verdict == "unsure"
    assert compare_readings(read(*one_doubts[:2]), read(*[seen("左未节", KNOWN)] * 2)).verdict == "different"


def test_a_point_that_may_be_a_written_comma_is_no_difference() -> None:
    assert compared("第5.6肋", "第5、6肋").verdict == "unsure"
    assert compared("第5.6肋", "第5-6肋").verdict == "different"
    assert compared("第5.6肋", "第5、7肋").verdict == "different"


def test_a_foreign_letter_that_may_be_what_is_left_of_a_character_is_no_difference() -> None:
    assert compared("左i肋", "左右肋").verdict == "unsure"
    assert compared("左右肋", "左イ肋").verdict == "unsure"
    assert compared("左右肋", "左末肋").verdict == "different"


def test_strokes_that_may_be_a_numeral_without_serifs_are_no_difference() -> None:
    assert compared("左（川度）", "左（Ⅲ度）").verdict == "unsure"
    assert compared("左（Ⅲ度）", "左（川度）").verdict == "unsure"
    assert compared("左（川度）", "左（第度）").verdict == "different"


def test_a_mark_seen_in_the_gap_between_two_digits_is_no_match() -> None:
    faint = read(seen("第6、7肋", KNOWN, rivals={2: ("，", 0.3)}))

    assert compare_readings(faint, read(seen("第67肋", KNOWN))).verdict == "different"


def test_digits_far_apart_may_have_lost_a_mark() -> None:
    wide = read(seen("第6   7肋骨折裂伤", KNOWN))

    assert compare_readings(wide, read(seen("第67肋骨折裂伤", KNOWN))).verdict == "unsure"


def test_room_for_the_missing_character_makes_it_unsure() -> None:
    wide = read(seen("左胫      骨骨折裂伤", KNOWN))

    assert compare_readings(wide, read(seen("左胫腓骨骨折裂伤", KNOWN))).verdict == "unsure"


def test_only_punctuation_differs() -> None:
    assert compared("左手，裂伤。", "左手裂伤").only_punctuation
    assert compared("1.左手裂伤2.右手裂伤", "左手裂伤；右手裂伤").only_punctuation
    assert not compared("左手，裂伤", "左手,裂伤").only_punctuation
    assert not compared("深Ⅲ度", "深III度").only_punctuation
    assert not compared("第l肋", "第1肋").only_punctuation


def test_nothing_read_is_unsure() -> None:
    assert compared("", "").verdict == "unsure"
    assert compared("左手", "").probability_identical == 0.5


def test_the_reason_tells_a_missing_item_and_another_order() -> None:
    assert "后者缺少：右手骨折" in compared("1.左手裂伤2.右手骨折", "1.左手裂伤").reason
    assert "顺序不同" in compared("1.左手裂伤2.右臂骨折", "1.右臂骨折2.左手裂伤").reason


TEXTS = st.text(st.sampled_from(HAN + "0123456789、，.-()Ⅲ度°lO1"), min_size=1, max_size=14)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_the_verdict_does_not_depend_on_the_sides(one: str, other: str) -> None:
    forth, back = compared(one, other), compared(other, one)

    assert forth.verdict == back.verdict
    assert forth.probability_identical == pytest.approx(back.probability_identical, abs=0.02)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([0.6, 0.9, 0.999]))
def test_a_text_never_differs_from_itself(text: str, sure: float) -> None:
    assert compared(text, text, sure).verdict != "different"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(HAN), min_size=2, max_size=12), st.data())
def test_one_changed_character_is_never_identical(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([char for char in HAN if char != text[place]]))

    for changed in (text[:place] + other + text[place + 1 :], text[:place] + text[place + 1 :], text + other):
        assert compared(text, changed).verdict != "identical"
