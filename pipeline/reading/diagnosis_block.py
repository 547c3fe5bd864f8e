"""Where a diagnosis ends that no known caption ends, and what stands beside it: codes, names, remarks.

Hospitals print what they like behind a diagnosis; what is common to it is how it is set: a heading of its own, a
sentence, a wide space, or writing far to the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.models.geometry import Box
from pipeline.reading.transcript import Transcript
from pipeline.text.captions import COLONS, GAP, ROW_END

_ITEM = r"\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]"
_HEADING = regex.compile(
    rf"(?:\d{{1,2}}[.．、]|[一二三四五六七八九十]{{1,2}}[、.．]|【)?"
    rf"(?![左右双])\p{{Han}}{{1,12}}(?<!诊断|[伤折症病损裂断位血肿炎])(?:[（(][^）)：:\n]{{1,10}}[）)])?】?[{COLONS}]"
    r"|R[px]?[:：]|[一二三四五六七八九十]{1,2}、"
)
"""What another part of the paper begins with; 右膝外伤：1.前交叉韧带断裂 is none."""
_SENTENCE = regex.compile(
    r"患者|病人|伤者|入院后|予|给予|嘱|今日|查体|建议|完善|诊断明确|[（(—-]*以下空白|(?:本|此)(?:病历|记录|证明|页|诊断)|请(?:妥善|携带|保管)"
)
"""What a row begins with that is a sentence and no diagnosis."""
_GOES_ON = regex.compile(
    rf"。(?!{GAP}?(?:{_ITEM}|{GAP}|{ROW_END}|$))"
    r"|[，；。](?=请|建议|予|给予|现|拟|入院|经|遂|收|目前|继续|患者)"
)
"""Where a sentence goes on behind the diagnosis: 右踝骨折。予石膏固定; a point before the next item is none."""
_CODE = regex.compile(
    r"[（(\[]?(?:ICD(?:-?10)?(?:编码|码)?[：:]?)?[A-TV-Z]\d{2}[.．]\d{1,3}(?:[xX×]\d{1,3})?[+*]?(?:/\d)?[)）\]]?"
)
"""A code of ICD-10 (GB/T 14396) beside the diagnosis."""
_NAME = regex.compile(r"\p{Han}{2,4}")
_WIDE = 2.5
"""More than so many letters' heights between two rows and the diagnosis has ended."""
_FAR = 2.0


class _Row(NamedTuple):
    """A row of the block: its characters in the transcript, and where it stands, None where it is empty."""

    start: int
    end: int
    box: Box | None


def within_diagnosis(text: Transcript, start: int, end: int, caption: Box) -> Transcript:
    """The characters from start up to end that belong to the diagnosis whose caption stands there.

    Args:
        text: the transcript.
        start: where the value begins, behind the caption.
        end: where the next known caption begins.
        caption: the caption's box.
    """
    kept: list[int] = []
    last: Box | None = None
    for row in _rows(text, start, end):
        if any(text.places[index] is not None for index in kept) and _is_another(text, row, last, caption):
            break
        said = _said(text, row)
        goes_on = _GOES_ON.search(text.text, row.start, row.end)
        kept += [index for index in said if goes_on is None or index < goes_on.start()]
        if goes_on is not None:
            break
        kept += range(row.end, min(row.end + 1, end))
        last = row.box or last
    return _picked(text, kept)


def begins_item(line: str) -> bool:
    """Whether a line begins with a list mark, as no signature does."""
    return regex.match(_ITEM, line) is not None


def beside_captions(text: Transcript, start: int, end: int, beyond: int, caption: Box) -> Transcript:
    """The characters from start up to end, and the rows in which the diagnosis goes on left of other captions.

    A signature's caption may stand right of a list, between its rows. Below such a caption a row counts that goes on
    numbering, or that stands under the diagnosis' own caption when nothing stands behind that.

    Args:
        text: the transcript.
        start: where the value begins, behind its caption.
        end: where the next caption begins, which stands to the right.
        beyond: where the next caption begins that does not.
        caption: the caption's box.
    """
    kept = list(range(start, end))
    for row in _rows(text, text.text.find(ROW_END, end, beyond) + 1 or beyond, beyond):
        stop = text.text.find(GAP, row.start, row.end)
        stop = stop if stop >= 0 else row.end
        placed = text.box(row.start, stop)
        if placed is None or placed[1].x0 > caption.x1 + caption.height:
            continue
        told = any(text.places[index] is not None for index in kept)
        near = placed[1].y0 - caption.y1 < _WIDE * caption.height
        goes_on = regex.match(_ITEM, text.text[row.start : stop]) if told else near
        if not goes_on or _HEADING.match(text.text, row.start) or _SENTENCE.match(text.text, row.start):
            break
        kept += [row.start - 1, *range(row.start, stop)]
    return _picked(text, kept)


def _picked(text: Transcript, kept: Sequence[int]) -> Transcript:
    return Transcript(
        "".join(text.text[index] for index in kept), tuple(text.places[index] for index in kept), text.lines
    )


def _rows(text: Transcript, start: int, end: int) -> Iterator[_Row]:
    while start < end:
        found = text.text.find(ROW_END, start, end)
        stop = found if found >= 0 else end
        placed = text.box(start, stop)
        yield _Row(start, stop, placed[1] if placed else None)
        start = stop + 1


def _is_another(text: Transcript, row: _Row, last: Box | None, caption: Box) -> bool:
    """Whether a row below the diagnosis is another part of the paper."""
    if row.box is None or last is None:
        return False
    if row.box.y0 - last.y1 > _WIDE * max(last.height, caption.height):
        return True
    begins = row.start + (text.text[row.start] == GAP)
    if _HEADING.match(text.text, begins) or _SENTENCE.match(text.text, begins):
        return True
    far = row.box.x0 > caption.x1 + _FAR * caption.height
    return far and _NAME.fullmatch(text.text, begins, row.end) is not None


def _said(text: Transcript, row: _Row) -> list[int]:
    """The row's characters without codes, what stands behind them, and what has a heading of its own behind a gap."""
    kept: list[int] = []
    begin = row.start
    for piece in text.text[row.start : row.end].split(GAP):
        stop = begin + len(piece)
        if begin == row.start or not _HEADING.match(text.text, begin):
            said = _without_code(text, begin, stop)
            kept += said
            if said.stop < stop and kept:
                break
            kept += range(stop, min(stop + 1, row.end))
        begin = stop + 1
    return kept


def _without_code(text: Transcript, start: int, end: int) -> range:
    """The piece without a code at its beginning or at its end; empty where it is a code alone."""
    behind = next((found for found in _CODE.finditer(text.text, start, end) if found.end() == end), None)
    if behind is not None:
        return range(start, behind.start())
    before = _CODE.match(text.text, start, end)
    return range(before.end() if before else start, end)
