"""Which o or 0 is a full stop? Readers take the small ring of 。 behind a bracket or a 字 for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
    rings = {look.characters.index(ring) + 1 for ring in _LETTER + _LIKE_DIGITS if ring in look.characters}
    if _STOP not in look.characters or not any(rings & set(line.labels[:, 0].tolist()) for line in look.lines):
        return look
    stop = look.characters.index(_STOP) + 1
    seen = []
    for line, posteriors in zip(lines_seen(lines, look), look.lines, strict=True):
        chars = [char for char in line.chars if char.text.strip()]
        found = [char for place, char in enumerate(chars) if _is_full_stop(place, chars)]
        seen.append(_with_stops(posteriors, found, sorted(rings), stop) if found else posteriors)
    return replace(look, lines=tuple(seen))


def _is_full_stop(place: int, chars: Sequence[Char]) -> bool:
    """Whether a ring stands behind a 字 or a mark: an o before no letter, one like a digit at the end of its line."""
    ring = folded(chars[place].text)
    if ring not in _LETTER + _LIKE_DIGITS or place == 0:
        return False
    before, after = folded(chars[place - 1].text), folded(chars[place + 1].text) if place + 1 < len(chars) else ""
    ends = not after if ring in _LIKE_DIGITS else not (after.isascii() and after.isalpha())
    return ends and (not before.isascii() or is_mark(before))


def _with_stops(line: Posteriors, found: Sequence[Char], rings: Sequence[int], stop: int) -> Posteriors:
    """The line with the full stop in place of every ring where they stand; what it has twice then shows nothing."""
    labels, shares = line.labels.copy(), line.probabilities.copy()
    for char in found:
        here = slice(max(0, int(char.start * line.width) - 1), int(char.end * line.width) + 2)
        like = np.isin(labels[here], [*rings, stop])
        together = (shares[here] * like).sum(axis=1)
        labels[here][like] = stop
        shares[here][like] = 0
        rows = np.flatnonzero(like.any(axis=1))
        shares[here][rows, like[rows].argmax(axis=1)] = together[rows]
    return replace(line, labels=labels, probabilities=shares)
