"""Values that stand in running text: the paragraphs of a page, and the phrases of a paper in which values stand.

Letters, notices, certificates and judgments have no captions; their wording is fixed instead: 兹证明…系…, or
你单位于…提交的….
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from pipeline.models.document import Field
from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from pipeline.reading.transcript import Transcript, join
from pipeline.reading.values import ValueKind, is_blank, normalise
from pipeline.reading.view import View
from pipeline.text.captions import GAP, ROW_END
from pipeline.text.simplified import simplified
from pipeline.text.surnames import begins_with_surname
from pipeline.text.wording import BLANK_NUMBER, DOCUMENT_NUMBER

_FULL_TO = 2.5
"""A row that ends this many characters before the right edge ends its paragraph."""
_INDENTED = 1.0
_FIRST_ROW = 5.0
"""A paragraph's first row is indented by two characters or so; what begins further right (a date) is none."""
_BLANK_CONFIDENCE = 0.6
_UNREAD_CONFIDENCE = 0.2
_LOOSE = 0.85
_PADDING = "_＿ \t\n"
_LAYOUT = frozenset(_PADDING)
_FULL_WIDTH = str.maketrans("():,;", "（）：，；")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording: its pattern, whose groups bear the names of the fields, and the kinds of those that are no text."""

    pattern: regex.Pattern[str]
    kinds: Mapping[str, ValueKind] = field(default_factory=dict)


def wordings(kinds: Mapping[str, ValueKind], *patterns: str) -> tuple[Phrase, ...]:
    """Phrases of one paper, in the order in which they are tried."""
    return tuple(Phrase(regex.compile(pattern), kinds) for pattern in patterns)


_NUMBER_CAPTION = r"(?:文号|编号|案号|字号)[：:]?\s*"
NUMBERED = (
    Phrase(regex.compile(rf"(?:{_NUMBER_CAPTION})?(?P<document_number>{DOCUMENT_NUMBER})")),
    Phrase(regex.compile(rf"{_NUMBER_CAPTION}[\p{{Han}}]*(?P<document_number>){BLANK_NUMBER}")),
    Phrase(regex.compile(rf"(?m){_NUMBER_CAPTION}(?P<document_number>(?=[^\n]*\d)[^\n：:]{{1,30}}|)$")),
)
"""The number of an official document; a blank one where only its brackets are printed."""


def running_text(view: View) -> Transcript:
    """The view's text as paragraphs: a newline ends a paragraph or a table cell, gaps are dropped."""
    return join([_paragraphs(view.free_text), *(_paragraphs(cell.transcript) for cell in view.cells)])


def sentences(views: Sequence[View]) -> Transcript:
    """The views' text without row ends, gaps and underlines, as for writing whose rows end unevenly."""
    text = join(part for view in views for part in (*(cell.transcript for cell in view.cells), view.free_text))
    return _only(text, [index for index, letter in enumerate(text.text) if letter not in _LAYOUT])


def read_phrases(text: Transcript, phrases: Sequence[Phrase]) -> dict[str, Field]:
    """The fields that stand in the text, each from the first phrase that has a value for it.

    The phrases see brackets, colons, commas and semicolons in full width, and simplified letters.

    A group that matches nothing, or only what a form prints into a blank, gives a blank field.
    """
    readings = []
    wide = simplified(text.text).translate(_FULL_WIDTH)
    for phrase in phrases:
        found = phrase.pattern.search(wide)
        if found is not None:
            kinds = phrase.kinds
            spans = {name: found.span(name) for name in found.re.groupindex}
            named = {name: span_field(text, *span, kinds.get(name, "text")) for name, span in spans.items()}
            readings.append({name: read for name, read in named.items() if read is not None})
    return first_values(*readings)


def first_values(*readings: Mapping[str, Field]) -> dict[str, Field]:
    """Of each field the first reading with a value; where there is none, the first that found its place."""
    fields: dict[str, Field] = {}
    for reading in readings:
        for name, read in reading.items():
            if name not in fields or (read.value and not fields[name].value):
                fields[name] = read
    return fields


