"""Which o or 0 is a full stop? Readers take the small ring of 。 behind a bracket or a 字 for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import numpy as np

from pipeline.exactness.glyphs import folded, is_mark
from pipeline.exactness.readings import lines_seen
from pipeline.models.geometry import Quad
from pipeline.models.text_line import Char
from pipeline.ocr.posteriors import Look, Posteriors

_LETTER, _LIKE_DIGITS, _STOP = "o", "0O", "。"


def with_full_stops(lines: Sequence[Quad], look: Look) -> Look:
    """The look with full stops in place of what was read as a ring that belongs to no word and no number.

    Args:
        lines: where the lines are.
        look: what a reader saw of them.
    """
    classes = _classes(look.characters)
    if classes is None or not any(_may_hold_one(line, classes) for line in look.lines):
        return look
    rings = [*classes.letter, *classes.like_digits]
    seen = []
    before = ""
    for line, posteriors in zip(lines_seen(lines, look), look.lines, strict=True):
        chars = [char for char in line.chars if char.text.strip()]
        texts = [before, *(folded(char.text) for char in chars), ""]
        found = [char for place, char in enumerate(chars, start=1) if _is_full_stop(*texts[place - 1 : place + 2])]
        before = texts[-2]
        seen.append(_with_stops(posteriors, found, rings, classes.stop) if found else posteriors)
    return replace(look, lines=tuple(seen))


class _Classes(NamedTuple):
    """A reader's classes of rings, and of the full stop."""

    letter: tuple[int, ...]
    like_digits: tuple[int, ...]
    stop: int


@cache
def _classes(characters: tuple[str, ...]) -> _Classes | None:
    """None for a reader without full stops."""
    if _STOP not in characters:
        return None
    letter, like_digits = (
        tuple(characters.index(ring) + 1 for ring in rings if ring in characters) for rings in (_LETTER, _LIKE_DIGITS)
    )
    return _Classes(letter, like_digits, characters.index(_STOP) + 1)


def _may_hold_one(line: Posteriors, classes: _Classes) -> bool:
    """Whether an o is seen anywhere, or a ring like a digit last: what costs is spelling the line."""
    seen = line.labels[:, 0]
    return bool(np.isin(seen, classes.letter).any() or np.isin(seen[seen > 0][-1:], classes.like_digits).any())


def _is_full_stop(before: str, ring: str, after: str) -> bool:
    """Whether a ring stands behind a 字 or a mark: an o before no letter, one like a digit at the end of its line."""
    if ring not in _LETTER + _LIKE_DIGITS or not before:
        return False
    ends = not after if ring in _LIKE_DIGITS else not (after.isascii() and after.isalpha())
    return ends and (not before.isascii() or is_mark(before))


def _with_stops(line: Posteriors, found: Sequence[Char], rings: Sequence[int], stop: int) -> Posteriors:
    """The line with full stops where rings stand: theirs is the probability of all that is like a ring."""
    labels, shares = line.labels.copy(), line.probabilities.copy()
    for char in found:
        for step in range(max(0, int(char.start * line.width) - 1), min(len(labels), int(char.end * line.width) + 2)):
            places = np.flatnonzero(np.isin(labels[step], [*rings, stop]))
            others = [label for label in labels[step, places] if label != stop]
            together = float(shares[step, places].sum())
            labels[step, places] = [stop, *others][: len(places)]
            shares[step, places] = [together, *[0.0] * len(places)][: len(places)]
    return replace(line, labels=labels, probabilities=shares)
