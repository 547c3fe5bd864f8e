"""Which way a page has to be turned so that its text stands upright."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.upright import turn
from pipeline.models.geometry import Quad
from pipeline.models.page import Turn
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine

_SAMPLE = 6
_SAMPLE_CHARS = 10
_WIDE = 1.5
_READABLE = 0.85
_FEWEST_CHARS = 6


@dataclass(frozen=True, slots=True)
class Turning:
    """The clockwise turn in degrees that makes a page upright, how sure (0-1), and the lines found after the turn."""

    turn: Turn
    confidence: float
    quads: tuple[Quad, ...]


def find_turn(engine: OcrEngine, image: Image) -> Turning:
    """Finds the turn by reading: most lines wide means 0 or 180, and text that reads well the right way up decides.

    A few of the longest lines are read; the other way is tried only when they do not read well. A page without text
    is left as it is.

    Raises:
        PrecheckError: the engine failed.
    """
    quads = engine.detect(image)
    if not quads:
        return Turning(0, 0.0, quads)
    first: tuple[Turn, Turn] = (0, 180) if _lies_flat(quads) else (90, 270)
    tried: list[tuple[float, Turning]] = []
    for degrees in first:
        turned = turn(image, degrees) if degrees else image
        found = engine.detect(turned) if degrees else quads
        legible = _legibility(engine.recognise(turned, _samples(found)))
        tried.append((legible, Turning(degrees, round(legible, 4), found)))
        if legible >= _READABLE:
            break
    best = max(tried, key=lambda attempt: attempt[0])[1]
    return best if best.confidence > 0 else Turning(0, 0.0, quads)


def _lies_flat(quads: Sequence[Quad]) -> bool:
    wide = sum(quad.box.width * quad.box.area for quad in quads if quad.box.width > _WIDE * quad.box.height)
    tall = sum(quad.box.height * quad.box.area for quad in quads if quad.box.height > _WIDE * quad.box.width)
    return wide >= tall


def _samples(quads: Sequence[Quad]) -> list[Quad]:
    """The beginnings of a few long lines: a dozen characters tell as much as a whole row and cost less."""
    longest = sorted(quads, key=lambda quad: -quad.box.width / max(1, quad.box.height))[:_SAMPLE]
    return [quad.span(0, min(1.0, _SAMPLE_CHARS * quad.box.height / quad.box.width)) for quad in longest]


def _legibility(lines: Sequence[TextLine]) -> float:
    """Mean confidence of the characters read, less when there are hardly any."""
    confidences = [char.confidence for line in lines for char in line.chars if not char.text.isspace()]
    return float(np.mean(confidences)) * min(1.0, len(confidences) / _FEWEST_CHARS) if confidences else 0.0
