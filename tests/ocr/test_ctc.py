import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ocr.ctc import decode

ALPHABET = ("左", "右", "手", " ")


def steps(*labels: int, share: float = 0.96) -> np.ndarray:
    """One row a step: the label has that share, the blank the rest."""
    rows = np.zeros((len(labels), len(ALPHABET) + 1), np.float32)
    rows[:, 0] = 1 - share
    for row, label in zip(rows, labels, strict=True):
        row[label] = share if label else 1
    return rows


def text(probabilities: np.ndarray) -> str:
    return "".join(char.text for char in decode(probabilities, ALPHABET, len(probabilities), 2))


def test_repeats_merge_unless_a_blank_stands_between() -> None:
    assert text(steps(1, 1, 0, 1, 3, 3)) == "左左手"


def test_nothing_but_blanks_is_no_text() -> None:
    assert decode(steps(0, 0, 0), ALPHABET, 3, 2) == ()


def test_alternatives_are_the_other_characters_of_the_run() -> None:
    probabilities = steps(0, 1, 1, 0)
    probabilities[2] = (0.0, 0.7, 0.25, 0.05, 0.0)

    (char,) = decode(probabilities, ALPHABET, 4, 2)

    assert char.confidence == pytest.approx(0.96)
    assert char.alternatives == (("右", 0.25), ("手", 0.05))


def test_neighbours_share_the_space_between_them() -> None:
    left, right = decode(steps(0, 1, 0, 0, 2, 0), ALPHABET, 6, 4)

    assert (left.start, left.end) == (0.0, 0.5)
    assert (right.start, right.end) == (0.5, 1.0)


def test_a_character_reaches_no_further_than_half_a_line_height() -> None:
    (char,) = decode(steps(*[0] * 10, 1, *[0] * 10), ALPHABET, 21, 2)

    assert (char.start, char.end) == pytest.approx((8.5 / 21, 12.5 / 21), abs=1e-4)


def test_padding_is_not_part_of_the_line() -> None:
    (char,) = decode(steps(0, 1, 0, 0, 0, 0), ALPHABET, 3, 3)

    assert (char.start, char.end) == (0.0, 1.0)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.integers(1, 30))
def test_characters_stand_in_order_within_the_line(labels: list[int], width: int) -> None:
    chars = decode(steps(*labels), ALPHABET, min(width, len(labels)), 2)

    edges = [edge for char in chars for edge in (char.start, char.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= 1 for edge in edges)
