"""A page as decoded, while it is still in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.models.source import FileFacts
from pipeline.models.text_line import TextLine

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3), uint8, BGR."""

COMFORTABLE_PIXELS = 40_000_000
"""Pages are made no larger than this: A3 at 400 dpi has 31 million pixels."""


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """One page: its number in the file from 1, its pixels, and what the file says of it."""

    number: int
    pixels: Pixels
    facts: FileFacts
    text_layer: tuple[TextLine, ...] = ()
