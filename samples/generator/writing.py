"""How text gets on a sheet: set in type, or written by a hand that wavers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Protocol, Self

from PIL import Image, ImageDraw, ImageFont

from samples.generator.fonts import advance, face_for, font
from samples.generator.sheet import Area, Colour, Sheet

BLACK: Colour = (25, 25, 28)
RED: Colour = (200, 30, 40)
_NOT_AT_HEAD = "，。；：、？！）％》”’"


class Writing(Protocol):
    """Puts one line of text on a sheet."""

    @property
    def size(self) -> float:
        """Height of a character in mm."""
        ...

    def resized(self, size: float) -> Self:
        """The same writing at another size."""
        ...

    def width(self, text: str) -> float:
        """Length of the text in mm."""
        ...

    def put(self, sheet: Sheet, text: str, x: float, y: float) -> Area:
        """Draws the text with its top left corner at (x, y) mm and says where it lies."""
        ...


@dataclass(frozen=True, slots=True)
class Print:
    """Type: ``spacing`` is the extra gap between characters in parts of the size, ``bold`` thickens the strokes."""

    face: str
    size: float
    spacing: float = 0.0
    ink: Colour = BLACK
    bold: bool = False

    def resized(self, size: float) -> Self:
        """The same type at another size."""
        return replace(self, size=size)

    def width(self, text: str) -> float:
        """Length in mm, without a gap after the last character."""
        gaps = self.spacing * max(0, len(text) - 1)
        return (sum(advance(letter, self.face) for letter in text) + gaps) * self.size

    def put(self, sheet: Sheet, text: str, x: float, y: float) -> Area:
        """Sets the text in type."""
        draw = ImageDraw.Draw(sheet.image)
        pixels = max(6, round(sheet.px(self.size)))
        at = x
        for letter in text:
            shape = font(face_for(letter, self.face), pixels)
            draw.text(
                (sheet.px(at), sheet.px(y + self.size)),
                letter,
                font=shape,
                fill=self.ink,
                anchor="ls",
                stroke_width=_boldness(pixels) if self.bold else 0,
            )
            at += (advance(letter, self.face) + self.spacing) * self.size
        area = Area(x, y + 0.1 * self.size, x + self.width(text), y + 1.15 * self.size)
        sheet.say(text, area)
        return area


@dataclass(frozen=True, slots=True)
class Pen:
    """A hand: every character sits, leans and spreads a little otherwise; ``wobble`` 0 is a machine, 1 a scrawl."""

    face: str
    size: float
    rng: Random
    ink: Colour = (28, 28, 32)
    wobble: float = 0.5

    def resized(self, size: float) -> Self:
        """The same hand at another size."""
        return replace(self, size=size)

    def width(self, text: str) -> float:
        """Length in mm; written characters stand a little closer than type."""
        return sum(self._step(letter) for letter in text)

    def put(self, sheet: Sheet, text: str, x: float, y: float) -> Area:
        """Writes the text by hand."""
        at, slope = x, self.rng.gauss(0, 0.006) * self.wobble
        lean = self.rng.gauss(0, 3) * self.wobble
        for letter in text:
            step = self._step(letter)
            drop = (at - x) * slope + self.rng.gauss(0, 0.035) * self.size * self.wobble
            if letter != " ":
                self._letter(sheet, letter, at, y + drop, lean)
            at += step * (1 + self.rng.gauss(0, 0.03) * self.wobble)
        area = Area(x, y, max(at, x + 0.5 * self.size), y + 1.2 * self.size)
        sheet.say(text, area, hand=True)
        return area

    def _step(self, letter: str) -> float:
        """Written digits stand wider apart than their glyphs do."""
        return (advance(letter, self.face) * 0.96 + (0.1 if letter.isascii() else 0)) * self.size

    def _letter(self, sheet: Sheet, letter: str, x: float, y: float, lean: float) -> None:
        pixels = max(8, round(sheet.px(self.size * (1 + self.rng.gauss(0, 0.05) * self.wobble))))
        glyph = _glyph(letter, font(face_for(letter, self.face), pixels), pixels)
        turned = glyph.rotate(lean + self.rng.gauss(0, 2.5) * self.wobble, Image.Resampling.BICUBIC)
        corner = (round(sheet.px(x)) - pixels // 2, round(sheet.px(y)) - pixels // 2)
        sheet.stain(turned, corner, self.ink, strength=0.85 + 0.15 * self.rng.random())


def _glyph(letter: str, shape: ImageFont.FreeTypeFont, pixels: int) -> Image.Image:
    glyph = Image.new("L", (2 * pixels, 2 * pixels), 0)
    ImageDraw.Draw(glyph).text((pixels // 2, pixels // 2 + pixels), letter, font=shape, fill=255, anchor="ls")
    return glyph


def _boldness(pixels: int) -> int:
    return round(pixels / 45)


def lines_of(text: str, writing: Writing, width: float, indent: float = 0.0) -> list[str]:
    """Breaks a text into lines that fit the width in mm; no line begins with a closing mark."""
    lines, line, room = [], "", width - indent
    for letter in text:
        if writing.width(line + letter) > room and letter not in _NOT_AT_HEAD and line:
            lines.append(line)
            line, room = "", width
        line += letter
    return [*lines, line] if line else lines


def paragraph(sheet: Sheet, text: str, area: Area, writing: Writing, leading: float = 1.5) -> Area:
    """Sets a text into the area from its top, line under line; the area's height is not a limit."""
    y = area.y0
    right = area.x0
    for line in lines_of(text, writing, area.width):
        right = max(right, writing.put(sheet, line, area.x0, y).x1)
        y += writing.size * leading
    return Area(area.x0, area.y0, right, max(y - writing.size * (leading - 1.15), area.y0 + 0.1))


def fitted(sheet: Sheet, text: str, area: Area, writing: Writing, *, centre: bool = False) -> Area:
    """Sets a text into a cell, smaller when it is long, in the middle of its height.

    Raises:
        ValueError: not even half the size fits.
    """
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        smaller = writing.resized(writing.size * share)
        lines = lines_of(text, smaller, area.width)
        height = len(lines) * smaller.size * 1.3
        if height <= area.height:
            return _stacked(sheet, lines, area, smaller, centre=centre)
    raise ValueError(f"no room for {text!r} in {area}")


def _stacked(sheet: Sheet, lines: list[str], area: Area, writing: Writing, *, centre: bool) -> Area:
    pitch = writing.size * 1.3
    y = area.y0 + (area.height - len(lines) * pitch) / 2 + 0.1 * writing.size
    written = []
    for line in lines:
        x = area.x0 + (area.width - writing.width(line)) / 2 if centre else area.x0
        written.append(writing.put(sheet, line, x, y))
        y += pitch
    return Area(
        min(line.x0 for line in written),
        min(line.y0 for line in written),
        max(line.x1 for line in written),
        max(line.y1 for line in written),
    )
