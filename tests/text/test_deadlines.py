from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.deadlines import Deadline, deadline_in_days, deadline_in_years, is_working_day

KNOWN_DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("event", "last_day"),
    [
        (date(2026, 1, 15), date(2026, 2, 14)),  # a Saturday that is worked for the Spring Festival
        (date(2026, 9, 1), date(2026, 10, 8)),  # 1 October, National Day holidays to the 7th
        (date(2026, 9, 2), date(2026, 10, 8)),
        (date(2026, 7, 2), date(2026, 8, 3)),  # a plain Saturday moves to Monday
        (date(2026, 7, 6), date(2026, 8, 5)),  # a plain Wednesday stays
        (date(2025, 1, 2), date(2025, 2, 5)),  # 1 February in the Spring Festival
        (date(2024, 12, 2), date(2025, 1, 2)),  # New Year's Day
    ],
)
def test_thirty_days_end_on_a_working_day(event: date, last_day: date) -> None:
    assert deadline_in_days(event, 30) == Deadline(last_day=last_day, holidays_known=True)


@pytest.mark.parametrize(
    ("event", "last_day"),
    [
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2025, 3, 3), date(2026, 3, 3)),
        (date(2025, 10, 1), date(2026, 10, 8)),
    ],
)
def test_a_year_ends_on_the_corresponding_day(event: date, last_day: date) -> None:
    assert deadline_in_years(event, 1) == Deadline(last_day=last_day, holidays_known=True)


def test_a_year_without_a_holiday_notice_is_said_to_be_unknown() -> None:
    assert deadline_in_days(date(2026, 12, 10), 30) == Deadline(last_day=date(2027, 1, 11), holidays_known=False)


def test_days_left_count_down_through_the_last_day() -> None:
    deadline = deadline_in_days(date(2026, 7, 6), 30)
    assert [deadline.days_left(date(2026, 8, day)) for day in (4, 5, 6)] == [1, 0, -1]


@given(KNOWN_DAYS, st.integers(1, 60))
def test_a_period_never_ends_early_nor_on_a_free_day(event: date, days: int) -> None:
    deadline = deadline_in_days(event, days)
    assert is_working_day(deadline.last_day)
    assert deadline.last_day >= event + timedelta(days=days)
    assert not any(
        is_working_day(event + timedelta(days=days + step))
        for step in range((deadline.last_day - event).days - days)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("year", "worked_weekends", "free_weekdays"),
    [(2024, 8, 19), (2025, 5, 18), (2026, 6, 19)],
)
def test_the_holiday_lists_are_whole(year: int, worked_weekends: int, free_weekdays: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=step) for step in range(366 if year == 2024 else 365)]
    assert sum(is_working_day(day) and day.weekday() >= 5 for day in days) == worked_weekends
    assert sum(not is_working_day(day) and day.weekday() < 5 for day in days) == free_weekdays


def test_a_period_stops_with_the_calendar() -> None:
    assert deadline_in_days(date(9999, 12, 30), 30).last_day == date.max
    assert deadline_in_years(date(9999, 12, 30), 1).last_day == date.max
