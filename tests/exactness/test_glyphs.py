import pytest

from pipeline.exactness.glyphs import glyphs
from pipeline.models.geometry import Point, Quad
from pipeline.models.text_line import TextLine
from tests.exactness.written import line


def moved(read: TextLine, right: float) -> TextLine:
    return read.model_copy(update={"quad": Quad(*(Point(corner.x + right, corner.y) for corner in read.quad))})


def test_neighbours_in_print_stand_one_character_apart() -> None:
    assert [glyph.gap for glyph in glyphs([line("左手骨折")])] == pytest.approx([1, 1, 1, 1])


def test_paper_between_two_pieces_of_a_row_is_a_gap() -> None:
    """What was printed there may not have been found: three characters of 40 px."""
    pieces = [line("左手骨折"), moved(line("裂伤骨折"), 4 * 40 + 3 * 40)]

    assert glyphs(pieces)[4].gap == pytest.approx(4)
    assert glyphs(pieces)[4].line == 1


def test_the_next_row_begins_where_a_line_begins() -> None:
    assert glyphs([line("左手骨折"), line("裂伤骨折", top=60)])[4].gap == pytest.approx(1)
