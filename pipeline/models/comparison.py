"""The character-exact comparison of two texts on paper (contract section 4)."""

from __future__ import annotations

from typing import Literal

from pipeline.models.base import Model


class Side(Model):
    """What was read on one side, with the confidence (0-1) of its weakest character."""

    text: str
    confidence: float


class Difference(Model):
    """One differing or doubtful place: the characters on both sides and where they stand in their texts."""

    op: Literal["replace", "delete", "insert"]
    left: str
    right: str
    left_index: int
    right_index: int


class Comparison(Model):
    """Do two crops say the same, character for character?"""

    verdict: Literal["identical", "different", "unsure"]
    probability_identical: float
    left: Side
    right: Side
    differences: tuple[Difference, ...] = ()
    only_punctuation: bool = False
    reason: str = ""
