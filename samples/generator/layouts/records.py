"""A hospital's record: letterhead, lines of data, sections of text that run over pages, signatures at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from samples.generator.layouts.content import Content, Look, in_words, seal_slot, signature_slot
from samples.generator.layouts.flow import Block, Margins, end_of, paginate, set_page
from samples.generator.layouts.tables import TablePrint, draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import BLACK, RED, Print

Draw = Callable[[Content, Look], list[Sheet]]


@dataclass(frozen=True, slots=True)
class Closing:
    """A line at a record's end, at ``x`` mm: a caption with somebody's signature, or with text behind it.

    ``slot`` is empty where the record has no slot for it; ``field`` is printed behind the caption; ``beside`` puts it
    into the row of the closing before it; ``seal`` stamps the hospital over it.
    """

    caption: str
    x: float
    slot: str = ""
    field: str = ""
    date_style: str = "年"
    beside: bool = False
    seal: str = ""


@dataclass(frozen=True, slots=True)
class RecordForm:
    """One hospital's print of a record.

    ``lines`` are set as in :class:`~samples.generator.layouts.flow.Block`; one that begins with ``>`` stands in the
    right half, its list items each on a line. ``header`` and ``footer`` come on every page, with {n} and {m} for the
    number and the count of pages; ``lone_title`` keeps the title to the first page, else it heads every page. ``told``
    is False for a type whose fields nobody reads.
    """

    title: str
    lines: tuple[str, ...]
    closing: tuple[Closing, ...]
    paper: tuple[float, float] = (210.0, 297.0)
    title_face: str = "hei"
    title_gap: float = 0.3
    title_size: float = 7.0
    body_face: str = "song"
    size: float = 4.2
    leading: float = 1.65
    header: str = ""
    footer: str = ""
    hospital: str = "{!hospital}"
    red_head: bool = False
    lone_title: bool = True
    table: TablePrint | None = None
    bottom: float = 55.0
    told: bool = True


def record(form: RecordForm) -> Draw:
    """Draws records in this print."""
    return partial(_draw, form)


def _draw(form: RecordForm, content: Content, look: Look) -> list[Sheet]:
    width, height = form.paper
    margin = 0.11 * width
    top = 14.0 if form.header else 18.0
    head = _head(form, look)
    repeated = 0.0 if form.lone_title else 2.2 * form.title_size
    margins = Margins(margin, top + repeated + (6 if form.header else 0), width - margin, height - form.bottom)
    pages = paginate([*head, *_body(form, look)], margins, content, look)
    sheets = []
    for number, page in enumerate(pages, start=1):
        sheet = Sheet(width, height, look.dpi, "record", number if "{n}" in form.header + form.footer else None)
        set_page(sheet, page, content, look)
        _running(sheet, form, number, len(pages), content, look)
        sheets.append(sheet)
    y = end_of(pages[-1]) + 4
    if form.table is not None:
        y = draw_table(sheets[-1], replace(form.table, top=y), content, look) + 4
    close(sheets[-1], form.closing, y + 4, Print(look.face(form.body_face), form.size), content, look)
    for sheet in sheets if not form.told else ():
        sheet.entries.clear()
    return sheets


def close(sheet: Sheet, closings: tuple[Closing, ...], y: float, style: Print, content: Content, look: Look) -> None:
    """Draws the closing lines from ``y`` mm on."""
    y -= 13
    for closing in closings:
        y += 0 if closing.beside else 13
        end = style.put(sheet, closing.caption, closing.x, y).x1 if closing.caption else closing.x
        if closing.field:
            value = content.values[closing.field]
            area = style.put(sheet, in_words(value, closing.date_style), end + 1, y)
            if not closing.field.startswith("_"):
                sheet.enter(closing.field, value, area)
        if closing.slot:
            place = Area(end + 1, y - 4, min(end + 34, sheet.width - 6), y + style.size + 4)
            signature_slot(sheet, content, look, closing.slot, content.case.doctor, place)
        if closing.seal:
            owner = content.values.get("hospital", "") or content.values.get("institution", "")
            label = "" if closing.seal == "institution_seal" else "病历复印专用章"
            seal_slot(
                sheet, content, look, closing.seal, Seal(owner, label, look.faces.song, 40, star=False), (end + 18, y)
            )


def _head(form: RecordForm, look: Look) -> list[Block]:
    ink = RED if form.red_head else BLACK
    hospital = Print(look.face("song"), form.title_size * 0.88, spacing=0.1, ink=ink, bold=form.red_head)
    title = Print(look.face(form.title_face), form.title_size, spacing=form.title_gap, ink=ink)
    blocks = [Block(form.hospital, hospital, centred=True)] if form.hospital else []
    return [*blocks, Block(form.title, title, centred=True, leading=2.2)] if form.lone_title else blocks


def _body(form: RecordForm, look: Look) -> list[Block]:
    style = Print(look.face(form.body_face), form.size)
    half = form.paper[0] * 0.42
    return [
        Block(line[1:], style, above=2, leading=form.leading, left=half, listed=True)
        if line.startswith(">")
        else Block(line, style, above=1.5, leading=form.leading)
        for line in form.lines
    ]


def _running(sheet: Sheet, form: RecordForm, number: int, count: int, content: Content, look: Look) -> None:
    """The page's header and footer, and the title where it heads every page."""
    small = Print(look.face(form.body_face), 3.4)
    for text, y in ((form.header, 9.0), (form.footer, sheet.height - 14)):
        told = Block(text.replace("{n}", str(number)).replace("{m}", str(count)), small, centred=True)
        line = paginate([told], Margins(6, y, sheet.width - 6, sheet.height), content, look)[0]
        set_page(sheet, line, content, look)
    if not form.lone_title:
        title = Print(look.face(form.title_face), form.title_size, spacing=form.title_gap)
        title.put(sheet, form.title, (sheet.width - title.width(form.title)) / 2, 18.0 if form.header else 12.0)
