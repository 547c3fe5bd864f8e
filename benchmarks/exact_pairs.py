"""Pictures of two text fields: the form's cell, printed or written, and the diagnosis, printed; well or badly captured.

Three grades: ``clean`` is an office scan in colour or grey; ``degraded`` a photocopy, a small JPEG, a phone's photo;
``hard`` a coarse black-and-white scan, a fax, a seal across the text or a picture out of focus.
"""

from __future__ import annotations

import copy
import io
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

import cv2
import numpy as np
from PIL import Image

from benchmarks.exact_texts import Texts, draw_texts
from samples.generator.capture.scanner import DEV_SCANNER, TEST_SCANNER, ScannerTraits, photocopy, scan
from samples.generator.capture.shot import blurred, picture, pixels
from samples.generator.fonts import TYPEFACES, Split
from samples.generator.seals import Seal, stamp
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Pen, Print, Writing, lines_of, paragraph

Quality = Literal["clean", "degraded", "hard"]
QUALITIES: tuple[Quality, ...] = ("clean", "degraded", "hard")
_DPI = 300
_SCANNERS: dict[Split, ScannerTraits] = {
    "dev": replace(DEV_SCANNER, shift=0.2),
    "test": replace(TEST_SCANNER, shift=0.2),
}
"""A crop is cut where the text is: what shifts it on the glass shifts the crop along."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The typefaces that print and the ones that write."""

    print: tuple[str, ...]
    hands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnPair:
    """Two pictures and the truth about them."""

    texts: Texts
    left: Image.Image
    right: Image.Image
    hand: bool
    quality: Quality
    left_face: str
    right_face: str


def faces_of(split: Split) -> Faces:
    """The committed typefaces of a split; the brush-like ones write."""
    chosen = TYPEFACES[split]
    return Faces((chosen.song, chosen.hei, chosen.kai), chosen.hands)


def draw_pair(split: Split, faces: Faces, rng: Random, *, hand: bool, quality: Quality, identical: bool) -> DrawnPair:
    """One pair; the worse captured side is either."""
    texts = draw_texts(split, rng, identical=identical)
    left_face, right_face = rng.choice(faces.hands if hand else faces.print), rng.choice(faces.print)
    size = rng.choice((3.7, 4.2, 4.9, 5.6))
    writing: Writing = Print(left_face, size, bold=rng.random() < 0.15)
    if hand:
        ink = rng.choice(((28, 28, 32), (25, 35, 110)))
        writing = Pen(left_face, size * rng.uniform(1.1, 1.5), rng, ink=ink, wobble=rng.uniform(0.2, 0.8))
    cell = _strip(texts.left, writing, rng, cell=rng.random() < 0.4)
    block = _strip(texts.right, Print(right_face, rng.choice((3.7, 4.2, 4.9)), spacing=rng.choice((0, 0, 0.05))), rng)
    left = _captured(cell, split, quality, rng)
    right = _captured(block, split, quality if rng.random() < 0.5 else "clean", rng)
    if rng.random() < 0.5:
        left = _captured(cell, split, "clean" if quality != "hard" else "degraded", rng)
        right = _captured(block, split, quality, rng)
    return DrawnPair(texts, left, right, hand, quality, left_face, right_face)


def _strip(text: str, writing: Writing, rng: Random, *, cell: bool = False) -> Sheet:
    """The text on a strip of paper with a narrow margin, wrapped when long; in a cell its rules stand near the text."""
    longest = rng.uniform(14, 32) * writing.size
    lines = lines_of(text, writing, longest)
    leading = rng.uniform(1.25, 1.6)
    width = max(writing.width(line) for line in lines)
    margin = rng.uniform(1, 3)
    height = (len(lines) - 1) * writing.size * leading + 1.25 * writing.size
    sheet = Sheet(width + 2 * margin, height + 2 * margin, _DPI)
    paragraph(sheet, text, Area(margin, margin, margin + width + 0.1, margin + height), writing, leading)
    if cell:
        gap = rng.uniform(0.2, margin)
        sheet.box(Area(margin - gap, margin - gap, margin + width + gap, margin + height + gap), width=0.25)
    return sheet


def _captured(sheet: Sheet, split: Split, quality: Quality, rng: Random) -> Image.Image:
    traits = _SCANNERS[split]
    if quality == "clean":
        image = scan(sheet, traits, rng, rng.choice((200, 200, 240, 300))).image
        return image.convert("L") if rng.random() < 0.3 else image
    if quality == "degraded":
        return _degraded(sheet, traits, rng)
    return _hard(sheet, traits, rng)


def _degraded(sheet: Sheet, traits: ScannerTraits, rng: Random) -> Image.Image:
    kind = rng.choice(("copy", "small", "noisy", "photo", "pale"))
    if kind == "copy":
        return photocopy(sheet, traits, rng, 200).image
    if kind == "small":
        return _jpeg(scan(sheet, traits, rng, rng.choice((110, 130, 150))).image, rng.randrange(35, 70))
    values = pixels(scan(sheet, traits, rng, 200).image)
    noise = np.random.default_rng(rng.getrandbits(32))
    if kind == "noisy":
        return picture(values + rng.uniform(8, 20) * noise.standard_normal(values.shape, np.float32))
    if kind == "pale":
        return _jpeg(picture(blurred(235 - (255 - values) * rng.uniform(0.35, 0.6), 0.7)), 70)
    height, width = values.shape[:2]
    light = np.linspace(rng.uniform(0.6, 1), rng.uniform(0.6, 1), width, dtype=np.float32)[None, :, None]
    lean = rng.uniform(-0.03, 0.03) * height
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    seen = corners + np.array([(0, lean), (0, -lean), (lean, 0), (-lean, 0)], np.float32)
    warp = cv2.getPerspectiveTransform(corners, seen)
    turned = cv2.warpPerspective(blurred(values * light, 0.9), warp, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return _jpeg(picture(np.asarray(turned + 5 * noise.standard_normal(values.shape, np.float32))), 60)


def _hard(sheet: Sheet, traits: ScannerTraits, rng: Random) -> Image.Image:
    kind = rng.choice(("bilevel", "fax", "seal", "blur"))
    if kind == "seal":
        sheet = copy.deepcopy(sheet)
        seal = Seal("长春市某某医院", "诊断专用章", TYPEFACES["dev"].hei, diameter=36)
        stamp(sheet, seal, (rng.uniform(0.2, 0.8) * sheet.width, rng.uniform(0.2, 0.8) * sheet.height), rng)
        return scan(sheet, traits, rng, 200).image
    if kind == "blur":
        values = blurred(pixels(scan(sheet, traits, rng, 150).image), rng.uniform(1.2, 1.9))
        return _jpeg(picture(values), 50)
    dpi = rng.choice((130, 150, 200)) if kind == "bilevel" else 204
    grey = np.asarray(scan(sheet, traits, rng, dpi).image.convert("L"), np.float32)
    if kind == "fax":
        grey = cv2.resize(grey, (grey.shape[1], grey.shape[0] // 2), interpolation=cv2.INTER_AREA)
        grey = cv2.resize(grey, (grey.shape[1], grey.shape[0] * 2), interpolation=cv2.INTER_NEAREST)
    return picture(np.where(grey > rng.uniform(140, 190), 255, 0).astype(np.float32))


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    held = io.BytesIO()
    image.save(held, "JPEG", quality=quality)
    return Image.open(io.BytesIO(held.getvalue())).convert("RGB")
