"""From text as read to a field's normalised value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from pipeline.models.document import Field
from pipeline.text.credit_code import as_issued, normalise_credit_code
from pipeline.text.dates import LONG_TERM, find_dates, read_date, says_long_term
from pipeline.text.identity_number import normalise_identity_number

ValueKind = Literal[
    "text", "text_block", "diagnosis", "name", "sex", "digits", "date", "code", "id_number", "credit_code"
]

_ENDLESS = ("无固定期限", "永久", "不约定期限")
_LEAST_ID_DIGITS = 15
_BEHIND_NAME = re.compile(
    r"(?<=.)(?:[（(，,；;。\d]|[男女](?=\d)|性[别別]|年[龄齡]|民族|住院|科[别別室]|床号|联系|身份|工作单位|出生)"
    r"|(?<=.{3})[男女]$"
)
_OTHER_CAPTIONS = frozenset(
    {"职称", "职务", "性别", "年龄", "民族", "电话", "住址", "单位", "签名", "签字", "单位名称", "住址及电话"}
)
"""What stands beside 姓名 at the head of a table's columns, or under it on a form, and is no name."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FULL_WIDTH = str.maketrans("()", "（）")
_HALF_TORTOISE = re.compile(r"〔(\d{4})[\])）］】]|[\[(（［【](\d{4})〕")
"""The year of a document's number, one of whose brackets was read as another kind (GB/T 9704: 六角括号)."""
_SEAL_REMARK = re.compile(r"[（(](?:公章|盖章|印章|签章|签字|签名)[)）]$")
_CODE = re.compile(r"[^0-9A-Za-z]{0,4}[0-9A-Za-z][0-9A-Za-z\-—–/.]*(?<![-—–/.])")
_LEAST_CODE_CHARACTERS = 8
_OTHER_ROW = re.compile(r"[\u4e00-\u9fff（）()]{4,}[:：].")
_ONLY_BEGINS = re.compile(r"\d[日号]?\s*[起至到]|[日号]\s*[-—~～]")
"""A period whose one day is its first: 2026年6月1日至工伤认定结束, 自2026年6月1日起一年."""
_CENTURY_ALONE = re.compile(r"[^\d年]*20\s*年")
_TEMPLATE = frozenset("年月日时分_＿-—－/\\／:：.。,，、()（）| \t\n")
"""What a form prints into an empty cell, and the strokes by which people cross one out."""


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: only what the form itself prints there (年 月 日), lines and marks."""
    return all(letter in _TEMPLATE for letter in text)


def normalise(kind: ValueKind, text: str) -> str:
    """The normalised value, or an empty text when the text holds no such value.

    Dates become YYYY-MM-DD: the first date of the text, none where that is no day of the calendar. Numbers lose spaces
    and full width, 男 and 女 stand alone.
    """
    return "" if is_blank(text) else _NORMALISERS[kind](text)


def until(period: Field) -> Field:
    """The end of a period as a field's value: its last date, 长期 where it has no end, else blank."""
    if says_long_term(period.text) or any(word in period.text for word in _ENDLESS):
        return period.model_copy(update={"value": LONG_TERM})
    dates = find_dates(period.text)
    ends = bool(dates) and not (len(dates) == 1 and _ONLY_BEGINS.search(period.text))
    return period.model_copy(update={"value": dates[-1].isoformat() if ends else ""})


def _date(text: str) -> str:
    """The day; none where of the year only the 20 was read that forms print and seals leave over (20  年)."""
    found = None if _CENTURY_ALONE.match(unicodedata.normalize("NFKC", text)) else read_date(text)
    return found.isoformat() if found else ""


def _sex(text: str) -> str:
    return next((letter for letter in text if letter in "男女"), "")


def _digits(text: str) -> str:
    wide = text.translate({0xFF10 + digit: 0x30 + digit for digit in range(10)})
    return "".join(letter for letter in wide if letter.isascii() and letter.isdigit())


def _id_number(text: str) -> str:
    """The number without what was read before or behind it (a seal's edge, a stroke of the caption)."""
    number = normalise_identity_number(text)
    found = max(re.findall(r"[0-9X]+", number), key=len, default="")
    return found if len(found) >= _LEAST_ID_DIGITS else number


def _credit_code(text: str) -> str:
    """The code without what was read before or behind it, as the title that stands beside it on a licence."""
    code = normalise_credit_code(text)
    found = max(re.findall(r"[0-9A-Z]+", code), key=len, default="")
    return as_issued(found) if len(found) >= _LEAST_CODE_CHARACTERS else code


def _name(text: str) -> str:
    """The name without remarks and data behind it: 张志远（签字）, 张志远男41岁.

    A date in its place is no name, nor is another caption, alone or with its row (受托人签字：刘畅).
    """
    if all(letter.isnumeric() or letter in _TEMPLATE for letter in text) or _OTHER_ROW.match(text.strip()):
        return ""
    alone = _BEHIND_NAME.split("".join(text.split()))[0]
    name = "".join(letter for letter in alone if letter.isalpha() or letter == "·")
    return "" if name in _OTHER_CAPTIONS else name


def _code(text: str) -> str:
    """A number such as ZY0012345 without what goes on behind it in words, as 第1页."""
    bare = re.sub(r"^[^0-9A-Za-z]{0,4}:", "", "".join(unicodedata.normalize("NFKC", text).split()))
    found = _CODE.match(bare)
    return found.group() if found else ""


def _text(text: str) -> str:
    """The text without a remark on seals behind it. Chinese is set with full-width brackets; readers mix the widths."""
    told = _HALF_TORTOISE.sub(r"〔\1\2〕", _SEAL_REMARK.sub("", text.strip()))
    return told.translate(_FULL_WIDTH) if _CHINESE.search(told) else told


def _phrase(text: str) -> str:
    """A short text without the point that ends its sentence, which is small enough to be read as °."""
    return _text(text).rstrip("。°")


def _diagnosis(text: str) -> str:
    """A diagnosis without the point that ends its sentence."""
    return _text(text).rstrip("。．.；，,;")


_NORMALISERS: dict[ValueKind, Callable[[str], str]] = {
    "text": _phrase,
    "text_block": _text,
    "diagnosis": _diagnosis,
    "name": _name,
    "sex": _sex,
    "digits": _digits,
    "date": _date,
    "code": _code,
    "id_number": _id_number,
    "credit_code": _credit_code,
}
