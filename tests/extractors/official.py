"""Official papers set by hand: rows of a letter at their usual places."""

from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page

LEFT, RIGHT, SIZE = 200, 1454, 36


def letter(title, paragraphs, closing, top=500):
    """A title, paragraphs with an indent that wrap at the right edge, and rows at the right."""
    rows = [line(title, (1654 - 64 * len(title)) / 2, 200, size=64)]
    y = top
    for text in paragraphs:
        room = (RIGHT - LEFT) // SIZE
        indented = not text.endswith("：")
        pieces = [text[: room - 2 * indented]]
        rest = text[len(pieces[0]) :]
        pieces += [rest[at : at + room] for at in range(0, len(rest), room)]
        for index, piece in enumerate(pieces):
            rows.append(line(piece, LEFT + 2 * SIZE * (indented and index == 0), y, size=SIZE))
            y += 64
    for text in closing:
        y += 80
        rows.append(line(text, RIGHT - SIZE * len(text), y, size=SIZE))
    return rows


def extracted(kind, folder, *pages):
    read = tuple(read_page(folder, lines, page=number) for number, lines in enumerate(pages, start=1))
    return kind.extract(DocumentPages(kind.TYPE.id, read))


def values(extraction):
    return {name: field.value for name, field in extraction.fields.items()}
