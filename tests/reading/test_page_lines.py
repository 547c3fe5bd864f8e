"""Which parts of a picture are handed to the reader."""

import cv2
import numpy as np

from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.reading.page_lines import FoundLines, PageLines, read_lines
from tests.typeset import SilentEngine, line

BLOCK = Box(100, 300, 200, 385)
USUAL = [line("工作单位", 300, 100 + 60 * row, 35) for row in range(5)]


class RowReader(SilentEngine):
    """Reads single rows well and a block of several rows badly, as a recogniser for one line does."""

    def __init__(self, worth=0.97):
        self.worth, self.asked = worth, []

    def recognise(self, image, quads):
        self.asked += [quad.box for quad in quads]
        return tuple(self._read(quad) for quad in quads)

    def _read(self, quad):
        known = next((usual for usual in USUAL if usual.quad == quad), None)
        if known is not None:
            return known
        single = quad.box.height < 60
        read = line("受伤害" if single else "阿", 0, 0, confidence=self.worth if single else 0.2)
        return TextLine(quad=quad, confidence=read.confidence, chars=read.chars)


def page(rows, *, rule=True):
    image = np.full((600, 800, 3), 255, np.uint8)
    for y in rows:
        for x in (112, 140, 168):
            cv2.rectangle(image, (x, y), (x + 20, y + 25), (0, 0, 0), 2)
    if rule:
        cv2.line(image, (104, 0), (104, 599), (0, 0, 0), 3)
    return image


def texts(engine, image):
    quads = (*(usual.quad for usual in USUAL), Quad.of(BLOCK))
    read = read_lines(engine, image, FoundLines(image, quads, {}, lambda quad: quad), (), ())
    return [found.text for found in read.lines][len(USUAL) :]


def test_two_rows_of_a_narrow_cell_that_were_found_as_one_are_read_row_by_row():
    engine = RowReader()
    assert texts(engine, page([308, 350])) == ["受伤害", "受伤害"]
    upper, lower = engine.asked[-2:]
    assert upper.y0 <= 308
    assert 333 <= upper.y1 <= lower.y0 + 8
    assert lower.y1 >= 375


def test_lines_left_out_leave_the_half_read_ones_at_their_places():
    lines = PageLines(tuple(USUAL[:4]), {1: USUAL[1].quad, 3: USUAL[3].quad})
    rest = lines.without(lambda line: line in (USUAL[0], USUAL[3]))
    assert rest == PageLines((USUAL[1], USUAL[2]), {0: USUAL[1].quad})


def test_two_stacked_letters_that_were_read_as_one_are_read_one_by_one():
    """诊断 in the narrow first column of a certificate."""

    class LetterReader(RowReader):
        def _read(self, quad):
            if quad.box.height < 60:
                return super()._read(quad)
            read = line("诊", 0, 0, confidence=self.whole)
            return TextLine(quad=quad, confidence=read.confidence, chars=read.chars)

    image, narrow = page([308, 350], rule=False), Box(105, 300, 160, 385)
    quads = (*(usual.quad for usual in USUAL), Quad.of(narrow))
    for whole, expected in ((0.75, ["受伤害", "受伤害"]), (0.99, ["诊"])):
        engine = LetterReader()
        engine.whole = whole
        read = read_lines(engine, image, FoundLines(image, quads, {}, lambda quad: quad), (), ())
        assert [found.text for found in read.lines][len(USUAL) :] == expected


def test_what_reads_no_better_in_parts_or_has_none_stays_whole():
    assert texts(RowReader(worth=0.3), page([308, 350])) == ["阿"]
    assert texts(RowReader(), page([308, 332])) == ["阿"]
