import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.page_numbers import chinese_or_digits, read_page_number


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("第 3 页 共 8 页", (3, 8)),
        ("第3页/共8页", (3, 8)),
        ("共8页 第3页", (3, 8)),
        ("第三页 共八页", (3, 8)),
        ("3/8", (3, 8)),
        ("- 3 -", (3, None)),
        ("—3—", (3, None)),
        ("第 3 页", (3, None)),
        ("3", (3, None)),
        ("Page 3 of 8", (3, 8)),
        ("第十二页 共二十一页", (12, 21)),
        ("姓名：张志远 住院号：ZY0012345 第2页", (2, None)),
        ("打印时间：2026-11-19 15:14:58  第 1 页 共 3 页", (1, 3)),
    ],
)
def test_styles(row, expected):
    assert read_page_number(row) == expected


@pytest.mark.parametrize(
    "row",
    [
        "第3条",
        "2026年3月5日",
        "0431-85670000",
        "9/3",
        "共8页",
        "",
        "3、甲方",
        "第0页",
        "详见附件第3页",
        "本合同第3页，自签订之日起",
    ],
)
def test_other_rows(row):
    assert read_page_number(row) is None


@given(st.integers(1, 99))
def test_chinese_numbers_round_trip(number):
    digits = "〇一二三四五六七八九"
    tens, units = divmod(number, 10)
    written = ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[units] if units else "")
    assert chinese_or_digits(written) == number
