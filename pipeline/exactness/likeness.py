"""Do the pictures of two characters look like one character? Evidence from the pixels, beside what the readers think.

How far two prints, or a hand and a print, draw a character alike is learnt from the pair itself: from the characters
that both sides surely share.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from pipeline.exactness.evidence import Says, said, token_says
from pipeline.exactness.glyphs import Glyph
from pipeline.exactness.readings import Reading
from pipeline.imaging.arrays import Image
from pipeline.imaging.raster import darkest
from pipeline.models.geometry import Quad
from pipeline.ocr.line_crop import line_crop

_HEIGHT = 56
"""Pixels a line is set high."""
_BESIDE_LINE = 0.3
"""Of its height: paper beside its ends that is looked at; detected lines cut into their letters."""
_NEAR, _FAR, _OFF = 0.32, 0.68, 0.02
"""In 字 from a character's middle, where it may end, and the ink that a pixel off the usual place must save."""
_PAPER, _STROKES, _FLAT = 70, 3, 20.0
"""Percentiles of a line's grey levels, and the least depth of strokes."""
_INK, _LEAST_SIDE = 0.45, 6
"""Share of that depth from which a pixel is ink, and pixels of the least picture."""
_SIDE, _DIRECTIONS, _CELL = 32, 6, 4
_SURE, _ENOUGH, _MOST = 4.0, 4, 16
"""Nats from which both sides surely share a character; how many of these are needed, and looked at."""
_LEAST_SPREAD = 0.02
_AT_MEDIAN, _A_SPREAD = 0.6, 0.6
"""Evidence, as a logit, for one character where its likeness is the median of the shared ones, and for each spread
above it. Logistic fit of 6,892 shared characters and 240 that one side has instead of another, in 1,238 pairs in 17
fonts (print 0.75 and 0.65, hand 0.4 and 0.5); it holds for characters that the reader is unsure of as well (n=79)."""
_LEAST, _MOST_EVIDENCE = -3.0, 1.2
"""Its bounds: pictures are cut badly now and then, and 折 and 析 differ by less than two fonts do."""
Feature = NDArray[np.float32]
Drawn = NDArray[np.float32]
"""Ink from 0, paper, to 1."""


