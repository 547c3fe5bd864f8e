"""Which Roman numeral is it? A reader spells Ⅲ now as one character, now letter by letter, now as Ⅱ1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.exactness.glyphs import Glyph
from pipeline.exactness.readings import Reading, read_as

_NUMERALS = {"1": "Ⅰ", "11": "Ⅱ", "111": "Ⅲ", "1V": "Ⅳ", "V": "Ⅴ", "V1": "Ⅵ"}
"""Grades of burns, fractures and dislocations."""
_LETTERS = frozenset("1VX")


def settled(reading: Reading) -> Reading:
    """The reading with every numeral that was spelled in pieces as the one that fits the views best."""
    for start, end in reversed(_runs(reading)):
        pieces = [glyph for glyph in reading.glyphs if start <= glyph.index < end]
        tried = [reading, *(_with(reading, pieces, numeral) for numeral in _NUMERALS)]
        reading = max(tried, key=lambda reading: sum(fit.score for fit in reading.alignments))
    return reading


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """Where in the text numerals of several glyphs stand that are no plain Arabic ones: first index, index behind."""
    runs = []
    letters = groupby(reading.tokens, lambda token: token.counts and token.form in _LETTERS)
    for indices in ([token.index for token in run] for is_roman, run in letters if is_roman):
        end = max(indices) + 1
        several = len(set(indices)) > 1
        if several and not reading.text[min(indices) : end].isascii():
            runs.append((min(indices), end))
    return runs


def _with(reading: Reading, pieces: Sequence[Glyph], numeral: str) -> Reading:
    whole = _NUMERALS[numeral]
    first, last = pieces[0], pieces[-1]
    char = first.char.model_copy(update={"text": whole, "end": last.char.end})
    middle = replace(first, char=char, form=numeral.replace("1", "I"), gap=first.gap + _reach(pieces) / 2)
    glyphs: list[Glyph] = []
    for glyph in reading.glyphs:
        if glyph.index < first.index:
            glyphs.append(glyph)
        elif glyph.index == first.index:
            glyphs.append(middle)
        elif glyph.index > last.index:
            behind = glyphs[-1] is middle
            moved = replace(glyph, index=glyph.index - len(pieces) + 1)
            glyphs.append(replace(moved, gap=glyph.gap + _reach(pieces) / 2) if behind else moved)
    return read_as(tuple(glyphs), reading)


def _reach(pieces: Sequence[Glyph]) -> float:
    """From the middle of the first piece to that of the last, in widths of a 字."""
    return sum(piece.gap for piece in pieces[1:])
