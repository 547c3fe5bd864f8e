"""The ink of a part of the page: cut out, freed of stamps and rules, and in clusters as a hand sets them down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.ink_presence import ink_mask, without_straight_lines
from pipeline.imaging.page_scale import crop
from pipeline.imaging.raster import Piece, closed, dilated, mask_of, pieces, to_grey
from pipeline.imaging.red_ink import red_mask, without_red
from pipeline.models.geometry import Box

ZONE_PER_MM = 8.0
"""Pixels a millimetre of a zone that was cut out."""
_SURROUNDINGS_MM = 12.0
_UNDERLINE_MM = 12.0
_DARK_UNDER_STAMP = 85
_PIECE_MM, _PART_MM = 1.3, 2.0
_JOIN_MM, _SPACED_MM = 1.6, 12.0


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone cut out, red ink removed, at 8 px/mm, and how it lies on the page."""

    grey: Mask
    colour: Image
    stamped: Mask
    origin: tuple[int, int]
    scale: float

    @classmethod
    def around(cls, image: Image, zone: Box, per_mm: float) -> Zone:
        """The zone (page pixels, inside the page) cut out of the page of that many pixels a millimetre."""
        pad = round(_SURROUNDINGS_MM * per_mm)
        height, width = image.shape[:2]
        wide = zone.expanded(pad).clipped(width, height)
        surroundings = np.ascontiguousarray(crop(image, wide))
        inside = zone.shifted(-wide.x0, -wide.y0)
        scale = ZONE_PER_MM / per_mm
        colour = _resized(np.ascontiguousarray(crop(without_red(surroundings, per_mm), inside)), scale)
        stamped = dilated(red_mask(_resized(surroundings, scale), ZONE_PER_MM), 5, 5)
        x0, y0 = round(inside.x0 * scale), round(inside.y0 * scale)
        stamped = stamped[y0 : y0 + colour.shape[0], x0 : x0 + colour.shape[1]]
        return cls(to_grey(colour), colour, stamped, (zone.x0, zone.y0), scale)

    def to_page(self, box: Box) -> Box:
        """A box of the zone in page pixels."""
        x0, y0, x1, y1 = (value / self.scale for value in box)
        return Box(int(x0), int(y0), round(x1) + 1, round(y1) + 1).shifted(*self.origin)

    def from_page(self, box: Box) -> Box:
        """A box of the page in the zone's pixels."""
        x0, y0, x1, y1 = (round(value * self.scale) for value in box.shifted(-self.origin[0], -self.origin[1]))
        return Box(x0, y0, x1, y1)

    def ink(self) -> Mask:
        """All strokes but level rules and what lifting left of stamps."""
        return without_straight_lines(ink_mask(self.colour), round(_UNDERLINE_MM * ZONE_PER_MM))

    def ink_besides_borders(self) -> Mask:
        """All strokes but those that run across a good part of the zone."""
        return without_straight_lines(ink_mask(self.colour))

    def strokes(self, printed: Sequence[Box], end: int) -> Mask:
        """The strokes left of the column ``end`` outside the printed boxes (page pixels), without specks."""
        ink = self.ink() & ~_stamp_residue(self)
        for box in printed:
            crop(ink, self.from_page(box).expanded(2))[:] = 0
        ink[:, end:] = 0
        return _kept(ink, *pieces(dilated(ink, 3, 3)), _PIECE_MM)


@dataclass(frozen=True, slots=True)
class Clusters:
    """Strokes joined to clusters as wide as a few characters."""

    strokes: Mask
    labels: NDArray[np.int32]
    parts: tuple[Piece, ...]

    @classmethod
    def of(cls, strokes: Mask) -> Clusters:
        """The clusters of those strokes."""
        reach = round(_JOIN_MM * ZONE_PER_MM)
        labels, parts = pieces(closed(strokes, 2 * reach, reach))
        return cls(strokes, labels, tuple(parts))

    def row(self, among: Sequence[Piece]) -> Mask:
        """The strokes of the largest of these clusters and of those that stand beside it in its row."""
        main = max(among, key=lambda cluster: cluster.box.area)
        near = main.box.expanded(round(_SPACED_MM * ZONE_PER_MM), 0)
        beside = [
            cluster
            for cluster in among
            if cluster.box.vertical_overlap(main.box) > 0.5 and cluster.box.intersection(near)
        ]
        return _kept(self.strokes, self.labels, beside, _PART_MM)


def _resized(image: Image, scale: float) -> Image:
    shape = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=shape), np.uint8)


def _stamp_residue(work: Zone) -> Mask:
    """What lifting left of red ink: where it lay, only strokes much darker than the paper are someone's writing."""
    red = work.colour[:, :, 2]
    pale = red > float(np.percentile(red, 80)) - _DARK_UNDER_STAMP
    residue = np.zeros_like(work.grey)
    height, width = work.stamped.shape
    residue[:height, :width] = work.stamped & mask_of(pale[:height, :width])
    return residue


def _kept(ink: Mask, labels: NDArray[np.int32], parts: Sequence[Piece], least_mm: float) -> Mask:
    """The ink of those parts that are at least that long."""
    least = least_mm * ZONE_PER_MM
    kept = [part.label for part in parts if max(part.box.width, part.box.height) >= least]
    return np.where(np.isin(labels, kept), ink, 0).astype(np.uint8)
