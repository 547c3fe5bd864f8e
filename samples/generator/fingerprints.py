"""A fingerprint in red stamp ink: whorled ridges in an oval, or a smear where the finger slid.

Size 12-20 x 15-28 mm, ridges about 0.45 mm apart.
"""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.generator.seals import red
from samples.generator.sheet import Area, Sheet

_RIDGE_MM = 0.45


def press(sheet: Sheet, centre: tuple[float, float], rng: Random) -> Area:
    """Presses a finger at ``centre`` (mm)."""
    width, height = rng.uniform(12, 16), rng.uniform(16, 22)
    mask = _ridges(round(sheet.px(width)), round(sheet.px(height)), sheet.px(_RIDGE_MM), rng)
    turned = Image.fromarray(mask).rotate(rng.uniform(-30, 30), Image.Resampling.BICUBIC, expand=True)
    x = round(sheet.px(centre[0])) - turned.width // 2
    y = round(sheet.px(centre[1])) - turned.height // 2
    sheet.stain(turned, (x, y), red(rng), strength=rng.uniform(0.6, 0.95))
    return Area(centre[0] - width / 2, centre[1] - height / 2, centre[0] + width / 2, centre[1] + height / 2)


def _ridges(width: int, height: int, period: float, rng: Random) -> NDArray[np.uint8]:
    noise = np.random.default_rng(rng.getrandbits(32))
    ys, xs = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    wander = cv2.resize(
        noise.standard_normal((6, 5)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    core_x, core_y = rng.uniform(-0.25, 0.25), rng.uniform(-0.1, 0.3)
    distance = np.hypot((xs - core_x) * width / 2, (ys - core_y) * height / 2 * 0.8) + wander * period * 1.2
    ridge = 0.5 + 0.5 * np.cos(
        2 * np.pi * distance / period + rng.uniform(-1, 1) * np.arctan2(ys - core_y, xs - core_x)
    )
    contrast = rng.uniform(0.25, 0.95)
    oval = np.clip((1 - np.hypot(xs, ys)) * 6, 0, 1)
    patches = np.clip(0.85 + 0.3 * cv2.GaussianBlur(wander, (0, 0), 3), 0.2, 1)
    shade = 255 * oval * patches * (1 - contrast + contrast * ridge)
    return np.asarray(shade.clip(0, 255), np.uint8)
