"""Where do the pictures in a report come from, and how are they drawn: crops, outlines, sizes, JPEG."""

from __future__ import annotations

from typing import Protocol

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.models.finding import Outcome
from pipeline.models.geometry import Box

Colour = tuple[int, int, int]

# BGR, of one hue each with the words in the HTML; dark enough to stand out on paper, also printed in grey.
OUTCOME_COLOURS: dict[Outcome, Colour] = {
    "fail": (32, 32, 192),
    "unsure": (0, 110, 200),
    "pass": (60, 125, 30),
    "not_applicable": (120, 100, 80),
    "could_not_run": (120, 100, 80),
}


class Pictures(Protocol):
    """Gives the upright page pictures of a claim, one at a time, so that a long claim needs little memory."""

    def page(self, file: str, page: int) -> Image:
        """The pixels of one upright page, BGR.

        Raises:
            KeyError: the claim has no such page.
        """
        ...


def jpeg(image: Image, quality: int) -> bytes:
    """The picture as JPEG; the same pixels give the same bytes.

    Raises:
        ValueError: the picture is empty or too large for JPEG (65,500 pixels a side).
    """
    done, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError(f"no JPEG of a picture of shape {image.shape}")
    return encoded.tobytes()


def crop(image: Image, box: Box) -> Image:
    """The part of the picture inside the box, which is clipped to the picture first."""
    height, width = image.shape[:2]
    inside = box.clipped(width, height)
    return image[inside.y0 : inside.y1, inside.x0 : inside.x1]


def fitted(image: Image, long_side: int) -> tuple[Image, float]:
    """The picture, made smaller if its long side has more pixels than allowed, and the scale that did it."""
    scale = min(1.0, long_side / max(image.shape[:2]))
    return resized(image, scale), scale


def resized(image: Image, scale: float) -> Image:
    """The picture at that scale, at least one pixel each way."""
    if scale == 1.0:
        return image
    height, width = image.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, size, interpolation=method), dtype=np.uint8)


def outlined(image: Image, box: Box, colour: Colour, thickness: int) -> Image:
    """A copy with the box drawn around its content: the line lies outside the box and hides nothing of it."""
    drawn = np.ascontiguousarray(image).copy()
    height, width = drawn.shape[:2]
    outer = box.expanded(thickness).clipped(width, height)
    for inset in range(thickness):
        corner = (outer.x0 + inset, outer.y0 + inset)
        opposite = (outer.x1 - 1 - inset, outer.y1 - 1 - inset)
        if corner[0] <= opposite[0] and corner[1] <= opposite[1]:
            cv2.rectangle(drawn, corner, opposite, colour, 1)
    return drawn


def scaled_box(box: Box, origin: Box, scale: float) -> Box:
    """Where a box of the page lies in a crop that begins at ``origin`` and was resized by ``scale``."""
    moved = box.shifted(-origin.x0, -origin.y0)
    x0, y0 = int(moved.x0 * scale), int(moved.y0 * scale)
    return Box(x0, y0, max(x0 + 1, round(moved.x1 * scale)), max(y0 + 1, round(moved.y1 * scale)))


class NoPictures:
    """The pictures of a claim without pages."""

    def page(self, file: str, page: int) -> Image:
        """Never has the page."""
        raise KeyError(f"{file}#{page}")
