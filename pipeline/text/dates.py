"""Which day does a written date mean?

Read are the forms that Chinese papers use: 2026年9月18日 (also with spaces, with two digits for the year, and in
Chinese numerals such as 二〇二六年九月十八日), 2026.9.18, 2026-09-18 and 2026/9/18. A day that does not exist is no
date, nor is a year outside 1900-2099, which no paper of a living person's claim bears: 1026 is a misread 2026.
A year of two digits is taken as POSIX does: 69-99 lie in the 1900s, 00-68 in the 2000s.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

LONG_TERM = "长期"
_FIRST_YEAR, _LAST_YEAR = 1900, 2099

_YEAR_DIGITS = {
    **{str(value): value for value in range(10)},
    **dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("○◯Oo", (0,) * 4, strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True)),
}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}

_YEAR = "[" + "".join(_YEAR_DIGITS) + "]"
_DAY = "[" + "".join((*_YEAR_DIGITS, *_TENS)) + "]"
_WRITTEN = (
    rf"(?P<y1>(?:{_YEAR}\s*){{4}}|(?:{_YEAR}\s*){{2}})年\s*(?P<m1>(?:{_DAY}\s*){{1,3}})月\s*"
    rf"(?:(?P<d1>(?:{_DAY}\s*){{1,4}})[日号]|(?P<d5>\d{{1,2}}(?!\d)|{_DAY}{{1,3}}))"
)
_SEPARATED = r"(?P<y2>\d{4})\s*(?P<s2>[-./·。,–—])\s*(?P<m2>\d{1,2})\s*(?P=s2)\s*(?P<d2>\d{1,2})(?!\d)"
# The clock may follow without a space when white space was lost: 2026-03-0514:22.
_BEFORE_CLOCK = r"(?P<y3>\d{4})(?P<s3>[-./])(?P<m3>\d{2})(?P=s3)(?P<d3>\d{2})(?=\d{1,2}[:时])"
_SHORT = r"(?<![-./])(?P<y4>\d{2})(?P<s4>[-./])(?P<m4>\d{1,2})(?P=s4)(?P<d4>\d{1,2})(?![-./]?\d)"
_DATE = re.compile(rf"(?<!\d)(?:{_WRITTEN}|{_SEPARATED}|{_BEFORE_CLOCK}|{_SHORT})", re.ASCII)
_LONG_TERM = re.compile(r"长\s*期", re.ASCII)


def find_dates(text: str) -> tuple[date, ...]:
    """All dates in the text, in reading order; impossible ones are left out."""
    folded = unicodedata.normalize("NFKC", text)
    return tuple(found for match in _DATE.finditer(folded) if (found := _date_of(match)) is not None)


def read_date(text: str) -> date | None:
    """The first date in the text, None when it holds none or its first one names a day that does not exist."""
    match = _DATE.search(unicodedata.normalize("NFKC", text))
    return _date_of(match) if match else None


def says_long_term(text: str) -> bool:
    """Whether the text says 长期, as the validity of a card or a licence without an end does."""
    return bool(_LONG_TERM.search(unicodedata.normalize("NFKC", text)))


def _date_of(match: re.Match[str]) -> date | None:
    year, month, day = (
        "".join(next(group for group in match.group(*names) if group is not None).split())
        for names in (("y1", "y2", "y3", "y4"), ("m1", "m2", "m3", "m4"), ("d1", "d2", "d3", "d4", "d5"))
    )
    month_number, day_number = _numeral(month), _numeral(day)
    if month_number is None or day_number is None:
        return None
    try:
        day_found = date(_year(year), month_number, day_number)
    except ValueError:
        return None
    return day_found if _FIRST_YEAR <= day_found.year <= _LAST_YEAR else None


def _year(text: str) -> int:
    value = int("".join(str(_YEAR_DIGITS[character]) for character in text))
    if len(text) == 4:
        return value
    return value + (1900 if value >= 69 else 2000)


def _numeral(text: str) -> int | None:
    """A month or day: 9, 09, 九, 十八, 二十, 二十一, 廿一, 〇九, 贰拾壹; None when it is none of these."""
    tens_at = [index for index, character in enumerate(text) if character in _TENS]
    if not tens_at:
        digits = text if len(text) <= 2 else ""
        return int("".join(str(_YEAR_DIGITS[character]) for character in digits)) if digits else None
    if len(tens_at) > 1:
        return None
    before, ten, after = text[: tens_at[0]].lstrip("〇零"), _TENS[text[tens_at[0]]], text[tens_at[0] + 1 :]
    if len(before) > 1 or len(after) > 1 or (before and ten != 10):
        return None
    return (_YEAR_DIGITS[before] * 10 if before else ten) + (_YEAR_DIGITS[after] if after else 0)