class Likeness:
    """Compares the characters of two sides by their pictures; what is not asked for costs nothing."""

    def __init__(self, sides: tuple[Reading, Reading], images: tuple[Image, Image]) -> None:
        """Takes the readings and the pages or crops that they stand on."""
        self._left, self._right = (_Pictures(side, image) for side, image in zip(sides, images, strict=True))

    def evidence(self, here: int, there: int) -> float:
        """How much the pictures of a token on the left and one on the right speak for one character, as a logit."""
        alike = self._alike(here, there)
        if alike is None or self._usual is None:
            return 0.0
        median, spread = self._usual
        return float(np.clip(_AT_MEDIAN + _A_SPREAD * (alike - median) / spread, _LEAST, _MOST_EVIDENCE))

    @cached_property
    def _usual(self) -> tuple[float, float] | None:
        """Median and spread of the likeness of what both sides surely share; None where that is too little."""
        shared = list(self._shared())
        chosen = shared[:: max(1, len(shared) // _MOST)][:_MOST]
        known = np.array([alike for alike in (self._alike(*pair) for pair in chosen) if alike is not None])
        if len(known) < _ENOUGH:
            return None
        median = float(np.median(known))
        return median, max(_LEAST_SPREAD, 1.48 * float(np.median(np.abs(known - median))))

    def _shared(self) -> Iterator[tuple[int, int]]:
        ours, theirs = self._left.counted, self._right.counted
        forms = [[side.reading.tokens[place].form for place in side.counted] for side in (self._left, self._right)]
        for block in Levenshtein.editops(*forms).as_matching_blocks():
            for here, there in zip(ours[block.a :][: block.size], theirs[block.b :][: block.size], strict=True):
                if self._left.is_sure(here) and self._right.is_sure(there):
                    yield here, there

    def _alike(self, here: int, there: int) -> float | None:
        one, other = self._left.feature(here), self._right.feature(there)
        return None if one is None or other is None else float(one @ other)


class _Pictures:
    """The pictures of one side's 字."""

    def __init__(self, reading: Reading, image: Image) -> None:
        self.reading = reading
        self._image = image
        self._lines: dict[int, _Line] = {}
        self._features: dict[int, Feature | None] = {}

    @cached_property
    def counted(self) -> list[int]:
        return [place for place, token in enumerate(self.reading.tokens) if token.counts]

    def is_sure(self, place: int) -> bool:
        return said(self._says[place]) >= _SURE

    def feature(self, place: int) -> Feature | None:
        """What describes a token's picture; None where it is no 字, or no picture of one is found."""
        if place not in self._features:
            self._features[place] = self._described(place)
        return self._features[place]

    @cached_property
    def _says(self) -> tuple[Says, ...]:
        return token_says(self.reading)

    @cached_property
    def _em(self) -> float:
        """The width of a 字 in pixels of the image; 0 where no two stand side by side."""
        steps = [
            (_middle(after) - _middle(before)) * self.reading.quads[after.line].box.width
            for before, after in pairwise(self.reading.glyphs)
            if before.line == after.line and _is_han(before.form) and _is_han(after.form)
        ]
        return float(np.median(steps)) if steps else 0.0

    def _described(self, place: int) -> Feature | None:
        token = self.reading.tokens[place]
        if not _is_han(token.form) or self._em <= 0:
            return None
        glyph = self.reading.glyph_of(token)
        if glyph.line not in self._lines:
            self._lines[glyph.line] = _Line(self._image, self.reading.quads[glyph.line])
        picture = self._lines[glyph.line].character(_middle(glyph), self._em)
        return None if picture is None else directions(picture)


class _Line:
    """A line set level, with paper beside its ends."""

    def __init__(self, image: Image, quad: Quad) -> None:
        self._beside = _BESIDE_LINE * quad.box.height / quad.box.width
        grey = darkest(line_crop(image, quad.span(-self._beside, 1 + self._beside), _HEIGHT)).astype(np.float32)
        paper, strokes = np.percentile(grey, (_PAPER, _STROKES))
        self._ink: Drawn = np.clip((paper - grey) / max(_FLAT, paper - strokes), 0, 1).astype(np.float32)
        self._columns = self._ink.sum(axis=0)
        self._width = grey.shape[1] / (1 + 2 * self._beside)
        self._shown = quad.box.width

    def character(self, middle: float, em: float) -> Drawn | None:
        """The ink of the 字 around a place (0-1), cut where least of it stands; None where there is none."""
        at, wide = (middle + self._beside) * self._width, em / self._shown * self._width
        start, end = (self._cut(at + side * _NEAR * wide, at + side * _FAR * wide) for side in (-1, 1))
        part = self._ink[:, start : end + 1]
        rows, columns = (np.flatnonzero((part > _INK).any(axis=axis)) for axis in (1, 0))
        if min(len(rows), len(columns)) < _LEAST_SIDE:
            return None
        return part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]

    def _cut(self, one: float, other: float) -> int:
        """The column between two places with the least ink, rather in their middle."""
        last = len(self._columns) - 1
        low, high = (int(min(max(place, 0), last)) for place in sorted((one, other)))
        columns = np.arange(low, high + 1)
        return low + int((self._columns[low : high + 1] + _OFF * np.abs(columns - (one + other) / 2)).argmin())


def directions(picture: Drawn) -> Feature:
    """Where strokes of which directions run in a character, whatever its size: of length 1."""
    drawn = cv2.GaussianBlur(cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), (0, 0), 1.0)
    across, down = cv2.Sobel(drawn, cv2.CV_32F, 1, 0), cv2.Sobel(drawn, cv2.CV_32F, 0, 1)
    strength, angle = np.hypot(across, down), np.arctan2(down, across) % np.pi / np.pi * _DIRECTIONS
    off = np.abs(angle[..., None] - np.arange(_DIRECTIONS))
    maps = strength[..., None] * np.clip(1 - np.minimum(off, _DIRECTIONS - off), 0, 1)
    maps = cv2.GaussianBlur(maps.astype(np.float32), (0, 0), _CELL / 2)[_CELL // 2 :: _CELL, _CELL // 2 :: _CELL]
    feature = np.sqrt(np.asarray(maps, np.float32).ravel() + 1e-6)
    return np.asarray(feature / np.linalg.norm(feature), np.float32)


def _middle(glyph: Glyph) -> float:
    return (glyph.char.start + glyph.char.end) / 2


def _is_han(form: str) -> bool:
    return "\u4e00" <= form <= "\u9fff"
