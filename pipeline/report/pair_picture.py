"""How do the two fields of a comparison look, one above the other at the same text height?

The labels 申请表 and 诊断证明 are pictures of words (drawn once from Noto Sans CJK SC, SIL Open Font License), so that
the result does not depend on the fonts of the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box
from pipeline.report.evidence import LONG_SIDE_PX
from pipeline.report.pairs import Pair, PairSide, Side
from pipeline.report.pictures import Colour, crop, jpeg, outlined, resized, scaled_box

_QUALITY = 85
_MARGIN_PX = 12
_TEXT_HEIGHT_PX = 44
_LARGEST_SCALE = 3.0
_MARK_PX = 3
_FRAME: Colour = (60, 50, 40)
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Half:
    """One side's field cut out of its page, BGR, and where the cut lies on the page."""

    picture: Image
    origin: Box


def cut_half(side: PairSide, page: Image) -> Half:
    """The field with a little paper around it, copied so that the page can be let go."""
    height, width = page.shape[:2]
    origin = side.box.clipped(width, height).expanded(_MARGIN_PX).clipped(width, height)
    return Half(crop(page, origin).copy(), origin)


def join_halves(pair: Pair, left: Half, right: Half) -> bytes:
    """Both halves under their labels as one JPEG, at most 900 pixels wide, the text of both equally high."""
    scales = [min(_LARGEST_SCALE, _TEXT_HEIGHT_PX / max(1.0, side.text_height)) for side in (pair.left, pair.right)]
    widest = max(left.picture.shape[1] * scales[0], right.picture.shape[1] * scales[1])
    common = min(1.0, (LONG_SIDE_PX - 2 * _MARGIN_PX) / widest)
    rows = [
        _label("left"),
        _marked(left, pair.left, scales[0] * common, pair.colour),
        _label("right"),
        _marked(right, pair.right, scales[1] * common, pair.colour),
    ]
    return jpeg(_stacked(rows), _QUALITY)


def _marked(half: Half, side: PairSide, scale: float, colour: Colour) -> Image:
    picture = resized(half.picture, scale)
    for place in side.marked:
        picture = outlined(picture, scaled_box(place, half.origin, scale), colour, _MARK_PX)
    height, width = picture.shape[:2]
    return outlined(picture, Box(0, 0, width, height), _FRAME, 1)


def _stacked(rows: list[Image]) -> Image:
    width = max(row.shape[1] for row in rows) + 2 * _MARGIN_PX
    height = sum(row.shape[0] + _MARGIN_PX for row in rows) + _MARGIN_PX
    sheet = np.full((height, width, 3), _WHITE, dtype=np.uint8)
    top = _MARGIN_PX
    for row in rows:
        sheet[top : top + row.shape[0], _MARGIN_PX : _MARGIN_PX + row.shape[1]] = row
        top += row.shape[0] + _MARGIN_PX
    return sheet


@cache
def _label(side: Side) -> Image:
    encoded = resources.files("pipeline.report.labels").joinpath(f"{side}.png").read_bytes()
    return np.asarray(cv2.imdecode(np.frombuffer(encoded, np.uint8), cv2.IMREAD_COLOR), dtype=np.uint8)
