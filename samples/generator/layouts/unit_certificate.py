"""A licence or certificate of a unit: a frame, a title, captions with values in one or two columns, a seal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from samples.generator.layouts.content import Content, Look, in_words, seal_slot
from samples.generator.seals import Seal, stamp
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, paragraph


@dataclass(frozen=True, slots=True)
class Placed:
    """A caption at (x, y) mm with its value ``caption_width`` further right, wrapped to ``width``.

    A field whose name begins with ``=`` is printed as it stands there. ``form`` is how a value is printed: ``{value}``
    in words, ``{start}`` the first day of the term (field ``_start``), ``{head}-{tail}`` a code of nine.
    """

    caption: str
    field: str
    x: float
    y: float
    caption_width: float = 24.0
    width: float = 80.0
    form: str = "{value}"


@dataclass(frozen=True, slots=True)
class UnitCertificate:
    """How a certificate is printed; sizes and places in mm.

    ``slot`` is the seal's slot, empty where the contract knows none; ``authority`` names the field or says the office
    in the seal; ``remarks`` are further words with their places; ``code_box`` is where a square of dots is printed.
    """

    size: tuple[float, float]
    title: str
    title_at: tuple[float, float]
    title_size: float
    placed: tuple[Placed, ...]
    seal_at: tuple[float, float]
    slot: str
    authority: str
    face: str = "song"
    caption_face: str = "hei"
    body: float = 4.2
    spacing: float = 0.4
    frame: tuple[float, ...] = (8.0, 11.0)
    remarks: tuple[tuple[str, float, float, float], ...] = ()
    code_box: tuple[float, float, float] | None = None
    date_style: str = "年"
    colon: str = ""
    spread_captions: bool = True


def certificate(layout: UnitCertificate) -> Callable[[Content, Look], list[Sheet]]:
    """The function that draws a certificate so."""

    def draw(content: Content, look: Look) -> list[Sheet]:
        sheet = Sheet(*layout.size, look.dpi, "license")
        width, height = layout.size
        for inset in layout.frame:
            sheet.box(Area(inset, inset, width - inset, height - inset), 0.6, 150)
        Print(look.face(layout.face), layout.title_size, spacing=layout.spacing, bold=True).put(
            sheet, layout.title, *layout.title_at
        )
        for words, x, y, size in layout.remarks:
            Print(look.face(layout.caption_face), size).put(sheet, words.format(**content.values), x, y)
        for placed in layout.placed:
            _place(sheet, layout, placed, content, look)
        if layout.code_box:
            _dots(sheet, *layout.code_box, look.rng)
        seal = Seal(content.values.get(layout.authority, layout.authority), "", look.faces.song)
        if layout.slot:
            seal_slot(sheet, content, look, layout.slot, seal, layout.seal_at)
        else:
            stamp(sheet, seal, layout.seal_at, look.rng)
        return [sheet]

    return draw


def _place(sheet: Sheet, layout: UnitCertificate, placed: Placed, content: Content, look: Look) -> None:
    caption = Print(look.face(layout.caption_face), layout.body * 0.92)
    gaps = len(placed.caption) - 1
    if layout.spread_captions and 0 < gaps <= 2:
        room = placed.caption_width - 5 - caption.width(placed.caption)
        caption = Print(caption.face, caption.size, spacing=max(0.0, room / gaps / caption.size))
    caption.put(sheet, placed.caption + layout.colon, placed.x, placed.y)
    text = placed.field[1:] if placed.field.startswith("=") else _said(layout, placed, content)
    left = placed.x + placed.caption_width
    body = Print(look.face(layout.face), layout.body)
    area = paragraph(sheet, text, Area(left, placed.y, left + placed.width, placed.y + 40), body)
    if placed.field[0] not in "=_":
        sheet.enter(placed.field, content.values[placed.field], area)


def _said(layout: UnitCertificate, placed: Placed, content: Content) -> str:
    value = content.values[placed.field]
    words, start = (in_words(text, layout.date_style) for text in (value, content.values.get("_start", "")))
    if not value[0].isdigit() and "start" in placed.form:
        return value
    return placed.form.format(value=words, start=start, head=value[:8], tail=value[8:])


def _dots(sheet: Sheet, x: float, y: float, side: float, rng: Random) -> None:
    """Something like a two-dimensional code."""
    step = side / 25
    for row in range(25):
        for column in range(25):
            if rng.random() < 0.5:
                top, left = y + row * step, x + column * step
                sheet.line((left, top + step / 2), (left + step, top + step / 2), step, 20)
