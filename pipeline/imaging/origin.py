"""How did the page come to be a picture: scanned, copied, faxed, photographed or made on a computer?"""

from __future__ import annotations

import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.colour import has_colour
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import darkness, to_grey
from pipeline.models.page import Judgement, Origin
from pipeline.models.source import FileFacts

_WORK_SIDE = 1200
_RIM_MM_SHARE = 0.012
_COPIER_BLACK = 90
_SPECKLE_SHARE = 2e-4


def judge_origin(image: Image, facts: FileFacts, fax: Judgement, *, is_photo: bool) -> tuple[Origin, float]:
    """The origin of a page and how sure it is (0-1).

    Pages drawn from a PDF's own text and screenshots are digital. Any colour speaks for a scan of the paper itself; a
    grey or black-white page with copier traces (dark rim, speckle) is a copy; without either it cannot be told.

    Args:
        image: upright page.
        facts: what the file says.
        fax: the judgement of :func:`pipeline.imaging.fax.judge_fax`.
        is_photo: a camera took it (paper edges in perspective).
    """
    if facts.drawn or facts.screenshot:
        return "digital", 0.95
    if fax.state == "yes":
        return "fax", fax.confidence
    if is_photo or facts.camera:
        return "photo", 0.95 if is_photo and facts.camera else 0.85
    return ("unsure", 0.5) if fax.state == "unsure" else _scan_or_copy(image)


def _scan_or_copy(image: Image) -> tuple[Origin, float]:
    if has_colour(image):
        return "scan", 0.9
    traces = int(_dark_rim(image)) + int(_speckled(image))
    if traces:
        return "photocopy", 0.6 + 0.15 * traces
    return "unsure", 0.4


def _dark_rim(image: Image) -> bool:
    """Whether a side of the page is black along much of its length, as where a copier's lid does not reach."""
    grey = shrunk(to_grey(image), _WORK_SIDE / max(image.shape[:2]))
    rim = max(2, round(_RIM_MM_SHARE * max(grey.shape)))
    sides = (grey[:rim].min(axis=0), grey[-rim:].min(axis=0), grey[:, :rim].min(axis=1), grey[:, -rim:].min(axis=1))
    return any(float(np.mean(side < _COPIER_BLACK)) > 0.3 for side in sides)


def _speckled(image: Image) -> bool:
    """Whether toner specks lie all over the bare paper."""
    grey = shrunk(to_grey(image), _WORK_SIDE / max(image.shape[:2]))
    specks = darkness(grey, 3, 3) > 60
    height, width = specks.shape
    rows, columns = 12, 9
    tiles = specks[: height // rows * rows, : width // columns * columns]
    shares = tiles.reshape(rows, height // rows, columns, width // columns).mean(axis=(1, 3))
    return float(np.percentile(shares, 10)) > _SPECKLE_SHARE
