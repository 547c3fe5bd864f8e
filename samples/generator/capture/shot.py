"""A picture of a sheet, and where the sheet's millimetres went in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.generator.sheet import Area, Sheet

Origin = Literal["scan", "photocopy", "fax", "photo", "digital"]
Matrix = NDArray[np.float64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shot:
    """The picture, upright. ``matrix`` takes pixels of the drawn sheet to pixels of the picture (3 x 3, projective).

    ``dpi`` is what the file will say, across and down, None for a phone; ``colour`` whether red can still be told.
    """

    image: Image.Image
    sheet: Sheet
    origin: Origin
    device: str
    matrix: Matrix = field(default_factory=lambda: np.eye(3))
    dpi: tuple[int, int] | None = (200, 200)
    colour: bool = True
    legible: bool = True

    def box(self, area: Area) -> tuple[int, int, int, int]:
        """Where the area of the sheet lies in the picture: left, top, right, bottom in pixels."""
        scale = self.sheet.px(1)
        corners = np.array(
            [[area.x0, area.y0, 1], [area.x1, area.y0, 1], [area.x1, area.y1, 1], [area.x0, area.y1, 1]], np.float64
        )
        corners[:, :2] *= scale
        moved = corners @ self.matrix.T
        points = moved[:, :2] / moved[:, 2:]
        left, top = np.clip(points.min(axis=0), 0, None)
        right, bottom = np.minimum(points.max(axis=0), self.image.size)
        return round(float(left)), round(float(top)), round(float(right)), round(float(bottom))


def blurred(values: Floats, sigma: float) -> Floats:
    """The picture blurred by a Gaussian of that many pixels."""
    return np.asarray(cv2.GaussianBlur(values, (0, 0), sigma), np.float32)


def pixels(image: Image.Image) -> Floats:
    """The picture as float32, height x width x 3, 0-255."""
    return np.asarray(image.convert("RGB"), np.float32)


def picture(values: Floats) -> Image.Image:
    """Float values back to a picture: three channels or one."""
    return Image.fromarray(values.clip(0, 255).astype(np.uint8))
