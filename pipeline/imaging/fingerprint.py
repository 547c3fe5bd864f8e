"""Which blots on a page are fingerprints?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import enlarged_box, pixels_per_mm, shrunk
from pipeline.imaging.red_ink import red_mask
from pipeline.models.geometry import Box

_WORK_PER_MM = 4.0
_SHORT_MM = (8.0, 24.0)
_LONG_MM = (11.0, 34.0)
"""An ink fingerprint is 12-20 x 15-28 mm; poorly inked ones show a part, smeared ones more."""
_DENSITY_MM = 3.0
_DENSE = 0.42
_OVOID = (0.68, 0.92)


@dataclass(frozen=True, slots=True)
class FingerprintFound:
    """A fingerprint: its box in page pixels, ink and confidence (0-1)."""

    box: Box
    colour: Literal["red", "dark"]
    confidence: float


def find_fingerprints(image: Image, dpi: int | None) -> tuple[FingerprintFound, ...]:
    """All fingerprints of the page, most certain first.

    A fingerprint is an ovoid filled with ink or ridges (period 0.4-0.5 mm, which blend at 100 dpi): where red covers
    nearly half of every spot. Rings and characters of seals are thinner; name seals are square.

    Args:
        image: upright page.
        dpi: its resolution, None to take the page for A4 across.
    """
    scale = pixels_per_mm(image, dpi)
    factor = min(1.0, _WORK_PER_MM / scale)
    red = red_mask(shrunk(image, factor))
    height, width = image.shape[:2]
    found = [
        FingerprintFound(enlarged_box(box, factor, width, height), "red", confidence)
        for box, confidence in _blots(red, scale * factor)
    ]
    return tuple(sorted(found, key=lambda mark: (-mark.confidence, mark.box)))


def _blots(mask: Mask, millimetre: float) -> list[tuple[Box, float]]:
    if not np.any(mask):
        return []
    window = max(3, round(_DENSITY_MM * millimetre)) | 1
    covered = (mask > 0).astype(np.float32)
    density = np.asarray(cv2.blur(covered, (window, window), borderType=cv2.BORDER_CONSTANT), np.float32)
    dense = (density >= _DENSE).astype(np.uint8)
    blots = []
    contours, _ = cv2.findContours(dense, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in contours:
        confidence = _likeness(np.asarray(contour, np.int32), density, millimetre)
        if confidence > 0:
            x, y, w, h = cv2.boundingRect(contour)
            blots.append((Box(x, y, x + w, y + h), confidence))
    return blots


def _likeness(contour: NDArray[np.int32], density: NDArray[np.float32], millimetre: float) -> float:
    """How much the blot looks like a fingerprint by size, outline and filling, 0-1."""
    (_, _), sides, _ = cv2.minAreaRect(contour)
    short, long = sorted(side / millimetre for side in sides)
    if not (_SHORT_MM[0] <= short <= _SHORT_MM[1] and _LONG_MM[0] <= long <= _LONG_MM[1]) or long > 2.6 * short:
        return 0.0
    hull_area = cv2.contourArea(cv2.convexHull(contour)) / millimetre**2
    roundness = hull_area / (short * long)
    solidity = cv2.contourArea(contour) / millimetre**2 / max(hull_area, 1.0)
    if not _OVOID[0] <= roundness <= _OVOID[1] or solidity < 0.75:
        return 0.0
    inside = np.asarray(cv2.drawContours(np.zeros(density.shape[:2], np.uint8), [contour], -1, (1,), cv2.FILLED))
    filling = float(np.mean(density[inside > 0]))
    usual = short >= 10 and long >= 13
    return round(min(0.95, (0.55 if usual else 0.35) + 0.6 * (filling - _DENSE)), 3)
