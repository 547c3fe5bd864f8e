"""Which pages does a document lack, judged by what is printed on those that are there?

Printed page numbers tell it best. Where they do not, chapter and clause numbers that jump from one page to the next
are a sign. A number that stands alone may be misread, so that certainty takes two witnesses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.casework.unrecognised import unsorted_pages
from pipeline.casework.wording import Text, numbers
from pipeline.models.document import Document, NumberSeen
from pipeline.models.facts import Facts
from pipeline.models.page import Page, PageRef

_HEADINGS_OF_A_PAGE = 3
"""Headings missing in a row from which a page is taken to be gone: readers lose one or two, hardly three (reasoned)."""

_KIND_NAMES = {"chapter": Text("章", "chapter"), "clause": Text("条", "clause")}


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a document seems to lack something, certainly or not, and the pages beside it."""

    certain: bool
    what: Text
    beside: tuple[PageRef, ...]


def number_gaps(pages: Sequence[Page], *, excerpt: bool = False) -> tuple[Gap, ...]:
    """What the printed page numbers and page counts of a document's pages tell.

    An ``excerpt`` of a booklet, without a total, may begin with any number.
    """
    counts = Counter(page.printed_page_count for page in pages if page.printed_page_count)
    numbered = {page.printed_page_number: page.ref for page in pages if page.printed_page_number}
    gaps: list[Gap] = [*_repeated(pages)]
    if len(counts) > 1:
        totals = "、".join(str(count) for count in sorted(counts))
        what = Text(f"各页印的总页数不一致（共{totals}页）", f"its pages print different totals ({totals})")
        return (*gaps, Gap(certain=False, what=what, beside=tuple(page.ref for page in pages)))
    if not numbered:
        return tuple(gaps)
    total = next(iter(counts), None)
    first = min(numbered) if excerpt and total is None else 1
    missing = [number for number in range(first, (total or max(numbered)) + 1) if number not in numbered]
    if missing:
        gaps.append(_missing_numbers(pages, missing, total, witnesses=counts[total] if total else 0))
    return tuple(gaps)


def with_first_number(document: Document, pages: Sequence[Page]) -> Sequence[Page]:
    """The pages, an unnumbered first one being number 1 where the next is 2 and its headings go on from the first's.

    First pages often bear no number. A cover, behind which page 1 may lack, has no headings, and those of a table of
    contents come again.
    """
    if len(pages) < 2 or pages[0].printed_page_number or pages[1].printed_page_number != 2:
        return pages
    for kind in ("chapter", "clause"):
        first, second = (
            [seen.number for seen in document.numbers if seen.kind == kind and _ref(seen) == page.ref]
            for page in pages[:2]
        )
        if first and second and min(first) == 1 and min(second) == max(first) + 1:
            count = pages[1].printed_page_count
            known = {"printed_page_number": 1, "printed_page_count": pages[0].printed_page_count or count}
            return (pages[0].model_copy(update=known), *pages[1:])
    return pages


def has_all_numbers(pages: Sequence[Page]) -> bool:
    """Whether every page from 1 to the one printed total is there, so that nothing can be missing."""
    totals = {page.printed_page_count for page in pages if page.printed_page_count}
    seen = {page.printed_page_number for page in pages if page.printed_page_number}
    return len(totals) == 1 and seen == set(range(1, totals.pop() + 1))


def heading_gaps(document: Document, pages: Sequence[Page]) -> tuple[Gap, ...]:
    """What jumps in chapter and clause numbers from one page to the next tell."""
    order = {page.ref: place for place, page in enumerate(pages)}
    jumps: dict[tuple[int, int], list[Text]] = {}
    lost: Counter[tuple[int, int]] = Counter()
    for kind in ("chapter", "clause"):
        for before, after in _jumps(document.numbers, kind):
            places = order.get(_ref(before)), order.get(_ref(after))
            if places[0] is None or places[1] is None or not _may_hide_a_page(pages, places[0], places[1]):
                continue
            boundary = (places[0], places[1])
            between = range(before.number + 1, after.number)
            lost[boundary] += len(between)
            jumps.setdefault(boundary, []).append(_headings(between, kind))
    return tuple(
        Gap(
            certain=lost[boundary] >= _HEADINGS_OF_A_PAGE,
            what=Text("缺" + "、".join(j.zh for j in said), "lacks " + ", ".join(j.en for j in said)),
            beside=(pages[boundary[0]].ref, pages[boundary[1]].ref),
        )
        for boundary, said in sorted(jumps.items())
    )


