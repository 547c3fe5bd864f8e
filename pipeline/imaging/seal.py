"""Which seals are stamped on a page, of what shape, and are they cut by its edge?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.colour import has_colour
from pipeline.imaging.frame import framed
from pipeline.imaging.page_scale import LEAST_PER_MM, crop, enlarged_box, pixels_per_mm, shrunk
from pipeline.imaging.raster import at_least, darkness, dilated, mask_of, opened, pieces, to_grey
from pipeline.imaging.red_ink import faint_red_mask
from pipeline.imaging.ring import WHOLE, Edges, Ring, find_rings
from pipeline.models.geometry import Box

SealShape = Literal["round", "oval", "square", "framed"]
"""``square`` is a person's name seal; ``framed`` a larger square or a rectangle, as some offices have."""

_WORK_PER_MM = 4.0
_JOIN_MM = 2.5
_LEAST_SIDE_MM = 9.0
_CUT_MM = 3.0
_EDGE_MM = 1.5
_RIM_MM = 1.2
_DARK_CONTRAST = 35
_SURE_DARK_RING = 0.65
_LEAST_DARK_MM, _MOST_DARK_MM = 14.0, 75.0
_STRAIGHT_MM = 18.0
_DARK_FILLING = 0.6
_DARK_TRUST = 0.6
_LARGEST_NAME_MM = 24.0
"""Name seals are squares of 10 to 20 mm."""


@dataclass(frozen=True, slots=True)
class SealFound:
    """A seal: its box in page pixels, shape, ink, confidence (0-1), and whether the page edge cuts it.

    ``shown`` is the share of it (0-1) that is on the page.
    """

    box: Box
    shape: SealShape
    colour: Literal["red", "dark"]
    confidence: float
    at_edge: bool
    shown: float = 1.0


def find_seals(image: Image, dpi: int | None) -> tuple[SealFound, ...]:
    """All seals of the page, most certain first.

    Red seals by their rings and, where the inking is too poor for that, by size and shape of the red cluster. On pages
    without colour dark rings count, with lower confidence. Red lines of text and fingerprints do not.

    Args:
        image: upright page.
        dpi: its resolution, None to take the page for A4 across.
    """
    scale = pixels_per_mm(image, dpi)
    if scale < LEAST_PER_MM:
        return ()
    factor = min(1.0, _WORK_PER_MM / scale)
    small = shrunk(image, factor)
    millimetre = scale * factor
    height, width = image.shape[:2]
    found = _red_seals(faint_red_mask(small, millimetre), millimetre)
    if not found and not has_colour(image):
        found = _dark_seals(small, millimetre)
    full = [replace(seal, box=enlarged_box(seal.box, factor, width, height)) for seal in found]
    return tuple(sorted(full, key=lambda seal: (-seal.confidence, seal.box)))


def _red_seals(red: Mask, millimetre: float) -> list[SealFound]:
    found = [
        (box, _seals_in(cluster, _page_edges(box, red.shape, millimetre), millimetre))
        for cluster, box in _clusters(red, millimetre)
    ]
    return [replace(seal, box=seal.box.shifted(box.x0, box.y0)) for box, seals in found for seal in seals]


def _clusters(red: Mask, millimetre: float) -> Iterator[tuple[Mask, Box]]:
    """Red ink that lies close together, large enough for a seal, and where it lies."""
    reach = max(3, round(_JOIN_MM * millimetre))
    labels, clusters = pieces(dilated(red, reach, reach))
    for box, _, label in clusters:
        if max(box.width, box.height) >= _LEAST_SIDE_MM * millimetre:
            yield crop(red, box) & mask_of(crop(labels, box) == label), box


def _seals_in(cluster: Mask, edges: Edges, millimetre: float) -> list[SealFound]:
    """The seals of one cluster of red ink, in its own pixels: a frame, else rings, else the cluster as a whole.

    Circles fit into a frame and its letters.
    """
    frame = framed(cluster, millimetre)
    if frame is not None and frame.long > _LARGEST_NAME_MM:
        return [SealFound(_extent(cluster), "framed", "red", frame.coverage, at_edge=False)]
    rings = [_from_ring(ring, cluster.shape, edges) for ring in find_rings(cluster, millimetre, edges)]
    if rings:
        return [*rings, *_squares_beside(rings, cluster, millimetre)]
    seal = _whole_cluster(cluster, millimetre)
    return [replace(seal, at_edge=any(edges))] if seal else []


