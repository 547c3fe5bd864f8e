"""What do lines under a red seal say?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.red_ink import red_mask, without_red
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine

_TOUCHED = 0.02
"""Share of a line's box that red ink must cover before the line is read once more."""


def recognise_under_seals(engine: OcrEngine, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
    """The lines as read, those under red ink also with the ink lifted off; the surer reading is kept.

    Raises:
        PrecheckError: the engine failed.
    """
    lines = list(engine.recognise(image, quads))
    lifted = without_red(image)
    if lifted is image:
        return tuple(lines)
    mask = red_mask(image)
    touched = [index for index, quad in enumerate(quads) if _red_share(mask, quad) >= _TOUCHED]
    again = engine.recognise(lifted, [quads[index] for index in touched])
    for index, line in zip(touched, again, strict=True):
        if line.text.strip() and line.confidence > lines[index].confidence:
            lines[index] = line
    return tuple(lines)


def _red_share(mask: Mask, quad: Quad) -> float:
    height, width = mask.shape
    box = quad.box.clipped(width, height)
    return float(np.count_nonzero(mask[box.y0 : box.y1, box.x0 : box.x1])) / box.area
