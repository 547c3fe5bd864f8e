"""Which blots on a page are fingerprints?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import LEAST_PER_MM, crop, enlarged_box, pixels_per_mm, shrunk
from pipeline.imaging.raster import closed, darkest, dilated, lightest, mask_of, pieces
from pipeline.imaging.red_ink import balanced_red_mask
from pipeline.imaging.white_balance import white_balanced
from pipeline.models.geometry import Box

_WORK_PER_MM = 4.0
_SHORT_MM = (7.0, 24.0)
_LONG_MM = (9.0, 34.0)
"""An ink fingerprint is 12-20 x 15-28 mm; light and poorly inked ones show a part, smeared ones more."""
_DENSITY_MM = 3.0
_DENSE = 0.42
_OVOID = (0.68, 0.92)
_SOLID = 0.75
_SLIMMEST = 2.6
_USUAL_MM = (9.0, 11.0)
_FULL, _ROUNDED = 0.6, 0.9
"""How much of a small blot is ink, and of its hull, when a light finger left it: of 11 prints, with strokes over them,
0.91 and more of the hull, of 22 stars of seals, which are as large and as dense, 0.85 and less."""
SMALL_PRINT = 0.55
_UNUSUAL = 0.45
_ROW_WIDTHS = 2.5
_ROW_SHARE = 0.55
_HOLLOW_MM = 1.2
_EMPTY = 0.12
_MOST_HOLLOW = 0.12
_PALE_BLUR_MM = 0.4
_PALE_EXCESS, _STRONG_EXCESS = 6.0, 26.0
"""How far red stands above green and blue (0-255) in the palest prints, and what is too strong to be one of them."""
_DARK_CONTRAST, _COLOURLESS = 60, 40
_DARK_TRUST = 0.45
_SPECK_MM2 = 20.0
_JOIN_MM = 2.5
_STROKE_MM = 1.5


@dataclass(frozen=True, slots=True)
class FingerprintFound:
    """A fingerprint: its box in page pixels, ink and confidence (0-1); below 0.5 it may be another blot."""

    box: Box
    colour: Literal["red", "dark"]
    confidence: float


def find_fingerprints(image: Image, dpi: int | None) -> tuple[FingerprintFound, ...]:
    """All fingerprints of the page, most certain first.

    A fingerprint is an ovoid filled with ink or ridges (period 0.4-0.5 mm, which blend at 100 dpi): where ink covers
    nearly half of every spot. Rings and characters of seals are thinner; name seals are square. Pale prints are sought
    on the smoothed picture, where the noise of single pixels is gone. A dark print is never certain.

    Args:
        image: upright page.
        dpi: its resolution, None to take the page for A4 across.
    """
    scale = pixels_per_mm(image, dpi)
    if scale < LEAST_PER_MM:
        return ()
    factor = min(1.0, _WORK_PER_MM / scale)
    balanced = white_balanced(shrunk(image, factor), scale * factor)
    height, width = image.shape[:2]
    found = [
        FingerprintFound(enlarged_box(box, factor, width, height), colour, confidence)
        for box, colour, confidence in _all_blots(balanced, scale * factor)
    ]
    return tuple(sorted(found, key=lambda mark: (-mark.confidence, mark.box)))


def _all_blots(balanced: Image, millimetre: float) -> list[tuple[Box, Literal["red", "dark"], float]]:
    red = balanced_red_mask(balanced)
    inks: tuple[tuple[Literal["red", "dark"], Mask, float], ...] = (
        ("red", _with_strokes_over(red, balanced, millimetre), 1.0),
        ("red", _pale_mask(balanced, millimetre), 1.0),
        ("dark", _dark_mask(balanced), _DARK_TRUST),
    )
    found: list[tuple[Box, Literal["red", "dark"], float]] = []
    for colour, mask, trust in inks:
        for box, confidence in _blots(mask, millimetre):
            if not any(box.intersection(other) for other, _, _ in found):
                found.append((box, colour, round(trust * confidence, 3)))
    return found


def find_red_blots(image: Image, dpi: int | None) -> tuple[Box, ...]:
    """Clusters of red ink of a fingerprint's size whatever their shape, seals and characters too, in page pixels.

    Args:
        image: upright page.
        dpi: its resolution, None to take the page for A4 across.
    """
    scale = pixels_per_mm(image, dpi)
    factor = min(1.0, _WORK_PER_MM / scale)
    red = balanced_red_mask(white_balanced(shrunk(image, factor), scale * factor))
    height, width = image.shape[:2]
    return tuple(enlarged_box(box, factor, width, height) for box in _red_clusters(red, scale * factor))


def _pale_mask(balanced: Image, millimetre: float) -> Mask:
    """Where a breath of red lies over everything, but no ink as strong as in a good print or a seal."""
    blue, green, red = cv2.split(balanced)
    excess = cv2.subtract(red, cv2.max(green, blue)).astype(np.float32)
    smooth = cv2.GaussianBlur(excess, (0, 0), _PALE_BLUR_MM * millimetre)
    strong = cv2.dilate((smooth > _STRONG_EXCESS).astype(np.uint8), np.ones((3, 3), np.uint8))
    return mask_of((smooth >= _PALE_EXCESS) & (strong == 0))


def _with_strokes_over(red: Mask, balanced: Image, millimetre: float) -> Mask:
    """The red ink and the dark strokes between it: those of a signature hide the print that lies over them."""
    reach = max(3, round(_STROKE_MM * millimetre))
    return red | (mask_of(darkest(balanced) <= 255 - _DARK_CONTRAST) & closed(red, reach, reach))


def _dark_mask(balanced: Image) -> Mask:
    least = darkest(balanced)
    return mask_of((least <= 255 - _DARK_CONTRAST) & (lightest(balanced) - least < _COLOURLESS))


def _red_clusters(red: Mask, millimetre: float) -> list[Box]:
    reach = max(3, round(_JOIN_MM * millimetre))
    labels, clusters = pieces(dilated(red, reach, reach))
    covered = np.asarray(red > 0, np.float32)
    found = []
    for box, _, label in clusters:
        short, long = sorted((box.width / millimetre, box.height / millimetre))
        ink = np.count_nonzero(crop(red, box) & mask_of(crop(labels, box) == label)) / millimetre**2
        if _SHORT_MM[0] <= short and long <= _LONG_MM[1] and ink >= _SPECK_MM2 and not _in_row(covered, box):
            found.append(box)
    return found


def _blots(mask: Mask, millimetre: float) -> list[tuple[Box, float]]:
    if not np.any(mask):
        return []
    window = max(3, round(_DENSITY_MM * millimetre)) | 1
    covered = (mask > 0).astype(np.float32)
    density = np.asarray(cv2.blur(covered, (window, window), borderType=cv2.BORDER_CONSTANT), np.float32)
    dense = (density >= _DENSE).astype(np.uint8)
    contours, _ = cv2.findContours(dense, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outlines = [outline for outline in (np.asarray(c, np.int32) for c in contours) if _has_size(outline, millimetre)]
    if not outlines:
        return []
    blots = []
    hollow = _hollow(covered, millimetre)
    for outline in outlines:
        inside = np.asarray(cv2.drawContours(np.zeros(mask.shape, np.uint8), [outline], -1, (1,), cv2.FILLED)) > 0
        if float(np.mean(hollow[inside])) <= _MOST_HOLLOW:
            x, y, w, h = cv2.boundingRect(outline)
            box, filling = Box(x, y, x + w, y + h), float(np.mean(density[inside]))
            if not _in_row(covered, box):
                blots.append((box, _confidence(outline, filling, millimetre)))
    return blots


def _in_row(covered: NDArray[np.float32], box: Box) -> bool:
    """Whether ink goes on beside the blot as densely as in it, as along a red heading."""
    reach = round(_ROW_WIDTHS * box.width)
    rows = covered[box.y0 : box.y1]
    left, right = rows[:, max(0, box.x0 - reach) : box.x0], rows[:, box.x1 : box.x1 + reach]
    beside = max(float(side.mean()) if side.shape[1] >= box.width else 0.0 for side in (left, right))
    return beside >= _ROW_SHARE * float(rows[:, box.x0 : box.x1].mean())


def _hollow(covered: NDArray[np.float32], millimetre: float) -> NDArray[np.bool_]:
    """Spots of a millimetre without ink: characters have them between their strokes, a finger's ridges do not."""
    window = max(3, round(_HOLLOW_MM * millimetre)) | 1
    return np.asarray(cv2.blur(covered, (window, window)) < _EMPTY, np.bool_)


