"""What does a reading spell, piece by piece, and which pieces count? Contract section 4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.exactness.glyphs import DIGITS, Glyph
from pipeline.exactness.symbols import KIND_OF

STROKES = frozenset("1Il|")
"""What a person takes for a one: in a digit's place, and as a Roman numeral."""
_NUMERALS = DIGITS | STROKES | frozenset("VXO")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a reading that leaves a trace of its own.

    ``form`` is what it counts as, for a mark between two numbers its kind; ``index`` is its place in the side's text.
    The number of a list mark does not count; other marks are no tokens.
    """

    form: str
    index: int
    counts: bool = True
    separates: bool = False

    @property
    def is_numeral(self) -> bool:
        """Whether punctuation beside it may count."""
        return self.counts and not self.separates and set(self.form) <= _NUMERALS


def tokens(found: Sequence[Glyph], heads: frozenset[int]) -> tuple[Token, ...]:
    """The tokens of one side; Roman numerals letter by letter, l I | 1 as 1 where no Latin word holds them."""
    spelled: list[Token] = []
    marks: list[Glyph] = []
    for position, glyph in enumerate(found):
        if glyph.is_mark and not _is_one(position, found):
            marks = [] if position in heads else [*marks, glyph]
            continue
        if position in heads:
            spelled += [Token(part, glyph.index, counts=False) for part in glyph.form]
            marks = []
            continue
        parts = [Token(form, glyph.index) for form in _forms(position, found)]
        if marks and spelled and spelled[-1].is_numeral and parts[0].is_numeral:
            spelled.append(_separator(marks))
        spelled += parts
        marks = []
    return tuple(spelled)


def _separator(marks: Sequence[Glyph]) -> Token:
    telling = next((mark for mark in marks if mark.form in KIND_OF), marks[0])
    return Token(KIND_OF.get(telling.form, telling.form), telling.index, separates=True)


def _forms(position: int, found: Sequence[Glyph]) -> Sequence[str]:
    form = found[position].form
    if set(form) <= STROKES | {"V", "X"}:
        return [_numeral_letter(letter, position, found) for letter in form]
    if form in {"O", "o"} and _beside_digit(position, found):
        return ["0"]
    return [form]


def _numeral_letter(letter: str, position: int, found: Sequence[Glyph]) -> str:
    """A stroke as 1, in a word or a unit as l: readers take the l of ml for 1, and people cannot tell them apart."""
    if letter not in STROKES:
        return letter
    if not _in_word(position, found):
        return "1"
    beside = (found[at].form for at in (position - 1, position + 1) if 0 <= at < len(found))
    return "l" if any(_is_latin(form) and form.islower() for form in beside) else letter


def _is_one(position: int, found: Sequence[Glyph]) -> bool:
    """Whether a bar that reads as a mark stands for a one: beside a digit."""
    return found[position].form in STROKES and _beside_digit(position, found)


def _beside_digit(position: int, found: Sequence[Glyph]) -> bool:
    return any(0 <= beside < len(found) and found[beside].form in DIGITS for beside in (position - 1, position + 1))


def _in_word(position: int, found: Sequence[Glyph]) -> bool:
    """Whether the run of numeral letters around a place is part of a Latin word: a letter of another kind touches it.

    A grade set behind a name, as in SchatzkerIV, is none: capitals never follow small letters in a word.
    """
    start = end = position
    while start > 0 and _spells_numerals(found[start - 1]):
        start -= 1
    while end + 1 < len(found) and _spells_numerals(found[end + 1]):
        end += 1
    before = found[start - 1].form if start else ""
    after = found[end + 1].form if end + 1 < len(found) else ""
    if _is_latin(after) and after.islower():
        return True
    is_grade = before.islower() and any(letter in "IVX" for glyph in found[start : end + 1] for letter in glyph.form)
    return _is_latin(before) and not is_grade


def _spells_numerals(glyph: Glyph) -> bool:
    return set(glyph.form) <= STROKES | {"V", "X"}


def _is_latin(form: str) -> bool:
    return form.isascii() and form.isalpha()
