"""Ruled tables of captions and filled cells."""

from __future__ import annotations

from dataclasses import dataclass

from samples.generator.layouts.content import Content, Look, date_blank, in_words
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, fitted

_DATES = ("birth_date", "employed_since", "diagnosed_on", "visited_on")


@dataclass(frozen=True, slots=True)
class Cell:
    """A caption and the field beside it, with their shares of the row's width.

    A field whose name begins with ``_`` is no field of the contract; ``""`` is a cell that stays empty. An ``inline``
    caption stands in one cell with its value.
    """

    caption: str
    field: str
    caption_share: float
    value_share: float
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, ``height`` in mm."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The table's lines: width in mm, grey 0-255, and whether the outermost ones are there."""

    width: float = 0.25
    shade: int = 40
    outer: bool = True


@dataclass(frozen=True, slots=True)
class TablePrint:
    """How a table is printed: rows, rules, type of the captions, and the left, top and right edge in mm.

    With ``preprinted_dates`` the date cells have 年 月 日 in them, to be filled in between.
    """

    rows: tuple[Row, ...]
    rules: Rules
    caption: str = "song"
    size: float = 3.7
    left: float = 22.0
    top: float = 25.0
    right: float = 190.0
    spaced: bool = False
    date_style: str = "年"
    preprinted_dates: bool = False


def draw_table(sheet: Sheet, table: TablePrint, content: Content, look: Look) -> float:
    """Draws and fills the table; says where it ends, mm from the top."""
    y = table.top
    for row in table.rows:
        _row(sheet, table, row, y, content, look)
        y += row.height
    _frame(sheet, table, y)
    return y


def _row(sheet: Sheet, table: TablePrint, row: Row, y: float, content: Content, look: Look) -> None:
    total = sum(cell.caption_share + cell.value_share for cell in row.cells)
    unit = (table.right - table.left) / total
    x = table.left
    for cell in row.cells:
        caption = Area(x, y, x + cell.caption_share * unit, y + row.height)
        value = Area(caption.x1, y, caption.x1 + cell.value_share * unit, y + row.height)
        if cell.caption_share:
            style = Print(
                look.face(table.caption), table.size, spacing=1.0 if table.spaced and len(cell.caption) == 2 else 0.0
            )
            fitted(sheet, cell.caption, caption.inset(0.8, 0.5), style, centre=not cell.inline)
        _value(sheet, table, cell, value, content, look)
        for edge in (caption.x1 if cell.caption_share and not cell.inline else None, value.x1):
            if edge is not None and edge < table.right - 0.1:
                sheet.line((edge, y), (edge, y + row.height), table.rules.width, table.rules.shade)
        x = value.x1
    if y > table.top:
        sheet.line((table.left, y), (table.right, y), table.rules.width, table.rules.shade)


def _value(sheet: Sheet, table: TablePrint, cell: Cell, area: Area, content: Content, look: Look) -> None:
    if not cell.field or not cell.value_share:
        return
    value = content.values.get(cell.field, "")
    written = area
    if table.preprinted_dates and cell.field in _DATES:
        caption = Print(look.face(table.caption), table.size)
        written = date_blank(sheet, value, area.inset(1), look, caption)
    elif value:
        text = in_words(value, table.date_style)
        roomy = area.height > 40
        written = fitted(sheet, text, area.inset(1.5, 1 if not roomy else 3), look.fill, centre=len(text) < 9)
    if not cell.field.startswith("_"):
        sheet.enter(cell.field, value, written if value else area, hand=look.hand)


def _frame(sheet: Sheet, table: TablePrint, bottom: float) -> None:
    if not table.rules.outer:
        for y in (table.top, bottom):
            sheet.line((table.left, y), (table.right, y), table.rules.width, table.rules.shade)
        return
    sheet.box(Area(table.left, table.top, table.right, bottom), table.rules.width * 1.6, table.rules.shade)
