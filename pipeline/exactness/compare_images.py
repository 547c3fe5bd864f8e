"""Do two pictures of a text field say the same, character for character?"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.exactness.judge import judge
from pipeline.imaging.arrays import Image
from pipeline.models.comparison import Comparison
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.second_look import with_second_look

_MARGIN = 32


def compare_images(engine: OcrEngine, left: Image, right: Image) -> Comparison:
    """Reads both pictures, each a single text field of one or more lines, and judges what they say.

    Raises:
        PrecheckError: the engine failed.
    """
    return judge(read_field(engine, left), read_field(engine, right), engine.characters)


def read_field(engine: OcrEngine, image: Image) -> tuple[TextLine, ...]:
    """All lines of a picture of one text field, looked at twice; one in which none is found is read as one line."""
    framed: Image = np.asarray(
        cv2.copyMakeBorder(image, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_REPLICATE), np.uint8
    )
    whole = Quad.of(Box(_MARGIN, _MARGIN, framed.shape[1] - _MARGIN, framed.shape[0] - _MARGIN))
    lines = engine.recognise(framed, engine.detect(framed) or (whole,))
    return with_second_look(engine, framed, lines)
