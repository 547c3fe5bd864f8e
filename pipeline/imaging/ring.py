"""Where do thin marks lie on a circle or ellipse of a seal's size?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot, sqrt

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask

Edges = tuple[bool, bool, bool, bool]
"""Which sides (left, top, right, bottom) of a mask are edges of the page, beyond which a ring may go on."""
WHOLE: Edges = (False, False, False, False)

Grid = NDArray[np.float32]

_DIAMETERS_MM = range(32, 49)
_OVALS_MM = ((45, 30), (40, 30), (42, 28))
"""Round seals are 38-45 mm, oval ones 45 x 30 or 40 x 30 (domain notes 6.3)."""
_PER_MM = 2.0
_SECTORS = 72
_SAMPLES_A_SECTOR = 4
_ANGLES = np.arange(_SECTORS * _SAMPLES_A_SECTOR) * (2 * np.pi / (_SECTORS * _SAMPLES_A_SECTOR))
_COSINES, _SINES = np.cos(_ANGLES), np.sin(_ANGLES)
_INSETS = np.array([[-1.0], [0.0], [1.0]])
_LEAST_COVERAGE, _LEAST_CUT_COVERAGE = 0.5, 0.7
_LEAST_SEEN = 0.25
_LEAST_CONTRAST = 0.2
_BESIDE_MM = 2.0
_MOST_RINGS = 4
_CONCENTRIC = 0.25
_OVERLAID = 0.6


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring: centre and outer size in pixels of the mask.

    ``coverage`` is the share of its visible arc that bears ink, ``seen`` the share of the arc that is on the page.
    """

    x: float
    y: float
    across: float
    down: float
    coverage: float = 0.0
    seen: float = 1.0

    @property
    def weight(self) -> float:
        """Coverage, less for rings of which little is to be seen: any short stroke lies on some circle."""
        return self.coverage * sqrt(self.seen)


def find_rings(mask: Mask, millimetre: float, edges: Edges = WHOLE) -> list[Ring]:
    """Up to four rings of 32-48 mm, or ovals of 40-45 x 30 mm, drawn by the set pixels of the mask.

    Votes of annular templates on a half-millimetre grid. A ring must bear ink along half of its visible arc, and more
    than there is just outside it, as text and tables have ink everywhere. Where a side of the mask is the page's edge
    the centre may lie beyond it. Found rings are taken out before the next is sought, so that overlapping seals come
    out one by one; the circle of characters inside a ring is not another ring.
    """
    if max(mask.shape) < min(_DIAMETERS_MM) / 2 * millimetre:
        return []
    factor = _PER_MM / millimetre
    ink = (cv2.resize(mask, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) > 40).astype(np.float32)
    rings: list[Ring] = []
    for _ in range(_MOST_RINGS):
        ring = _best_ring(ink, edges)
        if ring is None:
            break
        _draw_ring(ink, ring, 0.0, 5)
        if not any(_repeats(ring, other) for other in rings):
            rings.append(ring)
    return [replace(r, x=r.x / factor, y=r.y / factor, across=r.across / factor, down=r.down / factor) for r in rings]


def _best_ring(ink: Grid, edges: Edges) -> Ring | None:
    sizes = [(float(size), float(size)) for size in _DIAMETERS_MM] + [(float(a), float(b)) for a, b in _OVALS_MM]
    found = [_vote(ink, across * _PER_MM, down * _PER_MM, edges) for across, down in sizes]
    return max((ring for ring in found if ring is not None), key=lambda ring: ring.weight, default=None)


def _repeats(ring: Ring, other: Ring) -> bool:
    """Whether the ring is drawn by what stands inside the other: its circle of characters, or leftovers at an edge."""
    reach = _CONCENTRIC if other.seen == ring.seen == 1 else _OVERLAID
    return hypot(ring.x - other.x, ring.y - other.y) < reach * max(ring.across, other.across)


def _vote(ink: Grid, across: float, down: float, edges: Edges) -> Ring | None:
    """The best centre for a ring of that size, in pixels of the voting grid."""
    pad_x, pad_y = round(across / 2) + 2, round(down / 2) + 2
    template = np.zeros((2 * pad_y + 1, 2 * pad_x + 1), np.float32)
    _draw_ring(template, Ring(pad_x, pad_y, across - 1, down - 1), 1.0, 2)
    left, top, right, bottom = (
        2 * pad if edge else pad + 4 for pad, edge in zip((pad_x, pad_y, pad_x, pad_y), edges, strict=True)
    )
    padded = np.pad(ink, ((top, bottom), (left, right)))
    votes = cv2.matchTemplate(padded, template, cv2.TM_CCORR)
    seen = float(template.sum())
    if any(edges):
        on_page = np.ones_like(ink)
        hidden = [width if edge else 0 for width, edge in zip((left, top, right, bottom), edges, strict=True)]
        on_page = np.pad(on_page, ((top, bottom), (left, right)), constant_values=1)
        on_page[: hidden[1]] = on_page[:, : hidden[0]] = 0
        on_page[on_page.shape[0] - hidden[3] :] = on_page[:, on_page.shape[1] - hidden[2] :] = 0
        visible = cv2.matchTemplate(on_page, template, cv2.TM_CCORR)
        votes = np.where(visible >= _LEAST_SEEN * seen, votes / np.maximum(visible, 1), 0)
    _, _, _, (column, row) = cv2.minMaxLoc(votes)
    x, y = float(column + pad_x - left), float(row + pad_y - top)
    coverage, arc = _coverage(ink, Ring(x, y, across - 1, down - 1), edges)
    beside = 2 * _BESIDE_MM * _PER_MM
    outside, _ = _coverage(ink, Ring(x, y, across + beside, down + beside), edges)
    least = _LEAST_COVERAGE if arc == 1 else _LEAST_CUT_COVERAGE
    if coverage < least or coverage - outside < _LEAST_CONTRAST:
        return None
    return Ring(x, y, across, down, coverage, arc)


def _coverage(ink: Grid, ring: Ring, edges: Edges) -> tuple[float, float]:
    """The share of the visible arc with ink within half a millimetre, and the visible share, in 72 sectors."""
    height, width = ink.shape
    xs, ys = (
        np.rint(center + (size / 2 + _INSETS) * direction).astype(np.intp)
        for center, size, direction in ((ring.x, ring.across, _COSINES), (ring.y, ring.down, _SINES))
    )
    inside = (xs >= 0) & (ys >= 0) & (xs < width) & (ys < height)
    bears = ink[np.clip(ys, 0, height - 1), np.clip(xs, 0, width - 1)] > 0
    hit = np.any(inside & bears, axis=0)
    arc_x, arc_y = ring.x + ring.across / 2 * _COSINES, ring.y + ring.down / 2 * _SINES
    hidden = np.zeros(len(_ANGLES), bool)
    for edge, beyond in zip(edges, (arc_x < 0, arc_y < 0, arc_x >= width, arc_y >= height), strict=True):
        hidden |= beyond if edge else False
    visible = ~np.any(np.reshape(hidden, (_SECTORS, -1)), axis=1)
    sectors = np.any(np.reshape(hit, (_SECTORS, -1)), axis=1)[visible]
    seen = len(sectors) / _SECTORS
    return (float(sectors.mean()), seen) if seen >= _LEAST_SEEN else (0.0, seen)


def _draw_ring(canvas: Grid, ring: Ring, value: float, thickness: int) -> None:
    axes = (round(ring.across / 2), round(ring.down / 2))
    cv2.ellipse(canvas, (round(ring.x), round(ring.y)), axes, 0, 0, 360, (value,), thickness)
