"""The printed title of a page: which row stands out as a heading, and of which document types it is the title.

A row of the running text, a list that names other papers (a supplement notice, the form's instructions) and a small
table cell are no headings, whatever they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import regex

from pipeline.declare import DocumentType
from pipeline.models.geometry import Box, around
from pipeline.models.text_line import TextLine
from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import rows
from pipeline.text.captions import folded

_LONGEST = 40
_TALL = 1.25
_ALONE = 0.8
_CENTERED = 0.12
_HEAD = 0.35
_COLUMN_GAP = 3.0
_SMALL_CELL = 0.6
_CELL_ROWS = 4
_SAME_SIZE = 0.75
_SENTENCE = frozenset("，。；,;、")
_SUFFIX = regex.compile(
    r"[（(【\[].*|[:：*]?|[（(]?(?:副本|正本|存根|复印件|第?[一二三四\d]联|续页?)[)）]?|[表单册]?[一二\d]?"
)
_TAKEN_BACK = regex.compile(r"(?:解除|终止|变更|撤销|注销|遗失|补办|不予|非|无)$")
_ISSUER = regex.compile(
    r"(?:医院|公司|卫生院|诊所|中心|大队|支队|总队|分局|局|学校|委员会|厂|站|院|所|省|市|区|县|科|街道|社区|部|工会)$"
)
_GENERIC = frozenset(
    {"证明", "证明书", "证明材料", "情况说明", "说明", "证言", "关系证明", "委托书", "工作证", "路线图", "活动方案"}
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that looks like a heading: ``tall`` is larger than the running text, ``height`` in pixels."""

    text: str
    tall: bool
    height: float
    box: Box


@dataclass(frozen=True, slots=True)
class TitleFound:
    """A type's title in a heading: how many of its letters agree, and whether it needs captions to be believed."""

    type_id: str
    words: str
    heading: Heading
    letters: float
    doubtful: bool


def headings(page: ReadPage) -> tuple[Heading, ...]:
    """The rows that stand out, top to bottom; of rows with wide gaps also each piece, and two tall rows as one."""
    found: list[Heading] = []
    for row in rows(page.lines):
        for part in _pieces(row):
            heading = _heading(page, part)
            if heading is not None:
                found.append(heading)
    joined = [
        Heading(above.text + below.text, tall=True, height=above.height, box=around((above.box, below.box)))
        for above, below in pairwise(found)
        if above.tall and below.tall and _go_together(above, below)
    ]
    return (*found, *joined)


def find_titles(page: ReadPage, kinds: Sequence[DocumentType]) -> tuple[TitleFound, ...]:
    """All titles in the page's headings, tall ones and the longest first."""
    found = [
        title
        for heading in headings(page)
        for kind in kinds
        for words in (*kind.titles, *kind.shared_titles)
        if (title := _title(heading, kind, words)) is not None
    ]
    found.sort(key=lambda title: (title.heading.tall, title.letters), reverse=True)
    return tuple(found)


def _pieces(row: Sequence[TextLine]) -> Iterator[Sequence[TextLine]]:
    """The row, and the parts of it that stand apart."""
    yield row
    parts: list[list[TextLine]] = [[]]
    for line in row:
        if parts[-1] and line.box.x0 - parts[-1][-1].box.x1 > _COLUMN_GAP * line.box.height:
            parts.append([])
        parts[-1].append(line)
    if len(parts) > 1:
        yield from parts


def _heading(page: ReadPage, row: Sequence[TextLine]) -> Heading | None:
    text = folded("".join(line.text for line in row))
    if not text or len(text) > _LONGEST or any(letter in _SENTENCE for letter in text):
        return None
    box = around(line.box for line in row)
    if _in_small_cell(page, box):
        return None
    height = float(np.median([line.box.height for line in row]))
    middle = page.page.width_px / 2
    spread = page.page.width_px > page.page.height_px
    centers = (middle, middle / 2, middle * 1.5) if spread else (middle,)
    centered = min(abs(box.center.x - center) for center in centers) < _CENTERED * page.page.width_px
    in_head = box.y1 < _HEAD * page.page.height_px
    tall = height >= _TALL * page.line_height and (in_head or centered)
    plain = in_head and centered and height >= _ALONE * page.line_height
    return Heading(text, tall, height, box) if tall or plain else None


def _in_small_cell(page: ReadPage, box: Box) -> bool:
    """Whether it stands in a cell of a table; a frame around a whole card or certificate is none."""
    narrow, low = _SMALL_CELL * page.page.width_px, _CELL_ROWS * box.height
    return any(cell.contains(box.center) and cell.width < narrow and cell.height < low for cell in page.cells)


def _go_together(above: Heading, below: Heading) -> bool:
    sizes = sorted((above.height, below.height))
    gap = below.box.y0 - above.box.y1
    return sizes[0] > _SAME_SIZE * sizes[1] and -0.5 * sizes[1] < gap < 1.5 * sizes[1]


def _title(heading: Heading, kind: DocumentType, words: str) -> TitleFound | None:
    """The title in the heading, None when the heading says anything else behind it or takes it back before it."""
    title = words.replace(" ", "")
    found = max(_pattern(words).finditer(heading.text), key=lambda match: match.end(), default=None)
    if found is None:
        return None
    before, after = heading.text[: found.start()], heading.text[found.end() :]
    if not _SUFFIX.fullmatch(after) or _TAKEN_BACK.search(before):
        return None
    errors = sum(found.fuzzy_counts)
    issued = bool(_ISSUER.search(before))
    foreign = len(title) < 5 and bool(before) and not issued
    doubtful = (
        words in kind.shared_titles
        or title in _GENERIC
        or foreign
        or errors > 0
        or (not heading.tall and len(title) < 5 and not issued)
    )
    return TitleFound(kind.id, title, heading, len(title) - 1.5 * errors, doubtful)


@cache
def _pattern(title: str) -> regex.Pattern[str]:
    letters = ".{0,24}".join(regex.escape(part) for part in title.split(" "))
    length = len(title.replace(" ", ""))
    errors = 0 if length < 5 else 1 if length < 7 else 2
    return regex.compile(f"(?b)(?:{letters}){{s<={errors}}}" if errors else letters)
