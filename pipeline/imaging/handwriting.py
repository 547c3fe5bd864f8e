"""Is there handwriting in the place where a signature belongs?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import crop, pixels_per_mm
from pipeline.imaging.raster import closed, to_grey
from pipeline.imaging.same_print import set_alike
from pipeline.imaging.stroke_style import StrokeStyle, measure_strokes
from pipeline.imaging.zone_ink import ZONE_PER_MM, Clusters, Zone
from pipeline.models.geometry import Box, around

_LEAST_WIDTH_MM = 4.0
_LEAST_HEIGHT_MM = 2.2
_CLEAR_WIDTH_MM, _NAME_MM = 6.0, (3.0, 20.0)
_MOST_STRETCHES = 4
_MOST_SAMPLES = 12
_PRINTED, _HANDWRITTEN = 0.97, 0.3
"""Neat regular script is as likely as 0.96 to be print; a printed name that is not sure is for a person to see."""
_LIKELY_PRINTED, _COLOURED_PRINT, _UNLIKE_PRINT = 0.75, 0.9, 0.9
_STRAIGHT = 0.75
_WHOLE_HEIGHT = 0.97
_OFFSET, _UPRIGHT, _ON_AXES, _WOBBLE, _CROSSING, _SIZE = -1.07, 10.4, 13.0, -25.7, -11.0, -7.95
_NAME_HEIGHT = 0.94
"""A short row is a little lower than a long one, which is likelier to hold a character of full height."""
_USUAL_DIFFERENCE, _LARGEST_DIFFERENCE = 0.2, 1.2
"""Two printed rows taken for one are 2.7 times as high as one of them: what is higher still is a bold signature."""
_BARE_MM, _EDGE_MM, _EDGE_STEP, _EDGE_LEAN_MM = 4.0, 5.0, 0.85, 1.5
"""Where the brightness without strokes (4 mm) falls by 15 % within 5 mm, from top to bottom, the paper ends."""
_ROW_INK, _RULE_INK = 0.01, 0.6
COLOURLESS = "页面无色彩，不能区分签名与印章、手印"
PRINTED_NAME = "只有打印的姓名"
"""Why a zone with ink in it is not signed."""


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """Whether a zone is signed, how sure (0-1), where the strokes are (page pixels), and why, in Chinese."""

    state: Literal["present", "absent", "unsure"]
    confidence: float
    box: Box | None
    reason_zh: str


def judge_signature(
    image: Image,
    zone: Box,
    printed: Sequence[Box],
    dpi: int | None,
    *,
    colour: bool = True,
    caption: Box | None = None,
) -> SignatureFound:
    """Whether handwriting stands in the zone: present, absent or unsure.

    Red ink, rules, dotted lines and specks are left out, and so are the printed boxes. What is left is compared with
    the print on the same page: strokes on the axes, of the print's height and width, are a printed name and no
    signature.

    Args:
        image: upright page.
        zone: where the signature belongs, in page pixels.
        printed: boxes of printed text; those in the zone are left out, all serve as samples of the page's print.
        dpi: resolution, None to take the page for A4 across.
        colour: whether the page shows colour; without it a stamp's ink cannot be told from a pen's.
        caption: the printed caption before the zone: what may be print and is set like it is a printed name.
    """
    height, width = image.shape[:2]
    zone = zone.clipped(width, height)
    work = Zone.around(image, zone, pixels_per_mm(image, dpi))
    end = _paper_end(work.grey)
    strokes = _written(work, printed, end)
    if strokes is None and (beyond := _written(work, printed, work.grey.shape[1])) is not None:
        return SignatureFound("unsure", 0.5, work.to_page(beyond.box).clipped(width, height), "签字处靠近纸边或阴影")
    if strokes is None:
        return SignatureFound("absent", 0.9, None, "签字处没有笔迹")
    box = work.to_page(strokes.box).clipped(width, height)
    if strokes.box.height < _LEAST_HEIGHT_MM * ZONE_PER_MM:
        return SignatureFound("unsure", 0.5, box, "签字处仅有零星笔画")
    likeness = print_likeness(strokes, [height * work.scale for height in _print_heights(image, printed)])
    likely = likeness >= _LIKELY_PRINTED and caption is not None and _continues(image, caption, box, dpi)
    if likeness >= _PRINTED or likely:
        return SignatureFound("absent", round(min(0.95, likeness), 3), box, PRINTED_NAME)
    doubt = _doubt(strokes, likeness, whole=not colour and strokes.box.height >= _WHOLE_HEIGHT * work.grey.shape[0])
    if doubt:
        return SignatureFound("unsure", 0.5, box, doubt)
    return SignatureFound("present", round(min(0.98, 1 - likeness), 3), box, "")


def find_writing(
    image: Image, zone: Box, printed: Sequence[Box], claimed: Callable[[Box], bool], dpi: int | None
) -> Box | None:
    """The largest stretch of handwriting in a zone that belongs to nothing else, as wide as a name, in page pixels.

    Args:
        image: upright page.
        zone: where to look, in page pixels.
        printed: boxes of print, which are left out.
        claimed: whether the strokes in a box (page pixels) belong elsewhere.
        dpi: resolution, None to take the page for A4 across.
    """
    work = Zone.around(image, zone.clipped(image.shape[1], image.shape[0]), pixels_per_mm(image, dpi))
    clusters = Clusters.of(work.strokes(printed, _paper_end(work.grey)))
    free = [part for part in clusters.parts if not claimed(work.to_page(part.box))]
    heights = [height * work.scale for height in _print_heights(image, printed)]
    for _ in range(_MOST_STRETCHES):
        if not free:
            break
        strokes = measure_strokes(work.grey, clusters.row(free))
        if strokes is None:
            break
        if _like_a_name(strokes, heights):
            return work.to_page(strokes.box)
        free = [part for part in free if not part.box.intersection(strokes.box)]
    return None


def _like_a_name(strokes: StrokeStyle, print_heights: Sequence[float]) -> bool:
    """Whether the strokes are as large as a name and neither print nor a cross, nor a shadow along the page's edge."""
    lowest, highest = (height * ZONE_PER_MM for height in _NAME_MM)
    if strokes.box.width < _CLEAR_WIDTH_MM * ZONE_PER_MM or not lowest <= strokes.box.height <= highest:
        return False
    return strokes.straight < _STRAIGHT and print_likeness(strokes, print_heights) < _UNLIKE_PRINT


