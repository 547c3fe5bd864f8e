"""Whose seal is it? The text along the rim of a round seal."""

from __future__ import annotations

import regex

from pipeline.imaging.ring_text import unwrapped_rim
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.reading.page import ReadPage

_SURE = 0.9
_HAN = regex.compile(r"\p{Han}")
_ROUND = (0.9, 1.1)
_FEWEST = 5
"""Surely read characters along a rim from which a dark ring is a seal's copy: copies of seals had 8 and 13 (n=2)."""


def seal_text(page: ReadPage, box: Box) -> str:
    """The rim's text as read clockwise from the seal's foot; empty when the seal is not round or not surely read.

    Pieces of what stands below the rim's text may be before or behind it.

    Raises:
        PrecheckError: the engine failed.
    """
    if not any(seal.box == box and seal.shape == "round" and seal.colour == "red" for seal in page.seals):
        return ""
    if not _ROUND[0] <= box.width / box.height <= _ROUND[1]:
        return ""
    line = _rim(page, box)
    return line.text if line.confidence >= _SURE else ""


def bears_text(page: ReadPage, box: Box) -> bool:
    """Whether Chinese is read along the rim of a round mark, as no drawn circle has it.

    Raises:
        PrecheckError: the engine failed.
    """
    sure = [char for char in _rim(page, box).chars if char.confidence >= _SURE and _HAN.fullmatch(char.text)]
    return len(sure) >= _FEWEST


def _rim(page: ReadPage, box: Box) -> TextLine:
    strip = unwrapped_rim(page.image, box)
    (line,) = page.engine.recognise(strip, [Quad.of(Box(0, 0, strip.shape[1], strip.shape[0]))])
    return line
