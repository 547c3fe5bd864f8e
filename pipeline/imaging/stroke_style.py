"""How are the strokes of a row drawn: on the axes and on a grid like print, or freely like handwriting?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask
from pipeline.imaging.page_scale import crop
from pipeline.imaging.raster import dilated, pieces
from pipeline.models.geometry import Box, around

_ENOUGH_PIXELS = 40
_AXIS_DEGREES = 8
_PEAK_DEGREES = 4
_LEAN_DEGREES = 10
_CUT_SLACK = 0.12


@dataclass(frozen=True, slots=True)
class StrokeStyle:
    """The look of a row of strokes.

    ``box`` is in pixels of the picture given. All shares are 0-1: ``on_axes`` of the stroke edges within 8 degrees of
    level or upright, ``upright`` of the edges in the 8 degrees around the commonest near-upright direction,
    ``straight`` of the edges along the two commonest directions, as in a cross or a slash. As shares of the row
    height: ``wobble`` is the scatter of the characters' middles, ``crossing`` the ink that runs across the gaps between
    characters (cut as if they were square).
    """

    box: Box
    on_axes: float
    upright: float
    straight: float
    wobble: float
    crossing: float


def measure_strokes(grey: Mask, ink: Mask) -> StrokeStyle | None:
    """The style of the strokes marked in ``ink`` on the grey picture of the same size; None when there are too few."""
    if int(np.count_nonzero(ink)) < _ENOUGH_PIXELS:
        return None
    box = around(piece.box for piece in pieces(ink)[1])
    directions = _edge_directions(grey, ink)
    row = crop(ink, box) > 0
    cuts, crossing = _character_cuts(row)
    return StrokeStyle(
        box, _on_axes(directions), _upright(directions), _straight(directions), _wobble(row, cuts), crossing
    )


def _edge_directions(grey: Mask, ink: Mask) -> NDArray[np.float64]:
    """Edge strength by the direction of the edge's normal in whole degrees: 0 an upright stroke, 90 a level one."""
    smooth = cv2.GaussianBlur(grey, (5, 5), 0)
    dx, dy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    near = dilated(ink, 3, 3) > 0
    degrees = np.degrees(np.arctan2(dy[near], dx[near])) % 180
    strength = np.bincount(degrees.astype(np.intp) % 180, weights=np.hypot(dx[near], dy[near]), minlength=180)
    return np.asarray(strength / max(float(strength.sum()), 1e-6), np.float64)


def _on_axes(directions: NDArray[np.float64]) -> float:
    around_axis = np.arange(-_AXIS_DEGREES, _AXIS_DEGREES + 1)
    return float(directions[around_axis % 180].sum() + directions[90 + around_axis].sum())


def _straight(directions: NDArray[np.float64]) -> float:
    window = np.arange(-_AXIS_DEGREES, _AXIS_DEGREES + 1)
    along = directions[(np.arange(180)[:, None] + window) % 180].sum(axis=1)
    first = int(along.argmax())
    others = np.delete(directions, np.unique((first + window) % 180))
    second = np.convolve(others, np.ones(len(window)), "valid").max()
    return float(along[first] + second)


def _upright(directions: NDArray[np.float64]) -> float:
    window = np.arange(-_PEAK_DEGREES, _PEAK_DEGREES + 1)
    return max(float(directions[(lean + window) % 180].sum()) for lean in range(-_LEAN_DEGREES, _LEAN_DEGREES + 1))


def _character_cuts(row: NDArray[np.bool_]) -> tuple[list[int], float]:
    """The columns between characters, taken as square, and the mean ink that each cut runs through."""
    height, width = row.shape
    count = max(1, round(width / height))
    columns = row.sum(axis=0)
    slack = max(1, int(_CUT_SLACK * width / count))
    cuts, crossed = [0], []
    for index in range(1, count):
        start = max(0, index * width // count - slack)
        nearby = columns[start : start + 2 * slack + 1]
        cuts.append(start + int(nearby.argmin()))
        crossed.append(float(nearby.min()) / height)
    return [*cuts, width], float(np.mean(crossed)) if crossed else 0.0


def _wobble(row: NDArray[np.bool_], cuts: list[int]) -> float:
    middles = []
    for start, end in pairwise(cuts):
        rows = np.flatnonzero(row[:, start:end].any(axis=1))
        if len(rows):
            middles.append((rows[0] + rows[-1]) / 2)
    return float(np.std(middles) / row.shape[0]) if middles else 0.0
