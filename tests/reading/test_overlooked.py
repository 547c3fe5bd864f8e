"""What is read in a cell where ink is seen and no line was found?"""

import numpy as np
import pytest

from pipeline.models.geometry import Box
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.view import whole
from tests.typeset import SilentEngine, line, read_page

CAPTION, CELL = Box(100, 100, 260, 160), Box(262, 100, 420, 160)
INK = Box(320, 112, 352, 148)


class Reader(SilentEngine):
    """Reads the same words wherever it is asked to."""

    def __init__(self, words, confidence=0.99):
        self.words, self.confidence, self.asked = words, confidence, []

    def recognise(self, image, quads):
        self.asked += [quad.box for quad in quads]
        return tuple(line(self.words, *quad.box[:2], size=30, confidence=self.confidence) for quad in quads)


def field(folder, engine, kind="sex", ink=INK, cells=(CAPTION, CELL)):
    page = read_page(folder, [line("性别", 110, 110)], cells=cells, engine=engine)
    image = page.image
    # A letter's strokes, no rule: a bar across and one down.
    image[ink.y0 : ink.y1, ink.x0 : ink.x0 + 6] = 0
    middle = (ink.y0 + ink.y1) // 2
    image[middle : middle + 6, ink.x0 : ink.x1] = 0
    np.save(page.pixels, image)
    return read_fields([whole(page)], [FieldSpec("sex", ("性别",), kind)], ())["sex"]


def test_a_letter_that_was_overlooked_is_read_where_its_ink_lies(tmp_path):
    engine = Reader("男")
    found = field(tmp_path, engine)
    assert (found.value, found.confidence) == ("男", 0.99)
    assert [box.intersection(INK) == INK for box in engine.asked] == [True]


@pytest.mark.parametrize(
    ("words", "confidence", "kind"),
    [("男", 0.6, "sex"), ("一", 0.99, "text"), ("工人", 0.6, "text"), ("年月", 0.99, "date")],
)
def test_what_is_not_surely_a_value_leaves_the_cell_in_doubt(tmp_path, words, confidence, kind):
    found = field(tmp_path, Reader(words, confidence), kind)
    assert found.value == ""
    assert found.confidence < 0.9


def test_ink_higher_than_a_row_is_not_read(tmp_path):
    engine, tall = Reader("工人"), Box(320, 110, 420, 300)
    assert field(tmp_path, engine, "text", tall, (CAPTION, CELL._replace(y1=310))).value == ""
    assert engine.asked == []


def test_a_blank_cell_is_not_read(tmp_path):
    engine = Reader("工人")
    assert field(tmp_path, engine, "text", Box(700, 700, 730, 730)).confidence == 0.9
    assert engine.asked == []
