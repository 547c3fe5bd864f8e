"""When does a period of days or years end?

The day of the event is not counted (民法典 art. 201), a year ends on the corresponding day, or on the month's last day
when there is none (art. 202), and a last day on a holiday moves to the next working day (art. 203). Holidays and the
weekends that are worked for them come from the State Council's yearly notices in ``holidays.tsv``; in a year without a
notice only weekends are known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period.

    ``holidays_known`` tells that the holiday notice of that year is at hand, ``moved_from`` the day on which the period
    would have ended if that were a working day.
    """

    last_day: date
    holidays_known: bool
    moved_from: date | None = field(default=None, compare=False)

    def days_left(self, day: date) -> int:
        """Days from ``day`` to the last day: 0 on the last day, negative when it is over."""
        return (self.last_day - day).days


def deadline_in_days(event: date, days: int) -> Deadline:
    """The end of a period of so many calendar days from an event, at the latest the calendar's last day."""
    return _ending(_later(event, days))


def deadline_in_years(event: date, years: int) -> Deadline:
    """The end of a period of so many years from an event, at the latest the calendar's last day."""
    year = event.year + years
    if year > date.max.year:
        return _ending(date.max)
    if event.month == 2 and event.day == 29:
        return _ending(date(year, 3, 1) - timedelta(days=1))
    return _ending(event.replace(year=year))


def the_day_after(day: date) -> date:
    """The next day; the calendar's last day stays."""
    return _later(day, 1)


def is_working_day(day: date) -> bool:
    """Whether offices work on that day: Monday to Friday but for holidays, and the weekends worked for them."""
    kind = _holidays().get(day)
    return kind == "work" if kind else day.weekday() < 5


def _ending(last_day: date) -> Deadline:
    moved = last_day
    while not is_working_day(moved):
        moved = _later(moved, 1)
    known_years = {day.year for day in _holidays()}
    return Deadline(
        last_day=moved,
        holidays_known={last_day.year, moved.year} <= known_years,
        moved_from=last_day if moved != last_day else None,
    )


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


@cache
def _holidays() -> dict[date, str]:
    table = resources.files("pipeline.text").joinpath("holidays.tsv").read_text(encoding="utf-8")
    kinds: dict[date, str] = {}
    for row in table.splitlines()[1:]:
        first, last, kind, *_ = row.split("\t")
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            kinds[day] = kind
            day += timedelta(days=1)
    return kinds
