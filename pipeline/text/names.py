"""Do two readings of a name mean the same person or company?

Three-valued: readers mix up look-alike characters also when they are confident, so that such a difference is a reason
to look at the pages, never to call two papers inconsistent.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

from pipeline.text.confidence import SURE
from pipeline.text.normalise import comparable

Sameness = Literal["same", "different", "unsure"]


def same_name(left: str, right: str, left_confidence: float, right_confidence: float) -> Sameness:
    """Whether two read names are the same.

    Args:
        left: one name as read.
        right: the other name as read.
        left_confidence: the reader's confidence in ``left``, 0-1.
        right_confidence: the same for ``right``.

    Returns:
        ``same`` when nothing but width, spaces, brackets or dots differs; ``different`` when both readings are sure
        and not all differing characters are look-alikes; else ``unsure``, also when one of them is empty.
    """
    left_name, right_name = comparable(left), comparable(right)
    if not left_name or not right_name:
        return "unsure"
    if left_name == right_name:
        return "same"
    if min(left_confidence, right_confidence) < SURE or _differ_in_look_alikes_only(left_name, right_name):
        return "unsure"
    return "different"


def look_alike(left: str, right: str) -> bool:
    """Whether a reader may take one of two characters for the other."""
    return left == right or any(left in group and right in group for group in _groups())


def _differ_in_look_alikes_only(left: str, right: str) -> bool:
    return len(left) == len(right) and all(look_alike(a, b) for a, b in zip(left, right, strict=True))


@cache
def _groups() -> tuple[frozenset[str], ...]:
    table = resources.files("pipeline.text").joinpath("look_alikes.tsv").read_text(encoding="utf-8")
    return tuple(frozenset(row.split("\t")[0]) for row in table.splitlines()[1:])
