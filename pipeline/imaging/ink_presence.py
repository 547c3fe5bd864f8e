"""Does a place on the page hold any ink at all, besides its borders and the line to write on?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import crop
from pipeline.imaging.raster import at_least, closed, darkest, dilated, opened, pieces
from pipeline.models.geometry import Box, around

_LEAST_CONTRAST = 40
"""Grey levels (0-255) below the paper from which a pixel counts as ink; bleed-through and paper grain stay above."""
_LEAST_INK_HEIGHT = 0.012
_RULE_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class InkFound:
    """Ink in a zone: the share of it that is ink (0-1), its bounding box on the page, None when there is none."""

    share: float
    box: Box | None


def ink_mask(image: Image) -> Mask:
    """Dark or coloured strokes as a mask of the same size: pixels clearly below the local paper in any channel."""
    least = darkest(np.ascontiguousarray(image))
    side = min(least.shape[:2])
    window = max(3, min(61, side - 1)) | 1
    paper = np.asarray(cv2.medianBlur(dilated(least, 5, 5), window), np.uint8) if side > 3 else least
    contrast = np.maximum(np.maximum(paper, np.uint8(np.percentile(least, 75))), least) - least
    level = max(_LEAST_CONTRAST, int(0.3 * float(np.percentile(contrast, 99.5))))
    return at_least(contrast, level)


def without_straight_lines(mask: Mask, longest: int | None = None) -> Mask:
    """The ink mask of a zone without rules that run across a good part of it: borders, underlines, dotted lines.

    With ``longest`` level rules of more pixels than that go too, however small a part of the zone they cross.
    """
    height, width = mask.shape
    across = max(15, round(width * _RULE_SHARE))
    across = across if longest is None else min(across, longest)
    down = max(15, round(height * 0.8))
    level = _thin(opened(closed(mask, 9, 1), across, 1), 1, 7)
    upright = _thin(opened(mask, 1, down), 7, 1)
    return mask & ~(level | upright)


def find_ink(image: Image, zone: Box) -> InkFound:
    """The ink inside the zone (pixels of the page) besides rules, borders and specks."""
    height, width = image.shape[:2]
    zone = zone.clipped(width, height)
    mask = without_straight_lines(ink_mask(crop(image, zone)))
    speck = max(3.0, _LEAST_INK_HEIGHT * min(height, width) * 0.35)
    found = [piece for piece in pieces(mask)[1] if min(max(piece.box.width, piece.box.height), piece.area) >= speck]
    if not found:
        return InkFound(0.0, None)
    box = around(piece.box for piece in found).shifted(zone.x0, zone.y0)
    return InkFound(sum(piece.area for piece in found) / zone.area, box)


def has_ink(image: Image, zone: Box) -> bool:
    """Whether anything is written, printed or stamped in the zone; its borders and underlines do not count."""
    return find_ink(image, zone).box is not None


def _thin(rules: Mask, across: int, down: int) -> Mask:
    """The rules grown by a pixel each way, but only where they do not hold that window: thick bars are not rules."""
    return dilated(rules & ~opened(rules, across, down), 3, 3)
