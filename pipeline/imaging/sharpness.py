"""Can a person read what stands on the page?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.hidden_text import beyond_the_sides, covered_lines, sliced_lines, washed_out_lines
from pipeline.imaging.page_scale import crop
from pipeline.imaging.paper import DARK_PAPER, too_dark
from pipeline.imaging.raster import to_grey
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement

_MOST_LINES = 40
_SMALL_PX, _TINY_PX = 11, 8
"""Chinese print needs 11 rows of dots at the least (GB 5199 draws it on 15 by 16); 8 show its outline."""
_INK = 0.5
_SOFT, _BLURRED = 0.15, 0.25
_OWN_BLUR_PX = 3.1
"""How wide the edges of fine strokes are where nothing but the pixels themselves blurs them, as measured here."""
_SOFT_PX = 2.7
"""Less than that shrinking a picture to 100 dpi does: small print loses nothing more by it."""
_MOVING, _MOVED = 0.5, 0.35
"""A camera that moves wipes out the strokes across its way: on drawn pages 0.61 and more of the steepness is left
without that (down to 96 dpi, n=500 lines), at most 0.45 after 2 mm (n=104)."""
_PALE, _FAINT = 45.0, 25.0
_LIT_PAPER = 200.0
_BAD_SHARE, _DOUBTFUL_SHARE = 0.5, 0.25
_CUT_LINES, _WASHED_OUT_LINES, _COVERED_LINES = 4, 3, 2


@dataclass(frozen=True, slots=True)
class LineSharpness:
    """How a line of text looks.

    ``height`` is the line's height in pixels, ``rows`` how many rows of pixels bear ink, ``blur`` how much wider than a
    sharp picture's its stroke edges are, as a share of that height, ``contrast`` the grey levels between paper and
    strokes, ``paper`` the grey level of the paper, ``evenness`` (0-1) how steep the edges are along the dullest
    direction against the steepest.
    """

    height: float
    rows: int
    blur: float
    contrast: float
    paper: float
    evenness: float


def judge_legibility(image: Image, line_boxes: Sequence[Box], dpi: int | None) -> Judgement:
    """Whether the text is illegible (state ``yes``): blurred, too small, too pale, too dark or cut off.

    Judged on up to 40 lines spread over the page. ``yes`` when at least half of them cannot be read, ``unsure`` from a
    quarter on, or when lines run over the page edge, fade into glare or run under a hand.

    Args:
        image: upright page.
        line_boxes: the boxes of its lines of text, in pixels.
        dpi: resolution, None when unknown; only used for the width of the edge.
    """
    page = Box(0, 0, image.shape[1], image.shape[0])
    # A line found before the page was set straight may lie outside of it now.
    on_page = [part for box in line_boxes if (part := box.intersection(page)) is not None]
    boxes = [box for box in on_page if box.width >= box.height and box.height >= 4]
    grey = to_grey(image)
    if not boxes:
        dark = too_dark(grey)
        return (
            _illegible("yes", 1.0, ["画面过暗"], page)
            if dark
            else _illegible("unsure", 0.3, ["未找到可读的文字"], None)
        )
    step = max(1, len(boxes) // _MOST_LINES)
    lines = [(box, measure_line(np.ascontiguousarray(crop(grey, box)))) for box in boxes[::step]]
    bad = [(box, _fault(line)) for box, line in lines if _fault(line) is not None]
    share = len(bad) / len(lines)
    doubtful = sum(_fault(line, doubtful=True) is not None for _, line in lines) / len(lines)
    if share >= _BAD_SHARE:
        return _illegible("yes", min(1.0, share), [fault for _, fault in bad if fault], bad[0][0])
    if share >= _DOUBTFUL_SHARE or doubtful >= _BAD_SHARE:
        faults = [fault for _, line in lines if (fault := _fault(line, doubtful=True))]
        return _illegible("unsure", max(share, doubtful / 2), faults, bad[0][0] if bad else lines[0][0])
    hidden = _hidden(boxes, image, dpi)
    return hidden or Judgement(state="no", confidence=round(1 - share, 3))


def _hidden(boxes: Sequence[Box], image: Image, dpi: int | None) -> Judgement | None:
    """The doubt about lines that the picture does not show whole; None where it shows all."""
    for hidden, least, reason in (
        (beyond_the_sides(boxes, image, dpi), _CUT_LINES, "文字被页边裁掉"),
        (sliced_lines(boxes, image, dpi), 1, "文字被页边裁掉"),
        (washed_out_lines(boxes, image), _WASHED_OUT_LINES, "反光处文字看不清"),
        (covered_lines(boxes, image), _COVERED_LINES, "文字被手遮住"),
    ):
        if len(hidden) >= least:
            return _illegible("unsure", 0.5, [reason], hidden[0])
    return None


def measure_line(grey: Mask) -> LineSharpness:
    """Blur, contrast, paper and evenness of one line's grey crop."""
    dark, paper = (float(level) for level in np.percentile(grey[::2, ::2], (3, 85)))
    contrast = paper - dark
    if contrast < 1 or min(grey.shape) < 3:
        return LineSharpness(grey.shape[0], grey.shape[0], 1.0, contrast, paper, 1.0)
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    dx, dy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3)
    steepest = float(np.percentile(np.maximum(np.abs(dx), np.abs(dy))[::2], 97)) / 8
    wider = max(0.0, (contrast / max(steepest, 1e-3)) ** 2 - _OWN_BLUR_PX**2) ** 0.5
    rows = int(np.count_nonzero(grey.min(axis=1) < paper - _INK * contrast))
    return LineSharpness(grey.shape[0], rows, wider / grey.shape[0], contrast, paper, _evenness(dx, dy))


