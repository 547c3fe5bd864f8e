"""Which lines of a page are read, from which picture of it, and how far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.red_ink import red_writing
from pipeline.models.geometry import Box, Quad, around
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.text_layer import trusted_text_layer

_LONG_LINE = 14
_DENSE = 12
_HEAD = 9
"""On a page with 12 lines or more of over 14 characters, their first 9 characters or so are read: enough to sort the
page and to follow its clauses."""
HEADER, FOOTER = 0.08, 0.90
"""Parts of the page's height: lines above the one and below the other give page numbers and are always read whole."""
_COLUMN = 1.8
"""A box this many times as high as wide is a column of upright characters (a caption in a narrow cell)."""
_LEAST_LETTER = 0.55
_UNREAD, _TALL_BLOCK = 0.5, 1.6
"""Rows of a narrow cell that were found as one box are this much higher than the page's lines and cannot be read."""
_ONE_LETTER = 1.35
_LEAST_ROW, _RULE = 0.2, 0.9
_SURROUNDINGS = 0.03
"""Paper around red writing, as a share of the page's width, in which its lines are looked for."""
_COVERED = 0.5


@dataclass(frozen=True)
class PageLines:
    """A page's lines in reading order; ``heads``: the corners of the whole line for those read at their beginning."""

    lines: tuple[TextLine, ...]
    heads: dict[int, Quad] = field(default_factory=dict)

    def without(self, left_out: Callable[[TextLine], bool]) -> PageLines:
        """The lines but for those."""
        kept = [index for index, line in enumerate(self.lines) if not left_out(line)]
        heads = {place: self.heads[index] for place, index in enumerate(kept) if index in self.heads}
        return PageLines(tuple(self.lines[index] for index in kept), heads)


@dataclass(frozen=True)
class FoundLines:
    """The lines found on a page as it lay, its red ink taken out, some of them read already.

    They are read where they were found, so that a crooked page is not blurred by being straightened first;
    ``straightened`` brings their corners onto the upright page.
    """

    picture: Image
    quads: tuple[Quad, ...]
    read: Mapping[Quad, TextLine]
    straightened: Callable[[Quad], Quad]

    @cached_property
    def upright(self) -> tuple[Quad, ...]:
        """Their corners on the upright page."""
        return tuple(self.straightened(quad) for quad in self.quads)


def find_red_lines(engine: OcrEngine, image: Image, black: Sequence[Quad], stamps: Sequence[Box]) -> tuple[Quad, ...]:
    """The lines that vanish with the red ink, such as a hospital's name; the ring of a seal is not one of them.

    Args:
        engine: the reader.
        image: the upright page.
        black: the lines found with its red ink taken out.
        stamps: the page's seals and fingerprints.

    Raises:
        PrecheckError: the engine failed.
    """
    red = red_writing(image, stamps)
    if not red:
        return ()
    height, width = image.shape[:2]
    place = around(red)
    place = place.expanded(round(_SURROUNDINGS * width)).clipped(width, height)
    part = np.ascontiguousarray(image[place.y0 : place.y1, place.x0 : place.x1])
    found = [quad.shifted(place.x0, place.y0) for quad in engine.detect(part)]
    taken = [*(quad.box for quad in black), *stamps]
    return tuple(quad for quad in found if not any(quad.box.share_inside(box) > _COVERED for box in taken))


def read_lines(
    engine: OcrEngine, image: Image, black: FoundLines, red: Sequence[Quad], layer: Sequence[TextLine]
) -> PageLines:
    """The lines of an upright page: text under red ink is read on the picture with the ink taken out.

    Args:
        engine: the reader.
        image: the page.
        black: the lines found with its red ink taken out.
        red: the lines that vanish with the ink.
        layer: the text layer that its file brings along, empty when there is none.

    Raises:
        PrecheckError: the engine failed.
    """
    trusted = trusted_text_layer(engine, image, tuple(layer), (*black.upright, *red))
    if trusted is not None:
        return PageLines(trusted)
    plain = _read(engine, black)
    if not red:
        return plain
    coloured = _read(engine, FoundLines(image, tuple(red), {}, lambda quad: quad))
    return PageLines((*plain.lines, *coloured.lines), plain.heads)


