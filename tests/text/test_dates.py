from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.dates import find_dates, read_date, says_long_term

DAY = date(2026, 9, 18)
DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


WRITTEN = {
    "year month day": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "padded": lambda day: f"{day.year}年{day.month:02d}月{day.day:02d}日",
    "spaced": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    "every digit spaced": lambda day: " ".join(f"{day:%Y年%m月%d日}"),
    "full width": lambda day: f"{day:%Y年%m月%d日}".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "points": lambda day: f"{day:%Y.%m.%d}",
    "points, not padded": lambda day: f"{day.year}.{day.month}.{day.day}",
    "full-width points": lambda day: f"{day.year}．{day.month}．{day.day}",
    "hyphens": lambda day: f"{day:%Y-%m-%d}",
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "chinese": lambda day: (
        f"{''.join(DIGITS[int(d)] for d in str(day.year))}年{chinese(day.month)}月{chinese(day.day)}日"
    ),
    "chinese with O": lambda day: (
        f"{''.join(DIGITS[int(d)] for d in str(day.year))}年{chinese(day.month)}月{chinese(day.day)}日".replace(
            "〇", "O"
        )
    ),
    "two digits": lambda day: f"{day:%y}/{day.month}/{day.day}",
    "two digits with 年": lambda day: f"{day:%y}年{day.month}月{day.day}日",
}


@pytest.mark.parametrize("form", WRITTEN)
@given(day=st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_every_written_form_of_every_day_is_read(form: str, day: date) -> None:
    assert read_date(WRITTEN[form](day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "填表日期：2026年9月18日",
        "2026年9月18",
        "2026年9月18 14时20分",
        "2026年9月18号",
        "二〇二六年九月十八",
        "2026-09-1814:22",
        "2026,9,18",
        "贰零贰陆年玖月拾捌日",
        "二0二六年九月18日",
        "二○二六年九月十八日",
        "二零二六年九月十八日",
        "二〇二六 年 九 月 十八 日",
        "２０２６．９．１８",
        "2026 . 9 . 18",
        "２６／９／１８",
        "26-9-18",
        "26.09.18",
    ],
)
def test_odd_forms_are_read(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "年 月 日", "2026年9月", "2026年2月30日", "2026年13月1日", "2026.00.10", "0000年1月1日", "0431-85121314",
     "13800001111", "第6、7肋骨", "220102199001011234", "2026年十十月一日", "1.2.3", "十年九月八日", "99.9.9.9",
     "1026年9月18日", "2226-09-18", "26-13-1", "26/9/18/3"],
)  # fmt: skip
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_all_dates_of_a_text_come_in_order() -> None:
    assert find_dates("2015.03.08-2035.03.08") == (date(2015, 3, 8), date(2035, 3, 8))
    assert find_dates("2026年3月5日入院，2026年2月30日，2026-03-09出院") == (date(2026, 3, 5), date(2026, 3, 9))


def test_the_first_date_counts_even_when_it_cannot_be() -> None:
    assert read_date("2026年2月30日，2026年3月1日") is None


def test_two_digit_years_pivot_as_posix_says() -> None:
    assert (read_date("68.1.1"), read_date("69.1.1")) == (date(2068, 1, 1), date(1969, 1, 1))


@pytest.mark.parametrize(("text", "long"), [("长期", True), ("2015.03.08-长 期", True), ("长春", False), ("", False)])
def test_long_term_is_seen(text: str, long: bool) -> None:
    assert says_long_term(text) is long


@given(st.text(alphabet="0123456789年月日号.-/ ·。,一二十廿〇零OoX٣३", max_size=40) | st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    first = read_date(text)
    assert first is None or first == find_dates(text)[0]
