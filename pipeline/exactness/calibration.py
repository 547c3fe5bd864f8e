"""How likely are two sides the same, given what the readers say? Logistic functions of a few figures."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources


def probability_if_alike(weakest: float) -> float:
    """Of two sides that are read alike: ``weakest`` is how sure the weakest place is, in nats."""
    weights = _weights("alike")
    return logistic(weights["constant"] + weights["weakest"] * weakest)


def probability_if_not(strongest: float, unreliable: float) -> float:
    """Of two sides that are read differently.

    Args:
        strongest: how much better each side's own text fits at the clearest difference, in nats.
        unreliable: the share of unsure characters on the worse side.
    """
    weights = _weights("not_alike")
    return logistic(weights["constant"] + weights["strongest"] * strongest + weights["unreliable"] * unreliable)


@cache
def _weights(case: str) -> dict[str, float]:
    text = resources.files("pipeline.exactness").joinpath("calibration.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)[case]
    return weights


def logistic(value: float) -> float:
    """A probability from its logit."""
    return 1 / (1 + math.exp(-value))
