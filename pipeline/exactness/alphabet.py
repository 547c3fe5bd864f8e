"""Which classes of a reader show a token, and which show nothing that counts?"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from pipeline.exactness.glyphs import folded, is_mark
from pipeline.exactness.symbols import KINDS
from pipeline.exactness.tokens import STROKES, Token

Classes = NDArray[np.bool_]
"""A set of a reader's classes: True for those in it; the blank is number 0."""
_ROUND = "0Oo"


class Alphabet:
    """A reader's classes by what they mean."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Sorts the classes; ``characters`` are the reader's without the blank."""
        self._characters = characters  # Kept alive, so that no other tuple takes over its identity.
        self.forms = ("", *("".join(map(folded, character)).strip() for character in characters))
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            self._numbers[form].append(number)
        self.silent = self.having([""])
        """The blank and white space."""
        self.uncounted = self.silent | np.array([bool(form) and is_mark(form) for form in self.forms])
        """The same and every mark."""
        self._of_token: dict[tuple[str, bool], Classes] = {}

    def knows(self, token: Token) -> bool:
        """Whether the reader has a class for the token."""
        return bool(self.showing(token).any())

    def showing(self, token: Token) -> Classes:
        """The classes that show the token; several letters stand for one Roman numeral."""
        key = (token.form, token.separates)
        if key not in self._of_token:
            self._of_token[key] = self.having(_written(token))
        return self._of_token[key]

    def having(self, forms: list[str]) -> Classes:
        """The classes with one of these folded forms."""
        classes = np.zeros(len(self.forms), np.bool_)
        for form in forms:
            classes[self._numbers.get(form, [])] = True
        return classes


_ALPHABETS: dict[int, Alphabet] = {}


def alphabet_of(characters: tuple[str, ...]) -> Alphabet:
    """The alphabet of a reader with these characters, made once.

    It is found by the tuple's identity: to hash 18,000 characters takes longer than to align a text.
    """
    known = _ALPHABETS.get(id(characters))
    if known is None:
        known = _ALPHABETS[id(characters)] = Alphabet(characters)
    return known


def _written(token: Token) -> list[str]:
    """The folded forms in which a reader may write a token."""
    if token.separates:
        return ["".join(map(folded, mark)) for mark in KINDS.get(token.form, token.form)]
    if set(token.form) <= {"1", "V", "X"}:
        return _spellings(token.form)
    if token.form == "l":
        return sorted(STROKES)
    return list(_ROUND) if token.form == "0" else [token.form]


def _spellings(numeral: str) -> list[str]:
    if numeral == "1":
        return sorted(STROKES)
    return [numeral.replace("1", "I")]
