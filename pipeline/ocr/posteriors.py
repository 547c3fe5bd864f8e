"""What a CTC reader thinks of one line: the likeliest classes of every step, kept compactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KEPT = 12
"""Classes kept a step. What is left out of a line that is read at all has a probability below 1e-4."""
_UNLIKELY = 1e-5
"""Probability up to which a class of no step matters."""


@dataclass(frozen=True, slots=True)
class Posteriors:
    """The best ``KEPT`` classes of each step of a line, both arrays of shape (steps, kept), best first.

    Class 0 is the blank, class k the reader's k-th character. ``width`` is the line's width in steps; steps beyond it
    are padding. ``half_height`` is half of the line's height in steps.
    """

    labels: NDArray[np.int32]
    probabilities: NDArray[np.float32]
    width: float
    half_height: float

    @classmethod
    def keep(cls, probabilities: NDArray[np.float32], width: float, half_height: float) -> Posteriors:
        """The part that matters of a reader's output, shape (steps, classes).

        Of some 18,000 classes few are ever likely: only those are put in order, step by step.
        """
        kept = min(KEPT, probabilities.shape[1])
        most = probabilities.max(axis=0)
        likely = np.flatnonzero(most > _UNLIKELY)
        if len(likely) < kept:
            likely = np.sort(np.argpartition(-most, kept - 1)[:kept])
        shares = probabilities[:, likely]
        order = np.argsort(-shares, axis=1, kind="stable")[:, :kept]
        return cls(
            likely[order].astype(np.int32),
            np.take_along_axis(shares, order, axis=1),
            width,
            half_height,
        )

    def dense(self) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """Probabilities of the classes that occur, shape (steps, classes), and which classes they are; blank first."""
        classes = np.union1d(self.labels, [0]).astype(np.int32)
        table = np.zeros((len(self.labels), len(classes)), np.float32)
        np.put_along_axis(table, np.searchsorted(classes, self.labels), self.probabilities, axis=1)
        return table, classes


@dataclass(frozen=True, slots=True)
class Look:
    """One reader's view of the lines of a field: its classes without the blank, and the lines from top to bottom."""

    reader: str
    characters: tuple[str, ...]
    lines: tuple[Posteriors, ...]