def _evenness(dx: cv2.typing.MatLike, dy: cv2.typing.MatLike) -> float:
    """The root of the ratio of the structure tensor's eigenvalues."""
    across, both, down = float(np.vdot(dx, dx)), float(np.vdot(dx, dy)), float(np.vdot(dy, dy))
    difference = float(np.hypot(across - down, 2 * both))
    return float(np.sqrt(max(0.0, across + down - difference) / max(across + down + difference, 1e-6)))


def _fault(line: LineSharpness, *, doubtful: bool = False) -> str | None:
    """What makes the line unreadable (or, when asked, doubtful), in Chinese."""
    if line.paper < DARK_PAPER:
        return "画面过暗"
    # In dim light paper and ink lie closer together, but so does their noise.
    if line.contrast < (max(_FAINT, _PALE * min(1.0, line.paper / _LIT_PAPER)) if doubtful else _FAINT):
        return "字迹过淡"
    if line.rows < (_SMALL_PX if doubtful else _TINY_PX):
        return "分辨率过低，文字太小"
    if line.blur > (max(_SOFT, _SOFT_PX / line.height) if doubtful else _BLURRED):
        return "文字模糊"
    if line.evenness < (_MOVING if doubtful else _MOVED):
        return "拍摄时晃动，文字拖影"
    return None


def _illegible(state: str, confidence: float, faults: Sequence[str], box: Box | None) -> Judgement:
    reason = max(sorted(set(faults)), key=faults.count)
    return Judgement(
        state="yes" if state == "yes" else "unsure",
        confidence=round(confidence, 3),
        reason_zh=reason,
        reason_en=_ENGLISH[reason],
        box=box,
    )


_ENGLISH = {
    "未找到可读的文字": "No readable text found",
    "画面过暗": "The picture is too dark",
    "字迹过淡": "The writing is too pale",
    "分辨率过低，文字太小": "The resolution is too low for the size of the text",
    "文字模糊": "The text is blurred",
    "拍摄时晃动，文字拖影": "The camera moved and smeared the text",
    "文字被页边裁掉": "Text is cut off at the page edge",
    "反光处文字看不清": "Text is lost in glare",
    "文字被手遮住": "A hand lies over the text",
}
