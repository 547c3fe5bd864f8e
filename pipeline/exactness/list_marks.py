"""Which characters only number the items of a list?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.exactness.glyphs import DIGITS, Glyph

_MARK = re.compile(r"\((\d{1,2})\)|([①-⑳])|(\d{1,2})[.、，,)·•](?!\d)")
_BARE = re.compile(r"(?<=[。；;\u4e00-\u9fff])\d(?=[\u4e00-\u9fff])")
_ROOM_FOR_A_POINT = 0.9
"""From the middle of a digit to that of the 字 behind, in 字: 0.75 with nothing between them, 1 with a point."""
_APART = 1.05
"""From a 字 to the digit behind white space; 0.75 without."""
_BETWEEN_NUMBERS = "、，,；;"
_PART_OF_A_NAME = "第LCTSlI-~"


def list_marks(glyphs: Sequence[Glyph]) -> frozenset[int]:
    """The positions of list marks (1. 1、 （1） ①): 1 at the very beginning, then 2, 3, ... each after the one before.

    A number in an enumeration (第1、2肋骨) is none of them; a later one whose point was not read is one where it has
    room for that: readers lose small points.
    """
    text = "".join(glyph.form for glyph in glyphs)
    owners = [position for position, glyph in enumerate(glyphs) for _ in glyph.form]
    found: set[int] = set()
    expected = 1
    bare = (
        mark
        for mark in _BARE.finditer(text)
        if _stands_alone(glyphs[owners[mark.start()] - 1 : owners[mark.end()] + 1])
    )
    for mark in sorted([*_MARK.finditer(text), *bare], key=re.Match.start):
        if _number(mark) == expected and _begins_item(text, mark.start()) and (found or mark.start() == 0):
            found |= set(owners[mark.start() : mark.end()])
            expected += 1
    return frozenset(found)


def items(glyphs: Sequence[Glyph], marks: frozenset[int]) -> tuple[str, ...]:
    """What stands between list marks, semicolons and full stops, without punctuation."""
    found = [""]
    for position, glyph in enumerate(glyphs):
        if position in marks or glyph.form in "；;。":
            found += [""]
        elif not glyph.is_mark:
            found[-1] += glyph.form
    return tuple(item for item in found if item)


def _begins_item(text: str, position: int) -> bool:
    before = text[max(0, position - 2) : position]
    if before[-1:] in DIGITS or (before and before[-1] in _PART_OF_A_NAME):
        return False
    return not (before[-1:] in _BETWEEN_NUMBERS and before[:1] in DIGITS) or not before


def _stands_alone(around: Sequence[Glyph]) -> bool:
    """Whether a digit has room for a point behind it, and a mark or white space before it."""
    before, digit, behind = around
    apart = before.is_mark or digit.starts_line or digit.gap >= _APART
    return apart and behind.gap >= _ROOM_FOR_A_POINT


def _number(mark: re.Match[str]) -> int:
    if mark.re is _BARE:
        return int(mark[0])
    bracketed, circled, plain = mark.groups()
    return ord(circled) - ord("①") + 1 if circled else int(bracketed or plain)
