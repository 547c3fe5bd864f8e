"""The text along a round seal's rim, laid out straight for a reader."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.page_scale import crop
from pipeline.models.geometry import Box

_BAND = (0.95, 0.61)
"""Where the rim's characters stand, in parts of the seal's radius: inside the ring, outside the star."""
_STRIP_PX = 48


def unwrapped_rim(image: Image, seal: Box) -> Image:
    """The rim of the seal as a straight strip, 48 px high, clockwise from the foot of the seal; red ink is dark.

    Args:
        image: upright page.
        seal: the box of a round seal that lies wholly on the page.
    """
    region = np.ascontiguousarray(crop(image, seal))
    radius, centre_x, centre_y = (region.shape[1] + region.shape[0]) / 4, region.shape[1] / 2, region.shape[0] / 2
    length = round(_STRIP_PX * np.pi * (_BAND[0] + _BAND[1]) / (_BAND[0] - _BAND[1]))
    angles = np.pi / 2 + np.linspace(0, 2 * np.pi, length, endpoint=False)
    radii = radius * np.linspace(*_BAND, _STRIP_PX)
    across = (centre_x + np.outer(radii, np.cos(angles))).astype(np.float32)
    down = (centre_y + np.outer(radii, np.sin(angles))).astype(np.float32)
    ink = cv2.min(region[:, :, 0], region[:, :, 1])
    strip = cv2.remap(ink, across, down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(
        cv2.cvtColor(cv2.normalize(strip, np.empty_like(strip), 0, 255, cv2.NORM_MINMAX), cv2.COLOR_GRAY2BGR), np.uint8
    )
