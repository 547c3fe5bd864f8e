"""What stands in a cell in which ink is seen, though no line of text was found there?

A letter or a figure alone in its cell (男, 2) is now and then overlooked when a whole page is looked at.
"""

from __future__ import annotations

from pipeline.imaging.ink_presence import find_ink
from pipeline.models.document import Field
from pipeline.models.geometry import Box, Quad
from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import transcribe
from pipeline.reading.values import ValueKind, normalise
from pipeline.text.confidence import SURE

_ONE_ROW = 2.0
"""Ink more than this many lines high is more than one row, or none of text."""
_LEAST_LETTERS: dict[ValueKind, int] = {"sex": 1}
_USUAL_LETTERS = 2
"""A stroke or a speck is surely read as 一 or 1, too."""


def overlooked_value(page: ReadPage, place: Box, kind: ValueKind) -> Field | None:
    """The value of that kind that is surely read where the ink of one row lies; None where there is none.

    Args:
        page: the page.
        place: the cell, in pixels.
        kind: of the value.

    Raises:
        PrecheckError: the engine failed.
    """
    image = page.without_stamps()
    ink = find_ink(image, place).box
    if ink is None or ink.height > _ONE_ROW * page.line_height:
        return None
    row = ink.expanded(ink.height // 4).clipped(page.page.width_px, page.page.height_px)
    told = transcribe(page.ref, page.engine.recognise(image, [Quad.of(row)]))
    read = told.field(0, len(told.text))
    if read is None or read.confidence < SURE:
        return None
    value = normalise(kind, read.text)
    return read.model_copy(update={"value": value}) if len(value) >= _LEAST_LETTERS.get(kind, _USUAL_LETTERS) else None
