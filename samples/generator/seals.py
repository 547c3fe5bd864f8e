"""Round seals in red: ring, star, the owner's name along the rim, the seal's kind below.

Also the slices that a seal across page edges leaves.

Sizes: enterprise seals up to 45 mm, usually 38-42 mm (印章管理规定, 1999).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.generator.fonts import face_for, font
from samples.generator.sheet import Area, Colour, Sheet


@dataclass(frozen=True, slots=True)
class Seal:
    """What is cut into the seal."""

    rim: str
    label: str
    face: str
    diameter: float = 40.0
    star: bool = True


def draw_seal(seal: Seal, pixels: int) -> Image.Image:
    """The seal as a mask (L), ``pixels`` wide."""
    side = 2 * pixels
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    ring = max(3, round(side * 0.022))
    pen.ellipse((ring, ring, side - ring, side - ring), outline=255, width=ring)
    _rim(mask, seal.rim, seal.face)
    if seal.star:
        pen.polygon(_star(side / 2, side / 2, side * 0.14), fill=255)
    if seal.label:
        size = max(8, round(min(side * 0.095, side * 0.62 / len(seal.label))))
        level = side * (0.76 if seal.star else 0.58)
        pen.text((side / 2, level), seal.label, font=font(seal.face, size), fill=255, anchor="mm", stroke_width=1)
    return mask.resize((pixels, pixels), Image.Resampling.LANCZOS)


def stamp(sheet: Sheet, seal: Seal, centre: tuple[float, float], rng: Random, weak: float = 0.3) -> Area:
    """Stamps the seal around ``centre`` (mm); ``weak`` 0-1 is how patchy and pale the print is."""
    pixels = round(sheet.px(seal.diameter))
    mask = draw_seal(seal, pixels).rotate(rng.uniform(-25, 25), Image.Resampling.BICUBIC)
    worn = _worn(np.asarray(mask, np.float32), weak, rng)
    x, y = (round(sheet.px(value)) - pixels // 2 for value in centre)
    sheet.stain(Image.fromarray(worn), (x, y), red(rng), strength=rng.uniform(0.95 - 0.35 * weak, 1.0 - 0.1 * weak))
    half = seal.diameter / 2
    return Area(centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half)


def stamp_slice(sheet: Sheet, seal: Seal, share: tuple[float, float], y: float, rng: Random) -> None:
    """The part of a seal across page edges (骑缝章) on this page: ``share`` of its width, at the right edge."""
    pixels = round(sheet.px(seal.diameter))
    mask = draw_seal(seal, pixels)
    piece = mask.crop((round(share[0] * pixels), 0, round(share[1] * pixels), pixels))
    worn = Image.fromarray(_worn(np.asarray(piece, np.float32), 0.3, rng))
    sheet.stain(worn, (sheet.image.width - piece.width, round(sheet.px(y))), red(rng), strength=0.8)


def red(rng: Random) -> Colour:
    """A stamp pad's red, from orange to purple."""
    return (rng.randrange(195, 235), rng.randrange(15, 65), rng.randrange(30, 75))


def _worn(mask: NDArray[np.float32], weak: float, rng: Random) -> NDArray[np.uint8]:
    noise = np.random.default_rng(rng.getrandbits(32))
    height, width = mask.shape
    coarse = cv2.resize(noise.random((5, 5), np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    grain = cv2.GaussianBlur(noise.random((height, width), np.float32), (0, 0), max(0.6, height / 300))
    grain = (grain - grain.mean()) / (grain.std() + 1e-6)
    kept = np.clip(1.1 - weak * (0.9 * coarse + 0.25 * grain), 0.12, 1)
    return np.asarray(np.clip(mask * kept, 0, 255), np.uint8)


def _rim(mask: Image.Image, text: str, face: str) -> None:
    side = mask.width
    size = max(8, round(min(side * 0.13, side * 1.55 / max(8, len(text)))))
    radius = side * 0.385
    spread = math.radians(min(250, 20 * len(text)))
    for index, letter in enumerate(text):
        angle = -spread / 2 + spread * index / max(1, len(text) - 1)
        glyph = Image.new("L", (2 * size, 2 * size), 0)
        ImageDraw.Draw(glyph).text(
            (size, size), letter, font=font(face_for(letter, face), size), fill=255, anchor="mm", stroke_width=1
        )
        glyph = glyph.resize((round(1.5 * size), 2 * size)).rotate(
            -math.degrees(angle), Image.Resampling.BICUBIC, expand=True
        )
        x = side / 2 + radius * math.sin(angle) - glyph.width / 2
        y = side / 2 - radius * math.cos(angle) - glyph.height / 2
        mask.paste(255, (round(x), round(y)), glyph)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * 0.382
        angle = math.pi * index / 5
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    return points
