"""Do the edges of strokes lie on the row grid of a standard-mode fax?"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import A4_WIDTH_MM
from pipeline.imaging.raster import to_grey

_ROWS_PER_MM = 3.85
"""Scan lines of standard mode (ITU-T T.4)."""
_COLUMN_PX, _TAKEN_EVERY_PX = 60, 10
_STEPS_A_PIXEL = 4
"""Edges are placed between pixels to a quarter of one, so that rows two pixels high (200 dpi) are told."""
_LEAST_STEP = 24
_FEWEST_ROWS, _FEWEST_COLUMNS = 60, 4
"""A few lines of print alone, with edges at as few heights, lie on some grid by chance."""
_PRINT_SCALE = (0.91, 1.04)
"""A reprinted fax is shrunk or enlarged by its printer."""
_LEAST_DPI = 140.0
_PICTURE_STEP, _PICTURE_MM, _SCREEN_MM = 10.0, 10.0, 0.6
"""Steps of 10 grey levels all the way down 10 mm, gaps of a printer's screen left out: no text is that high."""
_BACKGROUND = 0.25
_PEAK_WIDTH = 0.015
_LEAST_PEAK = 3.0


def row_grid(image: Image, dpi: float | None) -> float:
    """The share (0-1) of level stroke edges that keep to the row distance of a standard-mode fax.

    The edges' places, taken between pixels, in columns of 60 px: the power of their spectrum at the best period near a
    fax row, 1 when all lie on the grid, median over the columns that bear text. 0.0 when the period does not stand
    three times above its neighbours, as evenly spaced lines of text make combs of equal peaks, and below 140 dpi, where
    rows and pixels are alike. Halftone pictures, whose screens may have that period, are left out.

    Args:
        image: upright, deskewed page.
        dpi: its resolution, None to take the page for A4 across.
    """
    height, width = image.shape[:2]
    per_mm = dpi / 25.4 if dpi else min(height, width) / A4_WIDTH_MM
    if per_mm * 25.4 < _LEAST_DPI or height < 256 or width < 2 * _COLUMN_PX:
        return 0.0
    taken = np.ascontiguousarray(image[:, : width // _COLUMN_PX * _COLUMN_PX : _TAKEN_EVERY_PX])
    placed = _edges(to_grey(taken), per_mm)
    edged = placed.reshape(len(placed), -1, _STEPS_A_PIXEL).any(axis=2).sum(axis=1)
    inked = placed[edged >= _FEWEST_ROWS]
    if len(inked) < _FEWEST_COLUMNS:
        return 0.0
    power = np.abs(np.fft.rfft(inked - inked.mean(axis=1, keepdims=True), axis=1)) ** 2
    spectrum = np.median(power / inked.sum(axis=1, keepdims=True) ** 2, axis=0)
    periods = placed.shape[1] / _STEPS_A_PIXEL / np.maximum(np.arange(len(spectrum)), 1)
    row = per_mm / _ROWS_PER_MM
    expected = np.flatnonzero((periods >= row * _PRINT_SCALE[0]) & (periods <= row * _PRINT_SCALE[1]))
    if len(expected) == 0:
        return 0.0
    peak = int(expected[spectrum[expected].argmax()])
    around = (periods >= row * (_PRINT_SCALE[0] - _BACKGROUND)) & (periods <= row * (1 + _BACKGROUND))
    others = spectrum[around & (np.abs(np.arange(len(spectrum)) - peak) > _PEAK_WIDTH * peak)]
    return float(spectrum[peak]) if spectrum[peak] >= _LEAST_PEAK * np.percentile(others, 99) else 0.0


def _edges(columns: Mask, per_mm: float) -> NDArray[np.float64]:
    """How many level edges lie at each quarter of a pixel, one row of counts for each column of 60 px."""
    steps = np.asarray(cv2.absdiff(columns[1:], columns[:-1]), np.uint8)
    middle, above, below = steps[1:-1], steps[:-2], steps[2:]
    rows, xs = np.nonzero((middle >= _LEAST_STEP) & (middle >= above) & (middle > below))
    before, at, after = (part[rows, xs].astype(np.float32) for part in (above, middle, below))
    places = (rows + 1.5 + (after - before) / (before + at + after)) * _STEPS_A_PIXEL
    width = _COLUMN_PX // _TAKEN_EVERY_PX
    count, length = columns.shape[1] // width, columns.shape[0] * _STEPS_A_PIXEL
    sums = steps.reshape(len(steps), count, width).sum(axis=2, dtype=np.float64)
    text = ~_pictures(sums / width, per_mm)[rows, xs // width]
    flat = xs[text] // width * length + places[text].astype(np.intp)
    return np.bincount(flat, minlength=count * length).reshape(count, length).astype(np.float64)


def _pictures(steps: NDArray[np.float64], per_mm: float) -> NDArray[np.bool_]:
    """Where in the columns steps follow each other without the gaps between lines of text, as in halftone pictures."""
    dense = np.asarray(steps > _PICTURE_STEP, np.uint8)
    screen, least = (np.ones((round(mm * per_mm), 1), np.uint8) for mm in (_SCREEN_MM, _PICTURE_MM))
    joined = cv2.morphologyEx(dense, cv2.MORPH_CLOSE, screen)
    return np.asarray(cv2.morphologyEx(joined, cv2.MORPH_OPEN, least), np.bool_)
