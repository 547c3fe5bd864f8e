"""Does a page without a title of its own go on with a document?

Told by page numbers, by clauses that count on, by words that run through the document, and by captions. Behind the
page before it in one file one such sign is enough; in another file it takes two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from pipeline.classify.captions import caption_support
from pipeline.classify.page_type import UNKNOWN, PageType, has_other_title
from pipeline.declare import DocumentType
from pipeline.reading.page import ReadPage
from pipeline.text.captions import folded
from pipeline.text.page_numbers import chinese_or_digits

_CONFIDENCE = 0.85
_RUNNING_WORDS = 4
_SUPPORT = 0.7
_SIGNS_ELSEWHERE = 2
_ORDINAL = regex.compile(
    r"(?:第(?P<number>[一二三四五六七八九十\d]{1,3})[条章]"
    r"|(?P<number>[一二三四五六七八九十]{1,3})[、.．]|[（(](?P<number>[一二三四五六七八九十\d]{1,3})[）)])"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A page whose type is known."""

    page: ReadPage
    kind: DocumentType


def continued(page: ReadPage, before: Known | None, known: Sequence[Known], kinds: Sequence[DocumentType]) -> PageType:
    """The type of the document that the page goes on with, unknown when there is none.

    Args:
        page: a page that has no type of its own.
        before: the page before it in its file, when its type is known.
        known: all pages of known type.
        kinds: all types.
    """
    if has_other_title(page):
        return UNKNOWN
    support = caption_support(page, kinds)
    if before is not None and _signs(page, before, support) >= 1:
        return PageType(before.kind.id, _CONFIDENCE)
    elsewhere = [
        (_signs(page, other, support), other)
        for other in known
        if other.page.ref.file != page.ref.file and any(sign(page, other) for sign in (_counts_on, _runs_for_the_same))
    ]
    most = max((signs for signs, _ in elsewhere), default=0)
    fitting = {other.kind.id for signs, other in elsewhere if signs == most}
    if most >= _SIGNS_ELSEWHERE and len(fitting) == 1:
        return PageType(fitting.pop(), _CONFIDENCE)
    for kind in kinds:
        if _runs(page, kind) and support[kind.id] >= _SUPPORT:
            return PageType(kind.id, _CONFIDENCE)
    return UNKNOWN


def _signs(page: ReadPage, before: Known, support: Mapping[str, float]) -> int:
    own = support[before.kind.id]
    return sum(
        (
            _numbers_count_on(page, before.page),
            _clauses_count_on(page, before.page),
            _runs(page, before.kind),
            _runs_for_the_same(page, before),
            own >= _SUPPORT and own == max(support.values()),
        )
    )


def _runs_for_the_same(page: ReadPage, before: Known) -> bool:
    """Whether both pages bear the same person or number, in a type whose pages all name them in their header."""
    likeness = before.kind.likeness
    return bool(before.kind.running) and likeness is not None and likeness(page, (before.page,)) > 0


def _counts_on(page: ReadPage, other: Known) -> bool:
    return _numbers_count_on(page, other.page) or _clauses_count_on(page, other.page)


def _numbers_count_on(page: ReadPage, before: ReadPage) -> bool:
    number, last = page.page.printed_page_number, before.page.printed_page_number
    same_count = page.page.printed_page_count == before.page.printed_page_count
    return number is not None and last is not None and number == last + 1 and same_count


def _clauses_count_on(page: ReadPage, before: ReadPage) -> bool:
    first, last = next(iter(_ordinals(page)), 0), next(reversed(_ordinals(before)), 0)
    return last > 0 and first == last + 1


def _ordinals(page: ReadPage) -> list[int]:
    """The numbers of clauses and points at the beginnings of the page's lines, top to bottom."""
    found = [_ORDINAL.match(folded(line.text)) for line in sorted(page.lines, key=lambda line: line.box.y0)]
    return [chinese_or_digits(match["number"]) for match in found if match]


def _runs(page: ReadPage, kind: DocumentType) -> bool:
    least = _RUNNING_WORDS if page.page.printed_page_number is None else len(kind.running)
    count = sum(page.text.count(word) for word in kind.running)
    return bool(kind.running) and count >= least and all(word in page.text for word in kind.running)
