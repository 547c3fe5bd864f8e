"""Printed page numbers, in the styles that contracts, reports and records use."""

from __future__ import annotations

from typing import NamedTuple

import regex

_LARGEST = 999
_NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})"
_COUNT = r"(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})"
_STYLES = tuple(
    regex.compile(style, regex.IGNORECASE)
    for style in (
        rf"第{_NUMBER}页[,，、/／|]?[(（]?共{_COUNT}页[)）]?",
        rf"共{_COUNT}页[,，、/／|]?第{_NUMBER}页",
        rf"Page{_NUMBER}of{_COUNT}",
        rf"P\.?{_NUMBER}[/／]{_COUNT}",
        rf"[-—–－一·.]?{_NUMBER}[/／]{_COUNT}[-—–－一·.]?",
        rf"第{_NUMBER}页",
        r"[-—–－·.一]+(?P<number>\d{1,3})[-—–－·.一]+",
        r"(?P<number>\d{1,2})",
    )
)
_UNITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


class PageNumber(NamedTuple):
    """A printed page number and, where it is printed too, the number of pages."""

    number: int
    total: int | None


def read_page_number(row: str) -> PageNumber | None:
    """The page number that a header or footer row consists of, None when the row says anything else.

    Args:
        row: the text of the row; white space does not matter.
    """
    text = "".join(row.split())
    for style in _STYLES:
        found = style.fullmatch(text)
        if found:
            groups = found.groupdict()
            number = chinese_or_digits(groups["number"])
            count = chinese_or_digits(groups["count"]) if groups.get("count") else None
            plausible = 0 < number <= _LARGEST and (count is None or number <= count)
            return PageNumber(number, count) if plausible else None
    return None


def chinese_or_digits(text: str) -> int:
    """A number below 100 written in Chinese (十二, 二十一) or in digits; 0 when it is neither."""
    if text.isdecimal():
        return int(text)
    if any(letter not in "一二三四五六七八九十" for letter in text) or text.count("十") > 1:
        return 0
    tens, ten, units = text.rpartition("十")
    if not ten:
        return _UNITS[units] if len(units) == 1 else 0
    return 10 * (_UNITS[tens] if tens else 1) + (_UNITS[units] if units else 0)
