"""Do two sides say the same, judged from what the readers saw on both? Contract section 4.

Both texts are laid over both pictures. Read alike, the sides are the same unless a character may be another one; read
differently, they differ unless the other side's text fits a picture nearly as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import Levenshtein

from pipeline.exactness.calibration import logistic, probability_if_alike, probability_if_not
from pipeline.exactness.doubts import (
    are_counted,
    doubtful_places,
    hidden_in_marks,
    may_be_a_part,
    may_be_one_grade,
    numbers_an_item,
    room_for_more,
    stands_off,
    unreliable_share,
    within_word,
)
from pipeline.exactness.evidence import MOST, Parting, Says, at_least, partings, said, token_says
from pipeline.exactness.readings import Reading
from pipeline.exactness.reasons import explained
from pipeline.exactness.symbols import KINDS
from pipeline.models.comparison import Comparison, Difference, Side

Verdict = Literal["identical", "different", "unsure"]
SAME, NOT_SAME = 0.99, 0.06
"""Probability of being identical from which, and down to which, an answer is given."""
_SURE_MARK = 0.9
_WORTH_TELLING = 3.0
"""Nats from which a difference is told; weaker ones beside it may be the reader's."""
_NOT_SURE = 4.0
"""Nats up to which a place of equal texts is looked at as well."""
_LOGITS = 1.8
"""What a nat of the readers is worth, as a logit."""
_APART = -1.0
"""The most that pictures that do not look alike speak for a difference: one of them may be cut badly, or be spoilt."""
Looks = Callable[[int, int], float]
"""How much the pictures of a token on the left and one on the right speak for one character, as a logit."""
_NOTHING_LACKS = room_for_more, numbers_an_item, hidden_in_marks, within_word, stands_off
"""What may be the case where a side seems to lack something."""
_TURNED = {"insert": "delete", "delete": "insert"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two readings with what speaks for and against them: the figures that the probability follows from."""

    alike: bool
    strength: float
    unreliable: float
    places: tuple[tuple[str, int, int], ...]

    @property
    def probability(self) -> float:
        """How likely the sides say the same."""
        if self.alike:
            return probability_if_alike(self.strength)
        return probability_if_not(self.strength, self.unreliable)


def compare_readings(left: Reading, right: Reading, likeness: Looks | None = None) -> Comparison:
    """Compares two readings; ``likeness`` is how much their pictures speak for one character, if that is known."""
    looks = likeness or _unseen
    says = token_says(left), token_says(right)
    weighed = weigh(left, right, says, looks) if left.forms and right.forms else None
    probability = weighed.probability if weighed else 0.5
    verdict = _verdict(probability, alike=weighed is not None and weighed.alike)
    edits = weighed.places if weighed and verdict != "identical" else ()
    shown = tuple(dict.fromkeys(_shown(edit, left, right) for edit in edits))
    only_punctuation = verdict == "identical" and _marks_differ(left, right)
    return Comparison(
        verdict=verdict,
        probability_identical=round(probability, 4),
        left=_side(left, says[0]),
        right=_side(right, says[1]),
        differences=shown,
        only_punctuation=only_punctuation,
        reason=explained(verdict, left, right, shown, only_punctuation=only_punctuation),
    )


def weigh(left: Reading, right: Reading, says: tuple[Sequence[Says], Sequence[Says]], looks: Looks) -> Weighed:
    """What speaks for and against two readings, neither of them empty; ``says`` are the readers' on their tokens."""
    if left.forms > right.forms:  # An alignment may depend on its direction; the verdict must not.
        turned = weigh(right, left, (says[1], says[0]), lambda here, there: looks(there, here))
        return replace(turned, places=tuple((_TURNED.get(kind, kind), two, one) for kind, one, two in turned.places))
    parted = partings(left, right)
    unreliable = max(unreliable_share(side) for side in says)
    if parted:
        firmness = [_firmness(left, right, parting, looks) for parting in parted]
        # Where a side was misread in one place, its other places are less to be relied on.
        unreliable += sum(held < _WORTH_TELLING for held in firmness) / max(map(len, says))
        firm = [parting for parting, held in zip(parted, firmness, strict=True) if held >= _WORTH_TELLING]
        told = [edit for edit in _edits(left, right) if not firm or any(_is_in(edit, parting) for parting in firm)]
        return Weighed(alike=False, strength=max(firmness), unreliable=unreliable, places=tuple(told))
    weakest, places = doubtful_places(left, right, _looked_at(left, right, says, looks))
    return Weighed(
        alike=True,
        strength=weakest,
        unreliable=unreliable,
        places=tuple(("replace", here, there) for here, there in places),
    )


def _is_in(edit: tuple[str, int, int], parting: Parting) -> bool:
    kind, here, there = edit
    return (kind != "insert" and here in parting.left) or (kind != "delete" and there in parting.right)


def _looked_at(
    left: Reading, right: Reading, says: tuple[Sequence[Says], Sequence[Says]], looks: Looks
) -> tuple[Sequence[Says], Sequence[Says]]:
    """What the readers say of two equal texts, and where they are not sure, their pictures as well."""
    sides = list(says[0]), list(says[1])
    counted = ([place for place, token in enumerate(side.tokens) if token.counts] for side in (left, right))
    for places in zip(*counted, strict=True):
        if min(said(side[place]) for side, place in zip(sides, places, strict=True)) < _NOT_SURE:
            more = looks(*places) / _LOGITS
            for side, place in zip(sides, places, strict=True):
                side[place] = tuple(None if say is None else say + more for say in side[place])
    return sides


def _unseen(_here: int, _there: int) -> float:
    return 0.0


def _firmness(left: Reading, right: Reading, parting: Parting, looks: Looks) -> float:
    """How firmly both sides hold to their own text in every view; not at all where one has room for what it lacks."""
    held = min(at_least(parting.left_says), at_least(parting.right_says))
    if are_counted(left, parting.left) and are_counted(right, parting.right):
        return held
    if any(is_so(left, right, parting) for is_so in _NOTHING_LACKS):
        return 0.0
    if len(parting.left) == len(parting.right) == 1:
        held = min(held - max(_APART, looks(parting.left.start, parting.right.start)) / _LOGITS, MOST)
    doubtful = any(is_so(left, right, parting) for is_so in (_are_dots, _is_odd_mark, may_be_one_grade, may_be_a_part))
    return min(held, _WORTH_TELLING) if doubtful else held


def _are_dots(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether a point stands against a comma between two numbers.

    Readers take a written 、 for a point, all views alike: they did in three equal pairs of a hand not tried before.
    """
    marks = {side.tokens[place] for side, part in ((left, parting.left), (right, parting.right)) for place in part}
    return len(parting.left) == len(parting.right) == 1 and {mark.form for mark in marks} == {".", "、"}


def _is_odd_mark(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether a mark that is none between numbers stands against a character: ° in a hand is read as a bracket."""
    sides = ((left, parting.left), (right, parting.right))
    shown = [[side.tokens[place] for place in part] for side, part in sides]
    marks = [[token for token in part if token.separates and token.form not in KINDS] for part in shown]
    return any(marks[side] and not all(token.separates for token in shown[1 - side]) for side in (0, 1))


def _verdict(probability: float, *, alike: bool) -> Verdict:
    if alike and probability >= SAME:
        return "identical"
    return "different" if not alike and probability <= NOT_SAME else "unsure"


def _edits(left: Reading, right: Reading) -> tuple[tuple[str, int, int], ...]:
    """Single edits from the left tokens to the right ones: what is done, and the places of both."""
    ours, theirs = ([place for place, token in enumerate(side.tokens) if token.counts] for side in (left, right))
    return tuple(
        (str(kind), (*ours, len(left.tokens))[int(here)], (*theirs, len(right.tokens))[int(there)])
        for kind, here, there in Levenshtein.editops(left.forms, right.forms).as_list()
    )


def _shown(edit: tuple[str, int, int], left: Reading, right: Reading) -> Difference:
    kind, here, there = edit
    return Difference.model_validate(
        {
            "op": kind,
            "left": "" if kind == "insert" else left.text[_index(left, here)],
            "right": "" if kind == "delete" else right.text[_index(right, there)],
            "left_index": _index(left, here),
            "right_index": _index(right, there),
        }
    )


def _index(reading: Reading, place: int) -> int:
    return reading.tokens[place].index if place < len(reading.tokens) else len(reading.text)


def _marks_differ(left: Reading, right: Reading) -> bool:
    """Whether punctuation or a list mark that was surely read stands on one side only, or as another."""
    ours, theirs = _written(left), _written(right)
    steps = Levenshtein.opcodes([form for form, _ in ours], [form for form, _ in theirs])
    return any(
        step.tag != "equal"
        and all(sure for _, sure in ours[step.src_start : step.src_end] + theirs[step.dest_start : step.dest_end])
        for step in steps
    )


def _written(reading: Reading) -> list[tuple[str, bool]]:
    """What was written, numerals in one way, and whether each piece was surely read."""
    pieces = []
    for glyph in reading.glyphs:
        spelled = [token.form for token in reading.tokens if token.index == glyph.index and not token.separates]
        sure = not glyph.is_mark or glyph.char.confidence >= _SURE_MARK
        pieces += [(form, sure) for form in spelled or [glyph.form]]
    return pieces


def _side(reading: Reading, says: Sequence[Says]) -> Side:
    weakest = min((said(say) for say in says), default=None)
    return Side(text=reading.text, confidence=0.0 if weakest is None else round(logistic(weakest), 4))
