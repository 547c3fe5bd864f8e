"""How well does a text fit what a reader saw, and where does each of its tokens stand?

Forced alignment on CTC posteriors (Graves 2006): the likeliest path that spells the text, by Viterbi's algorithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from pipeline.exactness.alphabet import Classes, alphabet_of
from pipeline.exactness.tokens import Token
from pipeline.ocr.posteriors import Look

Steps = NDArray[np.float64]
"""A value for every step of a side."""
_LEAST = 1e-7
"""Probability of what was not kept."""
_NEVER = -1e9
_ROMAN = {"11", "111", "1V", "V1", "V11", "V111", "1X", "X1"}


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best path.

    ``score`` is the natural logarithm of its probability; ``spans`` are the steps of each token, first and behind the
    last; ``shown`` is what stands there as the path has it: the token, or the whole Roman numeral to which it belongs.
    """

    score: float
    spans: tuple[tuple[int, int], ...]
    shown: tuple[Token, ...]


class Strip:
    """One reader's view of a side: its lines one after the other, a blank step between them."""

    def __init__(self, look: Look) -> None:
        """Joins the lines, without their padding."""
        self.alphabet = alphabet_of(look.characters)
        labels, shares = [], []
        for line in look.lines:
            steps = min(len(line.labels), int(line.width) + 2)
            labels += [line.labels[:steps], np.zeros((1, line.labels.shape[1]), np.int32)]
            blank = np.zeros((1, line.labels.shape[1]), np.float32)
            blank[0, 0] = 1
            shares += [line.probabilities[:steps], blank]
        self.labels = np.concatenate(labels)
        self.shares = np.concatenate(shares)
        self._mass: dict[tuple[str, bool], Steps] = {}
        self._aligned: dict[tuple[Token, ...], Alignment] = {}

    @cached_property
    def silent(self) -> Steps:
        """How likely each step shows nothing."""
        return self.mass(self.alphabet.silent)

    @cached_property
    def uncounted(self) -> Steps:
        """How likely each step shows nothing, or a mark."""
        return self.mass(self.alphabet.uncounted)

    def mass(self, classes: Classes) -> Steps:
        """How likely each step shows one of these classes."""
        return np.asarray((self.shares * classes[self.labels]).sum(axis=1), np.float64)

    def showing(self, token: Token) -> Steps:
        """How likely each step shows the token; one that the reader does not know may be behind any character."""
        key = (token.form, token.separates)
        if key not in self._mass:
            known = self.alphabet.knows(token)
            self._mass[key] = self.mass(self.alphabet.showing(token)) if known else 1 - self.uncounted
        return self._mass[key]

    def aligned(self, tokens: Sequence[Token]) -> Alignment:
        """The best path over the tokens, Roman numerals as one character or letter by letter; worked out once."""
        key = tuple(tokens)
        if key not in self._aligned:
            self._aligned[key] = self._align(key)
        return self._aligned[key]

    def _align(self, tokens: Sequence[Token]) -> Alignment:
        letters: list[tuple[Token, ...]] = [(token,) for token in tokens]
        wholes = joined(tokens)
        ways = [letters, wholes, _as_written(wholes)]
        tried = {tuple(map(len, way)): way for way in ways}
        return max((_viterbi(self, way) for way in tried.values()), key=lambda fit: fit.score)


def joined(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The tokens with the letters of every Roman numeral in one group."""
    groups: list[tuple[Token, ...]] = []
    for roman, run in groupby(tokens, lambda token: token.counts and token.form in {"1", "V", "X"}):
        letters = tuple(run)
        one = roman and "".join(token.form for token in letters) in _ROMAN
        groups += [letters] if one else [(token,) for token in letters]
    return groups


def _as_written(wholes: Sequence[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """Only those in one group that one glyph shows: beside a Ⅱ the 11 of T11 are two."""
    return [
        group
        for letters in wholes
        for group in ([letters] if len({token.index for token in letters}) == 1 else [(token,) for token in letters])
    ]


def _viterbi(strip: Strip, groups: Sequence[tuple[Token, ...]]) -> Alignment:
    """States 0, 2, 4, ... are the gaps, state 2k + 1 is the k-th group."""
    emissions, may_skip = _states(strip, groups)
    bar = np.where(may_skip, 0.0, _NEVER)
    table = _best_scores(emissions, bar)
    path = _traced(table, bar)
    shown = tuple(whole(group) for group in groups for _ in group)
    return Alignment(float(table[-1, path[-1] + 2]), _spans(path, groups), shown)


def _best_scores(emissions: Steps, bar: Steps) -> Steps:
    """The score of the best path to every state at every step, shape (steps, 2 + states).

    Two columns that no path reaches stand before the first state. ``bar`` is what it costs to come from the state
    before the last.
    """
    states, steps = emissions.shape
    table = np.full((steps, states + 2), _NEVER)
    table[0, 2:4] = emissions[:2, 0]
    before = table[:-1]
    # Rows of views, not slices within the loop, which would take as long as the sums.
    for skipped, last, same, now, seen in zip(
        before[:, :-2], before[:, 1:-1], before[:, 2:], table[1:, 2:], emissions.T[1:], strict=True
    ):
        np.add(skipped, bar, out=now)
        np.maximum(now, last, out=now)
        np.maximum(now, same, out=now)
        np.add(now, seen, out=now)
    return table


def _traced(table: Steps, bar: Steps) -> NDArray[np.int64]:
    """The state at every step of the best path; of equal ones the one that stays longest where it comes to."""
    rows = table.tolist()
    costs = bar.tolist()
    state = len(costs) - 1
    if state and rows[-1][state + 2] < rows[-1][state + 1]:
        state -= 1
    path = [state]
    for row in reversed(rows[:-1]):
        same, last, skipped = row[state + 2], row[state + 1], row[state] + costs[state]
        if skipped > same and skipped > last:
            state -= 2
        elif last > same:
            state -= 1
        path.append(state)
    return np.array(path[::-1])


def _states(strip: Strip, groups: Sequence[tuple[Token, ...]]) -> tuple[Steps, NDArray[np.bool_]]:
    """Log probabilities of every state, shape (states, steps), and which may follow the one before the last."""
    wholes = [whole(group) for group in groups]
    emissions = [strip.uncounted]
    may_skip = [False]
    for place, token in enumerate(wholes):
        after = wholes[place + 1] if place + 1 < len(wholes) else None
        emissions += [strip.showing(token), strip.silent if after and marks_count(token, after) else strip.uncounted]
        may_skip += [place > 0 and wholes[place - 1].form != token.form, False]
    return np.log(np.maximum(emissions, _LEAST)), np.array(may_skip)


def marks_count(before: Token, after: Token) -> bool:
    """Whether a mark between two neighbours would count: between two numerals."""
    return (before.is_numeral or before.separates) and (after.is_numeral or after.separates)


def whole(group: Sequence[Token]) -> Token:
    """The letters of a numeral as one token."""
    if len(group) == 1:
        return group[0]
    return Token("".join(token.form for token in group), group[0].index)


def _spans(path: NDArray[np.int64], groups: Sequence[tuple[Token, ...]]) -> tuple[tuple[int, int], ...]:
    """The steps of each token: a path never goes back, so they follow each other."""
    states = np.arange(1, 2 * len(groups), 2)
    starts, ends = (np.searchsorted(path, states, side).tolist() for side in ("left", "right"))
    spans: list[tuple[int, int]] = []
    for group, start, end in zip(groups, starts, ends, strict=True):
        spans += [(start, end) if start < end else (0, 0)] * len(group)
    return tuple(spans)
