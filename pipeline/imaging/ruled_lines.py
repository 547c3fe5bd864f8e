"""Which dark strokes on a page are ruled lines rather than strokes of characters?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask
from pipeline.imaging.page_scale import A4_WIDTH_MM, shrunk
from pipeline.imaging.raster import at_least, closed, darkness, dilated, eroded, opened, pieces
from pipeline.models.geometry import Box, around

_WORK_SIDE = 1300
_FAINT = 14
"""Least grey levels below the paper on both sides: faint lines of a 150 dpi scan are 15-25 levels down."""
_THICKEST_MM = 1.2
_PIECE_MM = 4.5
_GAP_MM = 2.2
_LONG_ACROSS_MM = 14.0
_LONG_DOWN_MM = 16.0
_SHORT_MM = 4.5
_SOLID = 0.85
_CROWDED, _CROWDED_LONG = 0.45, 0.7
_SURELY_LINE_MM = 40.0
_TOUCH_MM = 1.6
_BRIDGE_MM = 15.0
_STEEPEST = 0.014
_STRAY_PX = 1.5
_SURROUNDINGS_PX = 15
_EXTEND_MM, _EXTEND_SHARE = 2.0, 0.9


@dataclass(frozen=True, slots=True)
class Segments:
    """Boxes of straight ruled lines, their common slope, and the pixels taken for a millimetre."""

    horizontal: tuple[Box, ...]
    vertical: tuple[Box, ...]
    slope: float
    millimetre: float


@dataclass(frozen=True, slots=True)
class _Segment:
    box: Box
    slope: float


def find_segments(grey: Mask) -> Segments:
    """Ruled lines on a grey page, in its pixels.

    Thin dark strokes by a one-dimensional closing; straight pieces longer than strokes of body text; pieces joined
    over gaps; then long lines, and short ones that end on lines the other way, and none that run through text.
    """
    height, width = grey.shape
    factor = min(1.0, _WORK_SIDE / min(height, width))
    # A minimum filter first: averaging alone would dilute lines of one or two pixels.
    work = shrunk(eroded(grey, 2, 2), factor) if factor < 1 else grey
    millimetre = min(work.shape) / A4_WIDTH_MM
    dark = at_least(darkness(work, _SURROUNDINGS_PX, _SURROUNDINGS_PX), _FAINT)
    level = [_extended(segment, dark, millimetre) for segment in _level_segments(work, dark, millimetre)]
    upright = [
        _extended(segment, dark.T, millimetre)
        for segment in _level_segments(np.ascontiguousarray(work.T), dark.T, millimetre)
    ]
    across = _kept(level, upright, _LONG_ACROSS_MM * millimetre, _TOUCH_MM * millimetre)
    down = _kept(upright, level, _LONG_DOWN_MM * millimetre, _TOUCH_MM * millimetre)
    slope = _common_slope(across, down)
    return Segments(
        tuple(sorted((_scaled(s.box, factor) for s in across), key=lambda box: (box.y0, box.x0))),
        tuple(sorted((_transposed(_scaled(s.box, factor)) for s in down), key=lambda box: (box.x0, box.y0))),
        slope,
        millimetre / factor,
    )


def _level_segments(grey: Mask, dark: Mask, millimetre: float) -> list[_Segment]:
    thickest = max(5, round(_THICKEST_MM * millimetre)) | 1
    thin = at_least(darkness(grey, 1, thickest), _FAINT)
    straight = opened(dilated(thin, 1, 3), round(_PIECE_MM * millimetre), 1)
    labels, found = pieces(closed(dilated(straight, 1, 3), round(_GAP_MM * millimetre), 1))
    segments = []
    for box, _, label in found:
        flat = box.height <= thickest + 6 + _STEEPEST * box.width
        if flat and box.width >= _SHORT_MM * millimetre:
            segment = _measured(thin, dark, millimetre, labels, label, box)
            if segment is not None:
                segments.append(segment)
    return _joined(segments, thin, _BRIDGE_MM * millimetre)


def _joined(segments: Sequence[_Segment], thin: Mask, longest: float) -> list[_Segment]:
    """Pieces of one line put together where the ink goes on between them, as between two junctions close by."""
    whole: list[_Segment] = []
    for piece in sorted(segments, key=lambda segment: (segment.box.y0, segment.box.x0)):
        index = next((i for i, before in enumerate(whole) if _goes_on(before.box, piece.box, thin, longest)), None)
        if index is None:
            whole.append(piece)
        else:
            box = around([whole[index].box, piece.box])
            longer = max(whole[index], piece, key=lambda segment: segment.box.width)
            whole[index] = _Segment(box, longer.slope)
    return whole


def _goes_on(before: Box, after: Box, thin: Mask, longest: float) -> bool:
    left, right = sorted((before, after), key=lambda box: box.x0)
    gap = right.x0 - left.x1
    if not 0 < gap <= longest or left.vertical_overlap(right) == 0:
        return False
    top, bottom = max(0, min(left.y0, right.y0) - 1), max(left.y1, right.y1) + 1
    return float((thin[top:bottom, left.x1 : right.x0] > 0).any(axis=0).mean()) >= _SOLID


def _measured(
    thin: Mask, dark: Mask, millimetre: float, labels: NDArray[np.int32], label: int, box: Box
) -> _Segment | None:
    """The line through the component if the thin strokes bear it out and text does not crowd it."""
    part = labels[box.y0 : box.y1, box.x0 : box.x1] == label
    ink = part & (thin[box.y0 : box.y1, box.x0 : box.x1] > 0)
    columns = ink.any(axis=0)
    if columns.mean() < _SOLID:
        return None
    xs = np.flatnonzero(columns)
    rows = np.arange(box.height)[:, None]
    counts = ink.sum(axis=0)[xs]
    middles = (ink * rows).sum(axis=0)[xs] / counts
    slope, offset = _fitted(xs, middles)
    if abs(slope) > _STEEPEST:
        return None
    thickness = float(np.median(counts))
    strays = np.abs(middles - (slope * xs + offset)) > max(_STRAY_PX, thickness / 2)
    if np.count_nonzero(~strays) < _SOLID * box.width:
        return None
    crowded = _CROWDED if box.width < _SURELY_LINE_MM * millimetre else _CROWDED_LONG
    if _crowding(dark, box, slope, offset, thickness) > crowded:
        return None
    half = (abs(slope) * box.width + thickness) / 2
    middle = box.y0 + offset + slope * box.width / 2
    top, bottom = round(middle - half + 0.5), round(middle + half + 0.5)
    return _Segment(Box(box.x0, top, box.x1, max(top + 1, bottom)), slope)


def _fitted(xs: NDArray[np.intp], ys: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and offset of the straight line nearest to the points by least squares; level through a single one."""
    middle, height = float(xs.mean()), float(ys.mean())
    away = xs - middle
    slope = float(away @ ys) / max(float(away @ away), 1e-9)
    return slope, height - slope * middle


