"""Printed page numbers, in the styles that contracts, reports and records use."""

from __future__ import annotations

from collections.abc import Mapping
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
_WRITTEN_OUT = regex.compile(
    rf"第{_NUMBER}页[,，、/／|]?[(（]?共{_COUNT}页|共{_COUNT}页[,，、/／|]?第{_NUMBER}页"
    rf"|(?<![见在于到至从的及和与附件前后])第{_NUMBER}页(?!\p{{Han}})"
)
"""How a row that says more gives its number: 住院号：0012345 第2页, 第1页 共3页 打印时间：…."""
_SENTENCE = frozenset("，。；,;")
_UNITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


class PageNumber(NamedTuple):
    """A printed page number and, where it is printed too, the number of pages."""

    number: int
    total: int | None


def read_page_number(row: str) -> PageNumber | None:
    """The page number of a header or footer row, None when it has none.

    A number alone counts when the row says nothing else, one that is written out (第2页) also beside other data.

    Args:
        row: the text of the row; white space does not matter.
    """
    text = "".join(row.split())
    found = next((match for style in _STYLES if (match := style.fullmatch(text))), None)
    if found is None and not _SENTENCE & set(text):
        found = _WRITTEN_OUT.search(text)
    return _plausible(found.groupdict()) if found else None


def _plausible(groups: Mapping[str, str | None]) -> PageNumber | None:
    number = chinese_or_digits(groups["number"] or "")
    count = chinese_or_digits(groups["count"] or "") if groups.get("count") else None
    return PageNumber(number, count) if 0 < number <= _LARGEST and (count is None or number <= count) else None


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
