"""Which pixels are red ink, and what does the page say once that ink is taken out?"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import A4_WIDTH_MM, crop, enlarged_box, shrunk
from pipeline.imaging.raster import at_least, closed, dilated, pieces
from pipeline.imaging.white_balance import paper_light, white_balanced
from pipeline.models.geometry import Box

_HUES = ((0, 10), (156, 179))
_LEAST_SATURATION, _LEAST_VALUE = 30, 46
"""OpenCV HSV range of stamp ink (domain notes 6.3): the usual hues, saturation lowered for pale seals."""
_LEAST_EXCESS = 16
"""How far red must stand above green and blue (0-255) on balanced paper: below it lie JPEG fringes of black strokes."""
_FAINT_EXCESS, _FAINT_SATURATION = 10, 12
_SEARCH_PER_MM = 3.0
_NOTICEABLE_PIXELS = 25
_STAMP_RIM_MM = 1.5
_LETTER_GAP_MM = 3.0
_STAMP_LIGHT_MM = 10.0
"""Paper around a place, by which its light is told."""
_LEAST_STAMP_MM = 6.0
"""Name seals are 10 to 20 mm wide; half of one in the zone will do."""
_LEAST_WRITING_MM = (6.0, 1.8)
"""Two letters of small print, ragged at their edges."""


def red_mask(image: Image, per_mm: float | None = None) -> Mask:
    """Red ink as a mask of the same size, 255 where it is, judged after white balance.

    Args:
        image: page or crop.
        per_mm: its pixels a millimetre, needed for crops; without it the picture is taken for a page as wide as A4.
    """
    return balanced_red_mask(white_balanced(image, per_mm))


def faint_red_mask(image: Image, per_mm: float | None = None) -> Mask:
    """Red ink down to the palest seals, for pictures shrunk so far (100 dpi) that noise is averaged out."""
    smooth = np.asarray(cv2.medianBlur(white_balanced(image, per_mm), 3), np.uint8)
    return balanced_red_mask(smooth, _FAINT_EXCESS, _FAINT_SATURATION)


def balanced_red_mask(
    balanced: Image, least_excess: int = _LEAST_EXCESS, least_saturation: int = _LEAST_SATURATION
) -> Mask:
    """Red ink on a picture that is white-balanced already, as a mask of the same size."""
    blue, green, red = cv2.split(balanced)
    excess = at_least(np.asarray(cv2.subtract(red, cv2.max(green, blue)), np.uint8), least_excess)
    if not np.any(excess):
        return excess
    hsv = cv2.cvtColor(balanced, cv2.COLOR_BGR2HSV)
    hue = np.zeros_like(excess)
    for low, high in _HUES:
        least = np.array((low, least_saturation, _LEAST_VALUE), np.uint8)
        hue |= np.asarray(cv2.inRange(hsv, least, np.array((high, 255, 255), np.uint8)), np.uint8)
    return excess & hue


def without_red(image: Image, per_mm: float | None = None) -> Image:
    """The page with red ink lifted off, so that text printed or written under a seal can be read.

    Where red ink lies the red channel is shown, stretched so that bare ink becomes paper; black strokes under it stay
    dark because they are dark in the red channel too. Pixels away from red ink are the same as before; a page without
    red ink comes back as it is.

    Args:
        image: page or crop.
        per_mm: its pixels a millimetre, needed for crops; without it the picture is taken for a page as wide as A4.
    """
    height, width = image.shape[:2]
    per_mm = per_mm or min(height, width) / A4_WIDTH_MM
    factor = min(1.0, _SEARCH_PER_MM / per_mm)
    small = red_mask(shrunk(image, factor), per_mm * factor)
    if cv2.countNonZero(small) < _NOTICEABLE_PIXELS:
        return image
    light = paper_light(image, per_mm)
    lifted = image.copy()
    for box in _red_regions(small, image):
        region = crop(lifted, box)
        x0, y0, x1, y1 = (int(value / per_mm) for value in box)
        paper = np.median(light[y0 : y1 + 1, x0 : x1 + 1].reshape(-1, 3), axis=0)
        region[:] = _lifted(region, paper)
    return lifted


def red_writing(image: Image, stamps: Sequence[Box]) -> tuple[Box, ...]:
    """Where red ink lies outside the stamps, large enough for a few letters, in page pixels.

    What runs over the edge of the page is a slice of a seal set across several pages.

    Args:
        image: upright page.
        stamps: its seals and fingerprints, in page pixels.
    """
    per_mm = min(image.shape[:2]) / A4_WIDTH_MM
    factor = min(1.0, _SEARCH_PER_MM / per_mm)
    small = red_mask(shrunk(image, factor), per_mm * factor)
    millimetre = per_mm * factor
    for stamp in stamps:
        x0, y0, x1, y1 = (round(value * factor) for value in stamp)
        crop(small, Box(x0, y0, x1, y1).expanded(round(_STAMP_RIM_MM * millimetre)))[:] = 0
    joined = pieces(closed(small, round(_LETTER_GAP_MM * millimetre), round(_LETTER_GAP_MM * millimetre)))[1]
    across, down = (least * millimetre for least in _LEAST_WRITING_MM)
    inner = Box(0, 0, small.shape[1], small.shape[0]).expanded(-round(_STAMP_RIM_MM * millimetre))
    height, width = image.shape[:2]
    return tuple(
        enlarged_box(box, factor, width, height)
        for box, _, _ in joined
        if box.width >= across and box.height >= down and box.intersection(inner) == box
    )


def _red_regions(small: Mask, image: Image) -> list[Box]:
    height, width = image.shape[:2]
    x_scale, y_scale = width / small.shape[1], height / small.shape[0]
    return [
        Box(int(box.x0 * x_scale), int(box.y0 * y_scale), round(box.x1 * x_scale), round(box.y1 * y_scale)).clipped(
            width, height
        )
        for box, _, _ in pieces(dilated(small, 9, 9))[1]
    ]


def _lifted(region: Image, paper: NDArray[np.float64]) -> Image:
    """The region with stamp ink unmixed; ``paper`` is the colour (3,) of the bare paper there.

    Ink is a filter over what lies below: a pixel is (under * share of light that the ink lets through) per channel, so
    the ratio of green and blue to red tells how much ink there is, and the red channel then tells what lies below.
    """
    balanced = np.clip(region / paper, 0, 1)
    mask = balanced_red_mask((balanced * 255).astype(np.uint8))
    if not np.any(mask):
        return region
    red, other = balanced[:, :, 2], balanced[:, :, :2].mean(axis=2)
    ratio = np.minimum(other / np.maximum(red, 1e-3), 1)
    full = (mask > 0) & (ratio <= np.percentile(ratio[mask > 0], 20))
    stopped_red, stopped_other = 1 - float(np.percentile(red[full], 30)), 1 - float(np.median(other[full]))
    amount = np.clip((1 - ratio) / np.maximum(stopped_other - ratio * stopped_red, 0.05), 0, 1)
    below = np.clip(red / (1 - amount * stopped_red), 0, 1)
    touched = dilated(mask, 5, 5) > 0
    return np.where(touched[:, :, None], below[:, :, None] * paper, region).astype(np.uint8)


def red_stamp(image: Image, zone: Box, known: Sequence[Box], per_mm: float) -> Box | None:
    """Red ink in the zone that is as large as a name seal and belongs to no mark that is known, in page pixels.

    Args:
        image: upright page.
        zone: where to look.
        known: boxes of seals and fingerprints.
        per_mm: the page's pixels a millimetre.
    """
    around = zone.expanded(round(_STAMP_LIGHT_MM * per_mm)).clipped(image.shape[1], image.shape[0])
    red = red_mask(np.ascontiguousarray(crop(image, around)), per_mm)
    for box in known:
        part = box.shifted(-around.x0, -around.y0).clipped(around.width, around.height)
        red[part.y0 : part.y1, part.x0 : part.x1] = 0
    inside = zone.clipped(image.shape[1], image.shape[0]).shifted(-around.x0, -around.y0)
    gap = round(_LETTER_GAP_MM * per_mm)
    _, blots = pieces(closed(np.ascontiguousarray(crop(red, inside)), gap, gap))
    large = [box for box in (blot.box for blot in blots) if min(box.width, box.height) >= _LEAST_STAMP_MM * per_mm]
    found = max(large, key=lambda box: box.area, default=None)
    return found.shifted(inside.x0 + around.x0, inside.y0 + around.y0) if found else None
