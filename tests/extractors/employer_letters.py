"""How an employer's letter or table is set on a page, and read."""

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.models.geometry import Box
from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page

NUMBER = "220104198501019999"
AGENT = "22018119780615998X"


def letter(title, rows, closing=(), size=36, step=64):
    placed = [line(title, 560, 160, size=60)]
    placed += [line(text, 150 if text[0] != " " else 222, 340 + step * n, size=size) for n, text in enumerate(rows)]
    below = 340 + step * (len(rows) + 2)
    return placed + [line(text, 900, below + step * n, size=size) for n, text in enumerate(closing)]


def table(rows, x=100, y=300, height=90):
    """Lines and cells of a table; each row is a list of (text, width)."""
    lines, cells = [], []
    for n, row in enumerate(rows):
        left = x
        for text, width in row:
            cells.append(Box(left, y + n * height, left + width, y + (n + 1) * height))
            if text:
                lines.append(line(text, left + 20, y + n * height + 25, size=34))
            left += width
    return lines, cells


def extract(kind, folder, *pages, cells=()):
    read = [read_page(folder, lines, page=number, cells=cells) for number, lines in enumerate(pages, start=1)]
    assert page_type(read[0], document_types()).type_id == kind.TYPE.id
    return kind.extract(DocumentPages(kind.TYPE.id, tuple(read)))


def values(extraction):
    return {name: field.value for name, field in extraction.fields.items()}
