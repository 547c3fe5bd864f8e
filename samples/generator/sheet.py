"""One side of paper while it is being drawn: millimetres in, pixels out, and a record of what was put where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, Self

import numpy as np
from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
SlotState = Literal["present", "absent", "printed"]
_MM_PER_INCH = 25.4


class Area(NamedTuple):
    """A rectangle on the sheet in mm: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Millimetres across."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Millimetres down."""
        return self.y1 - self.y0

    def inset(self, dx: float, dy: float = 0.0) -> Area:
        """The area without a margin of dx at the sides and dy above and below."""
        return Area(self.x0 + dx, self.y0 + dy, self.x1 - dx, self.y1 - dy)

    def moved(self, dx: float, dy: float) -> Area:
        """The area dx to the right and dy down."""
        return Area(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def around(self, other: Area) -> Area:
        """The smallest area that holds both."""
        return Area(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


@dataclass(frozen=True, slots=True)
class Entry:
    """A field as it stands on the sheet: the value in its normal form, and whether a hand wrote it."""

    name: str
    value: str
    hand: bool
    area: Area


@dataclass(frozen=True, slots=True)
class MarkMade:
    """A slot for a signature, seal or fingerprint: what is in it, and where it is or should be."""

    slot: str
    kind: str
    state: SlotState
    area: Area


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text as it was put on the sheet, in type or by hand."""

    text: str
    area: Area
    hand: bool = False


@dataclass(slots=True)
class Sheet:
    """A side of paper: its picture and the record of fields, marks and words.

    ``part`` names what the side is to its document (front, cover, signing_page); ``number`` is the page number
    printed on it.
    """

    width: float
    height: float
    dpi: int
    part: str = ""
    number: int | None = None
    image: Image.Image = field(init=False)
    entries: list[Entry] = field(default_factory=list)
    marks: list[MarkMade] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (round(self.px(self.width)), round(self.px(self.height))), (255, 255, 255))

    @classmethod
    def a4(cls, dpi: int, part: str = "", number: int | None = None) -> Self:
        """An upright A4 side."""
        return cls(210, 297, dpi, part, number)

    def place(self, other: Sheet, x: float, y: float) -> None:
        """Puts another side on this one with its top left corner at (x, y) mm, with all that is recorded of it."""
        self.image.paste(other.image, (round(self.px(x)), round(self.px(y))))
        self.entries += [replace(entry, area=entry.area.moved(x, y)) for entry in other.entries]
        self.marks += [replace(mark, area=mark.area.moved(x, y)) for mark in other.marks]
        self.words += [replace(word, area=word.area.moved(x, y)) for word in other.words]

    def px(self, mm: float) -> float:
        """Millimetres in pixels."""
        return mm * self.dpi / _MM_PER_INCH

    def say(self, text: str, area: Area, *, hand: bool = False) -> None:
        """Records text."""
        self.words.append(Word(text, area, hand))

    def enter(self, name: str, value: str, area: Area, *, hand: bool = False) -> None:
        """Records a field."""
        self.entries.append(Entry(name, value, hand, area))

    def mark(self, slot: str, kind: str, state: SlotState, area: Area) -> None:
        """Records a slot for a mark."""
        self.marks.append(MarkMade(slot, kind, state, area))

    def line(self, start: tuple[float, float], end: tuple[float, float], width: float = 0.2, shade: int = 30) -> None:
        """A straight line, ``width`` in mm, ``shade`` of grey 0-255."""
        points = [self.px(value) for value in (*start, *end)]
        ImageDraw.Draw(self.image).line(points, fill=(shade,) * 3, width=max(1, round(self.px(width))))

    def box(self, area: Area, width: float = 0.2, shade: int = 30) -> None:
        """A rectangle of lines."""
        corners = ((area.x0, area.y0), (area.x1, area.y0), (area.x1, area.y1), (area.x0, area.y1))
        for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
            self.line(start, end, width, shade)

    def stain(self, mask: Image.Image, corner: tuple[int, int], ink: Colour, strength: float = 1.0) -> None:
        """Lays ink through a mask (L, 0-255) on the paper; what is dark below stays dark."""
        left, top = max(0, corner[0]), max(0, corner[1])
        right = min(self.image.width, corner[0] + mask.width)
        bottom = min(self.image.height, corner[1] + mask.height)
        if right <= left or bottom <= top:
            return
        part = mask.crop((left - corner[0], top - corner[1], right - corner[0], bottom - corner[1]))
        cover = np.asarray(part, np.float32)[..., None] * (strength / 255)
        paper = np.asarray(self.image.crop((left, top, right, bottom)), np.float32)
        mixed = paper * (1 - cover * (1 - np.asarray(ink, np.float32) / 255))
        self.image.paste(Image.fromarray(mixed.astype(np.uint8)), (left, top))
