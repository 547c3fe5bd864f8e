"""Do two sides seem to differ only where red ink was lifted off the letters? What is left of them may be misread."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from pipeline.exactness.readings import Reading
from pipeline.imaging.arrays import Image, Mask
from pipeline.models.comparison import Comparison, Difference
from pipeline.models.geometry import Box

_LIFTED = 40
"""Grey levels by which a channel of a red pixel changes at least when the ink is lifted off."""
_COVERED = 0.03
"""Share of a letter's box from which a stroke of the stamp runs through it: 0.02-0.3 under a drawn seal."""
_EVEN = 0.5
"""Under a seal in front of a difference either may be true."""


def lifted_ink(image: Image, plain: Image) -> Mask:
    """Where red ink was on ``image`` that ``plain`` shows without, as a mask of the same size, 255 where it was."""
    return np.asarray(np.where(cv2.absdiff(image, plain).max(axis=2) > _LIFTED, 255, 0), np.uint8)


def doubted_under_ink(comparison: Comparison, sides: tuple[Reading, Reading], inks: tuple[Mask, Mask]) -> Comparison:
    """The comparison, but ``unsure`` where all that differs lies under ink on either side."""
    if comparison.verdict != "different" or not any(np.any(ink) for ink in inks):
        return comparison
    if not all(_is_covered(place, sides, inks) for place in comparison.differences):
        return comparison
    return comparison.model_copy(
        update={
            "verdict": "unsure",
            "probability_identical": _EVEN,
            "reason": f"不一致处被印章遮盖，请人工核对：{comparison.reason}",
        }
    )


def _is_covered(place: Difference, sides: tuple[Reading, Reading], inks: tuple[Mask, Mask]) -> bool:
    places = ((place.left, place.left_index), (place.right, place.right_index))
    return any(
        _share(ink, box) > _COVERED
        for side, ink, (shown, index) in zip(sides, inks, places, strict=True)
        for box in ([side.box_of(index)] if shown else _gap(side, index, ink))
    )


def _gap(side: Reading, index: int, ink: Mask) -> Iterator[Box]:
    """Where what is missing before a place in the text may stand: between its neighbours, or to the ends of lines."""
    before = side.box_of(index - 1) if index else None
    after = side.box_of(index) if index < len(side.text) else None
    if before and after and before.x0 < after.x0:
        yield Box(before.x0, min(before.y0, after.y0), after.x1, max(before.y1, after.y1))
        return
    if before:
        yield Box(before.x0, before.y0, ink.shape[1], before.y1)
    if after:
        yield Box(0, after.y0, after.x1, after.y1)


def _share(ink: Mask, box: Box) -> float:
    part = ink[max(0, box.y0) : box.y1, max(0, box.x0) : box.x1]
    return float(np.count_nonzero(part)) / part.size if part.size else 0.0
