import pytest

from pipeline.exactness.numerals import settled
from pipeline.exactness.second_thoughts import reconsidered
from pipeline.exactness.weighing import compare_readings
from tests.exactness.seen import characters, read, seen

KNOWN = characters("左右末未节肩锁关脱位深度裂伤（）1IVⅠⅡⅢⅣ，、")


@pytest.mark.parametrize(("spelled", "meant"), [("深Ⅱ1度", "深Ⅱ度"), ("深ⅡⅡ度", "深Ⅱ度"), ("深IⅢI度", "深Ⅲ度")])
def test_a_numeral_spelled_in_pieces_becomes_the_one_that_was_seen(spelled: str, meant: str) -> None:
    """Where a step shows a piece that the others' numeral leaves unexplained, it was seen as likely blank."""
    extra = {place: ("Ⅰ", 0.1) for place, letter in enumerate(spelled) if letter in "1I"}
    seen_so = seen(spelled, KNOWN, sure=0.6, rivals=extra)

    reading = settled(read(seen_so))

    assert reading.text.count("度") == 1
    assert len(set(reading.text) & set("ⅠⅡⅢⅣ")) == 1 or reading.text == spelled
    assert reading.glyphs[-1].index == len(reading.text) - 1
    assert meant[0] == reading.text[0]


def test_plain_digits_are_left_alone() -> None:
    reading = read(seen("深11度", KNOWN))

    assert settled(reading) is reading


def test_a_side_is_persuaded_where_its_own_views_prefer_the_other_text() -> None:
    torn = read(seen("左末节裂伤", KNOWN, 0.6), seen("左未节裂伤", KNOWN, 0.999), seen("左未节裂伤", KNOWN, 0.999))
    left, right = reconsidered(torn, read(*[seen("左未节裂伤", KNOWN)] * 3))

    assert left.text == right.text == "左未节裂伤"


def test_nobody_is_persuaded_against_what_was_seen() -> None:
    left, right = reconsidered(read(seen("左末节裂伤", KNOWN)), read(seen("左未节裂伤", KNOWN)))

    assert (left.text, right.text) == ("左末节裂伤", "左未节裂伤")
    assert compare_readings(left, right).verdict == "different"


def test_what_a_side_takes_over_stands_on_its_own_paper() -> None:
    half = seen("左末节裂左", KNOWN, rivals={1: ("未", 0.45)}), seen("左未节裂伤", KNOWN, rivals={4: ("左", 0.45)})
    other = read(*[seen("左\n未\n节裂左", KNOWN)] * 2)

    reading = reconsidered(read(*half), other)[0]

    assert read(*half).text != reading.text == "左未节裂左"
    assert reading.box_of(0).x0 <= reading.box_of(1).x0 < reading.box_of(2).x0
