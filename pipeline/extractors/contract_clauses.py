"""The clauses of a labour contract: its term, post and place, its day of signing, and how far one must read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import regex

from pipeline.models.document import Field
from pipeline.models.text_line import TextLine
from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import Transcript, join
from pipeline.reading.values import ValueKind, normalise
from pipeline.reading.view import whole
from pipeline.text.captions import folded

_TITLE_LETTERS = 30
_START_LETTERS = 5
_LINES_AT_ONCE = 2
_FIRST_CLAUSE = regex.compile(r"第?[一1](?:条|章|[、.．])")
_BLANKS = r"[\s_＿]{0,6}"
_YEAR = r"[\d〇零○OoＯ一二三四五六七八九十]{2,4}"
_DAY = rf"{_YEAR}{_BLANKS}年{_BLANKS}\S{{1,3}}{_BLANKS}月{_BLANKS}\S{{1,3}}{_BLANKS}日"
_TERM = regex.compile(rf"自?{_BLANKS}(?P<starts_on>{_DAY})起?[^。]{{0,12}}?[至到]{_BLANKS}(?P<ends_on>{_DAY})")
_START = regex.compile(rf"自{_BLANKS}(?P<starts_on>{_DAY}){_BLANKS}起")
_ANY_DAY = regex.compile(rf"(?P<signed_on>{_DAY}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})")
_JOB = regex.compile(
    r"在[\s_＿]*(?P<job>[^，。；,;\n岗在从]{2,12}?)[\s_＿]*(?:工作)?岗位(?:（[^）]{1,6}）|\([^)]{1,6}\))?[\s_＿]*从\s*事"
    r"|(?:从事|担任|安排在)[\s_＿]*(?!相应|以下)(?P<job>[^，。；,;\n岗]{2,16}?)[\s_＿]*(?:岗位|工作岗位|工种|工作|一职)"
    r"|岗位(?:（[^）]{1,6}）|\([^)]{1,6}\))?[\s_＿]*(?:为|是|[:：])[\s_＿]*(?P<job>[^，。；,;\n]{2,16})"
)
_PLACE = regex.compile(
    r"工\s*作\s*地\s*点[\s_＿]*(?:为|是|在|:|：)[\s_＿]*"
    r"(?P<work_place>[^。；;\n]{2,40}(?:\n(?!第\S{1,3}条|[一二三四五六七八九十（(])[^。；;\n]{1,20}(?=[。；;]))?)"
)
"""A row ends anywhere, inside 工作地点 and inside the place itself; the next clause begins with its number."""


def with_clauses_read(pages: Sequence[ReadPage], captions: Sequence[str]) -> list[ReadPage]:
    """The pages with the lines of the parties read in full, and the clauses until term, post and place are known.

    Args:
        pages: the contract, with long lines of dense pages as begun.
        captions: beside which the parties write.

    Term, post and place stand before the third chapter (hours), so what follows it is not read in full either, and
    mostly behind the first heading: what stands above it, addresses and preamble, is read last.
    """
    starts = frozenset(folded(caption)[:_START_LETTERS] for caption in captions)
    read: list[ReadPage] = []
    for page in pages:
        known = page.completed(partial(_begins_with, starts))
        end = _third_chapter(page)
        over = bool(read) and any(_third_chapter(before) is not None for before in read)
        first = _first_clause(page)
        begun = (known.lines[index].box.center.y for index in known.heads)
        heights = sorted((height for height in begun if end is None or height < end), key=lambda y: (y < first, y))
        while heights and not over and not is_preface(page) and not _tells_term_and_work([*read, known]):
            some, heights = heights[:_LINES_AT_ONCE], heights[_LINES_AT_ONCE:]
            known = known.completed(partial(_stands_at, some))
        read.append(known)
    return read


def _first_clause(page: ReadPage) -> float:
    """Where the first heading stands, in pixels from the top; 0 on a page that does not begin the clauses."""
    starts = [line.box.y0 for line in page.lines if _FIRST_CLAUSE.match(folded(line.text))]
    return min(starts, default=0.0)


def _stands_at(heights: Sequence[float], line: TextLine) -> bool:
    return line.box.center.y in heights


def _begins_with(starts: frozenset[str], line: TextLine) -> bool:
    """Whether a line, of which the first letters are known, goes on with the value of a caption."""
    text = folded(line.text)
    return any(text.find(start) in range(3) for start in starts)


def _without_half_read_lines(page: ReadPage) -> ReadPage:
    return replace(
        page, lines=tuple(line for index, line in enumerate(page.lines) if index not in page.heads), heads={}
    )


def is_preface(page: ReadPage) -> bool:
    """Whether the page holds the notes before the contract."""
    return "注意事项" in page.text[:_TITLE_LETTERS]


def _tells_term_and_work(pages: Sequence[ReadPage]) -> bool:
    """Whether the lines that were read to their ends tell them: 自2026年6月9日起至 is the beginning of a term only."""
    text = join(whole(_without_half_read_lines(page)).transcript for page in pages).text
    return all((_TERM.search(text) or _START.search(text), _JOB.search(text), _PLACE.search(text)))


def _third_chapter(page: ReadPage) -> float | None:
    """Where on the page the chapter on hours begins, in pixels from the top."""
    starts = [line.box.center.y for line in page.lines if "工作时间" in line.text[:9] and "休" in line.text[:9]]
    return min(starts, default=None)


def work(text: Transcript) -> dict[str, Field]:
    """Post and place, where the clauses tell them."""
    fields: dict[str, Field] = {}
    for name, pattern in (("job", _JOB), ("work_place", _PLACE)):
        found = pattern.search(text.text)
        fields |= _group(text, found, name, "text") if found else {}
    return fields


def term(text: Transcript) -> dict[str, Field]:
    """The term clause: both dates for a fixed term, the first alone for an open-ended one."""
    found = _TERM.search(text.text)
    if found:
        days = _group(text, found, "starts_on", "date") | _group(text, found, "ends_on", "date")
        return _kind(text, found, "fixed") | days
    found = _START.search(text.text)
    if found is None:
        return {}
    kind = "task" if "工作任务" in text.text[found.start() : found.end() + 60] else "open_ended"
    return _kind(text, found, kind) | _group(text, found, "starts_on", "date")


def _kind(text: Transcript, found: regex.Match[str], kind: str) -> dict[str, Field]:
    clause = text.field(*found.span())
    return {"term_kind": clause.model_copy(update={"value": kind})} if clause else {}


def signing_day(text: Transcript) -> dict[str, Field]:
    """The first date on the signing page, where the parties date their signatures."""
    found = _ANY_DAY.search(text.text)
    return _group(text, found, "signed_on", "date") if found else {}


def _group(text: Transcript, found: regex.Match[str], name: str, kind: ValueKind) -> dict[str, Field]:
    field = text.field(*found.span(name))
    return {name: field.model_copy(update={"value": normalise(kind, field.text)})} if field else {}
