"""Is there handwriting in the place where a signature belongs?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.ink_presence import ink_mask, without_straight_lines
from pipeline.imaging.page_scale import crop, pixels_per_mm
from pipeline.imaging.raster import closed, pieces, to_grey
from pipeline.imaging.red_ink import without_red
from pipeline.imaging.stroke_style import StrokeStyle, measure_strokes
from pipeline.models.geometry import Box

_WORK_PER_MM = 8.0
_SURROUNDINGS_MM = 12.0
_PIECE_MM = 0.9
_LEAST_WIDTH_MM = 4.0
_LEAST_HEIGHT_MM = 2.2
_CLEAR_WIDTH_MM = 6.0
_MOST_SAMPLES = 12
_JOIN_MM = 1.6
_PRINTED, _HANDWRITTEN = 0.62, 0.4


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """Whether a zone is signed, how sure (0-1), where the strokes are (page pixels), and why, in Chinese."""

    state: Literal["present", "absent", "unsure"]
    confidence: float
    box: Box | None
    reason_zh: str


def judge_signature(image: Image, zone: Box, printed: Sequence[Box], dpi: int | None) -> SignatureFound:
    """Whether handwriting stands in the zone: present, absent or unsure.

    Red ink, rules, dotted lines and specks are left out, and so are the printed boxes. What is left is compared with
    the print on the same page: strokes on the axes, of the print's height and width, are a printed name and no
    signature.

    Args:
        image: upright page.
        zone: where the signature belongs, in page pixels.
        printed: boxes of printed text; those in the zone are left out, all serve as samples of the page's print.
        dpi: resolution, None to take the page for A4 across.
    """
    height, width = image.shape[:2]
    zone = zone.clipped(width, height)
    work = _Work.around(image, zone, pixels_per_mm(image, dpi))
    ink = _candidate_ink(work, printed)
    strokes = measure_strokes(work.grey, ink)
    if strokes is None or strokes.box.width < _LEAST_WIDTH_MM * _WORK_PER_MM:
        return SignatureFound("absent", 0.9, None, "签字处没有笔迹")
    box = work.to_page(strokes.box).clipped(width, height)
    if strokes.box.height < _LEAST_HEIGHT_MM * _WORK_PER_MM:
        return SignatureFound("unsure", 0.5, box, "签字处仅有零星笔画")
    likeness = print_likeness(strokes, _print_samples(image, printed, work.scale))
    if likeness >= _PRINTED:
        return SignatureFound("absent", round(min(0.95, likeness), 3), box, "只有打印的姓名")
    if likeness > _HANDWRITTEN or strokes.box.width < _CLEAR_WIDTH_MM * _WORK_PER_MM:
        return SignatureFound("unsure", 0.5, box, "不能确定是手写签名还是打印的姓名")
    return SignatureFound("present", round(min(0.98, 1 - likeness), 3), box, "")


def print_likeness(strokes: StrokeStyle, samples: Sequence[StrokeStyle]) -> float:
    """How much strokes look printed, 0-1: drawn on the axes, and of the page's own print height and stroke width."""
    on_axes = float(np.clip((strokes.axis_share - 0.36) / 0.3, 0, 1))
    if not samples:
        return on_axes
    usual_share = float(np.median([sample.axis_share for sample in samples]))
    like_axes = float(np.clip((strokes.axis_share - 0.25) / max(usual_share - 0.3, 0.08), 0, 1))
    nearest = max(_alike(strokes, sample) for sample in samples)
    return float(0.3 * on_axes + 0.35 * like_axes + 0.35 * nearest)


def _alike(strokes: StrokeStyle, sample: StrokeStyle) -> float:
    height = abs(np.log(strokes.height / max(sample.height, 1.0)))
    stroke = abs(np.log(max(strokes.stroke, 1.0) / max(sample.stroke, 1.0)))
    return float(np.clip(1 - height / 0.35, 0, 1) * np.clip(1 - stroke / 0.5, 0, 1))


@dataclass(frozen=True, slots=True)
class _Work:
    """The zone cut out, red ink removed, at 8 px/mm, and how it lies on the page."""

    grey: Mask
    colour: Image
    origin: tuple[int, int]
    scale: float

    @classmethod
    def around(cls, image: Image, zone: Box, per_mm: float) -> _Work:
        pad = round(_SURROUNDINGS_MM * per_mm)
        height, width = image.shape[:2]
        wide = zone.expanded(pad).clipped(width, height)
        calm = without_red(np.ascontiguousarray(crop(image, wide)))
        inner = np.ascontiguousarray(crop(calm, zone.shifted(-wide.x0, -wide.y0)))
        scale = _WORK_PER_MM / per_mm
        shape = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        colour = np.asarray(cv2.resize(inner, None, fx=scale, fy=scale, interpolation=shape), np.uint8)
        return cls(to_grey(colour), colour, (zone.x0, zone.y0), scale)

    def to_page(self, box: Box) -> Box:
        x0, y0, x1, y1 = (value / self.scale for value in box)
        return Box(int(x0), int(y0), round(x1) + 1, round(y1) + 1).shifted(*self.origin)

    def from_page(self, box: Box) -> Box:
        x0, y0, x1, y1 = (round(value * self.scale) for value in box.shifted(-self.origin[0], -self.origin[1]))
        return Box(x0, y0, x1, y1)


def _candidate_ink(work: _Work, printed: Sequence[Box]) -> Mask:
    """The strokes that could be a signature: the largest cluster of ink that is not print, rule or speck."""
    ink = without_straight_lines(ink_mask(work.colour))
    for box in printed:
        crop(ink, work.from_page(box).expanded(2))[:] = 0
    reach = round(_JOIN_MM * _WORK_PER_MM)
    labels, clusters = pieces(closed(ink, 2 * reach, reach))
    large = [cluster for cluster in clusters if max(cluster.box.width, cluster.box.height) >= _PIECE_MM * _WORK_PER_MM]
    if not large:
        return np.zeros_like(ink)
    main = max(large, key=lambda cluster: cluster.box.area)
    row = [cluster.label for cluster in large if cluster.box.vertical_overlap(main.box) > 0.5]
    return np.where(np.isin(labels, row), ink, 0).astype(np.uint8)


def _print_samples(image: Image, printed: Sequence[Box], scale: float) -> list[StrokeStyle]:
    """The style of the page's printed rows, at the working scale."""
    height, width = image.shape[:2]
    step = max(1, len(printed) // _MOST_SAMPLES)
    samples = []
    for box in printed[::step]:
        part = np.ascontiguousarray(crop(image, box.clipped(width, height)))
        shape = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        resized = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=shape), np.uint8)
        style = measure_strokes(to_grey(resized), ink_mask(resized))
        if style is not None:
            samples.append(style)
    return samples
