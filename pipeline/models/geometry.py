"""Points, quadrilaterals and boxes in pixels of the upright page image, origin top left, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import NamedTuple, Self


class Point(NamedTuple):
    """A position in pixels."""

    x: float
    y: float


class Quad(NamedTuple):
    """The four corners of a text line: top left, top right, bottom right, bottom left, as the text is read."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @classmethod
    def of(cls, box: Box) -> Self:
        """The corners of a box."""
        return cls(Point(box.x0, box.y0), Point(box.x1, box.y0), Point(box.x1, box.y1), Point(box.x0, box.y1))

    @property
    def box(self) -> Box:
        """The smallest upright box around the corners, at least one pixel each way."""
        # Written out: every stage asks for it, thousands of times a page.
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self
        x0, y0 = int(min(ax, bx, cx, dx)), int(min(ay, by, cy, dy))
        return Box(x0, y0, max(x0 + 1, round(max(ax, bx, cx, dx))), max(y0 + 1, round(max(ay, by, cy, dy))))

    def shifted(self, dx: float, dy: float) -> Quad:
        """The corners moved by dx to the right and dy down."""
        return Quad(*(Point(x + dx, y + dy) for x, y in self))

    def span(self, start: float, end: float) -> Quad:
        """The part of the line from ``start`` to ``end``, both 0-1 along it."""
        return Quad(
            _between(self.top_left, self.top_right, start),
            _between(self.top_left, self.top_right, end),
            _between(self.bottom_left, self.bottom_right, end),
            _between(self.bottom_left, self.bottom_right, start),
        )


class Box(NamedTuple):
    """An upright rectangle in pixels: left, top, right, bottom; right and bottom are exclusive."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.y1 - self.y0

    @property
    def area(self) -> int:
        """Pixels covered, 0 when the box is empty."""
        return max(0, self.width) * max(0, self.height)

    @property
    def center(self) -> Point:
        """The middle of the box."""
        return Point((self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2)

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside."""
        return self.x0 <= point.x < self.x1 and self.y0 <= point.y < self.y1

    def intersection(self, other: Box) -> Box | None:
        """What both cover, or None when they do not touch."""
        shared = Box(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))
        return shared if shared.width > 0 and shared.height > 0 else None

    def share_inside(self, other: Box) -> float:
        """How much of this box lies inside the other, 0-1."""
        shared = self.intersection(other)
        return shared.area / self.area if shared and self.area else 0.0

    def expanded(self, dx: int, dy: int | None = None) -> Box:
        """The box grown by dx to the left and right and by dy (dx when not given) upwards and downwards."""
        dy = dx if dy is None else dy
        return Box(self.x0 - dx, self.y0 - dy, self.x1 + dx, self.y1 + dy)

    def clipped(self, width: int, height: int) -> Box:
        """The box moved inside a page of that size; at least one pixel each way, so that it is always drawable."""
        x0 = min(max(0, self.x0), width - 1)
        y0 = min(max(0, self.y0), height - 1)
        return Box(x0, y0, max(x0 + 1, min(self.x1, width)), max(y0 + 1, min(self.y1, height)))

    def shifted(self, dx: int, dy: int) -> Box:
        """The box moved by dx to the right and dy down."""
        return Box(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def vertical_overlap(self, other: Box) -> float:
        """The shared height over the smaller of the two heights, 0-1: 1 when they stand in one row."""
        shared = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, shared / max(1, min(self.height, other.height)))

    def distance(self, other: Box) -> float:
        """Pixels between the nearest edges of the two, 0 where they touch or overlap."""
        dx = max(0, other.x0 - self.x1, self.x0 - other.x1)
        dy = max(0, other.y0 - self.y1, self.y0 - other.y1)
        return hypot(dx, dy)

    def horizontal_overlap(self, other: Box) -> float:
        """The shared width over the smaller of the two widths, 0-1."""
        shared = min(self.x1, other.x1) - max(self.x0, other.x0)
        return max(0.0, shared / max(1, min(self.width, other.width)))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them.

    Raises:
        ValueError: there is no box.
    """
    all_boxes = list(boxes)
    if not all_boxes:
        raise ValueError("no boxes to go around")
    return Box(
        min(box.x0 for box in all_boxes),
        min(box.y0 for box in all_boxes),
        max(box.x1 for box in all_boxes),
        max(box.y1 for box in all_boxes),
    )


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
