import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.exactness.judge import judge
from pipeline.models.comparison import Comparison
from tests.exactness.written import doubted, line, lines

HAN = "左右胫腓骨折第肋手示食指末未节裂伤度深浅烧中前臂皮肤"
KNOWN = frozenset(HAN) | frozenset("0123456789IVXlLO°%一桡挠脱位锁肩尺cmTBSA关三四")


def compared(left: str, right: str) -> Comparison:
    return judge(lines(left), lines(right), KNOWN)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("左胫骨骨折", "左胫骨骨折"),
        ("左胫骨\n骨折", "左胫 骨骨折"),
        ("左手（示指）", "左手(示指)"),
        ("第１肋", "第1肋"),
        ("第l肋", "第1肋"),
        ("1O肋", "10肋"),
        ("深Ⅲ度", "深III度"),
        ("第3、4肋", "第3，4肋"),
        ("第3-7肋", "第3～7肋"),
        ("1.左手裂伤2.右手裂伤", "左手裂伤；右手裂伤"),
        ("（1）左手裂伤（2）右手裂伤", "①左手裂伤②右手裂伤"),
        ("1、左手裂伤。2、右第3、4肋骨折", "左手裂伤，右第3、4肋骨折。"),
        ("第三、四肋", "第三四肋"),
    ],
)
def test_same(left: str, right: str) -> None:
    assert compared(left, right).verdict == "identical"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("右手示指裂伤", "右手食脱裂伤"),
        ("左胫骨骨折", "右胫骨骨折"),
        ("左桡骨骨折", "左尺骨骨折"),
        ("第6、7肋", "第67肋"),
        ("第3-7肋", "第3、7肋"),
        ("第2.5肋", "第25肋"),
        ("深3度", "深3°"),
        ("左胫腓骨骨折", "左胫骨骨折"),
        ("1.左手裂伤2.右手骨折", "1.左手裂伤"),
        ("1.左手裂伤2.右臂骨折", "1.右臂骨折2.左手裂伤"),
        ("深Ⅱ、Ⅲ度", "深Ⅲ、Ⅱ度"),
        ("烧伤2%", "烧伤2"),
    ],
)
def test_different(left: str, right: str) -> None:
    comparison = compared(left, right)

    assert comparison.verdict == "different"
    assert comparison.probability_identical < 0.05
    assert comparison.differences


@pytest.mark.parametrize(("left", "right"), [("末节", "未节"), ("左手示指", "左手食指"), ("左桡骨", "左挠骨")])
def test_look_alikes_are_never_the_same(left: str, right: str) -> None:
    assert compared(left, right).verdict != "identical"
    assert judge(lines(left, 0.97), lines(right, 0.97), KNOWN).verdict == "unsure"


def test_only_punctuation_differs() -> None:
    assert compared("左手，裂伤。", "左手裂伤").only_punctuation
    assert not compared("左手，裂伤", "左手,裂伤").only_punctuation


def test_one_doubtful_character_makes_equal_texts_unsure() -> None:
    comparison = judge(lines("左胫骨"), (doubted(line("左胫骨"), 1, 0.85),), KNOWN)

    assert comparison.verdict == "unsure"
    assert [difference.left_index for difference in comparison.differences] == [1]
    assert "第2字" in comparison.reason


def test_a_close_rival_makes_equal_texts_unsure() -> None:
    assert judge(lines("末节"), (doubted(line("末节"), 0, 0.93, 未=0.06),), KNOWN).verdict == "unsure"


def test_variants_of_one_mark_are_no_rivals() -> None:
    comma = doubted(line("第3，4肋"), 2, 0.6, **{",": 0.3, "、": 0.1})

    assert judge((comma,), lines("第3、4肋"), KNOWN).verdict == "identical"


def test_a_difference_that_one_reading_half_sees_is_unsure() -> None:
    assert judge((doubted(line("左手"), 0, 0.98, 右=0.02),), lines("右手"), KNOWN).verdict == "unsure"


def test_a_character_that_the_reader_cannot_output_is_never_sure() -> None:
    assert judge(lines("左髌骨"), lines("左髌骨"), KNOWN).verdict == "unsure"
    assert judge(lines("左手"), lines("左手"), frozenset()).verdict == "unsure"


def test_digits_far_apart_may_have_lost_a_mark() -> None:
    close, wide = line("右第67肋骨折"), line("右第6 7肋骨折")
    wide = wide.model_copy(update={"chars": tuple(char for char in wide.chars if char.text != " ")})

    assert judge((close,), (close,), KNOWN).verdict == "identical"
    assert judge((close,), (wide,), KNOWN).verdict == "unsure"
    assert judge((wide,), lines("右第6、7肋骨折"), KNOWN).verdict == "unsure"


def test_digits_on_two_lines_are_unsure() -> None:
    assert compared("右第6\n7肋", "右第67肋").verdict == "unsure"


def test_a_repeat_may_have_been_merged() -> None:
    assert compared("左手指骨骨折", "左手指骨折").verdict == "unsure"


def test_nothing_read_is_unsure() -> None:
    assert judge((), (), KNOWN).verdict == "unsure"
    assert judge(lines("左手"), (), KNOWN).verdict == "unsure"


def test_the_reason_tells_a_missing_item_and_another_order() -> None:
    assert "后者缺少：右手骨折" in compared("1.左手裂伤2.右手骨折", "1.左手裂伤").reason
    assert "顺序不同" in compared("1.左手裂伤2.右臂骨折", "1.右臂骨折2.左手裂伤").reason


def test_indices_point_into_the_texts() -> None:
    comparison = compared("1.左手\n裂伤2.右手骨折", "1.左手裂伤2.右臂骨折")

    (difference,) = comparison.differences
    assert comparison.left.text[difference.left_index] == difference.left == "手"
    assert comparison.right.text[difference.right_index] == difference.right == "臂"


TEXTS = st.text(st.sampled_from(HAN + "0123456789、，.-()Ⅲ度°lO1"), min_size=1, max_size=14)
CONFIDENCES = st.sampled_from([0.5, 0.9, 0.95, 0.99, 1.0])


@settings(max_examples=300, deadline=None)
@given(TEXTS, CONFIDENCES)
def test_a_text_never_differs_from_itself(text: str, confidence: float) -> None:
    assert judge(lines(text, confidence), lines(text), KNOWN).verdict != "different"


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, CONFIDENCES, CONFIDENCES)
def test_the_verdict_does_not_depend_on_the_sides(one: str, other: str, sure: float, less: float) -> None:
    left, right = lines(one, sure), lines(other, less)
    forth, back = judge(left, right, KNOWN), judge(right, left, KNOWN)

    assert (forth.verdict, forth.probability_identical) == (back.verdict, back.probability_identical)
    assert sorted((d.left, d.right) for d in forth.differences) == sorted((d.right, d.left) for d in back.differences)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(HAN), min_size=2, max_size=12), st.data())
def test_one_changed_character_is_never_identical(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([char for char in HAN if char != text[place]]))

    for changed in (text[:place] + other + text[place + 1 :], text[:place] + text[place + 1 :], text + other):
        assert compared(text, changed).verdict != "identical"


def test_confidence_never_makes_a_verdict_less_careful() -> None:
    read = [judge(lines("左手裂伤", share), lines("左手裂伤"), KNOWN).verdict for share in (0.5, 0.8, 0.95, 1)]

    assert read == sorted(read, key=("unsure", "identical").index)
    assert read[-1] == "identical"
