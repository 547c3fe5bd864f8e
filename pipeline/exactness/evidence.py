"""How strongly do the readers' views speak for what was read, and against what the other side says?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.exactness.forced_alignment import Alignment, Strip, joined, marks_count, whole
from pipeline.exactness.readings import Reading
from pipeline.exactness.tokens import Token

LEAST, MOST = -7.0, 7.0
"""Bounds of one reader's say on one place, in nats: none is right more than 999 times in 1,000."""
_LEAST = 1e-6
_BLANK_INSTEAD = 2.0
"""Nats by which a blank instead of a character is less of a doubt than another character: readers hesitate over where
a character stands, not only over which it is."""
Says = tuple[float | None, ...]
"""What each reader has to say in nats, None where it does not know the character."""


def said(says: Says) -> float:
    """What the readers say together: the mean of those who know the characters; 0 if none does."""
    heard = [say for say in says if say is not None]
    return sum(heard) / len(heard) if heard else 0.0


def at_least(says: Says) -> float:
    """What even the most doubtful of the readers who know the characters says; 0 if none does."""
    return min((say for say in says if say is not None), default=0.0)


@dataclass(frozen=True, slots=True)
class Parting:
    """A stretch in which the two readings part: tokens ``left`` of one and ``right`` of the other.

    ``left_says`` is how much better the left side's own text fits its views than the other's text, ``right_says`` the
    same of the right side.
    """

    left: range
    right: range
    left_says: Says
    right_says: Says


def token_says(reading: Reading) -> tuple[Says, ...]:
    """For every token how sure each reader is of it where it stands: see :func:`_sure`."""
    views = list(zip(reading.strips, reading.alignments, strict=True))
    says: list[Says] = []
    for group in joined(reading.tokens):
        places = range(len(says), len(says) + len(group))
        says += [tuple(_sure(strip, fit, place, places, whole(group)) for strip, fit in views) for place in places]
    return tuple(says)


def gap_says(reading: Reading) -> tuple[Says, ...]:
    """For every gap, before each token and behind the last, how sure each reader is that nothing was lost in it."""
    per_reader = [
        _gaps(strip, fit.spans, reading) for strip, fit in zip(reading.strips, reading.alignments, strict=True)
    ]
    return tuple(zip(*per_reader, strict=True))


def partings(left: Reading, right: Reading) -> tuple[Parting, ...]:
    """The stretches in which the readings part, numbers of list marks aside; as many against as many one by one.

    Several weak differences side by side are not a strong one: a hand that a reader does not know is misread often.
    """
    ours, theirs = _counted(left), _counted(right)
    found = []
    for here, there in _stretches(left.forms, right.forms):
        one = _range(ours, here.start, here.stop, len(left.tokens))
        other = _range(theirs, there.start, there.stop, len(right.tokens))
        left_part = [left.tokens[at] for at in one]
        right_part = [right.tokens[at] for at in other]
        says = (_against(left, one, right_part), _against(right, other, left_part))
        found.append(Parting(one, other, *says))
    return tuple(found)


def _stretches(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Where two lists of forms are not equal."""
    for step in Levenshtein.opcodes(left, right):
        here, there = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if step.tag == "replace" and len(here) == len(there):
            yield from ((range(one, one + 1), range(two, two + 1)) for one, two in zip(here, there, strict=True))
        elif step.tag != "equal":
            yield here, there


def _counted(reading: Reading) -> list[int]:
    return [place for place, token in enumerate(reading.tokens) if token.counts]


def _range(places: Sequence[int], start: int, end: int, size: int) -> range:
    if start == end:
        at = places[start] if start < len(places) else size
        return range(at, at)
    return range(places[start], places[end - 1] + 1)


def _sure(strip: Strip, fit: Alignment, place: int, places: range, numeral: Token) -> float | None:
    """How much likelier the token is than any other character; a blank in its stead counts for less.

    A letter of a Roman numeral is there also where the whole numeral is seen (``numeral``, at ``places``).
    """
    shown = fit.shown[place]
    if not strip.alphabet.knows(shown):
        return None
    span = slice(*fit.spans[place])
    own = float(strip.showing(shown)[span].max(initial=0.0))
    meant = strip.alphabet.showing(shown) | strip.alphabet.uncounted
    if len(places) > 1 and strip.alphabet.knows(numeral):
        reach = slice(min(fit.spans[at][0] for at in places), max(fit.spans[at][1] for at in places))
        meant = meant | strip.alphabet.showing(numeral)
        if shown != numeral:
            own += float(strip.showing(numeral)[reach].max(initial=0.0))
    own = min(own, 1.0)
    others = strip.shares[span] * ~meant[strip.labels[span]]
    ratio = math.log(max(own, _LEAST) / max(float(others.max(initial=0.0)), _LEAST))
    return _bounded(min(ratio, _logit(own) + _BLANK_INSTEAD))


def _gaps(strip: Strip, spans: Sequence[tuple[int, int]], reading: Reading) -> list[float]:
    counting = strip.mass(~strip.alphabet.uncounted)
    marking = strip.mass(~strip.alphabet.silent)
    edges = [0, *(end for _, end in spans)]
    begins = [*(start for start, _ in spans), len(counting)]
    says = []
    for place, (start, end) in enumerate(zip(edges, begins, strict=True)):
        before, after = reading.tokens[place - 1 : place], reading.tokens[place : place + 1]
        tight = place and before and after and marks_count(before[0], after[0])
        seen = (marking if tight else counting)[start : max(start, end)]
        says.append(_logit(1 - float(seen.max(initial=0.0))))
    return says


def _against(reading: Reading, here: range, other: Sequence[Token]) -> Says:
    """By how much each reader prefers the reading to the same with ``other`` in place of the stretch."""
    changed = [*reading.tokens[: here.start], *other, *reading.tokens[here.stop :]]
    involved = [*other, *reading.tokens[here.start : here.stop]]
    return tuple(
        _bounded(fit.score - strip.aligned(changed).score)
        if all(strip.alphabet.knows(token) for token in involved)
        else None
        for strip, fit in zip(reading.strips, reading.alignments, strict=True)
    )


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return _bounded(math.log(bounded / (1 - bounded)))


def _bounded(nats: float) -> float:
    return min(max(nats, LEAST), MOST)
