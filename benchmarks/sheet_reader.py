"""A reader that knows what was put on a drawn sheet: for trials in which reading is not what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad, around
from pipeline.models.text_line import Char, TextLine
from pipeline.ocr.posteriors import Look
from samples.generator.sheet import Sheet

_GAP = 1.5
"""Pieces of a row that stand closer than so many line heights are read as one line."""


class SheetReader:
    """Finds and reads the words of one sheet, on its drawn picture as it stands."""

    name = "drawn"
    models = ()
    concurrency = 1
    characters: frozenset[str] = frozenset()

    def __init__(self, sheet: Sheet) -> None:
        """Takes down every character with its place; all characters of a word are taken to be equally wide."""
        scale = sheet.px(1)
        self._words: list[Box] = []
        self._letters: list[tuple[str, float, float, int]] = []
        for word in sheet.words:
            if word.text.strip():
                x0, y0, x1, y1 = (value * scale for value in word.area)
                self._words.append(
                    Box(round(x0), round(y0), max(round(x0) + 1, round(x1)), max(round(y0) + 1, round(y1)))
                )
                step = (x1 - x0) / len(word.text)
                self._letters += [
                    (letter, x0 + (place + 0.5) * step, (y0 + y1) / 2, round(step))
                    for place, letter in enumerate(word.text)
                ]

    def detect(self, image: Image) -> tuple[Quad, ...]:  # noqa: ARG002
        """The rows of words, pieces far from each other by themselves."""
        rows: list[list[Box]] = []
        for word in sorted(self._words, key=lambda box: (box.y0, box.x0)):
            near = [row for row in rows if _goes_on(around(row), word)]
            near[0].append(word) if near else rows.append([word])
        return tuple(Quad.of(around(row)) for row in sorted(rows, key=lambda row: around(row)[1::-1]))

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:  # noqa: ARG002
        """What stands inside the quads, left to right."""
        return tuple(self._line(quad) for quad in quads)

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:  # noqa: ARG002
        """Nothing: there are no posteriors."""
        return None

    def _line(self, quad: Quad) -> TextLine:
        box = quad.box
        inside = sorted(
            (x, letter, width) for letter, x, y, width in self._letters if box.x0 <= x < box.x1 and box.y0 <= y < box.y1
        )
        chars = tuple(
            Char(
                text=letter,
                confidence=0.99,
                start=max(0.0, (x - width / 2 - box.x0) / box.width),
                end=min(1.0, (x + width / 2 - box.x0) / box.width),
            )
            for x, letter, width in inside
        )
        return TextLine(quad=quad, confidence=0.99 if chars else 0.0, chars=chars)


def _goes_on(row: Box, word: Box) -> bool:
    gap = max(word.x0 - row.x1, row.x0 - word.x1)
    return row.vertical_overlap(word) > 0.5 and gap < _GAP * max(row.height, word.height)
