"""How a letter closes: the day, and above or beside it the office that wrote it (落款)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.models.document import Field
from pipeline.reading.running_text import span_field
from pipeline.reading.transcript import Transcript
from pipeline.reading.values import is_blank
from pipeline.reading.view import View
from pipeline.text.captions import COLONS, GAP, ROW_END
from pipeline.text.wording import DAY

_SOMEONE_ELSES = (
    *("签收", "收件", "送达", "领取", "收到", "印发", "打印", "查询", "有效期", "当事人签", "被通知人"),
    *("事故", "发生", "出生", "入职", "就诊", "诊断", "期限"),
)
"""Rows with these words are dated by another hand or for another purpose: the receiver's line, the printer's line."""
_STAMPED = r"[（(](?:公章|盖章|印章|章)[)）]"
_OFFICE = regex.compile(
    rf"(?:[\p{{Han}}（）()]{{0,14}}(?:[{COLONS}]|{_STAMPED}))?(?P<office>\p{{Han}}(?:[\p{{Han}}A-Za-z0-9（）()·]{{2,40}})"
    r"(?:局|所|队|会|处|司|院|厂|校|中心|委|办|厅|部|社|室|馆|站|集团|政府|工会|分局|支队|大队|中队|店|园|中学|小学|大学"
    r"|商行|银行|农场|农庄)(?:[（(]个体工商户[)）])?)"
    rf"(?:{_STAMPED})?"
)
"""What stands before it ends with a colon, or with the word for its seal: under one, the colon is easily lost."""
_DAY = rf"(?P<day>{DAY}|\d{{4}}(?P<dash>[-./])\d{{1,2}}(?P=dash)\d{{1,2}})"
_SIGNER = rf"(?:[\p{{Han}}（）()、，]{{0,16}}[{COLONS}][\p{{Han}}·]{{0,4}})?"
_DAY_ALONE = regex.compile(rf"{_SIGNER}{_DAY}(?:[（(][\p{{Han}}]{{1,4}}[)）])?")
_REACH = 3


class Closing(NamedTuple):
    """The end of a letter: who wrote it and when, None where it does not say."""

    office: Field | None
    day: Field | None


class _Piece(NamedTuple):
    """A part of a row between gaps: the row's index, and where it stands in the transcript."""

    row: int
    start: int
    end: int


def read_closing(views: Sequence[View]) -> Closing:
    """The last day that stands alone in its row or part of a row, and the office in the rows up to it."""
    for view in reversed(views):
        found = _closing_of(view.transcript)
        if found.day is not None:
            return found
    return Closing(None, None)


def _closing_of(text: Transcript) -> Closing:
    pieces = _pieces(text)
    days = [
        (piece, span_field(text, piece.start + found.start("day"), piece.start + found.end("day"), "date"))
        for piece in pieces
        if (found := _DAY_ALONE.fullmatch(text.text[piece.start : piece.end])) is not None
    ]
    dated = [(piece, day) for piece, day in days if day is not None and day.value]
    chosen = dated or [(piece, day) for piece, day in days if day is not None and is_blank(day.text)]
    if not chosen:
        return Closing(None, None)
    piece, day = chosen[-1]
    return Closing(_office(text, [other for other in pieces if piece.row - _REACH <= other.row <= piece.row]), day)


def _office(text: Transcript, near: Sequence[_Piece]) -> Field | None:
    for piece in reversed(near):
        found = _OFFICE.fullmatch(text.text[piece.start : piece.end])
        if found is not None:
            return span_field(text, piece.start + found.start("office"), piece.start + found.end("office"))
    return None


def _pieces(text: Transcript) -> list[_Piece]:
    """The parts of all rows but those that belong to someone else."""
    pieces, start = [], 0
    for number, row in enumerate(text.text.split(ROW_END)):
        if not any(word in row.replace(GAP, "") for word in _SOMEONE_ELSES):
            pieces += _joined_day(number, start, row)
        start += len(row) + 1
    return pieces


def _joined_day(number: int, start: int, row: str) -> list[_Piece]:
    """A row's parts between gaps; one part where the gaps lie inside a day (2026 年 9 月 18 日)."""
    found = regex.search(rf"(?:^|{GAP}){_DAY}$", row)
    ends = [match.start() for match in regex.finditer(GAP, row)] + [len(row)]
    if found is not None:
        day = found.start("day")
        ends = [end for end in ends if end < day] + [len(row)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [_Piece(number, start + first, start + end) for first, end in zip(starts, ends, strict=True) if end > first]


def closing_day(views: Sequence[View], name: str) -> dict[str, Field]:
    """The day on which the letter closes, as the field of that name."""
    day = read_closing(views).day
    return {name: day} if day is not None else {}


def closing_office(views: Sequence[View], name: str) -> dict[str, Field]:
    """The office that closes the letter, as the field of that name."""
    office = read_closing(views).office
    return {name: office} if office is not None else {}
