"""How much a page's captions speak for each document type.

A caption counts in full where it stands as one: at the beginning of a line or table cell, or with a colon. A long
phrase that only one type has (承担全部责任) counts wherever it stands, a short word in running text hardly at all.
What several types share counts for each of them by its share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import regex

from pipeline.declare import DocumentType
from pipeline.reading.page import ReadPage
from pipeline.text.captions import folded

_MENTIONED = ((6, 0.7), (4, 0.4), (0, 0.1))
"""A caption's weight in running text, by how many letters it has at least."""


def caption_support(page: ReadPage, kinds: Sequence[DocumentType]) -> dict[str, float]:
    """For each type the weight of its captions that stand on the page."""
    owners: dict[str, int] = {}
    for kind in kinds:
        for caption in set(kind.captions):
            owners[caption] = owners.get(caption, 0) + 1
    lines = "|".join(folded(line.text) for line in page.lines)
    joined = lines.replace("|", "")
    weights = {caption: _weight(page.text, lines, joined, caption) / count for caption, count in owners.items()}
    return {kind.id: 0.0 if _is_foreign(page, kind) else _total(kind, weights) for kind in kinds}


def _is_foreign(page: ReadPage, kind: DocumentType) -> bool:
    """Whether a line of the page is the name of a paper that has the captions of this type and is none."""
    return bool(kind.foreign) and any(_named(kind.foreign).fullmatch(folded(line.text)) for line in page.lines)


@cache
def _named(papers: tuple[str, ...]) -> regex.Pattern[str]:
    """The name with its country, province or city before it; 仅供办理居住证 is a remark on a copy."""
    return regex.compile(rf"(?:(?![供办用交])\p{{Han}}){{0,14}}(?:{'|'.join(map(regex.escape, papers))})(?:（.*）)?")


def _total(kind: DocumentType, weights: Mapping[str, float]) -> float:
    return sum(weights[caption] for caption in set(kind.captions))


def _weight(text: str, lines: str, joined: str, caption: str) -> float:
    """``text`` keeps captions whole that wrap in a cell, ``lines`` shows where each line begins, ``joined`` not."""
    words = _folded(caption)
    if words not in text and words not in joined:
        return 0.0
    if _as_caption(words).search(text) or _as_caption(words).search(lines):
        return 1.0
    return next(weight for least, weight in _MENTIONED if len(words) >= least)


@cache
def _folded(caption: str) -> str:
    return folded(caption)


@cache
def _as_caption(words: str) -> regex.Pattern[str]:
    escaped = regex.escape(words)
    return regex.compile(rf"(?:^|\|){escaped}|{escaped}(?:（[^）]{{1,10}}）)?[：:]")
