"""The evaluation's table: what the single comparisons of all claims come to, with n."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from benchmarks.scoring import ALARM, CHECK, PAGE_TYPE, PAIR, Comparison, devices
from samples.generator.truth import ClaimTruth

_OTHER = "blank_or_other"


def table(claims: Sequence[ClaimTruth], compared: Sequence[Comparison]) -> list[str]:
    """The lines: head, page types, grouping, and a row for each other metric (right, n, share, answers)."""
    pages = sum(len(truth.pages) for truth in claims)
    clean = sum(not truth.defects for truth in claims)
    shots = devices(tuple(page for truth in claims for page in truth.pages))
    kinds = Counter(truth.kind for truth in claims)
    rest = [line for line in compared if not line.metric.startswith((ALARM, PAIR))]
    return [
        f"{claims[0].split} split, seeds {claims[0].seed}-{claims[-1].seed}: "
        f"{len(claims)} claims ({clean} faultless), {pages} pages",
        "kinds: " + ", ".join(f"{name} {count}" for name, count in sorted(kinds.items())),
        "devices: " + ", ".join(f"{name} {count}" for name, count in sorted(shots.items())),
        "",
        *page_types([line for line in compared if line.metric == PAGE_TYPE]),
        grouping([line for line in compared if line.metric == PAIR]),
        "",
        f"{'metric':48}{'right':>7}{'n':>7}{'share':>8}  answers",
        *_rows(rest),
        "",
        *_defects([line for line in compared if line.metric.startswith(CHECK)]),
        *_alarms([line for line in compared if line.metric.startswith(ALARM)], clean),
    ]


def page_types(lines: Sequence[Comparison]) -> list[str]:
    """Macro-F1 over the types that occur, unknown pages that were given a type, and what was taken for what."""
    types = sorted({line.expected for line in lines})
    scores = [f1(lines, type_id) for type_id in types]
    macro = sum(scores) / len(scores) if scores else 0.0
    unknown = [line for line in lines if line.expected == _OTHER]
    typed = sum(not line.right for line in unknown)
    confused = Counter((line.expected, line.got) for line in lines if not line.right)
    weak = [f"{type_id} {score:.2f}" for type_id, score in zip(types, scores, strict=True) if score < 1]
    return [
        f"page type macro-F1 {macro:.3f} over {len(types)} types (n={len(lines)})",
        f"unknown pages given a type {typed} of {len(unknown)}",
        *(f"  {expected} -> {got or 'nothing'} {count}" for (expected, got), count in confused.most_common(12)),
        "  F1 below 1: " + ", ".join(weak) if weak else "  every type without a fault",
    ]


def f1(lines: Sequence[Comparison], type_id: str) -> float:
    """The F1 score of one type."""
    hits = sum(line.right for line in lines if line.expected == type_id)
    said = sum(line.got == type_id for line in lines)
    true = sum(line.expected == type_id for line in lines)
    return 2 * hits / (said + true)


def grouping(lines: Sequence[Comparison]) -> str:
    """Pairwise F1 of pages that make one document."""
    hits = sum(line.right for line in lines)
    split = sum(line.got == "apart" for line in lines)
    joined = sum(line.expected == "apart" for line in lines)
    score = 2 * hits / (2 * hits + split + joined) if lines else 1.0
    return f"grouping pairwise F1 {score:.3f} ({hits} pairs right, {split} torn apart, {joined} wrongly joined)"


def _rows(compared: Sequence[Comparison]) -> list[str]:
    rows = []
    for metric in sorted({line.metric for line in compared}):
        lines = [line for line in compared if line.metric == metric]
        right = sum(line.right for line in lines)
        rows.append(f"{metric:48}{right:>7}{len(lines):>7}{right / len(lines):>8.3f}  {_answers(metric, lines)}")
    return rows


def _answers(metric: str, lines: Sequence[Comparison]) -> str:
    """How the answers are spread, where they are a few words; else how many are missing and how many wrong."""
    if metric.startswith(("mark", CHECK, "blocking", "faultless", "rotation", "fax")):
        return ", ".join(
            f"{answer or 'nothing'} {count}" for answer, count in Counter(x.got for x in lines).most_common(4)
        )
    missing = sum(not line.right and not line.got for line in lines)
    wrong_value = sum(not line.right and bool(line.got) for line in lines)
    return f"missing {missing}, wrong {wrong_value}" if missing or wrong_value else ""


def _defects(lines: Sequence[Comparison]) -> list[str]:
    failed = sum(line.got == "fail" for line in lines)
    found = sum(line.right for line in lines)
    count = max(1, len(lines))
    return [
        f"seeded defects found {found}/{len(lines)} = {found / count:.3f}, as fail {failed / count:.3f}",
    ]


def _alarms(lines: Sequence[Comparison], clean: int) -> list[str]:
    rows = []
    for outcome in ("fail", "unsure"):
        alarms = [line for line in lines if line.metric == f"{ALARM}{outcome}"]
        blocking = sum("(blocking)" in line.place for line in alarms)
        named = Counter(line.place.split()[0] for line in alarms).most_common(8)
        rows.append(
            f"false {outcome} a faultless claim {len(alarms) / max(1, clean):.2f}, "
            f"blocking {blocking / max(1, clean):.2f} (n={clean}): "
            + ", ".join(f"{check} {count}" for check, count in named)
        )
    return rows
