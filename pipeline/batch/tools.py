"""What does reading take that is built once and used for many claims?"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.intake.decode import Decoder
from pipeline.ocr.engine import OcrEngine


@dataclass(frozen=True, slots=True)
class Tools:
    """A reader and a decoder."""

    engine: OcrEngine
    decoder: Decoder
