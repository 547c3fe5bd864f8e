"""Any picture mode as 8-bit BGR on white paper."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import TiffImageFile

from pipeline.intake.decoded_page import Pixels

_PHOTOMETRIC = 262
_MIN_IS_WHITE = 0
_ALPHA_MODES = {"RGBA", "RGBa", "LA", "La", "PA"}


def to_bgr(image: Image.Image) -> Pixels:
    """The loaded picture's pixels; transparent parts show white paper, deep greys are scaled to 8 bits.

    Raises:
        ValueError: the mode cannot be converted.
    """
    if image.mode.startswith(("I", "F")):
        return _from_grey(_eight_bits(image))
    if image.mode in _ALPHA_MODES or "transparency" in image.info:
        return _from_rgb(_on_white(image.convert("RGBA")))
    if image.mode in {"1", "L"}:
        return _from_grey(np.asarray(image.convert("L")))
    if image.mode == "LAB":
        return _from_rgb(_lab_to_rgb(image))
    return _from_rgb(image if image.mode == "RGB" else image.convert("RGB"))


def _from_rgb(image: Image.Image) -> Pixels:
    pixels: Pixels = cv2.cvtColor(np.asarray(image), cv2.COLOR_RGB2BGR).astype(np.uint8, copy=False)
    return pixels


def _from_grey(grey: NDArray[np.uint8]) -> Pixels:
    pixels: Pixels = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR).astype(np.uint8, copy=False)
    return pixels


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    lab, rgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, rgb, outputMode="RGB")
    return converted if converted is not None else image


def _eight_bits(image: Image.Image) -> NDArray[np.uint8]:
    """Greys of 12, 16 or 32 bits: unsigned ones by their depth, signed and real ones by what they span."""
    values = np.nan_to_num(np.asarray(image).astype(np.float32))
    if image.mode.startswith("I;16"):
        low, high = 0.0, 4095.0 if values.max() <= 4095 else 65535.0
    else:
        low, high = float(values.min()), float(values.max())
    grey = ((values - low) * (255.0 / max(high - low, 1e-6))).clip(0, 255).astype(np.uint8)
    # Pillow turns white-is-zero round for other depths, not for 16 bits.
    inverted = isinstance(image, TiffImageFile) and image.tag_v2.get(_PHOTOMETRIC) == _MIN_IS_WHITE
    return 255 - grey if inverted and image.mode.startswith("I;16") else grey
