"""Characters of a PDF to lines."""

from __future__ import annotations

import pytest

from pipeline.intake.text_layer import PagePlacement, text_lines

PLACEMENT = PagePlacement(left=10, top=20, scale=2)


def chars(words: str, x: float, y: float, step: float = 10, width: float = 10, size: float = 10) -> list[dict]:
    """Characters in a row, in points, as pdfplumber gives them."""
    return [
        {
            "text": char,
            "x0": x + index * step,
            "x1": x + index * step + width,
            "top": y,
            "bottom": y + size,
            "matrix": (1, 0, 0, 1, 0, 0),
        }
        for index, char in enumerate(words)
    ]


def texts(found: list[dict]) -> list[str]:
    return [line.text for line in text_lines(found, PLACEMENT)]


def test_lines_are_placed_in_pixels_with_their_characters() -> None:
    [line] = text_lines(chars("工伤认定", 110, 220), PLACEMENT)
    assert line.text == "工伤认定"
    assert line.box == (200, 400, 280, 420)
    assert [(char.start, char.end) for char in line.chars] == [(0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1)]
    assert line.confidence == 1


def test_lines_come_top_to_bottom_and_are_cut_at_columns() -> None:
    found = chars("second", 50, 100) + chars("left", 50, 50) + chars("right", 150, 51)
    assert texts(found) == ["left", "right", "second"]


def test_gaps_between_words_are_spaces_once() -> None:
    assert texts(chars("ab", 50, 50) + chars("cd", 75, 50)) == ["ab cd"]
    assert texts(chars("ab cd", 50, 50)) == ["ab cd"]
    assert texts(chars("  ab  ", 50, 50)) == ["ab"]


def test_letters_printed_twice_to_look_bold_count_once_and_double_letters_twice() -> None:
    assert texts(chars("工伤", 50, 50) + chars("工伤", 50.4, 50)) == ["工伤"]
    assert texts(chars("llama", 50, 50, step=2.2, width=2.2)) == ["llama"]


def test_what_cannot_be_shown_is_marked_or_dropped() -> None:
    found = chars("abc", 50, 50)
    found[1]["text"] = "(cid:7)"
    found[2]["text"] = "\x00\ud800"
    assert texts(found) == ["a\ufffd"]
    assert texts(chars("\n \t", 50, 50)) == []


def test_a_ligature_has_two_characters() -> None:
    found = chars("xy", 50, 50)
    found[1]["text"] = "fi"
    [line] = text_lines(found, PLACEMENT)
    assert [char.text for char in line.chars] == ["x", "f", "i"]
    assert line.chars[2].start == pytest.approx(0.75)


def test_nonsense_positions_are_dropped() -> None:
    found = chars("ab", 50, 50)
    found[0]["x0"] = float("nan")
    assert texts(found) == ["b"]
