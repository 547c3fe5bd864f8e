"""Flatbed scans in colour, grey or black and white, and photocopies."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from PIL import Image

from samples.generator.capture.shot import Floats, Matrix, Shot, blurred, picture, pixels
from samples.generator.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ScannerTraits:
    """How far a scanner strays: skew in degrees, shift in mm, noise in grey levels, blur in mm, paper's darkness."""

    skew: float
    shift: float
    noise: float
    blur: float
    paper: tuple[int, int]


DEV_SCANNER = ScannerTraits(skew=0.7, shift=1.5, noise=3.0, blur=0.04, paper=(244, 255))
TEST_SCANNER = ScannerTraits(skew=1.1, shift=3.0, noise=5.0, blur=0.055, paper=(232, 255))


def scan(sheet: Sheet, traits: ScannerTraits, rng: Random, dpi: int = 200) -> Shot:
    """A colour scan, a little askew, with the grain of paper and sensor."""
    matrix, size = _laid(sheet, traits, rng, dpi)
    values = _warp(pixels(sheet.image), matrix, size)
    sigma = rng.uniform(0.3, 1.0) * traits.blur * dpi / 25.4
    values = blurred(values, max(0.2, sigma))
    values = _toned(values, traits, rng)
    return Shot(picture(values), sheet, "scan", f"scanner-{dpi}", matrix, (dpi, dpi))


def grey(shot: Shot) -> Shot:
    """The same scan without colour."""
    return Shot(shot.image.convert("L"), shot.sheet, "scan", f"{shot.device}-grey", shot.matrix, shot.dpi, colour=False)


def office_bilevel(shot: Shot, rng: Random) -> Shot:
    """The same scan in black and white as office scanners save it: square pixels, Group 4. No fax."""
    image = _thresholded(shot.image, rng.uniform(150, 185))
    return Shot(image, shot.sheet, "scan", f"{shot.device}-g4", shot.matrix, shot.dpi, colour=False)


def photocopy(sheet: Sheet, traits: ScannerTraits, rng: Random, dpi: int = 200) -> Shot:
    """A photocopy that was scanned in colour mode: no colour left, steep contrast, specks, dark edges."""
    shot = scan(sheet, traits, rng, dpi)
    values = np.asarray(shot.image.convert("L"), np.float32)
    values = 255 / (1 + np.exp(-(values - rng.uniform(140, 170)) / rng.uniform(18, 30)))
    values = blurred(values, dpi / 420)
    noise = np.random.default_rng(rng.getrandbits(32))
    height, width = values.shape
    for _ in range(rng.randrange(20, 120)):
        x, y, radius = noise.integers(0, width), noise.integers(0, height), noise.integers(0, max(2, dpi // 90))
        cv2.circle(values, (int(x), int(y)), int(radius), (float(noise.uniform(20, 140)),), -1)
    edge = round(rng.uniform(0.5, 3) * dpi / 25.4)
    if rng.random() < 0.6:
        values[:, -edge:] *= np.linspace(1, rng.uniform(0.2, 0.6), edge, dtype=np.float32)
    values += 2 * noise.standard_normal(values.shape, np.float32)
    image = picture(values).convert("RGB")
    return Shot(image, sheet, "photocopy", f"copier-{dpi}", shot.matrix, shot.dpi, colour=False)


def out_of_focus(shot: Shot, rng: Random) -> Shot:
    """The same picture so blurred that its text cannot be read: strokes of half a millimetre smear into each other."""
    dots_per_mm = (shot.dpi[0] if shot.dpi else shot.image.width / shot.sheet.width * 25.4) / 25.4
    values = blurred(pixels(shot.image), rng.uniform(0.9, 1.3) * dots_per_mm)
    return Shot(
        picture(values), shot.sheet, shot.origin, f"{shot.device}-blurred", shot.matrix, shot.dpi, shot.colour, False
    )


def _laid(sheet: Sheet, traits: ScannerTraits, rng: Random, dpi: int) -> tuple[Matrix, tuple[int, int]]:
    scale = dpi / sheet.dpi
    size = (round(sheet.image.width * scale), round(sheet.image.height * scale))
    angle = float(np.clip(rng.gauss(0, traits.skew / 2), -traits.skew, traits.skew))
    turn = cv2.getRotationMatrix2D((sheet.image.width / 2, sheet.image.height / 2), angle, scale)
    turn[0, 2] += size[0] / 2 - sheet.image.width / 2 + rng.uniform(-1, 1) * traits.shift * dpi / 25.4
    turn[1, 2] += size[1] / 2 - sheet.image.height / 2 + rng.uniform(-1, 1) * traits.shift * dpi / 25.4
    return np.vstack([turn, [0, 0, 1]]), size


def _warp(values: Floats, matrix: Matrix, size: tuple[int, int]) -> Floats:
    white = (255.0, 255.0, 255.0)
    warped = cv2.warpAffine(
        values, matrix[:2], size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=white
    )
    return np.asarray(warped, np.float32)


def _toned(values: Floats, traits: ScannerTraits, rng: Random) -> Floats:
    noise = np.random.default_rng(rng.getrandbits(32))
    white = np.array([rng.uniform(*traits.paper) for _ in range(3)], np.float32)
    white = 0.6 * white.mean() + 0.4 * white
    black = rng.uniform(0, 25)
    grain = rng.uniform(0.3, 1) * traits.noise * noise.standard_normal(values.shape[:2], np.float32)
    toned: Floats = values * ((white - black) / 255)
    toned += black + blurred(grain, 0.6)[..., None]
    return toned


def _thresholded(image: Image.Image, level: float) -> Image.Image:
    values = np.asarray(image.convert("L"))
    return Image.fromarray(np.where(values > level, 255, 0).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)
