"""In which order are the lines of a slanted field read? One may end lower than the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.geometry import Point, Quad
from pipeline.ocr.detection import in_reading_order


def in_order(lines: Sequence[Quad]) -> tuple[Quad, ...]:
    """The lines in reading order, as they lie once the longest of them is level."""
    if not lines:
        return ()
    longest = max(lines, key=lambda line: line.box.width)
    slope = (longest.top_right.y - longest.top_left.y) / max(1.0, longest.top_right.x - longest.top_left.x)
    levelled = {Quad(*(Point(x, y - slope * x) for x, y in line)): line for line in lines}
    return tuple(levelled[line] for line in in_reading_order(list(levelled)))
