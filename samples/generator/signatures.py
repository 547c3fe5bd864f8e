"""Signatures: a name written fast in a cursive hand and bent, or a scribble of strokes that only its owner can read."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.generator.fonts import Typefaces, face_for, font
from samples.generator.sheet import Area, Colour, Sheet


def sign(sheet: Sheet, name: str, place: Area, faces: Typefaces, rng: Random) -> Area:
    """Signs at the left end of the place, about as high as the place; says where."""
    height = round(sheet.px(place.height))
    mask = _scribble(len(name), height, rng) if rng.random() < 0.3 else _name(name, height, faces, rng)
    mask = _bent(mask, rng)
    box = mask.getbbox()
    if box is None:
        raise ValueError(f"the signature of {name!r} left no trace")
    mask = mask.crop(box)
    room = round(sheet.px(place.width))
    if mask.width > room:
        mask = mask.resize((room, max(1, mask.height * room // mask.width)), Image.Resampling.LANCZOS)
    x = round(sheet.px(place.x0 + rng.uniform(0, 2)))
    y = round(sheet.px((place.y0 + place.y1) / 2)) - mask.height // 2 + round(rng.gauss(0, 0.06) * height)
    sheet.stain(mask, (x, y), _ink(rng), strength=rng.uniform(0.85, 1))
    scale = sheet.px(1)
    return Area(x / scale, y / scale, (x + mask.width) / scale, (y + mask.height) / scale)


def _ink(rng: Random) -> Colour:
    shade = rng.randrange(15, 55)
    return (shade, shade, shade + rng.randrange(12))


def _name(name: str, height: int, faces: Typefaces, rng: Random) -> Image.Image:
    face = rng.choice(faces.signatures)
    mask = Image.new("L", (height * (len(name) + 2), height * 2), 0)
    draw = ImageDraw.Draw(mask)
    x = height * 0.5
    for letter in name:
        pixels = max(8, round(height * rng.uniform(0.8, 1.1)))
        shape = font(face_for(letter, face), pixels)
        draw.text((x, height * rng.uniform(1.2, 1.4)), letter, font=shape, fill=255, anchor="ls")
        x += pixels * rng.uniform(0.62, 0.85)
    return mask


def _scribble(letters: int, height: int, rng: Random) -> Image.Image:
    """Loops and hooks of a pen that hardly leaves the paper, drawn as splines of changing width."""
    width = round(height * (0.8 * letters + 0.6))
    mask = np.zeros((height * 2, width + height), np.uint8)
    for index in range(letters):
        start = height * (0.5 + 0.8 * index)
        for _ in range(rng.randrange(2, 5)):
            knots = [
                (start + rng.uniform(-0.1, 0.9) * height, height * rng.uniform(0.55, 1.45))
                for _ in range(rng.randrange(3, 6))
            ]
            _stroke(mask, knots, height / rng.uniform(14, 24))
    return Image.fromarray(mask)


def _stroke(mask: NDArray[np.uint8], knots: list[tuple[float, float]], thickness: float) -> None:
    points = _spline(np.asarray(knots, np.float32))
    for index in range(len(points) - 1):
        pressure = 0.6 + 0.4 * np.sin(np.pi * index / len(points))
        start, end = points[index], points[index + 1]
        cv2.line(
            mask,
            (int(start[0]), int(start[1])),
            (int(end[0]), int(end[1])),
            (255,),
            max(1, round(thickness * float(pressure))),
            cv2.LINE_AA,
        )


def _spline(knots: NDArray[np.float32], steps: int = 14) -> NDArray[np.float32]:
    """Catmull-Rom through the knots: n x 2 positions."""
    padded = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    share = np.linspace(0, 1, steps, endpoint=False, dtype=np.float32)[:, None]
    pieces = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        pieces.append(
            0.5
            * (
                2 * start
                + (end - before) * share
                + (2 * before - 5 * start + 4 * end - after) * share**2
                + (3 * start - before - 3 * end + after) * share**3
            )
        )
    return np.asarray(np.vstack([*pieces, knots[-1:]]), np.float32)


def _bent(mask: Image.Image, rng: Random) -> Image.Image:
    """Leans the writing and lets its line rise and fall."""
    pixels = np.asarray(mask)
    height, width = pixels.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    lean, rise = rng.uniform(-0.1, 0.35), rng.uniform(-0.12, 0.05)
    swing, phase = height * rng.uniform(0.01, 0.05), rng.uniform(0, 6.28)
    from_x = xs + lean * (ys - height / 2)
    from_y = ys - rise * (xs - width / 2) * 0.5 + swing * np.sin(xs / height * 2.2 + phase)
    warped = cv2.remap(pixels, from_x.astype(np.float32), from_y.astype(np.float32), cv2.INTER_LINEAR)
    return Image.fromarray(warped)
