"""Do the edges of strokes step in the row distance of a standard-mode fax?"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image
from pipeline.imaging.page_scale import A4_WIDTH_MM
from pipeline.imaging.raster import to_grey

_ROWS_PER_MM = 3.85
"""Scan lines of standard mode (ITU-T T.4)."""
_COLUMN_PX = 60
_PRINT_SCALE = (0.91, 1.04)
"""A reprinted fax is shrunk or enlarged by its printer."""
_LEAST_DPI = 205.0
_INK_COLUMN = 1.5
_PICTURE_STEP, _PICTURE_MM, _SCREEN_MM = 10.0, 10.0, 0.6
"""Steps of 10 grey levels all the way down 10 mm, gaps of a printer's screen left out: no text is that high."""
_BACKGROUND = 0.25
_PEAK_WIDTH = 0.015
_LEAST_PEAK = 60.0


def row_periodicity(image: Image, dpi: float | None) -> float:
    """How far the row period of a standard-mode fax stands out of the spectrum: the peak over the next highest ones.

    Vertical grey differences summed over columns of 60 px, power spectrum, median over the columns that bear text. The
    peak must be 60 times the median around it, and the answer is its ratio to the 99th percentile there: evenly spaced
    lines of text make combs of equal peaks, fax rows one. Halftone pictures, whose screens may have that period, are
    left out. Measured at 300 dpi: drawn pages faxed, printed and rescanned 8.1-16.6 (n=5), real black-white copies and
    scans at most 7.4, the next 3.3 (n=6).
    0.0 below 205 dpi, where a fax row covers too few pixels.

    Args:
        image: upright, deskewed page.
        dpi: its resolution, None to take the page for A4 across.
    """
    grey = to_grey(image)
    per_mm = dpi / 25.4 if dpi else min(grey.shape) / A4_WIDTH_MM
    if per_mm * 25.4 < _LEAST_DPI or grey.shape[0] < 256 or grey.shape[1] < 2 * _COLUMN_PX:
        return 0.0
    steps = np.abs(np.diff(grey.astype(np.int16), axis=0))
    columns = steps[:, : steps.shape[1] // _COLUMN_PX * _COLUMN_PX]
    sums = columns.reshape(len(steps), -1, _COLUMN_PX).sum(axis=2, dtype=np.float64)
    sums[_pictures(sums, per_mm)] = 0
    inked = sums[:, sums.mean(axis=0) > _INK_COLUMN * _COLUMN_PX]
    if inked.shape[1] < 4:
        return 0.0
    spectrum = np.median(np.abs(np.fft.rfft(inked - inked.mean(axis=0), axis=0)) ** 2, axis=1)
    periods = len(inked) / np.maximum(np.arange(len(spectrum)), 1)
    row = per_mm / _ROWS_PER_MM
    expected = np.flatnonzero((periods >= row * _PRINT_SCALE[0]) & (periods <= row * _PRINT_SCALE[1]))
    if len(expected) == 0:
        return 0.0
    peak = int(expected[spectrum[expected].argmax()])
    around = (periods >= row * (_PRINT_SCALE[0] - _BACKGROUND)) & (periods <= row * (1 + _BACKGROUND))
    others = spectrum[around & (np.abs(np.arange(len(spectrum)) - peak) > _PEAK_WIDTH * peak)]
    if spectrum[peak] < _LEAST_PEAK * np.median(spectrum[around]):
        return 0.0
    return float(spectrum[peak] / max(float(np.percentile(others, 99)), 1e-9))


def _pictures(sums: NDArray[np.float64], per_mm: float) -> NDArray[np.bool_]:
    """Where in the columns steps follow each other without the gaps between lines of text, as in halftone pictures."""
    dense = np.asarray(sums > _PICTURE_STEP * _COLUMN_PX, np.uint8)
    screen, least = (np.ones((round(mm * per_mm), 1), np.uint8) for mm in (_SCREEN_MM, _PICTURE_MM))
    joined = cv2.morphologyEx(dense, cv2.MORPH_CLOSE, screen)
    return np.asarray(cv2.morphologyEx(joined, cv2.MORPH_OPEN, least), np.bool_)
