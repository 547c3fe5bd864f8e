"""How is one line cut out of a page and made ready for the reader?"""

from __future__ import annotations

import math

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Point, Quad
from pipeline.ocr.detection import Tensor

_WIDTH_STEP = 32
_WIDEST = 3200
_NARROWEST = 16


def line_crop(image: Image, quad: Quad, height: int) -> Image:
    """The line turned level, ``height`` pixels high, its width in proportion (16-3200 px).

    Raises:
        ValueError: the page or the height is empty.
    """
    if not image.size or height < 1:
        raise ValueError("nothing to cut a line from")
    long = max(_distance(quad.top_left, quad.top_right), _distance(quad.bottom_left, quad.bottom_right))
    tall = max(_distance(quad.top_left, quad.bottom_left), _distance(quad.top_right, quad.bottom_right))
    width = min(_WIDEST, max(_NARROWEST, math.ceil(height * long / max(tall, 1.0))))
    corners = np.array(quad, np.float32)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    warp = cv2.getPerspectiveTransform(corners, target)
    crop = cv2.warpPerspective(image, warp, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(crop, np.uint8)


def recognition_input(crop: Image) -> Tensor:
    """The crop normalised to -1..1, shape (1, 3, height, w), padded on the right to a multiple of 32 px."""
    height, width = crop.shape[:2]
    padded = np.zeros((1, 3, height, -(-width // _WIDTH_STEP) * _WIDTH_STEP), np.float32)
    padded[0, :, :, :width] = crop.transpose(2, 0, 1) / np.float32(127.5) - 1
    return padded


def _distance(one: Point, other: Point) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)
