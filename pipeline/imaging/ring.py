"""Where do thin marks lie on a circle or ellipse of a seal's size?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Mask

Edges = tuple[bool, bool, bool, bool]
"""Which sides (left, top, right, bottom) of a mask are edges of the page, beyond which a ring may go on."""

_RADII_MM = (16.0, 24.0)
_VOTE_PER_MM = 2.0
_SECTORS = 72
_LEAST_COVERAGE = 0.5
_LEAST_SEEN = 0.18
_MOST_RINGS = 4
_OVALS = ((45.0, 30.0), (40.0, 30.0), (42.0, 28.0))


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring: centre and outer size in pixels of the mask, and the share of its visible arc that bears ink (0-1)."""

    x: float
    y: float
    across: float
    down: float
    coverage: float


def find_rings(mask: Mask, millimetre: float, edges: Edges) -> list[Ring]:
    """Up to four rings of 32-48 mm, or ovals of 40-45 x 30 mm, drawn by the set pixels of the mask.

    Votes of annular templates on a half-millimetre grid; where a side of the mask is the page's edge the centre may lie
    beyond it, and only the visible arc counts. Found rings are taken out before the next is sought, so that
    overlapping seals come out one by one.
    """
    if max(mask.shape) < _RADII_MM[0] * millimetre:
        return []
    factor = _VOTE_PER_MM / millimetre
    small = cv2.resize(mask, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    rest = (small > 40).astype(np.float32)
    rings: list[Ring] = []
    while len(rings) < _MOST_RINGS:
        ring = _best_ring(rest, edges)
        if ring is None:
            break
        rings.append(Ring(ring.x / factor, ring.y / factor, ring.across / factor, ring.down / factor, ring.coverage))
        _draw_ring(rest, ring.x, ring.y, ring.across, ring.down, 0.0, 5)
    return rings


def _best_ring(ink: NDArray[np.float32], edges: Edges) -> Ring | None:
    best: Ring | None = None
    for across, down in _candidate_sizes():
        ring = _vote(ink, across, down, edges)
        if ring is not None and (best is None or ring.coverage > best.coverage + 0.02):
            best = ring
    return best


def _candidate_sizes() -> list[tuple[float, float]]:
    low, high = (round(2 * radius * _VOTE_PER_MM) for radius in _RADII_MM)
    circles = [(float(size), float(size)) for size in range(low, high + 1, 2)]
    return circles + [(across * _VOTE_PER_MM, down * _VOTE_PER_MM) for across, down in _OVALS]


def _vote(ink: NDArray[np.float32], across: float, down: float, edges: Edges) -> Ring | None:
    """The best centre for a ring of that size, in pixels of the voting grid."""
    pad_x, pad_y = round(across / 2) + 2, round(down / 2) + 2
    template = np.zeros((2 * pad_y + 1, 2 * pad_x + 1), np.float32)
    _draw_ring(template, pad_x, pad_y, across - 1, down - 1, 1.0, 2)
    left, top, right, bottom = (
        pad if edge else 4 for pad, edge in zip((pad_x, pad_y, pad_x, pad_y), edges, strict=True)
    )
    margins = (top + pad_y, bottom + pad_y, left + pad_x, right + pad_x)
    padded = np.pad(ink, (margins[:2], margins[2:]))
    if padded.shape[0] < template.shape[0] or padded.shape[1] < template.shape[1]:
        return None
    votes = cv2.matchTemplate(padded, template, cv2.TM_CCORR)
    seen = _visible(ink.shape, margins, edges, template)
    share = np.where(seen >= _LEAST_SEEN * template.sum(), votes / np.maximum(seen, 1), 0)
    _, _, _, (column, row) = cv2.minMaxLoc(share)
    x, y = column + pad_x - margins[2], row + pad_y - margins[0]
    coverage = _coverage(ink, x, y, across, down, edges)
    return Ring(x, y, across, down, coverage) if coverage >= _LEAST_COVERAGE else None


def _visible(
    shape: tuple[int, ...], margins: tuple[int, int, int, int], edges: Edges, template: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How much of the template would lie on the page for every centre."""
    top, bottom, left, right = margins
    on_page = np.ones((shape[0] + top + bottom, shape[1] + left + right), np.float32)
    if edges[0]:
        on_page[:, :left] = 0
    if edges[1]:
        on_page[:top] = 0
    if edges[2]:
        on_page[:, on_page.shape[1] - right :] = 0
    if edges[3]:
        on_page[on_page.shape[0] - bottom :] = 0
    if not any(edges):
        size = (on_page.shape[0] - template.shape[0] + 1, on_page.shape[1] - template.shape[1] + 1)
        return np.full(size, float(template.sum()), np.float32)
    return np.asarray(cv2.matchTemplate(on_page, template, cv2.TM_CCORR), np.float32)


def _coverage(ink: NDArray[np.float32], x: float, y: float, across: float, down: float, edges: Edges) -> float:
    """The share of 72 sectors of the visible arc with ink within a millimetre of the ring."""
    angles = np.arange(_SECTORS * 4) * (2 * np.pi / (_SECTORS * 4))
    height, width = ink.shape
    hit = np.zeros(angles.shape, bool)
    for inset in (-1.0, 0.0, 1.0):
        xs = np.rint(x + (across / 2 - 0.5 + inset) * np.cos(angles)).astype(int)
        ys = np.rint(y + (down / 2 - 0.5 + inset) * np.sin(angles)).astype(int)
        inside = (xs >= 0) & (ys >= 0) & (xs < width) & (ys < height)
        hit[inside] |= ink[ys[inside], xs[inside]] > 0
    xs, ys = x + across / 2 * np.cos(angles), y + down / 2 * np.sin(angles)
    beyond = zip(edges, (xs < 0, ys < 0, xs >= width, ys >= height), strict=True)
    hidden = np.any([outside for edge, outside in beyond if edge] or [np.zeros(xs.shape, bool)], axis=0)
    visible = ~np.any(np.reshape(hidden, (_SECTORS, 4)), axis=1)
    sectors = np.any(np.reshape(hit, (_SECTORS, 4)), axis=1)[visible]
    return float(sectors.mean()) if visible.sum() >= _LEAST_SEEN * _SECTORS else 0.0


def _draw_ring(
    canvas: NDArray[np.float32], x: float, y: float, across: float, down: float, value: float, thickness: int
) -> None:
    axes = (round(across / 2), round(down / 2))
    cv2.ellipse(canvas, (round(x), round(y)), axes, 0, 0, 360, (value,), thickness)
