"""Whose seal is it? The text along the rim of a round seal."""

from __future__ import annotations

from pipeline.imaging.ring_text import unwrapped_rim
from pipeline.models.geometry import Box, Quad
from pipeline.reading.page import ReadPage

_SURE = 0.9
_ROUND = (0.9, 1.1)


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
    strip = unwrapped_rim(page.image, box)
    (line,) = page.engine.recognise(strip, [Quad.of(Box(0, 0, strip.shape[1], strip.shape[0]))])
    return line.text if line.confidence >= _SURE else ""