def _squares_beside(rings: Sequence[SealFound], cluster: Mask, millimetre: float) -> list[SealFound]:
    """Name seals set so near to a round one that their red ink runs together, also those that it covers in part."""
    rest = cluster.copy()
    for ring in rings:
        box = ring.box.expanded(round(_RIM_MM * millimetre))
        middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        cv2.ellipse(rest, (middle, (box.width, box.height), 0.0), (0.0,), cv2.FILLED)
    found = ((_whole_cluster(part, millimetre, _CUT_MM), box) for part, box in _clusters(rest, millimetre))
    return [
        replace(seal, box=seal.box.shifted(box.x0, box.y0)) for seal, box in found if seal and seal.shape == "square"
    ]


def _whole_cluster(cluster: Mask, millimetre: float, cut: float = 0.0) -> SealFound | None:
    """The seal, not known to be cut by the page, that the cluster as a whole is by its size and shape.

    ``cut`` is up to how many millimetres of a name seal may have been taken off with another one.
    """
    shape = _cluster_shape(cluster, millimetre, cut)
    if shape is None:
        return None
    kind, confidence = shape
    return SealFound(_extent(cluster), kind, "red", confidence, at_edge=False)


def _extent(cluster: Mask) -> Box:
    ys, xs = np.nonzero(cluster)
    return Box(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)


def _page_edges(place: Box, page: tuple[int, ...], millimetre: float) -> Edges:
    """Which page edges (left, top, right, bottom) the cluster touches."""
    near = _EDGE_MM * millimetre
    return (place.x0 <= near, place.y0 <= near, place.x1 >= page[1] - near, place.y1 >= page[0] - near)


def _from_ring(ring: Ring, shape: tuple[int, ...], edges: Edges) -> SealFound:
    whole = Box(
        round(ring.x - ring.across / 2),
        round(ring.y - ring.down / 2),
        round(ring.x + ring.across / 2) + 1,
        round(ring.y + ring.down / 2) + 1,
    )
    outside = (whole.x0 < -2, whole.y0 < -2, whole.x1 > shape[1] + 2, whole.y1 > shape[0] + 2)
    cut = any(edge and out for edge, out in zip(edges, outside, strict=True))
    kind: SealShape = "round" if 0.85 <= ring.across / ring.down <= 1.18 else "oval"
    box = whole.clipped(shape[1], shape[0])
    shown = round(min(1.0, box.area / whole.area), 3) if cut else 1.0
    return SealFound(box, kind, "red", round(ring.coverage, 3), cut, shown)


def _cluster_shape(cluster: Mask, millimetre: float, cut: float) -> tuple[SealShape, float] | None:
    points = cv2.findNonZero(cluster)
    if points is None or len(points) < 20:
        return None
    hull = cv2.convexHull(points)
    (_, _), (side_a, side_b), _ = cv2.minAreaRect(hull)
    short, long = sorted((side_a / millimetre, side_b / millimetre))
    if short < 1 or long > 55:
        return None
    hull_area = cv2.contourArea(hull) / millimetre**2
    ink = len(points) / millimetre**2 / max(hull_area, 1)
    squareness = hull_area / (short * long)
    if long >= 11 and short + cut >= 11 and long <= 30 and long - cut < 1.3 * short and squareness > 0.86:
        return "square", 0.8 if ink > 0.12 else 0.5
    if short >= 26 and 30 <= long <= 50 and 0.03 < ink < 0.6:
        return ("round" if long < 1.2 * short else "oval"), 0.45
    return None


def _dark_seals(image: Image, millimetre: float) -> list[SealFound]:
    """Rings of dark ink on a grey page, such as the seal of an original on its photocopy."""
    mask = at_least(darkness(to_grey(image), 11, 11), _DARK_CONTRAST)
    long = round(_STRAIGHT_MM * millimetre)
    curved = mask & ~dilated(opened(mask, long, 1) | opened(mask, 1, long), 3, 3)
    labels, clusters = pieces(dilated(curved, 3, 3))
    least, most = _LEAST_DARK_MM * millimetre, _MOST_DARK_MM * millimetre
    seals = []
    for box, area, label in clusters:
        if least <= box.width <= most and least <= box.height <= most and area < _DARK_FILLING * box.area:
            cluster = crop(curved, box) & mask_of(crop(labels, box) == label)
            rings = [ring for ring in find_rings(cluster, millimetre) if ring.coverage >= _SURE_DARK_RING]
            found = [_from_ring(ring, cluster.shape, WHOLE) for ring in rings]
            seals += [
                replace(
                    seal, box=seal.box.shifted(box.x0, box.y0), colour="dark", confidence=_DARK_TRUST * seal.confidence
                )
                for seal in found
            ]
    return seals
