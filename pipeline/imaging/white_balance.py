"""What would the page look like on pure white paper under even white light?"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.kept import kept
from pipeline.imaging.page_scale import A4_WIDTH_MM, shrunk

_WIDEST_BLOT_MM = 31
"""A fingerprint, the widest solid ink, is up to 28 mm long: darker spots than this are taken for shade."""
_DARKEST_PAPER = 48


@kept
def paper_light(image: Image, per_mm: float | None = None) -> Image:
    """The colour of the bare paper around every spot, at one pixel a millimetre.

    A grey closing wider than any ink blot, per channel: text, rules and seals vanish, shade and tint stay.

    Args:
        image: page or crop.
        per_mm: its pixels a millimetre, needed for crops; without it the picture is taken for a page as wide as A4.
    """
    small = shrunk(image, 1 / (per_mm or min(image.shape[:2]) / A4_WIDTH_MM))
    window = np.ones((_WIDEST_BLOT_MM, _WIDEST_BLOT_MM), np.uint8)
    closed = cv2.morphologyEx(cv2.medianBlur(small, 3), cv2.MORPH_CLOSE, window)
    light: Image = np.maximum(cv2.blur(closed, (15, 15)), _DARKEST_PAPER).astype(np.uint8)
    return light


@kept
def white_balanced(image: Image, per_mm: float | None = None) -> Image:
    """The picture divided by its paper light: paper becomes white, shade and the tint of lamp or paper go away."""
    height, width = image.shape[:2]
    light = cv2.resize(paper_light(image, per_mm), (width, height), interpolation=cv2.INTER_LINEAR)
    balanced: Image = cv2.divide(image, light, scale=255).astype(np.uint8)
    return balanced
