"""Where does a seal that was stamped across the edges of several sheets (骑缝章) leave its slice on this one?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.imaging.arrays import Image
from pipeline.imaging.page_scale import enlarged_box, pixels_per_mm, shrunk
from pipeline.imaging.raster import pieces
from pipeline.imaging.red_ink import faint_red_mask
from pipeline.models.geometry import Box, around

_WORK_PER_MM = 4.0
_EDGE_MM = 1.5
_THIN_MM, _LEAST_WIDTH_MM = 5.0, 1.5
_ACROSS_MM = (28.0, 50.0)
"""From the ring's upper to its lower arc, at most its diameter; a slice off its middle is a little lower."""


def find_slices(image: Image, dpi: int | None) -> tuple[Box, ...]:
    """The slices at the left and right edge, in page pixels: two thin arcs at the edge, as far apart as a ring's.

    A slice out of a seal's middle shows too little of the ring for it to be found as a seal.

    Args:
        image: upright page.
        dpi: its resolution, None to take the page for A4 across.
    """
    scale = pixels_per_mm(image, dpi)
    factor = min(1.0, _WORK_PER_MM / scale)
    small = shrunk(image, factor)
    millimetre = scale * factor
    red = faint_red_mask(small, millimetre)
    height, width = image.shape[:2]
    found = [piece.box for piece in pieces(red)[1]]
    at_edges = (
        [box for box in found if box.x0 <= _EDGE_MM * millimetre],
        [box for box in found if box.x1 >= red.shape[1] - _EDGE_MM * millimetre],
    )
    slices = [box for touching in at_edges if (box := _slice(touching, millimetre)) is not None]
    return tuple(enlarged_box(box, factor, width, height) for box in slices)


def _slice(touching: Sequence[Box], millimetre: float) -> Box | None:
    """The slice between two arcs among the pieces that touch one edge; None where there is none."""
    arcs = [
        box for box in touching if box.height <= _THIN_MM * millimetre and box.width >= _LEAST_WIDTH_MM * millimetre
    ]
    for upper in arcs:
        for lower in arcs:
            whole = around([upper, lower])
            alike = min(upper.width, lower.width) > 0.7 * whole.width
            if alike and _ACROSS_MM[0] * millimetre <= whole.height <= _ACROSS_MM[1] * millimetre:
                return whole
    return None
