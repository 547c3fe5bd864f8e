"""With which ink is something written: black, blue, red or pencil?

An ink is told by the light that it takes away, summed over whole strokes and their rims: blurred edges, the colour
fringes of cheap scanners and the coarse colour of JPEG move that light about but do not change its sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image
from pipeline.imaging.colour import is_grey
from pipeline.imaging.handwriting import looks_printed
from pipeline.imaging.page_scale import crop, enlarged_box, pixels_per_mm, shrunk
from pipeline.imaging.raster import darkest, dilated, mask_of, to_grey
from pipeline.imaging.white_balance import white_balanced
from pipeline.models.geometry import Box, around
from pipeline.models.page import Ink

_LEAST_CONTRAST = 28
"""Grey levels below white paper from which a pixel belongs to a stroke: the palest pencil is 100 below."""
_BLUE, _RED = 0.13, 0.35
"""How much less blue (or more green and blue) light an ink takes than the other. Domain notes 6.1: blue ballpoint
0.46, blue-black ink 0.19, black ballpoint 0.03, stamp red 0.75, a pale seal 0.6. On drawn pages two pieces side by side
are black up to 0.09 (fringes of a cheap scanner, n=40) and blue-black from 0.166 (n=40)."""
_NEUTRAL, _NO_RED = 0.085, 0.17
_LARGEST_CAST = 0.08
_PALE, _DARK_PRINT = 0.8, 0.3
"""Strokes that take less than this share of the light that print takes may be a pencil's: thin and blurred black ones
are among them. Print has to be dark itself."""
_PENCIL, _CORE_SHARE, _FEWEST_ROWS, _MOST_ROWS = 0.72, 0.1, 3, 12
"""A pencil's darkest strokes, a tenth of all the light taken, take less than this share of what those of the page's
other rows do. On 30 drawn pages at full resolution: pencil 0.47-0.67, black pens 0.78-1.12 of the print."""
_MOST_PRINTED, _PRINT_SHARE = 40, 70
"""Neat pencil writing looks like print: above 70 % of what does lies print if it is darker."""
_PALE_PAGE = 0.35
"""Most strokes of drawn pages took more of the light than this, thin black ballpoint's 0.38 (n=60); a sheet written in
pencil with little print on it 0.33."""
_BLACK_CORE = 0.8
"""What the darkest strokes of black pens take of the light (0.75-0.97), where no print tells how dark black is here."""
_LEAST_INK = 0.02
_RUN_PIECES = 2
_WORK_PER_MM = 5.0

Colour = Literal["blue", "red", "pencil", "black", "none"]


@dataclass(frozen=True, slots=True)
class InkRun:
    """A stretch of a row written in one ink that is not black: where, and how many characters' widths of it."""

    ink: Ink
    box: Box
    pieces: int


@dataclass(frozen=True, slots=True)
class PageInk:
    """The inks on a page and the stretches that are not black. ``grey``: a picture without colour values at all."""

    inks: tuple[Ink, ...]
    runs: tuple[InkRun, ...]
    grey: bool


def find_inks(image: Image, rows: Sequence[Box], stamped: Sequence[Box], dpi: int | None) -> PageInk:
    """The inks of the page's writing, rows cut into pieces as wide as they are high.

    Args:
        image: upright page.
        rows: the boxes of its lines of text and signatures, in pixels.
        stamped: boxes of seals and fingerprints, in which red is no writing.
        dpi: resolution, None to take the page for A4 across.
    """
    factor = min(1.0, _WORK_PER_MM / pixels_per_mm(image, dpi))
    balanced = white_balanced(shrunk(image, factor))
    height, width = balanced.shape[:2]
    scaled = [Box(*(round(side * factor) for side in row)).clipped(width, height) for row in rows]
    cut = [_measured(balanced, row) for row in scaled]
    written = [taken for parts in cut for _, taken in parts if taken.amount >= _LEAST_INK]
    if not written:
        return PageInk((), (), is_grey(image))
    cast, dark = _cast(written), _dark(written)
    coloured = [[(piece, _colour(taken, cast, dark)) for piece, taken in parts] for parts in cut]
    red_marks = [Box(*(round(side * factor) for side in stamp)) for stamp in stamped]
    full = image.shape[1], image.shape[0]
    found = [run for parts in coloured for run in _runs(parts, red_marks)]
    placed = [replace(run, box=enlarged_box(run.box, factor, *full)) for run in found]
    runs = _without_thin_black(image, placed, rows, dpi)
    seen = {run.ink for run in runs}
    if len(runs) < len(placed) or sum(colour == "black" for parts in coloured for _, colour in parts) >= _RUN_PIECES:
        seen.add("black")
    order: tuple[Ink, ...] = ("black", "blue", "red", "pencil")
    return PageInk(tuple(ink for ink in order if ink in seen), runs, is_grey(image))


@dataclass(frozen=True, slots=True)
class _Taken:
    """What the strokes of a piece take of the light.

    ``amount`` is the mean over the piece, ``depth`` that over its strokes (0-1), ``blueness`` how much less of blue
    than of red they take, ``redness`` how much less of red than of green and blue.
    """

    amount: float
    depth: float
    blueness: float
    redness: float


