"""Which of the characters read on one side count, and as what? Contract section 4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.exactness.glyphs import (
    DIGITS,
    Glyph,
    folded,
    glyphs,
    is_mark,
    is_wide,
    room_at_end,
    stands_apart,
)
from pipeline.exactness.list_marks import items, list_marks
from pipeline.models.text_line import Char, TextLine

KINDS = {"、": "、，,；;", "-": "-–—~～－﹣―‐‑‒−", ".": ".．", ":": "/:：／×∶"}
"""Marks between two numbers by kind: list, range, point, ratio."""
KIND_OF = {mark: kind for kind, marks in KINDS.items() for mark in marks}
_ROMAN = frozenset("IVX")
_LIKE_ONE, _LIKE_ZERO = frozenset("lI|"), frozenset("O")
_MAY_COUNT = 0.1


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character that counts.

    ``text`` is what it counts as; ``index`` its place in the side's text. ``confidence`` is that of all readings that
    count as the same; ``rivals`` are the others with their probabilities, "" for a mark that does not count.
    ``after_gap`` tells that something may have been lost before it. A separator is the mark between two numbers.
    """

    text: str
    index: int
    confidence: float
    rivals: Mapping[str, float] = field(default_factory=dict)
    after_gap: bool = False
    is_separator: bool = False

    @property
    def is_numeral(self) -> bool:
        """Whether it is a digit or a letter of a Roman numeral, between which punctuation counts."""
        return self.text in DIGITS or self.text in _ROMAN


@dataclass(frozen=True, slots=True)
class Inscription:
    """One side.

    ``text`` is what was read without white space, ``written`` the same with folded forms. ``doubtful`` are places in
    the text of marks that may be characters; ``ends_early`` tells that the end may have been lost.
    """

    text: str
    written: str
    symbols: tuple[Symbol, ...]
    items: tuple[str, ...]
    doubtful: tuple[int, ...]
    ends_early: bool

    @property
    def forms(self) -> tuple[str, ...]:
        """What counts, in order."""
        return tuple(symbol.text for symbol in self.symbols)


def inscription(lines: Sequence[TextLine]) -> Inscription:
    """The side as read, its lines joined without white space."""
    found = glyphs(lines)
    heads = list_marks(found)
    return Inscription(
        text="".join(glyph.char.text for glyph in found),
        written="".join(glyph.form for glyph in found),
        symbols=_symbols(found, heads),
        items=items(found, heads),
        doubtful=tuple(glyph.index for glyph in found if glyph.is_mark and _may_count(glyph.char)),
        ends_early=bool(lines) and is_wide(room_at_end(lines[-1])),
    )


def _symbols(found: Sequence[Glyph], heads: frozenset[int]) -> tuple[Symbol, ...]:
    symbols: list[Symbol] = []
    marks: list[Glyph] = []
    gap = False
    for position, glyph in enumerate(found):
        if position in heads:
            marks, gap = [], False
            continue
        gap |= _lost_before(position, found, heads)
        in_number = _in_digits_place(position, found, heads)
        if glyph.is_mark and not (in_number and glyph.form in _LIKE_ONE):
            marks.append(glyph)
            continue
        first, *rest = _counted(glyph, gap, in_number=in_number)
        if marks and symbols and symbols[-1].is_numeral and first.is_numeral:
            symbols.append(_separator(marks))
        symbols += [first, *rest]
        marks, gap = [], False
    return tuple(symbols)


def _lost_before(position: int, found: Sequence[Glyph], heads: frozenset[int]) -> bool:
    """Whether something may have been lost before a character; there may be room behind a list mark."""
    if position == 0:
        return is_wide(found[0].gap)
    return position - 1 not in heads and stands_apart(found[position - 1], found[position])


def _in_digits_place(position: int, found: Sequence[Glyph], heads: frozenset[int]) -> bool:
    """Whether a digit stands beside it, or 第 before it."""
    before = found[position - 1].form if position and position - 1 not in heads else ""
    after = found[position + 1].form if position + 1 < len(found) and position + 1 not in heads else ""
    return before in DIGITS or after in DIGITS or before == "第"


def _counted(glyph: Glyph, after_gap: bool, *, in_number: bool) -> list[Symbol]:
    char = glyph.char
    meaning = _meaning(glyph.form, in_number=in_number) or glyph.form
    others = ((_meaning("".join(map(folded, text)), in_number=in_number), share) for text, share in char.alternatives)
    confidence, rivals = _shares(meaning, char.confidence, others)
    return [
        Symbol(part, glyph.index, confidence, rivals, after_gap=after_gap and place == 0)
        for place, part in enumerate(meaning)
    ]


def _separator(marks: Sequence[Glyph]) -> Symbol:
    """The mark between two numbers, as its kind."""
    telling = next((mark for mark in marks if mark.form in KIND_OF), marks[0])
    kind = KIND_OF.get(telling.form, telling.form)
    others = ((KIND_OF.get(text, text), share) for text, share in telling.char.alternatives)
    confidence, rivals = _shares(kind, telling.char.confidence, others)
    return Symbol(kind, telling.index, confidence, rivals, is_separator=True)


def _shares(meaning: str, confidence: float, others: Iterable[tuple[str, float]]) -> tuple[float, dict[str, float]]:
    """The probability of all readings with this meaning, and those of the other meanings."""
    rivals: dict[str, float] = {}
    for other, share in others:
        rivals[other] = rivals.get(other, 0.0) + share
    return min(1.0, confidence + rivals.pop(meaning, 0.0)), rivals


def _meaning(form: str, *, in_number: bool) -> str:
    """What a folded character counts as, "" for a mark."""
    if in_number and form in _LIKE_ONE:
        return "1"
    if in_number and form in _LIKE_ZERO:
        return "0"
    return "" if is_mark(form) else form


def _may_count(char: Char) -> bool:
    """Whether a mark may really be a character that counts, such as 一 read as a dash."""
    counting = sum(share for text, share in char.alternatives if not is_mark("".join(map(folded, text))))
    return counting >= _MAY_COUNT
