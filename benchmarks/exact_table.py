"""The figures of the character-exact comparison: errors with their upper bounds, decided shares, calibration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_BINS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """One pair: what it was and what was said of it."""

    hand: bool
    quality: str
    identical: bool
    verdict: str
    probability: float


def table(answers: Sequence[Answer], *, calibrated: bool = True) -> list[str]:
    """The table's lines; with the reliability diagram where the probabilities mean something."""
    unequal = [answer for answer in answers if not answer.identical]
    equal = [answer for answer in answers if answer.identical]
    false_identical = sum(answer.verdict == "identical" for answer in unequal)
    false_different = sum(answer.verdict == "different" for answer in equal)
    lines = [
        f"different, called identical  {_share(false_identical, len(unequal))}  "
        f"95 % upper bound {100 * upper_bound(false_identical, len(unequal)):.2f} %",
        f"identical, called different  {_share(false_different, len(equal))}",
        "",
        f"{'':24}{'n':>6}{'decided rightly':>17}{'equal ones':>12}{'unequal ones':>14}",
    ]
    for hand in (False, True):
        for quality in ("clean", "degraded", "hard"):
            part = [answer for answer in answers if answer.hand == hand and answer.quality == quality]
            lines += [_row(f"{'hand' if hand else 'print'}-print {quality}", part)] if part else []
    return [*lines, "", *_reliability(answers)] if calibrated else lines


def upper_bound(errors: int, trials: int) -> float:
    """One-sided 95 % upper bound of a share (Clopper and Pearson 1934), by bisection; 1 without trials."""
    if trials == 0 or errors >= trials:
        return 1.0
    low, high = errors / trials, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(errors, trials, middle) > 0.05 else (low, middle)
    return high


def calibration_error(answers: Sequence[Answer]) -> float:
    """Expected calibration error over ten bins of equal width: 0 where probabilities mean what they say."""
    return sum(len(part) * abs(said - true) for part, said, true in _bins(answers)) / max(1, len(answers))


def _at_most(errors: int, trials: int, share: float) -> float:
    logs = (math.log(share), math.log1p(-share))
    return sum(
        math.exp(
            math.lgamma(trials + 1) - math.lgamma(hits + 1) - math.lgamma(trials - hits + 1)
            + hits * logs[0] + (trials - hits) * logs[1]
        )
        for hits in range(errors + 1)
    )  # fmt: skip


def _row(name: str, part: Sequence[Answer]) -> str:
    right = {True: 0, False: 0}
    for answer in part:
        right[answer.identical] += answer.verdict == ("identical" if answer.identical else "different")
    equal = sum(answer.identical for answer in part)
    shares = (sum(right.values()) / len(part), right[True] / max(1, equal), right[False] / max(1, len(part) - equal))
    return f"{name:24}{len(part):>6}{shares[0]:>17.3f}{shares[1]:>12.3f}{shares[2]:>14.3f}"


def _reliability(answers: Sequence[Answer]) -> list[str]:
    lines = [f"expected calibration error {calibration_error(answers):.3f}", "said   were identical      n"]
    for part, said, true in _bins(answers):
        lines.append(f"{said:5.3f}  {true:5.3f} {'#' * round(20 * true):20} {len(part):>5}")
    return lines


def _bins(answers: Sequence[Answer]) -> list[tuple[list[Answer], float, float]]:
    """The answers by what was said, with the mean of it and the share that was identical; empty bins left out."""
    bins: list[list[Answer]] = [[] for _ in range(_BINS)]
    for answer in answers:
        bins[min(_BINS - 1, int(answer.probability * _BINS))].append(answer)
    return [
        (part, sum(answer.probability for answer in part) / len(part), sum(a.identical for a in part) / len(part))
        for part in bins
        if part
    ]


def _share(errors: int, trials: int) -> str:
    return f"{errors} of {trials} ({100 * errors / max(1, trials):.2f} %)"
