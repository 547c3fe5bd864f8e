import cv2
import numpy as np
import pytest

from pipeline.exactness.wedges import Ink, is_slanted, numeral_with_wedge, without_rings

EM = 64


def ink(*strokes: tuple[int, int], ring: bool = False) -> Ink:
    """Strokes from a place at the top to one at the bottom, and a degree sign behind them."""
    image = np.zeros((96, 120), np.uint8)
    for top, bottom in strokes:
        cv2.line(image, (top, 24), (bottom, 72), (255,), 6)
    if ring:
        cv2.circle(image, (100, 28), 7, (255,), 2)
    return image > 0


@pytest.mark.parametrize("ring", [True, False])
@pytest.mark.parametrize(
    ("strokes", "numeral"),
    [
        ([(20, 35), (50, 35)], "Ⅴ"),
        ([(20, 20), (35, 50), (65, 50)], "Ⅳ"),
        ([(20, 35), (50, 35), (65, 65)], "Ⅵ"),
    ],
)
def test_the_outlines_tell_the_numerals_apart(strokes: list[tuple[int, int]], numeral: str, *, ring: bool) -> None:
    assert numeral_with_wedge(without_rings(ink(*strokes, ring=ring)), EM) == numeral


@pytest.mark.parametrize(
    "strokes",
    [
        [],
        [(20, 20), (40, 40)],
        [(20, 20), (40, 40), (60, 60)],
        [(20, 50), (50, 20)],
        [(20, 35), (50, 35), (65, 65), (80, 80)],
        [(35, 20), (35, 50)],
    ],
    ids=["nothing", "Ⅱ", "Ⅲ", "Ⅹ", "Ⅶ", "Λ"],
)
def test_anything_else_is_left_open(strokes: list[tuple[int, int]]) -> None:
    assert numeral_with_wedge(ink(*strokes), EM) is None


def test_upright_strokes_are_not_slanted_and_a_wedge_is() -> None:
    assert not is_slanted(ink((20, 20), (40, 40)), EM)
    assert is_slanted(ink((20, 35), (50, 35)), EM)
