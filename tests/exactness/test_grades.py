import cv2
import numpy as np
import pytest

from pipeline.exactness.grades import counted_grades, with_grades
from pipeline.exactness.readings import Grade
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from tests.exactness.seen import characters, read, seen

KNOWN = characters("左肩锁关节脱位烧伤（深度，川三1", "ⅠⅡⅢ")
STEP = 10
"""Pixels a step of the reader: a 字 is six steps wide."""


def drawn(text: str, strokes: int) -> tuple[Image, Quad]:
    """A box for every character, strokes in place of the one in the middle of the grade ("*")."""
    image = np.full((120, 60 * len(text) + 40, 3), 240, np.uint8)
    for place, letter in enumerate(text):
        middle = 20 + 60 * place + 25
        if letter == "*":
            for number in range(strokes):
                x = middle + 14 * number - 7 * (strokes - 1)
                cv2.line(image, (x, 40), (x, 80), (30, 30, 30), 5)
        elif letter not in "（(":
            cv2.rectangle(image, (middle - 22, 36), (middle + 22, 84), (30, 30, 30), 4)
    return image, Quad.of(Box(20, 30, 20 + 60 * len(text), 90))


@pytest.mark.parametrize("reads", ["Ⅱ", "川", "Ⅰ"])
def test_the_strokes_on_paper_decide_which_grade_it_is(reads: str) -> None:
    image, quad = drawn("关节脱位深*度烧伤", 3)
    look = seen(f"关节脱位深{reads}度烧伤", KNOWN)

    (grade,) = counted_grades(image, [quad], look)
    counted = with_grades(look, [grade])

    assert grade.numeral == "Ⅲ"
    assert read(counted).text == "关节脱位深Ⅲ度烧伤"
    assert read(look).text != read(counted).text


def test_a_grade_that_was_not_seen_at_all_is_found() -> None:
    image, quad = drawn("关节脱位（*度", 2)
    look = seen("关节脱位（ 度", KNOWN)

    assert [grade.numeral for grade in counted_grades(image, [quad], look)] == ["Ⅱ"]


def test_a_grade_at_a_line_s_beginning_is_known_by_the_word_before() -> None:
    image, quad = drawn("关节脱位深*度烧伤", 2)
    lines = [quad.span(0, 5 / 9), quad.span(5 / 9, 1)]
    look = seen("关节脱位深\n川度烧伤", KNOWN)

    (grade,) = counted_grades(image, lines, look)

    assert (grade.line, grade.numeral, grade.before, grade.behind) == (1, "Ⅱ", "", "度")
    assert read(with_grades(look, [grade])).text == "关节脱位深Ⅱ度烧伤"


@pytest.mark.parametrize("text", ["关节脱位深三度烧伤", "关节脱位左1左烧伤", "关节脱位深度烧伤"])
def test_what_is_no_grade_is_not_counted(text: str) -> None:
    image, quad = drawn(text.replace("三", "左"), 1)

    assert counted_grades(image, [quad], seen(text, KNOWN)) == ()


def test_nothing_but_the_grade_is_changed() -> None:
    look = seen("深Ⅱ度\n左肩", KNOWN)
    line = look.lines[0]

    counted = with_grades(look, [Grade(0, 2 / line.width, 14 / line.width, "Ⅰ", "深", "度")])

    assert read(counted).text == "深Ⅰ度左肩"
    assert counted.lines[1] is look.lines[1]
