"""Do two texts on paper say the same, character for character? Contract section 4.

Three answers: identical only if every character is sure on both sides, different only if a character surely differs,
else unsure. A reader errs, now and then with full confidence; what it is known to confuse is therefore never decided.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from rapidfuzz.distance import Levenshtein

from pipeline.exactness.reasons import explained
from pipeline.exactness.sureness import is_dependable, is_sure, surely_differ, surely_extra
from pipeline.exactness.symbols import Inscription, Symbol, inscription
from pipeline.models.comparison import Comparison, Difference, Side
from pipeline.models.text_line import TextLine

Verdict = Literal["identical", "different", "unsure"]


def judge(left: Sequence[TextLine], right: Sequence[TextLine], engine_characters: frozenset[str]) -> Comparison:
    """Compares the lines of one field with those of another, each side joined without white space.

    Args:
        left: the lines of one side, top to bottom.
        right: the lines of the other.
        engine_characters: every character that the reader can output; others can never be sure.
    """
    one, other = inscription(left), inscription(right)
    # An alignment may depend on its direction; the verdict must not.
    swapped = [symbol.text for symbol in one.symbols] > [symbol.text for symbol in other.symbols]
    if swapped:
        one, other = other, one
    differences = _differences(one, other)
    verdict = _verdict(one, other, differences, engine_characters)
    doubts = differences or _doubts(one, other, engine_characters)
    listed = tuple(_listed(difference, one, other) for difference in doubts) if verdict != "identical" else ()
    if swapped:
        one, other, listed = other, one, tuple(map(_mirrored, listed))
    only_punctuation = verdict == "identical" and one.written != other.written
    return Comparison(
        verdict=verdict,
        probability_identical=_probability(verdict, one, other, len(differences)),
        left=Side(text=one.text, confidence=_weakest(one)),
        right=Side(text=other.text, confidence=_weakest(other)),
        differences=listed,
        only_punctuation=only_punctuation,
        reason=explained(verdict, one, other, listed, only_punctuation=only_punctuation),
    )


_Edit = tuple[str, int, int]
"""replace, delete or insert; the place in the left symbols; the place in the right symbols."""


def _differences(left: Inscription, right: Inscription) -> list[_Edit]:
    edits = Levenshtein.editops(
        [symbol.text for symbol in left.symbols], [symbol.text for symbol in right.symbols]
    ).as_list()
    return [(str(kind), int(one), int(other)) for kind, one, other in edits]


def _verdict(
    left: Inscription, right: Inscription, differences: Sequence[_Edit], characters: frozenset[str]
) -> Verdict:
    if not left.symbols or not right.symbols:
        return "unsure"
    if not differences:
        return "unsure" if _doubts(left, right, characters) else "identical"
    if not (is_dependable(left, characters) and is_dependable(right, characters)):
        return "unsure"
    return "different" if any(_is_sure(edit, left, right, characters) for edit in differences) else "unsure"


def _is_sure(edit: _Edit, left: Inscription, right: Inscription, characters: frozenset[str]) -> bool:
    kind, one, other = edit
    if kind == "replace":
        return surely_differ(left.symbols[one], right.symbols[other], characters)
    if kind == "delete":
        return surely_extra(left, one, right, other, characters)
    return surely_extra(right, other, left, one, characters)


def _doubts(left: Inscription, right: Inscription, characters: frozenset[str]) -> list[_Edit]:
    """The places of equal texts where one side is not sure enough to say so."""
    doubtful = [
        ("replace", place, place)
        for place, (one, other) in enumerate(zip(left.symbols, right.symbols, strict=True))
        if one.after_gap or other.after_gap or not (is_sure(one, characters) and is_sure(other, characters))
    ]
    if any(side.doubtful or side.ends_early for side in (left, right)):
        doubtful.append(("replace", len(left.symbols) - 1, len(right.symbols) - 1))
    return doubtful


def _listed(edit: _Edit, left: Inscription, right: Inscription) -> Difference:
    kind, one, other = edit
    return Difference.model_validate(
        {
            "op": kind,
            "left": "" if kind == "insert" else _shown(left, left.symbols[one]),
            "right": "" if kind == "delete" else _shown(right, right.symbols[other]),
            "left_index": _index(left, one),
            "right_index": _index(right, other),
        }
    )


def _shown(side: Inscription, symbol: Symbol) -> str:
    return side.text[symbol.index : symbol.index + 1]


def _index(side: Inscription, place: int) -> int:
    return side.symbols[place].index if place < len(side.symbols) else len(side.text)


def _mirrored(difference: Difference) -> Difference:
    ops: dict[str, Literal["replace", "delete", "insert"]] = {"delete": "insert", "insert": "delete"}
    return Difference(
        op=ops.get(difference.op, difference.op),
        left=difference.right,
        right=difference.left,
        left_index=difference.right_index,
        right_index=difference.left_index,
    )


def _weakest(side: Inscription) -> float:
    return round(min((symbol.confidence for symbol in side.symbols), default=0.0), 4)


def _probability(verdict: Verdict, left: Inscription, right: Inscription, differences: int) -> float:
    """How likely the papers say the same."""
    if not left.symbols or not right.symbols:
        return 0.5
    sure = math.prod(symbol.confidence for side in (left, right) for symbol in side.symbols)
    if verdict == "identical":
        return round(max(0.95, min(0.999, sure)), 4)
    if verdict == "different":
        return 0.01
    return round(max(0.02, 0.5 * 0.3**differences), 4) if differences else round(max(0.3, min(0.9, sure)), 4)
