"""How do the claims of a batch become a worklist for Excel: one line a claim, filters set, nothing that runs?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.report.batch_row import BatchRow
from pipeline.report.fixed_zip import FIXED_TIME, without_times
from pipeline.report.wording import VERDICTS
from pipeline.text.masking import mask_id_numbers
from pipeline.text.visible import visible

_COLUMNS = (
    ("结论", 13), ("申请编号", 20), ("优先", 9), ("受伤职工", 10), ("身份证号码", 20), ("用人单位", 22), ("页数", 6),
    ("必须补正", 26), ("请核对", 26), ("提醒", 20), ("无法读取的文件", 18), ("核对日期", 11), ("报告", 34),
)  # fmt: skip
_WIDTHS = [width for _, width in _COLUMNS]
_FILLS = {"ready": "E4F4EA", "correction": "FDEAEA", "review": "FFF3DD", "failed": "E6E8EC"}
_CELL_LIMIT = 32_767
_SEPARATOR = "；"
_MARGIN_INCHES = 0.35
_LINE_POINTS = 16.5
"""Room for a line of Chinese at 11 points; Excel fits a row to its text by itself, LibreOffice does not."""
_MOST_POINTS = 409.0
"""The highest row that the format allows."""


def worklist(rows: Sequence[BatchRow]) -> bytes:
    """worklist.xlsx: every cell is plain text or a number, never a formula; the same rows give the same bytes."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a worksheet")
    sheet.title = "工伤认定预审"
    book.properties.creator = "precheck"
    book.properties.created = FIXED_TIME
    for column, (title, width) in enumerate(_COLUMNS, start=1):
        cell = _write(sheet, 1, column, title)
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        cells = _cells(row)
        for column, value in enumerate(cells, start=1):
            _write(sheet, number, column, value).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = min(_MOST_POINTS, _LINE_POINTS * max(map(_lines, cells, _WIDTHS)))
        sheet.cell(number, 1).fill = PatternFill("solid", fgColor=_FILLS[row.verdict])
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(rows) + 1}"
    _lay_out_for_print(sheet, len(rows) + 1)
    saved = io.BytesIO()
    book.save(saved)
    return without_times(saved.getvalue())


def _lines(value: str | int, width: int) -> int:
    """How many lines a value takes in a column that wide, in columns of a Latin letter; a Chinese one takes two."""
    widths = (sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in line) for line in str(value).split("\n"))
    # A word that does not fit goes to the next line whole and leaves its line short.
    return sum(max(1, ceil(1.1 * taken / width)) for taken in widths)


def _lay_out_for_print(sheet: Worksheet, last_row: int) -> None:
    """All columns but the link, which paper cannot follow, across an A4 sheet; each sheet repeats the headings."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(*(_MARGIN_INCHES,) * 4)
    sheet.print_options.gridLines = True
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(len(_COLUMNS) - 1)}{last_row}"


def _cells(row: BatchRow) -> tuple[str | int, ...]:
    return (
        VERDICTS[row.verdict].text,
        row.claim_id,
        row.priority,
        row.worker,
        row.worker_id_masked,
        row.employer,
        row.pages,
        _SEPARATOR.join(row.failed),
        _SEPARATOR.join(row.doubtful),
        _SEPARATOR.join(row.reminders),
        "\n".join(row.errors),
        row.as_of,
        row.report,
    )


def _write(sheet: Worksheet, row: int, column: int, value: str | int) -> Cell:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("a fresh sheet has no merged cells")
    if isinstance(value, str):
        cell.value = visible(mask_id_numbers(value))[:_CELL_LIMIT]
        # openpyxl takes a text that begins with = for a formula; the type says text, and Excel is told not to guess.
        cell.data_type = "s"
        cell.quotePrefix = True
    else:
        cell.value = value
    return cell