def _continues(image: Image, caption: Box, name: Box, dpi: int | None) -> bool:
    """Whether the name goes on in the caption's print."""
    height, width = image.shape[:2]
    row = around([caption, name]).expanded(2).clipped(width, height)
    work = Zone.around(image, row, pixels_per_mm(image, dpi))
    ink = work.ink()
    # What is left of strokes under a stamp is broader or paler than they are.
    ink[:, np.flatnonzero(work.stamped[:, : ink.shape[1]].max(axis=0))] = 0
    return set_alike(work.grey, ink, work.from_page(caption), work.from_page(name))


def _written(work: Zone, printed: Sequence[Box], end: int) -> StrokeStyle | None:
    """The strokes left of the column ``end`` that may be a signature; None when they are too few."""
    strokes = measure_strokes(work.grey, _candidate_ink(work, printed, end))
    return strokes if strokes is not None and strokes.box.width >= _LEAST_WIDTH_MM * ZONE_PER_MM else None


def _paper_end(grey: Mask) -> int:
    """The column where the paper ends and a table under a photographed page begins; the width where it does not."""
    side, reach = round(_BARE_MM * ZONE_PER_MM), round(_EDGE_MM * ZONE_PER_MM)
    light = np.percentile(closed(grey, side, side), 90, axis=0)
    dark = np.flatnonzero(light[reach:] < _EDGE_STEP * light[:-reach])
    return reach + int(dark[0]) - round(_EDGE_LEAN_MM * ZONE_PER_MM) if dark.size else len(light)


