import cv2
import numpy as np
import pytest

from pipeline.exactness.unread import (
    doubted_for_unread_ink,
    has_unread_ink,
    holds_rows,
    inked_lines,
    lifted_ink,
    own_lines,
)
from pipeline.imaging.arrays import Image
from pipeline.models.comparison import Comparison, Side
from pipeline.models.geometry import Box, Quad

WHOLE = Box(0, 0, 400, 200)
LINE = Quad.of(Box(20, 20, 380, 64))
SIDE = Side(text="左", confidence=1.0)


def paper(*letters: tuple[int, int], level: int = 20) -> Image:
    """Letters as large as those of the line, their top left corners given."""
    image = np.full((200, 400, 3), 240, np.uint8)
    for x in range(30, 370, 44):
        _letter(image, x, 26, 20)
    for x, y in letters:
        _letter(image, x, y, level)
    return image


def _letter(image: Image, x: int, y: int, level: int) -> None:
    cv2.line(image, (x, y + 16), (x + 32, y + 16), (level,) * 3, 4)
    cv2.line(image, (x + 16, y), (x + 16, y + 32), (level,) * 3, 4)


def judged(verdict: str) -> Comparison:
    values = {
        "verdict": verdict,
        "probability_identical": 0.01,
        "left": SIDE,
        "right": SIDE,
        "reason": "两处文字不一致",
    }
    return Comparison.model_validate(values)


def test_letters_where_no_line_was_found_are_unread() -> None:
    assert has_unread_ink(paper((40, 120)), [LINE], WHOLE)
    assert not has_unread_ink(paper(), [LINE], WHOLE)


def test_a_line_that_stands_upright_among_others_holds_the_beginnings_of_two_rows() -> None:
    """A printed 2. with the wrapped 伤 above it was found as one line, in which nothing was read."""
    rows = [Quad.of(Box(32, top, 235, top + 24)) for top in (25, 74)]

    assert holds_rows([*rows, Quad.of(Box(30, 71, 60, 126))])
    assert not holds_rows([*rows, Quad.of(Box(32, 46, 58, 75))])
    assert not holds_rows([*rows, Quad.of(Box(32, 98, 40, 122))])
    assert not holds_rows([Quad.of(Box(30, 20, 60, 200))])
    assert not holds_rows([])


def test_rules_specks_and_what_lies_in_a_margin_are_no_unread_letters() -> None:
    image = paper((40, 160))
    cv2.rectangle(image, (5, 5), (395, 110), (20, 20, 20), 3)
    cv2.line(image, (100, 130), (160, 130), (20, 20, 20), 2)
    for x in range(0, 400, 9):
        cv2.circle(image, (x, 90), 2, (20, 20, 20), -1)

    assert not has_unread_ink(image, [LINE], Box(0, 0, 400, 150))


def test_a_line_whose_letters_were_lifted_off_as_red_is_not_the_crops_own() -> None:
    seal = Quad.of(Box(36, 116, 76, 156))
    picture, plain = paper((40, 120)), paper((40, 120), level=205)

    assert own_lines([LINE, seal], plain, lifted_ink(plain, picture)) == (LINE,)


def test_dark_print_under_a_seal_and_pale_print_without_one_stay() -> None:
    other = Quad.of(Box(36, 116, 76, 156))
    plain, pale = paper((40, 120), level=60), paper((40, 120), level=205)

    assert own_lines([LINE, other], plain, lifted_ink(plain, paper((40, 120)))) == (LINE, other)
    assert own_lines([LINE, other], pale, lifted_ink(pale, pale)) == (LINE, other)


def test_lines_much_paler_than_the_others_may_be_a_seals() -> None:
    other = Quad.of(Box(36, 116, 76, 156))

    assert inked_lines([LINE, other], paper((40, 120), level=205)) == (LINE,)
    assert inked_lines([LINE, other], paper((40, 120), level=60)) == (LINE, other)
    assert inked_lines([], paper((40, 120))) == ()


@pytest.mark.parametrize(
    ("verdict", "lengths", "unread", "after"),
    [
        ("identical", (9, 9), (False, True), "unsure"),
        ("different", (9, 7), (False, True), "unsure"),
        ("different", (7, 9), (True, False), "unsure"),
        ("different", (7, 9), (False, True), "different"),
        ("different", (9, 7), (False, False), "different"),
        ("identical", (9, 9), (False, False), "identical"),
    ],
)
def test_what_was_not_read_is_neither_the_same_nor_missing(
    verdict: str, lengths: tuple[int, int], unread: tuple[bool, bool], after: str
) -> None:
    doubted = doubted_for_unread_ink(judged(verdict), lengths, unread)

    assert doubted.verdict == after
    assert (doubted.reason == "两处文字不一致") == (after == verdict)
