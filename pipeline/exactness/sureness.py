"""How far can the reading of a character, or of its absence, be relied upon?"""

from __future__ import annotations

from functools import cache
from importlib import resources

from pipeline.exactness.symbols import Inscription, Symbol

SURE = 0.9
"""Least confidence of a character that may count as the same."""
_VERY_SURE = 0.98
"""Least confidence of a character that may count as another: on unfamiliar hands the reader is sure and wrong."""
_LOOK_ALIKES_APART = 0.999
"""Least confidence of two look-alikes that may count as two. Measured on 2,720 pairs in 11 fonts, print and hand,
clean, noisy, small and thresholded: no equal pair is called different but 4 whose font draws Ⅴ blank (at 0.998 2 more),
and half of the unequal pairs are."""
_CLOSE_RIVAL = 0.05
_ANY_RIVAL = 0.01
_DEPENDABLE = 0.85
_STROKES = frozenset("一1Il丨丶")
"""Characters that ruled lines and specks are read as."""


def is_sure(symbol: Symbol, characters: frozenset[str]) -> bool:
    """Whether the character may count as read: confident, without a close rival, and one that the reader knows."""
    known = symbol.is_separator or symbol.text in characters
    return known and symbol.confidence >= SURE and max(symbol.rivals.values(), default=0.0) < _CLOSE_RIVAL


def surely_differ(left: Symbol, right: Symbol, characters: frozenset[str]) -> bool:
    """Whether two aligned characters surely are two: neither reading sees the other, and they do not look alike."""
    least = _LOOK_ALIKES_APART if _look_alike(left.text, right.text) else SURE
    if not all(is_sure(symbol, characters) and symbol.confidence >= least for symbol in (left, right)):
        return False
    return left.rivals.get(right.text, 0.0) <= _ANY_RIVAL and right.rivals.get(left.text, 0.0) <= _ANY_RIVAL


def surely_extra(side: Inscription, position: int, other: Inscription, place: int, characters: frozenset[str]) -> bool:
    """Whether the symbol at ``position`` surely stands on this side only.

    Not if it repeats its neighbour (a CTC reader merges repeats that stand close), may be a ruled line, or if the other
    side has room for it: a wide gap, or a line's end, before its symbol number ``place``.
    """
    extra = side.symbols[position]
    if not _very_sure(extra, characters) or extra.text in _STROKES:
        return False
    neighbours = [*side.symbols[max(0, position - 1) : position], *side.symbols[position + 1 : position + 2]]
    if any(neighbour.text == extra.text for neighbour in neighbours):
        return False
    around = other.symbols[max(0, place - 1) : place + 1]
    if not all(_very_sure(symbol, characters) for symbol in around):
        return False
    if place == len(other.symbols):
        return not other.ends_early
    return not other.symbols[place].after_gap


def is_dependable(side: Inscription, characters: frozenset[str]) -> bool:
    """Whether the reader copes with this hand at all: it is sure of most characters."""
    sure = sum(is_sure(symbol, characters) for symbol in side.symbols)
    return sure >= _DEPENDABLE * len(side.symbols)


def _very_sure(symbol: Symbol, characters: frozenset[str]) -> bool:
    return is_sure(symbol, characters) and symbol.confidence >= _VERY_SURE


def _look_alike(left: str, right: str) -> bool:
    """Whether a reader takes one for the other.

    The table holds pairs that this one took for each other in print and handwriting fonts (1,440 readings of diagnoses)
    and pairs that people mix up; Latin letters differ from their capitals in size alone.
    """
    return left.casefold() == right.casefold() or any(left in group and right in group for group in _look_alikes())


@cache
def _look_alikes() -> tuple[str, ...]:
    tables = (("pipeline.text", "look_alikes.tsv"), ("pipeline.exactness", "look_alikes.tsv"))
    texts = [resources.files(package).joinpath(name).read_text(encoding="utf-8") for package, name in tables]
    return tuple(group for text in texts for group in text.split()[1:])