def _has_size(outline: NDArray[np.int32], millimetre: float) -> bool:
    """Whether the blot has the size and the rounded outline of a fingertip."""
    short, long = _sides(outline, millimetre)
    if not (_SHORT_MM[0] <= short <= _SHORT_MM[1] and _LONG_MM[0] <= long <= _LONG_MM[1]) or long > _SLIMMEST * short:
        return False
    hull_area = cv2.contourArea(cv2.convexHull(outline)) / millimetre**2
    return _OVOID[0] <= hull_area / (short * long) <= _OVOID[1] and _solidity(outline) >= _SOLID


def _solidity(outline: NDArray[np.int32]) -> float:
    """The blot's share of its convex hull (0-1)."""
    return cv2.contourArea(outline) / max(cv2.contourArea(cv2.convexHull(outline)), 1.0)


def _confidence(outline: NDArray[np.int32], filling: float, millimetre: float) -> float:
    short, long = _sides(outline, millimetre)
    if short >= _USUAL_MM[0] and long >= _USUAL_MM[1]:
        return round(min(0.95, 0.6 + 0.6 * (filling - _DENSE)), 3)
    return SMALL_PRINT if filling >= _FULL and _solidity(outline) >= _ROUNDED else _UNUSUAL


def _sides(outline: NDArray[np.int32], millimetre: float) -> tuple[float, float]:
    """The short and the long side of the tightest rectangle around the blot, in millimetres."""
    _, sides, _ = cv2.minAreaRect(outline)
    short, long = sorted(side / millimetre for side in sides)
    return short, long