def _doubt(strokes: StrokeStyle, likeness: float, *, whole: bool) -> str:
    """Why it is not certain that someone signed, in Chinese; ``whole``: colourless ink fills the zone top to bottom."""
    if strokes.straight >= _STRAIGHT:
        return "签字处似为划线或打叉"
    if whole:
        return COLOURLESS
    if likeness > _HANDWRITTEN or strokes.box.width < _CLEAR_WIDTH_MM * ZONE_PER_MM:
        return "不能确定是手写签名还是打印的姓名"
    return ""


def looks_printed(image: Image, box: Box, dpi: int | None) -> bool:
    """Whether the strokes in the box are more likely print than writing; its size says nothing here."""
    height, width = image.shape[:2]
    work = Zone.around(image, box.clipped(width, height), pixels_per_mm(image, dpi))
    strokes = measure_strokes(work.grey, work.ink_besides_borders())
    return strokes is not None and print_likeness(strokes, ()) >= _COLOURED_PRINT


def print_likeness(strokes: StrokeStyle, sample_heights: Sequence[float]) -> float:
    """The probability (0-1) that a short row of strokes is print.

    Logistic regression on five measures. Fitted on 180 rows drawn by hand-like means (bent, joined and jittered
    characters, free curves) and 120 printed names in three fonts, 150-300 dpi, scans and copies; on 200 rows with other
    fonts: 0 of 120 free rows above 0.8, 4 of 80 printed names below 0.35.

    Args:
        strokes: the row, at 8 px/mm.
        sample_heights: heights of the page's printed rows at the same scale; without any the size says nothing.
    """
    score = _OFFSET
    score += _UPRIGHT * min(strokes.upright, 0.25) + _ON_AXES * min(strokes.on_axes, 0.5)
    score += _WOBBLE * min(strokes.wobble, 0.12) + _CROSSING * min(strokes.crossing, 0.3)
    score += _SIZE * _size_difference(strokes.box.height, sample_heights)
    return float(1 / (1 + np.exp(-score)))


def _size_difference(height: float, sample_heights: Sequence[float]) -> float:
    """How much higher the row is than printed rows, as a logarithm: a name smaller than the text is often print."""
    if not sample_heights:
        return _USUAL_DIFFERENCE
    usual = _NAME_HEIGHT * float(np.median(sample_heights))
    return float(np.clip(np.log(height / max(usual, 1.0)), 0, _LARGEST_DIFFERENCE))


def _candidate_ink(zone: Zone, printed: Sequence[Box], end: int) -> Mask:
    """The strokes that could be a signature: the largest cluster of ink that is not print, rule or speck."""
    clusters = Clusters.of(zone.strokes(printed, end))
    return clusters.row(clusters.parts) if clusters.parts else clusters.strokes


def _print_heights(image: Image, printed: Sequence[Box]) -> list[float]:
    """The heights of some printed rows in pixels: boxes of readers are higher than their characters."""
    step = max(1, len(printed) // _MOST_SAMPLES)
    grey = to_grey(image)
    found = [_ink_height(np.ascontiguousarray(crop(grey, box))) for box in printed[::step]]
    return [height for height in found if height > 0]


def _ink_height(grey: Mask) -> float:
    """From the first to the last row of pixels with ink, a rule under or over the text left out."""
    if min(grey.shape, default=0) < 3:
        return 0.0
    dark, paper = np.percentile(grey[:, ::2], (2, 85))
    covered = (grey < (dark + paper) / 2).mean(axis=1)
    rows = np.flatnonzero((covered > _ROW_INK) & (covered < _RULE_INK))
    return float(rows[-1] - rows[0] + 1) if len(rows) else 0.0
