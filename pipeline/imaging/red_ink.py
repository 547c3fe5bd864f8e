"""Which pixels are red ink, and what does the page say once that ink is taken out?"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import crop, shrunk
from pipeline.imaging.raster import at_least, dilated, pieces
from pipeline.imaging.white_balance import white_balanced
from pipeline.models.geometry import Box

_HUES = ((0, 10), (156, 179))
_LEAST_SATURATION, _LEAST_VALUE = 30, 46
"""OpenCV HSV range of stamp ink (domain notes 6.3): the usual hues, saturation lowered for pale seals."""
_LEAST_EXCESS = 16
"""How far red must stand above green and blue (0-255) on balanced paper: below it lie JPEG fringes of black strokes."""
_SEARCH_SIDE = 900
_NOTICEABLE_PIXELS = 25
_DARKEST_PAPER = 48


def red_mask(image: Image) -> Mask:
    """Red ink as a mask of the same size, 255 where it is, judged after white balance."""
    return balanced_red_mask(white_balanced(image))


def balanced_red_mask(balanced: Image) -> Mask:
    """Red ink on a picture that is white-balanced already, as a mask of the same size."""
    blue, green, red = cv2.split(balanced)
    excess = at_least(np.asarray(cv2.subtract(red, cv2.max(green, blue)), np.uint8), _LEAST_EXCESS)
    if not np.any(excess):
        return excess
    hsv = cv2.cvtColor(balanced, cv2.COLOR_BGR2HSV)
    hue = np.zeros_like(excess)
    for low, high in _HUES:
        least = np.array((low, _LEAST_SATURATION, _LEAST_VALUE), np.uint8)
        hue |= np.asarray(cv2.inRange(hsv, least, np.array((high, 255, 255), np.uint8)), np.uint8)
    return excess & hue


def without_red(image: Image) -> Image:
    """The page with red ink lifted off, so that text printed or written under a seal can be read.

    Where red ink lies the red channel is shown, stretched so that bare ink becomes paper; black strokes under it stay
    dark because they are dark in the red channel too. Pixels away from red ink are the same as before; a page without
    red ink comes back as it is.
    """
    small = red_mask(shrunk(image, _SEARCH_SIDE / max(image.shape[:2])))
    if cv2.countNonZero(small) < _NOTICEABLE_PIXELS:
        return image
    lifted = image.copy()
    for box in _red_regions(small, image):
        region = crop(lifted, box)
        region[:] = _lifted(region)
    return lifted


def _red_regions(small: Mask, image: Image) -> list[Box]:
    height, width = image.shape[:2]
    x_scale, y_scale = width / small.shape[1], height / small.shape[0]
    return [
        Box(int(box.x0 * x_scale), int(box.y0 * y_scale), round(box.x1 * x_scale), round(box.y1 * y_scale)).clipped(
            width, height
        )
        for box, _, _ in pieces(dilated(small, 9, 9))[1]
    ]


def _lifted(region: Image) -> Image:
    paper = np.maximum(np.percentile(region.reshape(-1, 3), 90, axis=0), _DARKEST_PAPER)
    mask = balanced_red_mask(np.clip(region * (255.0 / paper), 0, 255).astype(np.uint8))
    if not np.any(mask):
        return region
    red = region[:, :, 2].astype(np.float32) / float(paper[2])
    bare_ink = max(float(np.percentile(red[mask > 0], 60)), 0.05)
    shown = np.clip(red / bare_ink, 0, 1)[:, :, None] * paper
    # The pale rim of a stroke is too faint for the mask; it fades by its own red channel.
    rim = np.minimum(red, 1)[:, :, None] * paper
    touched = dilated(mask, 5, 5) > 0
    lifted = np.where(mask[:, :, None] > 0, shown, np.where(touched[:, :, None], rim, region))
    return lifted.astype(np.uint8)
