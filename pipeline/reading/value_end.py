"""Where the characters behind a caption stop being its value: the row's end, a gap, a row that is stamped."""

from __future__ import annotations

import re

from pipeline.models.geometry import Box
from pipeline.reading.diagnosis_block import begins_item
from pipeline.reading.transcript import Transcript
from pipeline.reading.values import ValueKind
from pipeline.text.captions import COLONS, GAP, ROW_END
from pipeline.text.dates import find_dates

PADDING = GAP + ROW_END + COLONS + "_＿"
"""What may stand around a value and is no part of it."""
_RISING = 0.1
NUMBERS: dict[ValueKind, re.Pattern[str]] = {
    "id_number": re.compile(r"\w{18}"),
    "credit_code": re.compile(r"\w{18}"),
    "digits": re.compile(r"1[3-9]\d{9}"),
}
"""Numbers of fixed length: 公民身份号码 (GB 11643), 统一社会信用代码 (GB 32100), and a mobile phone's."""
_ALONE: dict[ValueKind, re.Pattern[str]] = {
    "id_number": re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])"),
    "digits": re.compile(r"(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])"),
}
_COMPANIES = ("有限责任公司", "有限公司", "集团公司", "分公司")
"""What the names of companies end with (公司法 art. 7)."""
_BEGUN_UNIT = re.compile(r"[\u4e00-\u9fff]{2,8}[市省县区][\u4e00-\u9fff（）()]{2,24}(?<!公司)")
_REST_OF_UNIT = re.compile(rf"{ROW_END}(?P<rest>[\u4e00-\u9fff]{{0,8}}(?:{'|'.join(_COMPANIES)}))(?={ROW_END}|$)")
_REST = re.compile(r"[0-9A-Za-z]+(?![.．、0-9A-Za-z])")
_STAMPED = frozenset("0123456789年月日时分秒第共页.:：-/,，" + GAP)
"""What rows consist of that give a day or a page number and end a block of text."""
_STROKES = frozenset("一二三丨丶丿")
_LEAST_NAME = 2


def number_alone(kind: ValueKind, text: str, start: int, end: int) -> tuple[int, int]:
    """Where the one number of fixed length stands, when words stand around it: 220…2，住农安县; else all as it is."""
    found = [*_ALONE[kind].finditer(text, start, end)] if kind in _ALONE else []
    return found[0].span() if found else (start, end)


def end_of_unit(text: str, start: int, end: int) -> int:
    """The end of a row, or of the next one's beginning where the row breaks off a company's name.

    Either inside its last word (有限公|司), or before it: 长春市麦香村食|品有限公司.
    """
    if _BEGUN_UNIT.fullmatch(text, start, end) and (rest := _REST_OF_UNIT.match(text, end)):
        return rest.end("rest")
    for word in _COMPANIES:
        for broken in range(1, len(word)):
            if text.endswith(word[:broken], start, end) and text.startswith(ROW_END + word[broken:], end):
                return end + 1 + len(word) - broken
    return end


def end_of_number(kind: ValueKind, text: str, start: int, end: int) -> int:
    """The end of the row, or of a number's rest where the row breaks off a number of fixed length."""
    first = cut(text, ROW_END, start, end)
    told = "".join(letter for letter in text[start:first] if letter.isalnum())
    rest = _REST.match(text, first + 1, end)
    return rest.end() if rest and NUMBERS[kind].fullmatch(told + rest.group()) else first


def cut(text: str, mark: str, start: int, end: int) -> int:
    """Where the mark stands first between start and end, else the end."""
    found = text.find(mark, start, end)
    return found if found >= 0 else end


def before_stamped_row(text: str, start: int, end: int) -> int:
    """Where the first row after the value's own begins that is a date or a page number and nothing else."""
    row = text.find(ROW_END, start, end) + 1
    while row > 0:
        following = text.find(ROW_END, row, end) + 1
        said = text[row : following - 1 if following else end]
        if said and _STAMPED.issuperset(said) and ("页" in said or find_dates(said)):
            return row
        row = following
    return end


def before_signature(text: Transcript, start: int, end: int, caption: Box | None) -> int:
    """Where a block ends when writing in its last row rises from the row of the caption behind it."""
    row = text.text[:end].rstrip(PADDING).rfind(ROW_END, start) + 1
    if caption is None or row <= start or ROW_END not in text.text[row:end]:
        return end
    for index, place in enumerate(text.places[row:end], start=row):
        line = text.lines[place.line][1] if place else None
        if line is None or begins_item(line.text):
            continue
        if line.box.vertical_overlap(caption) > _RISING:
            return index
    return end


def before_stroke(text: Transcript, start: int, end: int) -> int:
    """Where a name ends before a stroke that is a line of its own: the edge of a signature behind it, read as 二."""
    last, before = text.places[end - 1 : end], text.places[end - 2 : end - 1]
    if end - start <= _LEAST_NAME or text.text[end - 1] not in _STROKES or not (last[0] and before[0]):
        return end
    return end - 1 if last[0].line != before[0].line else end
