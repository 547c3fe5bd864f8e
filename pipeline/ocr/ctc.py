"""What characters does a CTC reader's output spell, how sure is each, and where does it stand?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.models.text_line import Char

_BLANK = 0
_LEAST_ALTERNATIVE = 0.01
_MOST_ALTERNATIVES = 4


def decode(
    probabilities: NDArray[np.float32], characters: Sequence[str], width: float, half_height: float
) -> tuple[Char, ...]:
    """The best path (Graves 2006): the likeliest class of each step, repeats merged, blanks left out.

    A character's confidence is the highest probability in its run of steps; its alternatives are the other classes of
    at least 0.01 there. It reaches half way to its neighbours, but no further than half a line height, so that blank
    stretches of the line belong to no character.

    Args:
        probabilities: shape (steps, classes); class 0 is the blank, class k is ``characters[k - 1]``.
        characters: the reader's classes without the blank.
        width: the line's width in steps; steps beyond it are padding.
        half_height: half of the line's height in steps.
    """
    labels = probabilities.argmax(axis=1)
    starts = np.flatnonzero(np.diff(labels, prepend=_BLANK) != 0).tolist()
    ends = [*starts[1:], len(labels)][: len(starts)]
    runs = [(start, end) for start, end in zip(starts, ends, strict=True) if labels[start] != _BLANK]
    centers = [min((start + end) / 2, width) for start, end in runs]
    chars = []
    for index, (start, end) in enumerate(runs):
        before = (centers[index - 1] + centers[index]) / 2 if index else 0.0
        after = (centers[index] + centers[index + 1]) / 2 if index + 1 < len(runs) else width
        peak = probabilities[start:end].max(axis=0)
        chars.append(
            Char(
                text=characters[labels[start] - 1],
                confidence=round(min(1.0, float(peak[labels[start]])), 4),
                start=round(max(before, centers[index] - half_height) / width, 4),
                end=round(min(after, centers[index] + half_height) / width, 4),
                alternatives=_alternatives(peak, int(labels[start]), characters),
            )
        )
    return tuple(chars)


def _alternatives(peak: NDArray[np.float32], chosen: int, characters: Sequence[str]) -> tuple[tuple[str, float], ...]:
    likely = [label for label in np.flatnonzero(peak >= _LEAST_ALTERNATIVE) if label not in (_BLANK, chosen)]
    best = sorted(likely, key=lambda label: (-peak[label], label))[:_MOST_ALTERNATIVES]
    return tuple((characters[label - 1], round(float(peak[label]), 4)) for label in best)
