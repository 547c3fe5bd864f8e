"""What day is it at the bureau? The only place of the command line that reads the clock."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pipeline.errors import ExitCode, PrecheckError

TIME_ZONE = "Asia/Shanghai"


def today() -> date:
    """Today's date in China, wherever the machine believes to be."""
    return datetime.now(ZoneInfo(TIME_ZONE)).date()  # noqa: TID251 the command line reads the clock here


def parse_day(text: str) -> date:
    """A day as ``--today`` takes it: YYYY-MM-DD.

    Raises:
        PrecheckError: ``usage``: it is no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PrecheckError(
            "usage",
            zh=f"日期无效：{text}。",
            en=f"Not a day: {text}.",
            hint_zh="请写成 2026-11-23 的形式。",
            hint_en="Write it as 2026-11-23.",
            exit_code=ExitCode.USAGE,
        ) from error
