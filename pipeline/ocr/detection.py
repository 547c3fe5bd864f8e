"""Where the lines of text are: from the picture to the detector's input, and from its map to quadrilaterals.

The detector is a differentiable-binarisation network (DB, Liao et al., AAAI 2020) as trained for PP-OCRv6; the
thresholds are those that the models were published with.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Point, Quad

_STRIDE = 32
_LONG_SIDE = 960
_SPREAD_LONG_SIDE = 1440
_SPREAD_PIXELS = 2600
_MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
_DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)
_INK = 0.3
_SURE = 0.6
_UNCLIP = 1.5
_SMALLEST_SIDE = 3
_SAME_ROW = 0.5


def detector_input(image: Image) -> NDArray[np.float32]:
    """The picture scaled to the detector's working size, shape (1, 3, height, width), float32, normalised."""
    height, width = image.shape[:2]
    limit = _SPREAD_LONG_SIDE if width > 1.2 * height and width > _SPREAD_PIXELS else _LONG_SIDE
    scale = min(1.0, limit / max(height, width))
    size = tuple(max(_STRIDE, round(side * scale / _STRIDE) * _STRIDE) for side in (width, height))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    normal = (small.astype(np.float32) / 255 - _MEAN) / _DEVIATION
    return np.ascontiguousarray(normal.transpose(2, 0, 1)[None])


def text_quads(probabilities: NDArray[np.float32], width: int, height: int) -> tuple[Quad, ...]:
    """The lines in the detector's map, in pixels of a picture of that width and height, in reading order.

    Args:
        probabilities: shape (rows, columns), 0-1: how sure each place is text.
        width: of the picture that the map belongs to.
        height: likewise.
    """
    ink = (probabilities > _INK).astype(np.uint8)
    contours, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    scale = np.array([width / probabilities.shape[1], height / probabilities.shape[0]])
    quads = []
    for contour in contours:
        center, (long_side, short_side), angle = cv2.minAreaRect(contour)
        if min(long_side, short_side) < _SMALLEST_SIDE or _mean_inside(probabilities, contour) < _SURE:
            continue
        grow = 2 * long_side * short_side * _UNCLIP / (2 * (long_side + short_side))
        corners = cv2.boxPoints((center, (long_side + grow, short_side + grow), angle)) * scale
        quads.append(_as_read(corners.clip((0, 0), (width, height))))
    return _in_reading_order(quads)


def _mean_inside(probabilities: NDArray[np.float32], contour: NDArray[np.int32]) -> float:
    x, y, width, height = cv2.boundingRect(contour)
    mask = np.zeros((height, width), dtype=np.uint8)
    cv2.drawContours(mask, [contour], -1, 1, thickness=cv2.FILLED, offset=(-x, -y))
    return float(cv2.mean(probabilities[y : y + height, x : x + width], mask)[0])


def _as_read(corners: NDArray[np.float64]) -> Quad:
    """The corners from the top left on, clockwise, for text that runs from left to right."""
    by_x = corners[np.argsort(corners[:, 0], kind="stable")]
    left, right = by_x[:2], by_x[2:]
    top_left, bottom_left = left[np.argsort(left[:, 1], kind="stable")]
    top_right, bottom_right = right[np.argsort(right[:, 1], kind="stable")]
    return Quad(*(Point(float(x), float(y)) for x, y in (top_left, top_right, bottom_right, bottom_left)))


def _in_reading_order(quads: list[Quad]) -> tuple[Quad, ...]:
    """Rows from top to bottom, each from left to right."""
    rows: list[list[Quad]] = []
    for quad in sorted(quads, key=lambda quad: (quad.box.center.y, quad.box.x0)):
        if rows and quad.box.vertical_overlap(rows[-1][-1].box) > _SAME_ROW:
            rows[-1].append(quad)
        else:
            rows.append([quad])
    return tuple(quad for row in rows for quad in sorted(row, key=lambda quad: quad.box.x0))
