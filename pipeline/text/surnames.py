"""Does a word begin as the name of a person does?

The list holds the surnames of 百家姓 (Song dynasty, public domain) and others that are common today.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


def begins_with_surname(name: str) -> bool:
    """Whether the name's first character, or its first two, are a Chinese surname."""
    return name[:1] in _surnames() or name[:2] in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(resources.files("pipeline.text").joinpath("surnames.txt").read_text(encoding="utf-8").split())
