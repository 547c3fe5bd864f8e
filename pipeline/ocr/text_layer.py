"""Does a PDF page's own text say what its picture shows?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine

_SAMPLE = 8
_TELLING = 4
_COVERED = 0.6
_READING_ERRORS = 0.02
_INK_CONTRAST = 40


def trusted_text_layer(
    engine: OcrEngine, image: Image, layer: Sequence[TextLine], quads: Sequence[Quad]
) -> tuple[TextLine, ...] | None:
    """The page's own text if it may stand for the picture, else None.

    Every detected line must have text of the layer in its place, all text of the layer must have ink in its place
    (invisible text can say anything), and eight lines spread over the page must say what is read there, but for 2 % of
    their characters, which is more than the reader gets wrong in clean print.

    Args:
        engine: reads the sample.
        image: the upright page.
        layer: the text layer in pixels of the page.
        quads: all detected lines.

    Raises:
        PrecheckError: the engine failed.
    """
    lines = tuple(line for line in layer if line.text.strip())
    if not lines or not quads:
        return None
    seen, told = [quad.box for quad in quads], [line.box for line in lines]
    if any(_covered_share(box, told) < _COVERED for box in seen):
        return None
    if any(_covered_share(box, seen) < _COVERED and not _has_ink(image, box) for box in told):
        return None
    return lines if _reads_the_same(engine, image, lines) else None


def _covered_share(box: Box, others: Sequence[Box]) -> float:
    """The share of the box's width that others in the same row cover, 0-1."""
    covered = np.zeros(max(1, box.width), bool)
    for other in others:
        if box.vertical_overlap(other) >= 0.5:
            covered[max(0, other.x0 - box.x0) : max(0, other.x1 - box.x0)] = True
    return float(covered.mean())


def _has_ink(image: Image, box: Box) -> bool:
    inside = box.clipped(image.shape[1], image.shape[0])
    grey = cv2.cvtColor(image[inside.y0 : inside.y1, inside.x0 : inside.x1], cv2.COLOR_BGR2GRAY)
    return int(grey.max()) - int(grey.min()) >= _INK_CONTRAST


def _reads_the_same(engine: OcrEngine, image: Image, lines: Sequence[TextLine]) -> bool:
    telling = [line for line in lines if len(_compared(line.text)) >= _TELLING] or list(lines)
    count = min(_SAMPLE, len(telling))
    sample = [telling[index * len(telling) // count] for index in range(count)]
    read = engine.recognise(image, [line.quad for line in sample])
    told = [_compared(line.text) for line in sample]
    errors = sum(Levenshtein.distance(_compared(line.text), text) for line, text in zip(read, told, strict=True))
    return errors <= max(1, _READING_ERRORS * sum(map(len, told)))


def _compared(text: str) -> str:
    """The letters and digits alone: marks are read now one way, now another."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
