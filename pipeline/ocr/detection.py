"""From a page to the input of a text detector, and from its probability map to the corners of lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import compress

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image
from pipeline.imaging.page_scale import shrunk_to
from pipeline.models.geometry import Point, Quad
from pipeline.ocr.model_files import DetectionModel

Tensor = NDArray[np.float32]
"""Values of a network: (batch, channel, height, width) for pictures."""

LONG_SIDE = 960
"""Pixels of a page's longer side when it is looked at first, as PaddleOCR does by default."""
_TINY, _CLOSER_SIDE = 10.0, 1440
_VERY_TINY, _CLOSEST_SIDE = 8.5, 1920
STRIDE = 32
_SMALLEST_CORE = 3.0
_SAME_ROW = 0.5
_LEAST_RUN = 2.5


def detection_input(image: Image, long_side: int, model: DetectionModel) -> Tensor:
    """The picture normalised and scaled to that longer side, shape (1, 3, h, w), h and w multiples of 32.

    Small pictures are not enlarged.
    """
    height, width = image.shape[:2]
    scale = min(1.0, long_side / max(height, width))
    whole = int(1 / scale)
    near = shrunk_to(image, (max(1, width // whole), max(1, height // whole))) if whole > 1 else image
    size = (_to_stride(width * scale), _to_stride(height * scale))
    small = cv2.resize(near, size, interpolation=cv2.INTER_LINEAR)
    levels = np.arange(256) / 255
    planes = [
        cv2.LUT(plane, ((levels - mean) / std).astype(np.float32))
        for plane, mean, std in zip(cv2.split(small), model.mean, model.std, strict=True)
    ]
    return np.stack(planes)[None].astype(np.float32, copy=False)


def closer_look(quads: Sequence[Quad], image: Image) -> int | None:
    """The longer side to detect again with where print is tiny, as on an A3 spread; None where the first look will do.

    Rows of lines below 10 px on the detector's map run into each other (measured: 7.5-16 pt print at six scales,
    n=3,978 lines: 0.4 % lost above 10 px, 3 % at 9.4 px, 30 % at 7.8 px).
    """
    side: int = max(image.shape[:2])
    if not quads or side <= LONG_SIDE:
        return None
    typical = float(np.median([_height(quad) for quad in quads])) * LONG_SIDE / side
    if typical >= _TINY:
        return None
    return min(side, _CLOSEST_SIDE if typical < _VERY_TINY else _CLOSER_SIDE)


def closest_look(quads: Sequence[Quad], before: Sequence[Quad], image: Image) -> int | None:
    """The longer side to detect at once more where a closer look found fewer lines than the one before, else None.

    Seen on a dense spread: 64 lines of 64 at 960 px, 57 at 1440 and 64 at 1920.
    """
    return min(max(image.shape[:2]), _CLOSEST_SIDE) if len(quads) < len(before) else None


def _to_stride(pixels: float) -> int:
    return max(STRIDE, round(pixels / STRIDE) * STRIDE)


def lines_on_map(probability: Tensor, image: Image, model: DetectionModel) -> tuple[Quad, ...]:
    """The lines of text on a probability map of shape (h, w), as corners in pixels of ``image``, in reading order."""
    core = (probability > model.pixel_threshold).astype(np.uint8)
    contours, _ = cv2.findContours(core, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    to_page = np.array([image.shape[1] / core.shape[1], image.shape[0] / core.shape[0]])
    quads = []
    for contour in (np.asarray(found, np.int32) for found in contours):
        whole = _outline(contour, probability, model)
        parts = [whole] if whole is not None else [_outline(part, probability, model) for part in _halves(contour)]
        limits = (image.shape[1], image.shape[0])
        quads += [as_read(np.clip(outline * to_page, 0, limits)) for outline in parts if outline is not None]
    return in_reading_order(quads)


def _outline(contour: NDArray[np.int32], probability: Tensor, model: DetectionModel) -> NDArray[np.float32] | None:
    """The corners of the line around a region of the map, None where the region is no line."""
    (x, y), (width, height), angle = cv2.minAreaRect(contour)
    if min(width, height) < _SMALLEST_CORE:
        return None
    corners = np.asarray(cv2.boxPoints(((x, y), (width, height), angle)), np.float32)
    if _mean_inside(probability, corners) < model.box_threshold:
        return None
    grown = 2 * width * height * model.unclip_ratio / (2 * (width + height))
    return np.asarray(cv2.boxPoints(((x, y), (width + grown, height + grown), angle)), np.float32)


def _halves(contour: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """The low and the high part of a region in which a caption runs into a signature, whose frame is mostly empty."""
    left, top, width, height = cv2.boundingRect(contour)
    if width < _LEAST_RUN * height:
        return []
    inside = np.zeros((height, width), np.uint8)
    cv2.fillPoly(inside, [contour - (left, top)], (1.0,))
    heights = inside.sum(axis=0, dtype=np.float64)
    columns = np.arange(1, width)
    before = np.cumsum(heights)[:-1]
    apart = columns * (width - columns) * (before / columns - (heights.sum() - before) / (width - columns)) ** 2
    cut = int(columns[np.argmax(apart)])
    parts: list[NDArray[np.int32]] = []
    for start, end in ((0, cut), (cut, width)):
        found, _ = cv2.findContours(inside[:, start:end], cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        parts += [np.add(part, (left + start, top)).astype(np.int32) for part in found]
    return parts


def _height(quad: Quad) -> float:
    """The shorter side, which is a line's height also on a page that lies on its side."""
    return min(math.dist(quad.top_left, quad.bottom_left), math.dist(quad.top_left, quad.top_right))


def _mean_inside(probability: Tensor, corners: NDArray[np.float32]) -> float:
    height, width = probability.shape
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, (width - 1, height - 1))
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, (width - 1, height - 1))
    inside = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(inside, [(corners - (left, top)).astype(np.int32)], (1.0,))
    return float(cv2.mean(probability[top : bottom + 1, left : right + 1], inside)[0])


def as_read(corners: NDArray[np.float64]) -> Quad:
    """Names the corners, shape (4, 2), of a line that runs from left to right."""
    by_x = sorted((Point(float(x), float(y)) for x, y in corners), key=lambda corner: corner.x)
    top_left, bottom_left = sorted(by_x[:2], key=lambda corner: corner.y)
    top_right, bottom_right = sorted(by_x[2:], key=lambda corner: corner.y)
    return Quad(top_left, top_right, bottom_right, bottom_left)


def in_reading_order(quads: Sequence[Quad]) -> tuple[Quad, ...]:
    """Rows from top to bottom, each from left to right; a row is what overlaps its first line by half a height."""
    waiting = sorted(((quad.box, quad) for quad in quads), key=lambda found: (found[0].center.y, found[0].x0))
    ordered: list[Quad] = []
    while waiting:
        first = waiting[0][0]
        beside = [box.vertical_overlap(first) >= _SAME_ROW for box, _ in waiting]
        row = list(compress(waiting, beside))
        waiting = [found for found, taken in zip(waiting, beside, strict=True) if not taken]
        ordered += [quad for _, quad in sorted(row, key=lambda found: found[0].x0)]
    return tuple(ordered)