def loosely(fields: Mapping[str, Field], name: str) -> dict[str, Field]:
    """The fields, the one of that name told by a loose wording: never so sure that a paper is called wrong for it.

    What stands in a person's place and begins with no surname (证明内容的, 看见行车吊在) is left out.
    """
    told = fields.get(name)
    if told is None:
        return dict(fields)
    if told.value and not begins_with_surname(told.value):
        return {other: field for other, field in fields.items() if other != name}
    return {**fields, name: told.model_copy(update={"confidence": min(told.confidence, _LOOSE)})}


def joined(parts: Sequence[Field]) -> Field | None:
    """Several values of one field, as the names of a couple, with 、 between them; None when there is none."""
    filled = [part for part in parts if part.value]
    if not filled:
        return parts[0] if parts else None
    first = filled[0]
    same_page = [part.box for part in filled if part.ref == first.ref]
    return first.model_copy(
        update={
            "value": "、".join(part.value for part in filled),
            "text": "、".join(part.text for part in filled),
            "confidence": min(part.confidence for part in filled),
            "box": Box(
                min(box.x0 for box in same_page),
                min(box.y0 for box in same_page),
                max(box.x1 for box in same_page),
                max(box.y1 for box in same_page),
            ),
            "lines": tuple(line for part in filled for line in part.lines),
        }
    )


def span_field(text: Transcript, start: int, end: int, kind: ValueKind = "text") -> Field | None:
    """The characters as a field of that kind; a blank one when nothing stands there; None outside the text (-1)."""
    if start < 0:
        return None
    while start < end and text.text[start] in _PADDING:
        start += 1
    while end > start and text.text[end - 1] in _PADDING:
        end -= 1
    read = text.field(start, end)
    if read is None:
        return _blank(text, start)
    value = normalise(kind, read.text)
    unread = not value and not is_blank(read.text)
    confidence = min(read.confidence, _UNREAD_CONFIDENCE) if unread else read.confidence
    return read.model_copy(update={"value": value, "confidence": confidence})


def _paragraphs(text: Transcript) -> Transcript:
    """The rows of one region joined to paragraphs: a full row runs on into a next row that is not indented."""
    rows = _rows(text)
    boxes = [box for _, box in rows]
    if not boxes:
        return text
    left = min(box.x0 for box in boxes)
    right = max(box.x1 for box in boxes if box.x0 - left < _FIRST_ROW * box.height)
    dropped = {index for index, letter in enumerate(text.text) if letter == GAP}
    for (end, box), (_, following) in pairwise(rows):
        full = right - box.x1 < _FULL_TO * box.height and box.x0 - left < _FIRST_ROW * box.height
        if full and following.x0 - left < _INDENTED * box.height:
            dropped.add(end)
    return _only(text, [index for index in range(len(text.text)) if index not in dropped])


def _only(text: Transcript, kept: Sequence[int]) -> Transcript:
    """The characters at these places."""
    return Transcript(
        "".join(text.text[index] for index in kept), tuple(text.places[index] for index in kept), text.lines
    )


def _rows(text: Transcript) -> list[tuple[int, Box]]:
    """The rows of a transcript of one page: where each one's newline stands, and the box around it."""
    rows, start = [], 0
    for end, letter in enumerate(text.text):
        if letter == ROW_END:
            placed = text.box(start, end)
            if placed is not None:
                rows.append((end, placed[1]))
            start = end + 1
    return rows


def _blank(text: Transcript, at: int) -> Field | None:
    """A blank in the text: the place between the characters on both sides of it."""
    before, after = _neighbour(text, range(at - 1, -1, -1)), _neighbour(text, range(at, len(text.text)))
    if before is None:
        return None
    ref, box = before
    beside = after is not None and after[0] == ref and after[1].vertical_overlap(box) > 0 and after[1].x0 > box.x1
    right = after[1].x0 if beside and after is not None else box.x1 + box.height
    place = Box(box.x1, box.y0, max(box.x1 + 1, right), box.y1)
    return Field(value="", text="", confidence=_BLANK_CONFIDENCE, file=ref.file, page=ref.page, box=place)


def _neighbour(text: Transcript, indices: range) -> tuple[PageRef, Box] | None:
    index = next((index for index in indices if text.places[index] is not None), None)
    return None if index is None else text.box(index, index + 1)
