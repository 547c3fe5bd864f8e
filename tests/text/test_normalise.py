import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.normalise import comparable


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("长春（市）公司", "长春(市)公司"),
        ("长春〔市〕公司", "长春【市】公司"),
        (" 张 志 远 ", "张志远"),
        ("ＡＢＣ１２", "abc12"),
        ("阿卜杜拉·买买提", "阿卜杜拉•买买提"),
    ],
)
def test_what_carries_no_meaning_in_a_name_is_dropped(left: str, right: str) -> None:
    assert comparable(left) == comparable(right)


@pytest.mark.parametrize(("left", "right"), [("未明", "末明"), ("瑞禾公司", "瑞禾有限公司"), ("公司(一)", "公司(二)")])
def test_other_characters_keep_names_apart(left: str, right: str) -> None:
    assert comparable(left) != comparable(right)


@given(st.text())
def test_it_settles_at_once(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