def end_gap(document: Document, pages: Sequence[Page]) -> tuple[Gap, ...]:
    """A document numbered without a total on which no place to sign or seal was found: its last page may be gone."""
    placed = any(mark.box is not None for mark in document.marks)
    totals = any(page.printed_page_count for page in pages)
    if placed or totals or not document.marks or not any(page.printed_page_number for page in pages):
        return ()
    what = Text("未见有签字盖章处的末页", "no last page with a place to sign or seal")
    return (Gap(certain=False, what=what, beside=(pages[-1].ref,)),)


def without_predecessor(facts: Facts) -> tuple[Page, ...]:
    """The unsorted pages with a printed number above 1 that go on with no page of the claim.

    The page before may lie in the same file, be unsorted too, or end a document that lacks this very number.
    """
    loose = unsorted_pages(facts)
    documents = [
        {page.printed_page_number for page in facts.pages if page.ref in document.pages} for document in facts.documents
    ]
    return tuple(
        page
        for page in loose
        if (number := page.printed_page_number or 0) > 1
        and not any(page.file == other.file and other.printed_page_number == number - 1 for other in facts.pages)
        and not any(other.printed_page_number == number - 1 for other in loose)
        and not any(number - 1 in numbered and number not in numbered for numbered in documents)
    )


def _repeated(pages: Sequence[Page]) -> Iterable[Gap]:
    """Page numbers that come twice on different sheets; the same sheet twice is no gap."""
    by_number: dict[int, list[PageRef]] = {}
    for page in pages:
        if page.printed_page_number and page.same_as is None:
            by_number.setdefault(page.printed_page_number, []).append(page.ref)
    for number, refs in sorted(by_number.items()):
        if len(refs) > 1:
            what = Text(f"有{len(refs)}页都印着第{number}页", f"{len(refs)} pages are numbered {number}")
            yield Gap(certain=False, what=what, beside=tuple(refs))


def _missing_numbers(pages: Sequence[Page], missing: Sequence[int], total: int | None, witnesses: int) -> Gap:
    """Missing page numbers: certain when two pages witness the total, or stand beyond the gap.

    Pages without a number, and those with a number that another page has too, may be the missing ones.
    """
    seen = {page.printed_page_number for page in pages if page.printed_page_number}
    doubtful = sum(page.same_as is None for page in pages) - len(seen)
    if total is None:
        beyond = [page for page in pages if (page.printed_page_number or 0) > missing[-1]]
        witnesses = len(beyond)
    certain = witnesses >= 2 and doubtful < len(missing)
    of_zh, of_en = (f"（共{total}页）", f" of {total}") if total else ("", "")
    listed = numbers(missing)
    what = Text(f"缺印刷页码第{listed.replace(', ', '、')}页{of_zh}", f"lacks printed page {listed}{of_en}")
    return Gap(certain=certain, what=what, beside=_neighbours(pages, missing[0]))


def _neighbours(pages: Sequence[Page], missing: int) -> tuple[PageRef, ...]:
    """The numbered pages before and after a missing number."""
    numbered = sorted((page.printed_page_number or 0, index) for index, page in enumerate(pages))
    before = [index for number, index in numbered if 0 < number < missing][-1:]
    after = [index for number, index in numbered if number > missing][:1]
    return tuple(pages[index].ref for index in (*before, *after))


def _jumps(seen: Sequence[NumberSeen], kind: Literal["chapter", "clause"]) -> Iterable[tuple[NumberSeen, NumberSeen]]:
    """Neighbouring headings of a kind between which numbers are left out and found nowhere else."""
    found = {heading.number: heading for heading in seen if heading.kind == kind}
    ordered = [found[number] for number in sorted(found)]
    return [(before, after) for before, after in pairwise(ordered) if after.number - before.number > 1]


def _may_hide_a_page(pages: Sequence[Page], before: int, after: int) -> bool:
    """Whether a page may lack between two pages: neighbours whose printed numbers do not follow each other."""
    if after - before != 1:
        return False
    left, right = pages[before].printed_page_number, pages[after].printed_page_number
    return left is None or right is None or right - left != 1


def _headings(between: range, kind: Literal["chapter", "clause"]) -> Text:
    name, listed = _KIND_NAMES[kind], numbers(between)
    return Text(f"第{listed}{name.zh}", f"{name.en} {listed}")


def _ref(heading: NumberSeen) -> PageRef:
    return PageRef(file=heading.file, page=heading.page)