def _read(engine: OcrEngine, found: FoundLines) -> PageLines:
    quads = [letter for quad in found.quads for letter in letters_of_column(found.picture, quad)]
    upright = [found.straightened(quad) for quad in quads]
    long = {index for index, quad in enumerate(upright) if quad.box.width > _LONG_LINE * quad.box.height}
    height = found.picture.shape[0]
    inside = {index for index in long if HEADER * height <= upright[index].box.center.y <= FOOTER * height}
    long = inside if len(long) >= _DENSE else set()
    due = [
        quad.span(0, _HEAD * level.box.height / level.box.width) if index in long else quad
        for index, (quad, level) in enumerate(zip(quads, upright, strict=True))
    ]
    unread = [quad for quad in due if quad not in found.read]
    known = {**found.read, **dict(zip(unread, engine.recognise(found.picture, unread), strict=True))}
    stacked = _read_row_by_row(engine, found.picture, [known[quad] for quad in due])
    read = [
        (line, index)
        for index, quad in enumerate(due)
        for line in stacked.get(quad, (known[quad],))
        if line.text.strip()
    ]
    heads = {position: upright[index] for position, (_, index) in enumerate(read) if index in long}
    lines = (line.at(found.straightened(line.quad)) for line, _ in read)
    return PageLines(tuple(lines), heads)


def letters_of_column(image: Image, quad: Quad) -> list[Quad]:
    """The single characters of a column of upright characters, top to bottom; any other line is left whole.

    Args:
        image: the page.
        quad: a line found on it.
    """
    box = quad.box.clipped(image.shape[1], image.shape[0])
    if box.height < _COLUMN * box.width:
        return [quad]
    grey = cv2.cvtColor(image[box.y0 : box.y1, box.x0 : box.x1], cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    rows = np.flatnonzero(ink[:, box.width // 8 : -box.width // 8 or None].any(axis=1))
    letters: list[list[int]] = []
    for row in rows:
        if letters and (row - letters[-1][1] <= 2 or row - letters[-1][0] < _LEAST_LETTER * box.width):
            letters[-1][1] = int(row)
        else:
            letters.append([int(row), int(row)])
    margin = box.width // 10
    places = [Box(box.x0, box.y0 + first - margin, box.x1, box.y0 + last + margin) for first, last in letters]
    return [Quad.of(place) for place in places if place.height >= _LEAST_LETTER * box.width]


def _read_row_by_row(engine: OcrEngine, image: Image, lines: Sequence[TextLine]) -> dict[Quad, tuple[TextLine, ...]]:
    """The lines that are several rows found as one, by their corners, each as the rows that were then read better."""
    usual = float(np.median([line.box.height for line in lines])) if lines else 0.0
    doubtful = [line for line in lines if line.box.height > _TALL_BLOCK * usual and _reads_too_little(line)]
    read = {
        line.quad: (max(_UNREAD, line.confidence), engine.recognise(image, rows))
        for line in doubtful
        if len(rows := _rows_of_block(image, line.box)) > 1
    }
    return {quad: rows for quad, (least, rows) in read.items() if min(row.confidence for row in rows) >= least}


def _reads_too_little(line: TextLine) -> bool:
    """Whether a box was hardly read, or as one letter where there is room for two, one under the other."""
    alone = len(line.text.strip()) == 1 and line.box.height > _ONE_LETTER * line.box.width
    return alone or line.confidence < _UNREAD


def _rows_of_block(image: Image, block: Box) -> list[Quad]:
    """The rows between which a block of text is bare from side to side, upright rules left out."""
    box = block.clipped(image.shape[1], image.shape[0])
    if not box.area:
        return []
    grey = cv2.cvtColor(image[box.y0 : box.y1, box.x0 : box.x1], cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    rules = cv2.dilate((ink.mean(axis=0) > _RULE).astype(np.uint8), np.ones((5, 1), np.uint8)).ravel()
    ink[:, rules > 0] = 0
    inked = np.flatnonzero(ink.any(axis=1))
    if not inked.size:
        return []
    parts = np.split(inked, np.flatnonzero(np.diff(inked) > 2) + 1)
    margin = box.height // 20
    return [
        Quad.of(Box(box.x0, box.y0 + int(part[0]) - margin, box.x1, box.y0 + int(part[-1]) + 1 + margin))
        for part in parts
        if len(part) >= _LEAST_ROW * box.height
    ]
