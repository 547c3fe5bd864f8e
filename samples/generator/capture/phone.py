"""Photos taken with a phone: paper on a table, seen at an angle, in uneven light, now and then in a shadow."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from samples.generator.capture.shot import Floats, Matrix, Shot, blurred, picture, pixels
from samples.generator.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PhoneTraits:
    """How far a photo strays: corners in parts of a side, light fall-off 0-1, blur in px, noise in grey levels."""

    tilt: float
    falloff: float
    blur: float
    noise: float


DEV_PHONE = PhoneTraits(tilt=0.03, falloff=0.25, blur=0.9, noise=3.0)
TEST_PHONE = PhoneTraits(tilt=0.05, falloff=0.4, blur=1.2, noise=5.0)


def photograph(sheet: Sheet, traits: PhoneTraits, rng: Random, long_side: int = 2800) -> Shot:
    """A photo with the whole sheet in it, ``long_side`` pixels long, 4:3."""
    upright = sheet.image.height >= sheet.image.width
    size = (long_side * 3 // 4, long_side) if upright else (long_side, long_side * 3 // 4)
    matrix = _view(sheet, size, traits, rng)
    table = _table(size, rng)
    paper = cv2.warpPerspective(pixels(sheet.image), matrix, size, flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.ones(sheet.image.size[::-1], np.float32), matrix, size, flags=cv2.INTER_LINEAR)
    shadow = blurred(np.roll(cover, (12, 8), axis=(0, 1)), 9)
    values = table * (1 - 0.5 * shadow[..., None])
    values = values * (1 - cover[..., None]) + paper * cover[..., None]
    values = _lit(values, traits, rng)
    return Shot(picture(values), sheet, "photo", "phone", matrix, None)


def _view(sheet: Sheet, size: tuple[int, int], traits: PhoneTraits, rng: Random) -> Matrix:
    width, height = sheet.image.size
    room = 0.9 if height > 400 else 0.8
    scale = min(size[0] * room / width, size[1] * room / height)
    left, top = (size[0] - width * scale) / 2, (size[1] - height * scale) / 2
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    reach = traits.tilt * min(size)
    shift = np.array([[rng.uniform(-reach, reach) for _ in range(2)] for _ in range(4)], np.float32)
    seen = (corners * scale + (left, top) + shift).astype(np.float32)
    return cv2.getPerspectiveTransform(corners, seen).astype(np.float64)


def _table(size: tuple[int, int], rng: Random) -> Floats:
    noise = np.random.default_rng(rng.getrandbits(32))
    colour = rng.choice(((150, 110, 75), (95, 85, 80), (175, 160, 140), (70, 80, 95)))
    grain = cv2.resize(noise.random((size[1] // 40, 6), np.float32), size, interpolation=cv2.INTER_CUBIC)
    fine = blurred(noise.standard_normal((size[1], size[0]), np.float32), 2) * 6
    wood = np.asarray(colour, np.float32) * (0.75 + 0.5 * grain[..., None]) + fine[..., None]
    return np.asarray(wood, np.float32)


def _lit(values: Floats, traits: PhoneTraits, rng: Random) -> Floats:
    noise = np.random.default_rng(rng.getrandbits(32))
    height, width = values.shape[:2]
    ys, xs = np.mgrid[0 : 1 : height // 8 * 1j, 0 : 1 : width // 8 * 1j].astype(np.float32)
    centre = rng.uniform(0.2, 0.8), rng.uniform(0.2, 0.8)
    light = 1 - traits.falloff * np.hypot(xs - centre[0], ys - centre[1])
    if rng.random() < 0.4:
        edge = rng.uniform(0.1, 0.5) + (xs - 0.5) * rng.uniform(-0.4, 0.4) - ys
        light *= 1 - traits.falloff / (1 + np.exp(-edge * 40))
    warmth = np.array([rng.uniform(0.86, 1.0), rng.uniform(0.95, 1.0), 1.0], np.float32)[::-1]
    shade = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR) * rng.uniform(0.85, 0.98)
    seen = blurred(values, rng.uniform(0.5, 1.0) * traits.blur)
    seen *= shade[..., None] * warmth
    seen += traits.noise * noise.standard_normal(values.shape, np.float32)
    return seen
