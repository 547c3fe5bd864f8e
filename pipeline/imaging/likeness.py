"""Do two pages show the same sheet of paper, or only the same form?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import at_least, darkness, dilated, to_grey
from pipeline.models.page import Judgement

_WIDTH, _HEIGHT = 624, 936
"""A4 at 75 dpi: a character of body text is 11 pixels high, enough to tell one from another."""
_GLANCE = (31, 39)
_INK_CONTRAST = 38
_BLOCK = 78
_REACH = 18
_SPOT, _SPOT_INK = 25, 50
"""A spot of 8 mm, a character or two; with less ink it tells nothing."""
_LEAST_INK = 700
_LEAST_GLANCE = 0.55
_SAME_MEAN, _SAME_WORST = 0.12, 0.35
_OTHER_MEAN, _OTHER_WORST = 0.25, 0.5
"""Same sheet scanned again, skewed, smaller or copied: worst spot at most 0.23; the same form filled in otherwise: at
least 0.54 (24 drawn pairs)."""


@dataclass(frozen=True, slots=True)
class PageSignature:
    """A page's ink at 75 dpi, one bit a pixel, and a coarse ink density map (39, 31) with zero mean and unit length."""

    ink: bytes
    glance: bytes
    aspect: float

    def mask(self) -> Mask:
        """The ink as (936, 624), 0 and 1."""
        bits = np.unpackbits(np.frombuffer(self.ink, np.uint8), count=_WIDTH * _HEIGHT)
        return bits.reshape(_HEIGHT, _WIDTH)


def page_signature(image: Image) -> PageSignature:
    """What :func:`same_page` compares: 80 kB a page."""
    height, width = image.shape[:2]
    grey = shrunk(to_grey(image), 2.0 * _WIDTH / width)
    dark = darkness(grey, 15, 15)
    small = np.asarray(cv2.resize(dark, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)
    contrast = max(_INK_CONTRAST, 0.35 * float(np.percentile(small, 99)))
    ink = at_least(small, contrast) // np.uint8(255)
    glance = cv2.GaussianBlur(cv2.resize(ink.astype(np.float32), _GLANCE, interpolation=cv2.INTER_AREA), (3, 3), 0)
    glance = glance - glance.mean()
    glance = glance / max(float(np.linalg.norm(glance)), 1e-6)
    return PageSignature(np.packbits(ink).tobytes(), glance.astype(np.float32).tobytes(), width / height)


def same_page(left: PageSignature, right: PageSignature) -> Judgement:
    """Whether both show the same sheet (``yes``), surely not (``no``), or it cannot be told.

    The ink is matched block by block, each block with its own small shift, so that another skew, scale or edge does
    not count; a block whose ink has no counterpart means other content on the same form.
    """
    ours, theirs = left.mask(), right.mask()
    if min(int(ours.sum()), int(theirs.sum())) < _LEAST_INK:
        return Judgement(
            state="unsure", confidence=0.3, reason_zh="页面内容太少，无法比对", reason_en="Too little ink to compare"
        )
    if left == right:
        return Judgement(state="yes", confidence=1.0, reason_zh="两页图像完全相同", reason_en="The pictures are equal")
    if abs(left.aspect / right.aspect - 1) > 0.1 or _glance_likeness(left, right) < _LEAST_GLANCE:
        return Judgement(state="no", confidence=0.95)
    there, back = _residual(ours, theirs), _residual(theirs, ours)
    mean, worst = max(there.mean, back.mean), max(there.worst, back.worst)
    if mean <= _SAME_MEAN and worst <= _SAME_WORST:
        confidence = round(1 - mean - 0.3 * worst, 3)
        return Judgement(
            state="yes", confidence=confidence, reason_zh="两页内容逐处吻合", reason_en="Both pages agree everywhere"
        )
    if mean >= _OTHER_MEAN or worst >= _OTHER_WORST:
        return Judgement(state="no", confidence=round(min(0.99, 0.5 + max(mean, worst) / 2), 3))
    return Judgement(
        state="unsure", confidence=0.5, reason_zh="两页大部分内容吻合", reason_en="The pages agree for the most part"
    )


def _glance_likeness(left: PageSignature, right: PageSignature) -> float:
    a, b = (np.frombuffer(side.glance, np.float32) for side in (left, right))
    return float(a @ b)


@dataclass(frozen=True, slots=True)
class _Residual:
    """Ink of one page without counterpart on the other: share of all ink, and of the worst spot's ink (0-1)."""

    mean: float
    worst: float


def _residual(ours: Mask, theirs: Mask) -> _Residual:
    """What of our ink has none beside it on their page, each block shifted to its best place."""
    lonely = _unmatched(ours, theirs)
    window = (_SPOT, _SPOT)
    ink_near, lonely_near = (cv2.blur(mask.astype(np.float32), window) * _SPOT**2 for mask in (ours, lonely))
    spots = (lonely_near / np.maximum(ink_near, 1))[ink_near >= _SPOT_INK]
    worst = float(np.percentile(spots, 99.7)) if spots.size else 0.0
    return _Residual(float(lonely.sum()) / max(int(ours.sum()), 1), worst)


def _unmatched(ours: Mask, theirs: Mask) -> Mask:
    padded = np.pad(dilated(theirs, 3, 3), _REACH)
    lonely = np.zeros_like(ours)
    for y in range(0, _HEIGHT - _BLOCK + 1, _BLOCK):
        for x in range(0, _WIDTH - _BLOCK + 1, _BLOCK):
            block = ours[y : y + _BLOCK, x : x + _BLOCK]
            if block.any():
                area = padded[y : y + _BLOCK + 2 * _REACH, x : x + _BLOCK + 2 * _REACH]
                found = cv2.matchTemplate(area, block, cv2.TM_CCORR)
                _, _, _, (dx, dy) = cv2.minMaxLoc(found)
                lonely[y : y + _BLOCK, x : x + _BLOCK] = block & ~area[dy : dy + _BLOCK, dx : dx + _BLOCK] & 1
    return lonely
