"""Do two pages show the same sheet of paper, or only the same form?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import at_least, darkness, dilated, to_grey
from pipeline.models.page import Judgement

_WIDTH, _HEIGHT = 496, 702
"""A4 at 60 dpi: a character of body text is 9 pixels high, enough to tell one from another."""
_GLANCE = (31, 39)
_INK_CONTRAST = 38
_ROWS, _COLUMNS = 9, 6
_REACH = 14
_LEAST_INK = 24
_LEAST_GLANCE = 0.55
_SAME_MEAN, _SAME_WORST = 0.16, 0.38
_OTHER_MEAN, _OTHER_WORST = 0.32, 0.6


@dataclass(frozen=True, slots=True)
class PageSignature:
    """A page's ink at 60 dpi, one bit a pixel, and a coarse ink density map (39, 31) with zero mean and unit length."""

    ink: bytes
    glance: bytes
    aspect: float

    def mask(self) -> Mask:
        """The ink as (702, 496), 0 and 1."""
        bits = np.unpackbits(np.frombuffer(self.ink, np.uint8), count=_WIDTH * _HEIGHT)
        return bits.reshape(_HEIGHT, _WIDTH)


def page_signature(image: Image) -> PageSignature:
    """What :func:`same_page` compares: 45 kB a page."""
    height, width = image.shape[:2]
    grey = to_grey(shrunk(image, 2.0 * _WIDTH / width))
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
    if left == right:
        return Judgement(state="yes", confidence=1.0, reason_zh="两页图像完全相同", reason_en="The pictures are equal")
    if abs(left.aspect / right.aspect - 1) > 0.1 or _glance_likeness(left, right) < _LEAST_GLANCE:
        return Judgement(state="no", confidence=0.95)
    residuals = _block_residuals(left.mask(), right.mask())
    if len(residuals) < 3:
        return Judgement(
            state="unsure", confidence=0.3, reason_zh="页面内容太少，无法比对", reason_en="Too little ink to compare"
        )
    mean, worst = float(residuals.mean()), float(np.sort(residuals)[-2:].mean())
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


def _block_residuals(left: Mask, right: Mask) -> NDArray[np.float64]:
    """For every inked block the share of its ink, of either page, that has none beside it on the other (0-1)."""
    residuals = [
        *_one_way(left, right),
        *_one_way(right, left),
    ]
    return np.array(residuals)


def _one_way(ours: Mask, theirs: Mask) -> list[float]:
    near = dilated(theirs, 3, 3)
    padded = cv2.copyMakeBorder(near, _REACH, _REACH, _REACH, _REACH, cv2.BORDER_CONSTANT, value=(0,))
    block_h, block_w = _HEIGHT // _ROWS, _WIDTH // _COLUMNS
    residuals = []
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            y, x = row * block_h, column * block_w
            block = ours[y : y + block_h, x : x + block_w]
            ink = int(block.sum())
            if ink >= _LEAST_INK:
                area = padded[y : y + block_h + 2 * _REACH, x : x + block_w + 2 * _REACH]
                found = cv2.matchTemplate(area.astype(np.float32), block.astype(np.float32), cv2.TM_CCORR)
                residuals.append(1 - float(found.max()) / ink)
    return residuals
