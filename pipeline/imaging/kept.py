"""What was made of a picture is kept as long as the picture lives, for many judgements of a page begin alike."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import numpy as np

from pipeline.imaging.arrays import Image

Rest = ParamSpec("Rest")
Made = TypeVar("Made")


def kept(
    make: Callable[Concatenate[Image, Rest], Made],
) -> Callable[Concatenate[Image, Rest], Made]:
    """A function of a picture that does its work once for the same picture and arguments.

    A picture that it gives is read-only; the one that it was given must not be changed afterwards.
    """

    @wraps(make)
    def remembered(image: Image, /, *rest: Rest.args, **named: Rest.kwargs) -> Made:
        made, question = _made_of(image), (make, rest, tuple(sorted(named.items())))
        if question not in made:
            answer = make(image, *rest, **named)
            if isinstance(answer, np.ndarray):
                answer.flags.writeable = False
            made[question] = answer
        return made[question]  # type: ignore[return-value]

    return remembered


_made: dict[int, tuple[weakref.ref[Image], dict[object, object]]] = {}


def _made_of(image: Image) -> dict[object, object]:
    """What was made of this picture so far, by function and arguments."""
    key = id(image)
    known = _made.get(key)
    if known is None or known[0]() is not image:
        known = _made[key] = (weakref.ref(image, lambda gone: _forget(key, gone)), {})
    return known[1]


def _forget(key: int, gone: weakref.ref[Image]) -> None:
    # Another picture may have come to stand at the same place in memory.
    if key in _made and _made[key][0] is gone:
        del _made[key]
