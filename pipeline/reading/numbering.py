"""The numbered headings of a document, which tell whether a page is missing between two others."""

from __future__ import annotations

from typing import Final, Literal

import regex

from pipeline.models.document import NumberSeen
from pipeline.reading.transcript import Transcript
from pipeline.text.page_numbers import chinese_or_digits

_PATTERNS: Final = {
    "chapter": regex.compile(
        r"(?m)^\t?(?:第(?P<number>[一二三四五六七八九十]{1,3})章|(?P<number>[一二三四五六七八九十]{1,3})[、.．])"
    ),
    "clause": regex.compile(r"(?m)^\t?第(?P<number>[一二三四五六七八九十\d]{1,3})条"),
}


def numbers_seen(text: Transcript, kind: Literal["chapter", "clause"]) -> tuple[NumberSeen, ...]:
    """The numbers at the beginning of rows: 一、 or 第一章 for chapters, 第一条 for clauses."""
    seen = []
    for found in _PATTERNS[kind].finditer(text.text):
        number, placed = chinese_or_digits(found.group("number")), text.box(*found.span())
        if number and placed:
            ref, box = placed
            seen.append(NumberSeen(kind=kind, number=number, file=ref.file, page=ref.page, box=box))
    return tuple(seen)
