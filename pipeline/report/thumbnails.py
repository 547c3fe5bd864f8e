"""What does a page look like at a glance, with the places of its fields and marks drawn lightly?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2

from pipeline.imaging.arrays import Image
from pipeline.models.document import MarkState
from pipeline.models.geometry import Box
from pipeline.report.pictures import Colour, fitted, jpeg, outlined, scaled_box

_QUALITY = 70
_FIELD_COLOUR: Colour = (170, 110, 20)
MARK_COLOURS: dict[MarkState, Colour] = {"present": (60, 125, 30), "absent": (32, 32, 192), "unsure": (0, 110, 200)}
_LONG_SIDE_PX = 700
_SMALL_LONG_SIDE_PX = 320
_MANY_PAGES = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page, its number in the table of fields (None: a mark) and its colour."""

    box: Box
    number: int | None
    colour: Colour = _FIELD_COLOUR


def long_side(page_count: int) -> int:
    """Pixels on the long side: less in a long claim, so that the report can still be opened and sent."""
    return _LONG_SIDE_PX if page_count <= _MANY_PAGES else _SMALL_LONG_SIDE_PX


def thumbnail(page: Image, places: tuple[Place, ...], long_side_px: int) -> bytes:
    """The page as a small JPEG with thin boxes, each with the number of its field."""
    small, scale = fitted(page, long_side_px)
    origin = Box(0, 0, page.shape[1], page.shape[0])
    for place in places:
        box = scaled_box(place.box.clipped(origin.width, origin.height), origin, scale)
        small = outlined(small, box, place.colour, 1)
        if place.number is not None and long_side_px == _LONG_SIDE_PX:
            _write_number(small, box, place)
    return jpeg(small, _QUALITY)


def _write_number(picture: Image, box: Box, place: Place) -> None:
    text = str(place.number)
    (width, height), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.35, 1)
    tag = Box(box.x0 - 1, box.y0 - height - 4, box.x0 + width + 3, box.y0)
    tag = tag.clipped(picture.shape[1], picture.shape[0])
    cv2.rectangle(picture, (tag.x0, tag.y0), (tag.x1, tag.y1), place.colour, -1)
    cv2.putText(
        picture, text, (tag.x0 + 2, tag.y1 - 2), cv2.FONT_HERSHEY_SIMPLEX, 0.35, (255, 255, 255), 1, cv2.LINE_AA
    )