def _measured(balanced: Image, row: Box) -> list[tuple[Box, _Taken]]:
    """The pieces of one row of the white-balanced picture, each about as wide as the row is high."""
    region = np.ascontiguousarray(crop(balanced, row))
    count = max(1, round(row.width / max(1, row.height)))
    edges = np.unique([round(index * row.width / count) for index in range(count)])
    strokes = dilated(mask_of(darkest(region) < 255 - _LEAST_CONTRAST), 3, 3)
    taken = (255 - region).astype(np.float32) * (strokes[:, :, None] / np.float32(255 * 255))
    grey = taken.mean(axis=2)
    sums = np.add.reduceat(np.dstack([taken, (grey * grey)[:, :, None]]).sum(axis=0), edges, axis=0)
    ends = [*edges[1:], region.shape[1]]
    return [
        (
            Box(row.x0 + int(left), row.y0, row.x0 + int(right), row.y1),
            _taken(total, float((right - left) * row.height)),
        )
        for left, right, total in zip(edges, ends, sums, strict=True)
    ]


def _taken(total: NDArray[np.float32], area: float) -> _Taken:
    blue, green, red, squared = (float(value) for value in total)
    grey = (blue + green + red) / 3
    if grey < 1e-6:
        return _Taken(0.0, 0.0, 0.0, 0.0)
    return _Taken(grey / area, squared / grey, 1 - blue / max(red, 1e-6), 1 - red / max((blue + green) / 2, 1e-6))


def _cast(written: Sequence[_Taken]) -> float:
    """The blueness of the blackest quarter of the page: what lamp and camera add to black ink."""
    if not written:
        return 0.0
    return float(np.clip(np.percentile([one.blueness for one in written], 25), -_LARGEST_CAST, _LARGEST_CAST))


def _dark(written: Sequence[_Taken]) -> float:
    """How dark the page's print is: where most strokes are pale as a pencil's, what little is darker than they."""
    usual, darkest = (float(depth) for depth in np.percentile([one.depth for one in written], (80, 95)))
    return usual if usual >= _PALE_PAGE else darkest


def _colour(taken: _Taken, cast: float, dark: float) -> Colour:
    if taken.amount < _LEAST_INK:
        return "none"
    if taken.redness >= _RED:
        return "red"
    if taken.blueness - cast >= _BLUE:
        return "blue"
    neutral = abs(taken.blueness - cast) < _NEUTRAL and abs(taken.redness) < _NO_RED
    return "pencil" if neutral and dark >= _DARK_PRINT and taken.depth < _PALE * dark else "black"


def _without_thin_black(
    image: Image, runs: Sequence[InkRun], rows: Sequence[Box], dpi: int | None
) -> tuple[InkRun, ...]:
    """The runs without thin black strokes and grey print, which look as pale as a pencil's."""
    if not any(run.ink == "pencil" for run in runs):
        return tuple(runs)
    least = _PENCIL * _usual_core(image, [run.box for run in runs if run.ink == "pencil"], rows, dpi)
    return tuple(run for run in runs if run.ink != "pencil" or _core(image, run.box) < least)


def _usual_core(image: Image, pale: Sequence[Box], rows: Sequence[Box], dpi: int | None) -> float:
    """How dark the page's print is, pale rows counted in, for many forms are printed in grey.

    Where little of it looks like print it is how dark its other rows are; where there are few of these as well, black
    is taken to be as dark as it usually is, so that what may be a pencil's is at least doubted.
    """
    seen = rows[:: max(1, len(rows) // _MOST_PRINTED)]
    others = [row for row in rows if not any(row.intersection(box) for box in pale)]
    for sample, share in (([row for row in seen if looks_printed(image, row, dpi)], _PRINT_SHARE), (others, 50)):
        cores = [core for row in sample[:: max(1, len(sample) // _MOST_ROWS)] if (core := _core(image, row)) > 0]
        if len(cores) >= _FEWEST_ROWS:
            return float(np.percentile(cores, share))
    return _BLACK_CORE


def _core(image: Image, box: Box) -> float:
    """The share of the light (0-1) that the darkest strokes in the box take; 0 where there are none.

    Where strokes are broad or cross each other neither blur nor their width makes them paler.
    """
    region = crop(image, box.clipped(image.shape[1], image.shape[0]))
    if not region.size:
        return 0.0
    levels = np.bincount(to_grey(np.ascontiguousarray(region)).ravel(), minlength=256)
    paper = int(np.searchsorted(np.cumsum(levels), 0.9 * levels.sum()))
    share = 1 - np.arange(paper + 1) / max(paper, 1)
    taken = np.where(share * 255 >= _LEAST_CONTRAST, share * levels[: paper + 1], 0).cumsum()
    return float(share[int(np.searchsorted(taken, _CORE_SHARE * taken[-1]))]) if taken[-1] > 0 else 0.0


def _runs(parts: Sequence[tuple[Box, Colour]], stamped: Sequence[Box]) -> list[InkRun]:
    """The stretches of a row in one ink that is not black; bare pieces do not interrupt them."""
    inked = [(piece, colour) for piece, colour in parts if colour != "none"]
    runs: list[InkRun] = []
    for colour, group in groupby(inked, key=lambda part: part[1]):
        pieces = [piece for piece, _ in group]
        if colour in ("black", "none") or len(pieces) < _RUN_PIECES:
            continue
        box = around(pieces)
        if colour != "red" or not any(box.intersection(stamp) for stamp in stamped):
            runs.append(InkRun(colour, box, len(pieces)))
    return runs
