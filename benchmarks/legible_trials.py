"""Pages that a person can read, some of them with effort, and pages that nobody can.

What cannot be read follows from the strokes: gaps between them are 0.2-0.4 mm wide, so that a blur of half a
millimetre fills them; a character needs some ten pixels; ink needs more contrast than the noise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.image_trials import DEVICES, Trial, plain_page
from samples.generator.fonts import Split

_A4_MM, _MM_PER_INCH = 210, 25.4
Pixels = NDArray[np.uint8]
Spoil = Callable[[Pixels, float, Random], Pixels]


def legible_trials(split: Split, count: int, seed: int) -> Iterator[Trial]:
    """``count`` pages of every kind."""
    for truth, kinds in (("legible", _LEGIBLE), ("illegible", _ILLEGIBLE)):
        for kind, spoil in kinds.items():
            for number in range(count):
                rng = Random(f"{split}/{kind}/{seed}/{number}")  # noqa: S311  the dice decide what is drawn
                page = plain_page(split, DEVICES[number % 4], rng)
                per_mm = page.dpi / _MM_PER_INCH if page.dpi else page.picture.shape[1] / _A4_MM
                spoilt = _stored(spoil(page.picture, per_mm, rng), rng)
                yield _resized(replace(page, truth=truth, kind=f"{kind}, {DEVICES[number % 4]}"), spoilt)


def _stored(picture: Pixels, rng: Random) -> Pixels:
    quality = [cv2.IMWRITE_JPEG_QUALITY, rng.randrange(45, 80)]
    return np.asarray(cv2.imdecode(cv2.imencode(".jpg", picture, quality)[1], cv2.IMREAD_COLOR), np.uint8)


def _resized(page: Trial, picture: Pixels) -> Trial:
    """The trial with that picture; its places move along when the picture is smaller."""
    scale = picture.shape[1] / page.picture.shape[1]
    *printed, place = [
        (round(x0 * scale), round(y0 * scale), round(x1 * scale), round(y1 * scale))
        for x0, y0, x1, y1 in (*page.printed, page.place)
    ]
    dpi = None if page.dpi is None else round(page.dpi * scale)
    return replace(page, picture=picture, printed=tuple(printed), place=place, dpi=dpi)


def _as_it_is(picture: Pixels, _per_mm: float, _rng: Random) -> Pixels:
    return picture


def _blurred(least: float, most: float) -> Spoil:
    """Out of focus, the blur's sigma in mm."""

    def spoil(picture: Pixels, per_mm: float, rng: Random) -> Pixels:
        return np.asarray(cv2.GaussianBlur(picture, (0, 0), rng.uniform(least, most) * per_mm), np.uint8)

    return spoil


def _moved(least: float, most: float) -> Spoil:
    """A camera that moved by so many mm while it took the picture."""

    def spoil(picture: Pixels, per_mm: float, rng: Random) -> Pixels:
        length = round(rng.uniform(least, most) * per_mm) | 1
        path = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi)
        reach = (length // 2) * np.array([np.cos(angle), np.sin(angle)])
        middle = length // 2
        ends = [tuple(int(v) for v in np.rint(middle + side * reach)) for side in (-1, 1)]
        cv2.line(path, ends[0], ends[1], (1.0,))
        return np.asarray(cv2.filter2D(picture, -1, path / path.sum()), np.uint8)

    return spoil


def _exposed(paper: tuple[float, float], contrast: tuple[float, float]) -> Spoil:
    """Paper of such a grey level, ink so many levels darker, in noise."""

    def spoil(picture: Pixels, _per_mm: float, rng: Random) -> Pixels:
        white, depth = rng.uniform(*paper), rng.uniform(*contrast)
        noise = np.random.default_rng(rng.getrandbits(32)).normal(0, 3, picture.shape)
        values = white - (255 - picture.astype(np.float32)) / 255 * depth + noise
        return np.clip(values, 0, 255).astype(np.uint8)

    return spoil


def _glared(share: float) -> Spoil:
    """A lamp's reflection over that share of the page's height, in which ink and paper are both white."""

    def spoil(picture: Pixels, _per_mm: float, rng: Random) -> Pixels:
        height, width = picture.shape[:2]
        ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
        middle = rng.uniform(0.2, 0.3) * height if share > 0.3 else 0.9 * height
        far = np.maximum(np.abs(ys - middle) / (share * height / 2), np.abs(xs - width / 2) / (0.6 * width))
        glare = 1 / (1 + np.exp(np.minimum((far - 1) * 12, 30)))
        return np.asarray(picture + (255 - picture) * glare[:, :, None], np.uint8)

    return spoil


def _coarse(least: float, most: float) -> Spoil:
    """Kept at so few dots an inch."""

    def spoil(picture: Pixels, per_mm: float, rng: Random) -> Pixels:
        scale = rng.uniform(least, most) / _MM_PER_INCH / per_mm
        return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)

    return spoil


_LEGIBLE: dict[str, Spoil] = {
    "sharp": _as_it_is,
    "a little soft": _blurred(0.05, 0.14),
    "dim light": _exposed((110, 150), (85, 130)),
    "pale print": _exposed((235, 250), (90, 130)),
    "glare in the margin": _glared(0.12),
    "96-120 dpi": _coarse(96, 120),
}
_ILLEGIBLE: dict[str, Spoil] = {
    "out of focus": _blurred(0.5, 1.3),
    "moved": _moved(2.0, 4.0),
    "under-exposed": _exposed((18, 50), (14, 40)),
    "washed out": _exposed((240, 255), (5, 18)),
    "glare over the text": _glared(0.75),
    "35-45 dpi": _coarse(35, 45),
}
