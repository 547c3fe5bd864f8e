import cv2
import numpy as np
import pytest

from pipeline.exactness.strokes import numeral_between
from pipeline.imaging.arrays import Image

EM = 64
START, END = 60, 240
DARK = (30, 30, 30)


def line(*strokes: int, bracket: bool = True) -> Image:
    """A line with upright strokes at these places, an opening bracket or a 字 before them and a 字 behind."""
    image = np.full((96, 300, 3), 240, np.uint8)
    if bracket:
        cv2.ellipse(image, (90, 48), (16, 32), 0, 110, 250, DARK, 4)
    else:
        cv2.rectangle(image, (20, 20), (72, 76), DARK, 4)
    for x in strokes:
        cv2.line(image, (x, 24), (x, 72), DARK, 6)
    cv2.rectangle(image, (220, 18), (276, 78), DARK, 4)
    return image


def serifs(image: Image, start: int, end: int) -> Image:
    for y in (24, 72):
        cv2.line(image, (start, y), (end, y), DARK, 2)
    return image


def wedge(image: Image, start: int, half: int, thickness: int = 9) -> Image:
    for top in (start, start + 2 * half):
        cv2.line(image, (top, 24), (start + half, 72), DARK, thickness)
    return image


@pytest.mark.parametrize("bracket", [True, False])
@pytest.mark.parametrize("strokes", [(150,), (140, 160), (130, 150, 170)])
def test_strokes_are_counted(strokes: tuple[int, ...], *, bracket: bool) -> None:
    assert numeral_between(line(*strokes, bracket=bracket), START, END, EM) == " ⅠⅡⅢ"[len(strokes)]


def test_serifs_that_join_the_strokes_do_not_count() -> None:
    assert numeral_between(serifs(line(130, 150, 170), 122, 178), START, END, EM) == "Ⅲ"


def test_a_rule_along_the_line_hides_no_bracket() -> None:
    image = line(140, 160)
    image[92:] = 30

    assert numeral_between(image, START, END, EM) == "Ⅱ"


def test_rules_around_a_numeral_and_specks_do_not_count() -> None:
    image = line(140, 160, bracket=False)
    cv2.line(image, (20, 82), (280, 84), DARK, 3)
    cv2.line(image, (110, 0), (110, 95), DARK, 3)
    cv2.circle(image, (150, 50), 1, DARK, -1)

    assert numeral_between(image, START, END, EM) == "Ⅱ"


def test_a_bracket_between_its_word_and_the_numeral_is_no_stroke() -> None:
    image = line(140, 160)
    cv2.rectangle(image, (40, 20), (68, 76), DARK, 4)

    assert numeral_between(image, START, END, EM) == "Ⅱ"


def test_a_bold_wedge_is_no_pair_of_strokes() -> None:
    """Its arms have columns as dark as those of an I."""
    image = wedge(line(), 130, 22)

    assert numeral_between(image, START, END, EM) == "Ⅴ"


def test_a_stroke_that_runs_into_its_neighbour_is_not_left_out() -> None:
    """Two are left of three: the third touches the 字 behind."""
    image = line(170, 190, 210)
    cv2.line(image, (210, 48), (222, 48), DARK, 6)

    assert numeral_between(image, START, END, EM) is None


@pytest.mark.parametrize(
    "image",
    [
        line(),
        line(120, 138, 156, 174),
        cv2.line(line(140), (160, 24), (150, 72), DARK, 6),
        cv2.rectangle(line(140), (160, 24), (200, 72), DARK, 6),
        cv2.blur(line(146, 154, 162), (25, 25)),
    ],
    ids=["nothing", "four", "half a wedge", "another character", "out of focus"],
)
def test_anything_else_is_not_counted(image: Image) -> None:
    assert numeral_between(image, START, END, EM) is None
