import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.confidence import SURE
from pipeline.text.names import look_alike, same_identity_number, same_name

CONFIDENCES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("left", "right", "confidence", "answer"),
    [
        ("张志远", "张志远", 0.1, "same"),
        ("长春（市）瑞禾公司", "长春(市) 瑞禾公司", 0.1, "same"),
        ("买买提·艾力", "买买提•艾力", 0.5, "same"),
        ("张志远", "张志强", SURE, "different"),
        ("张志远", "李春燕", 1.0, "different"),
        ("张志", "张志远", 1.0, "different"),
        ("张志远", "张志强", 0.89, "unsure"),
        ("张志远", "张志运", 1.0, "unsure"),
        ("末明", "未明", 1.0, "unsure"),
        ("", "张志远", 1.0, "unsure"),
        ("", "", 1.0, "unsure"),
    ],
)
def test_names(left: str, right: str, confidence: float, answer: str) -> None:
    assert same_name(left, right, confidence, 1.0) == answer


@given(st.text(max_size=8), st.text(max_size=8), CONFIDENCES, CONFIDENCES)
def test_the_order_of_the_names_does_not_matter(left: str, right: str, one: float, other: float) -> None:
    assert same_name(left, right, one, other) == same_name(right, left, other, one)


@given(st.text(max_size=8), st.text(max_size=8), CONFIDENCES)
def test_doubtful_readings_never_make_names_different(left: str, right: str, other: float) -> None:
    assert same_name(left, right, SURE - 0.01, other) != "different"


def test_look_alikes_are_found_both_ways() -> None:
    assert look_alike("未", "末")
    assert look_alike("末", "未")
    assert not look_alike("左", "右")


@pytest.mark.parametrize(
    ("left", "right", "confidence", "answer"),
    [
        ("11010519491231002X", "11010519491231002X", 0.1, "same"),
        ("130503670401001", "130503196704010016", 0.5, "same"),
        ("11010519491231002X", "440524188001010014", 1.0, "different"),
        ("11010519491231002X", "440524188001010014", 0.5, "unsure"),
        ("11010519491231002X", "11010519491281002X", 1.0, "unsure"),
        ("11010519491231002X", "11010519491231502X", 1.0, "different"),
        ("11010519491231002X", "1101051949123102X", 1.0, "unsure"),
        ("11010519491231002X", "", 1.0, "unsure"),
    ],
)
def test_identity_numbers(left: str, right: str, confidence: float, answer: str) -> None:
    assert same_identity_number(left, right, confidence, 1.0) == answer
    assert same_identity_number(right, left, 1.0, confidence) == answer
