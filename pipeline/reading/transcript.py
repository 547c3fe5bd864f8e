"""Lines of text joined to one string in reading order, in which every character still knows its place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from pipeline.models.document import Field
from pipeline.models.geometry import Box, around
from pipeline.models.page import PageRef
from pipeline.models.text_line import TextLine
from pipeline.text.captions import GAP, ROW_END

_SAME_ROW = 0.5
_GAP_BETWEEN_CENTERS = 2.0


class Place(NamedTuple):
    """Where a character of the transcript was read: index of its line, and its index in that line."""

    line: int
    char: int


@dataclass(frozen=True)
class Transcript:
    """Text in reading order: rows end with a newline, wide gaps are tabs, other white space is dropped.

    ``places`` has one entry a character of ``text``, None for the newlines and tabs.
    """

    text: str
    places: tuple[Place | None, ...]
    lines: tuple[tuple[PageRef, TextLine], ...]

    def spans(self, start: int, end: int) -> tuple[tuple[PageRef, TextLine], ...]:
        """The parts of the lines that the characters from start up to end were read from, in order."""
        places = [place for place in self.places[start:end] if place is not None]
        parts = []
        for line_index, group in groupby(places, key=lambda place: place.line):
            chars = [place.char for place in group]
            ref, line = self.lines[line_index]
            parts.append((ref, line.span(min(chars), max(chars) + 1)))
        return tuple(parts)

    def box(self, start: int, end: int) -> tuple[PageRef, Box] | None:
        """The box around these characters, on the page where they begin; None when there is no character."""
        spans = self.spans(start, end)
        if not spans:
            return None
        ref = spans[0][0]
        return ref, around(line.box for page, line in spans if page == ref)

    def field(self, start: int, end: int, value: str | None = None) -> Field | None:
        """The characters as a field, its confidence that of the weakest character; None when there is no character."""
        placed = self.box(start, end)
        if placed is None:
            return None
        ref, box = placed
        spans = self.spans(start, end)
        text = _without_layout(self.text[start:end])
        return Field(
            value=text if value is None else value,
            text=text,
            confidence=round(min(line.confidence for _, line in spans), 4),
            file=ref.file,
            page=ref.page,
            box=box,
            lines=tuple(line for _, line in spans),
        )


def transcribe(ref: PageRef, lines: Sequence[TextLine], region: Box | None = None) -> Transcript:
    """The lines of a page, or only their characters inside a region, as one transcript."""
    inside = [part for line in lines for part in (_inside(line, region) if region else [line]) if part.chars]
    return join([_of_row(ref, row) for row in rows(inside)])


def join(transcripts: Iterable[Transcript]) -> Transcript:
    """Several transcripts one after the other, as those of the pages of a document."""
    text: list[str] = []
    places: list[Place | None] = []
    lines: list[tuple[PageRef, TextLine]] = []
    for transcript in transcripts:
        places += [place and Place(place.line + len(lines), place.char) for place in transcript.places]
        text.append(transcript.text)
        lines += transcript.lines
    return Transcript("".join(text), tuple(places), tuple(lines))


def rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines that stand side by side, top to bottom, each row from left to right."""
    found: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.box.center.y):
        row = next((row for row in reversed(found[-3:]) if _in_row(line, row)), None)
        if row is None:
            found.append([line])
        else:
            row.append(line)
    return [sorted(row, key=lambda line: line.box.x0) for row in found]


def _in_row(line: TextLine, row: Sequence[TextLine]) -> bool:
    nearest = min(row, key=lambda other: abs(other.box.center.x - line.box.center.x))
    return line.box.vertical_overlap(nearest.box) >= _SAME_ROW and line.box.horizontal_overlap(nearest.box) < _SAME_ROW


def _inside(line: TextLine, region: Box) -> list[TextLine]:
    inside = [index for index, center in enumerate(line.centers) if region.contains(center)]
    return [line.span(inside[0], inside[-1] + 1)] if inside else []


def _of_row(ref: PageRef, row: Sequence[TextLine]) -> Transcript:
    text: list[str] = []
    places: list[Place | None] = []
    last: float | None = None
    for line_index, line in enumerate(row):
        for char_index, (char, (center, _)) in enumerate(zip(line.chars, line.centers, strict=True)):
            if char.text.isspace():
                continue
            if last is not None and center - last > _GAP_BETWEEN_CENTERS * line.box.height:
                text.append(GAP)
                places.append(None)
            text.append(char.text)
            places += [Place(line_index, char_index)] * len(char.text)
            last = center
    text.append(ROW_END)
    places.append(None)
    return Transcript("".join(text), tuple(places), tuple((ref, line) for line in row))


def _without_layout(text: str) -> str:
    return text.replace(GAP, "").replace(ROW_END, "")
