from pipeline.exactness.line_order import in_order
from pipeline.models.geometry import Box, Point, Quad


def test_the_second_line_of_a_slanted_field_is_read_second() -> None:
    """The first falls by 31 pixels in 839, the second begins below its beginning and beside its end."""
    first = Quad(Point(45, 25), Point(884, 56), Point(883, 86), Point(43, 55))
    second = Quad(Point(34, 56), Point(97, 59), Point(95, 97), Point(32, 93))

    assert in_order([second, first]) == (first, second)


def test_lines_that_are_level_keep_their_order() -> None:
    rows = [Quad.of(Box(10, 10, 200, 40)), Quad.of(Box(210, 12, 300, 42)), Quad.of(Box(10, 50, 100, 80))]

    assert in_order(rows) == tuple(rows)
    assert in_order([]) == ()
