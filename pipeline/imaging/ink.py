"""Which inks is something written with: black, blue, red or pencil?"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image
from pipeline.imaging.ink_presence import ink_mask
from pipeline.imaging.page_scale import crop
from pipeline.imaging.red_ink import balanced_red_mask
from pipeline.imaging.white_balance import has_colour, white_balanced
from pipeline.models.geometry import Box
from pipeline.models.page import Ink

_BLUE_HUES = (95, 135)
_BLUE_SATURATION, _BLUE_CHROMA = 60, 15.0
_LEAST_SHARE = 0.15
_PENCIL_CHROMA, _PENCIL_LIGHTNESS, _PENCIL_ABOVE_PRINT = 6.0, 38.0, 26.0
"""Domain notes 6.1: OpenCV HSV for blue, CIE Lab chroma and lightness (45-57, print 7-28) for pencil."""
_CORE = 0.5
_ENOUGH_PIXELS = 30
_INKS: tuple[Ink, ...] = ("black", "blue", "red", "pencil")


def ink_colours(image: Image, boxes: Sequence[Box]) -> tuple[Ink, ...]:
    """The inks inside the boxes, in the order black, blue, red, pencil; empty when nothing can be told.

    On pages without any colour the ink is not judged. Black ballpoint and gel pen look alike to a scanner and both
    count as black.

    Args:
        image: upright page.
        boxes: places of handwriting, in page pixels, as free of print as can be.
    """
    if not boxes or not has_colour(image):
        return ()
    balanced = white_balanced(image)
    print_lightness = _darkest_lightness(balanced)
    found = {ink for box in boxes for ink in _inks_in(np.ascontiguousarray(crop(balanced, box)), print_lightness)}
    return tuple(ink for ink in _INKS if ink in found)


def _inks_in(region: Image, print_lightness: float) -> set[Ink]:
    if region.size == 0:
        return set()
    core = _stroke_core(region)
    if core.sum() < _ENOUGH_PIXELS:
        return set()
    hsv = cv2.cvtColor(region, cv2.COLOR_BGR2HSV)[core]
    lightness, chroma = _lightness_and_chroma(region[core])
    red = balanced_red_mask(region)[core] > 0
    is_blue = (hsv[:, 0] >= _BLUE_HUES[0]) & (hsv[:, 0] <= _BLUE_HUES[1]) & (hsv[:, 1] >= _BLUE_SATURATION)
    blue = is_blue & (chroma >= _BLUE_CHROMA)
    found: set[Ink] = set()
    if blue.mean() >= _LEAST_SHARE:
        found.add("blue")
    if red.mean() >= _LEAST_SHARE:
        found.add("red")
    neutral = ~blue & ~red
    if neutral.mean() >= max(_LEAST_SHARE, 0.5 if found else 0.0):
        stroke = float(np.percentile(lightness[neutral], 15))
        pale = stroke >= max(_PENCIL_LIGHTNESS, print_lightness + _PENCIL_ABOVE_PRINT)
        grey = float(np.median(chroma[neutral])) < _PENCIL_CHROMA
        found.add("pencil" if pale and grey else "black")
    return found


def _stroke_core(region: Image) -> NDArray[np.bool_]:
    """The darker half of every stroke: its middle, away from rims that blend with the paper."""
    mask = ink_mask(region) > 0
    if not mask.any():
        return mask
    depth = 255 - region.min(axis=2)
    return np.asarray(mask & (depth >= _CORE * np.percentile(depth[mask], 90)), np.bool_)


def _lightness_and_chroma(pixels: Image) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """CIE L* (0-100) and C* of (n, 3) BGR pixels."""
    lab = cv2.cvtColor((pixels[None].astype(np.float32) / 255), cv2.COLOR_BGR2Lab)[0]
    return np.asarray(lab[:, 0], np.float32), np.asarray(np.hypot(lab[:, 1], lab[:, 2]), np.float32)


def _darkest_lightness(balanced: Image) -> float:
    """L* of the page's darkest strokes, which are print where there is any."""
    small = balanced[::3, ::3]
    dark = small[small.max(axis=2) <= 110]
    if len(dark) < _ENOUGH_PIXELS:
        return 100.0
    return float(np.percentile(_lightness_and_chroma(dark)[0], 15))