def _extended(segment: _Segment, dark: Mask, millimetre: float) -> _Segment:
    """The line as far as it is dark, also where characters stand on it and hide that it is thin."""
    box, slope = segment.box, segment.slope
    xs = np.arange(dark.shape[1])
    ys = np.rint(box.center.y - 0.5 + slope * (xs - box.center.x)).astype(np.intp)
    near = [dark[np.clip(ys + offset, 0, dark.shape[0] - 1), xs] > 0 for offset in (-1, 0, 1)]
    span = max(3, round(_EXTEND_MM * millimetre))
    share = np.convolve(np.any(near, axis=0), np.ones(span) / span, "valid")
    going_left = share[: max(0, box.x0 - 1)][::-1] < _EXTEND_SHARE
    going_right = share[box.x1 :] < _EXTEND_SHARE
    x0 = box.x0 - (int(going_left.argmax()) if going_left.any() else 0)
    x1 = box.x1 + (int(going_right.argmax()) if going_right.any() else 0)
    return replace(segment, box=Box(x0, box.y0, x1, box.y1))


def _crowding(dark: Mask, box: Box, slope: float, offset: float, thickness: float) -> float:
    """How much ink accompanies the line just above and below it (the fuller of both sides), 0-1."""
    xs = np.arange(box.x0, box.x1)
    line = box.y0 + offset + slope * (xs - box.x0)
    away = thickness / 2 + np.array((3, 4, 5))
    ys = np.rint(line + np.concatenate((-away, away))[:, None]).astype(np.intp)
    inked = dark[np.clip(ys, 0, dark.shape[0] - 1), xs] > 0
    return max(float(inked[:3].mean()), float(inked[3:].mean()))


def _kept(own: Sequence[_Segment], others: Sequence[_Segment], long: float, touch: float) -> list[_Segment]:
    """Long lines, and short ones whose both ends meet lines of the other direction (given transposed)."""
    return [
        segment
        for segment in own
        if segment.box.width >= long
        or all(_meets(x, segment.box.center.y, others, touch) for x in (segment.box.x0, segment.box.x1))
    ]


def _meets(x: float, y: float, others: Sequence[_Segment], touch: float) -> bool:
    """Whether a transposed line passes (x, y): its rows are our columns."""
    return any(
        abs(other.box.center.y - x) <= touch + other.box.height / 2
        and other.box.x0 - touch <= y <= other.box.x1 + touch
        for other in others
    )


def _common_slope(across: Sequence[_Segment], down: Sequence[_Segment]) -> float:
    slopes = [(s.slope, s.box.width) for s in across] + [(-s.slope, s.box.width) for s in down]
    if not slopes:
        return 0.0
    slopes.sort()
    half = sum(length for _, length in slopes) / 2
    passed = 0
    for slope, length in slopes:
        passed += length
        if passed >= half:
            return slope
    return slopes[-1][0]


def _scaled(box: Box, factor: float) -> Box:
    if factor >= 1:
        return box
    return Box(int(box.x0 / factor), int(box.y0 / factor), round(box.x1 / factor), max(round(box.y1 / factor), 1))


def _transposed(box: Box) -> Box:
    return Box(box.y0, box.x0, box.y1, box.x1)
