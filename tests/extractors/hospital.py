"""Hospital records set by hand, and what their extraction gives."""

from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page


def rows(texts, x=150, size=36, start=300, step=70):
    return [line(text, x, start + step * row, size=size) for row, text in enumerate(texts)]


def read(kind, folder, *pages, **facts):
    made = tuple(read_page(folder, lines, page=number, **facts) for number, lines in enumerate(pages, start=1))
    return kind.TYPE.extract(DocumentPages(kind.TYPE.id, made))


def values(extraction):
    return {name: field.value for name, field in extraction.fields.items()}


def states(extraction):
    return {mark.slot: mark.state for mark in extraction.marks}


HEAD = [line("长春市春晖骨科医院", 500, 100, size=60)]
COMMON = {
    "hospital": "长春市春晖骨科医院",
    "patient_name": "张志远",
    "record_number": "ZY0012345",
    "visited_on": "2026-09-18",
    "diagnosis": "右胫骨平台骨折",
}
