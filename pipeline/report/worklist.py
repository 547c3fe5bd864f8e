"""How do the claims of a batch become a worklist for Excel: one line a claim, filters set, nothing that runs?"""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.report.batch_row import BatchRow
from pipeline.report.fixed_zip import FIXED_TIME, without_times
from pipeline.report.wording import VERDICTS
from pipeline.text.masking import mask_id_numbers
from pipeline.text.visible import visible

_COLUMNS = (
    ("结论", 14), ("申请编号", 22), ("优先", 12), ("受伤职工", 14), ("身份证号码", 22), ("用人单位", 34), ("页数", 8),
    ("必须补正", 44), ("请核对", 44), ("提醒", 34), ("无法读取的文件", 34), ("核对日期", 13), ("报告", 34),
)  # fmt: skip
_FILLS = {"ready": "E4F4EA", "correction": "FDEAEA", "review": "FFF3DD", "failed": "E6E8EC"}
_CELL_LIMIT = 32_767
_SEPARATOR = "；"


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
        for column, value in enumerate(_cells(row), start=1):
            _write(sheet, number, column, value).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number, 1).fill = PatternFill("solid", fgColor=_FILLS[row.verdict])
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(rows) + 1}"
    # Printed, all columns fit across a sheet and each sheet repeats the headings.
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    saved = io.BytesIO()
    book.save(saved)
    return without_times(saved.getvalue())


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
