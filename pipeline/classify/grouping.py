"""Which pages make one document, also when they lie in different files or out of order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.classify.continuation import Known, continued
from pipeline.classify.page_type import UNKNOWN, PageType, page_type
from pipeline.declare import DocumentType
from pipeline.models.page import BLANK_OR_OTHER
from pipeline.reading.page import DocumentPages, ReadPage

_PASSES = 2
"""A page may go on with one that comes later and is itself known only by the page that it goes on with."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A document's pages with the confidence of the type (0-1) of each."""

    document: DocumentPages
    confidences: tuple[float, ...]


@dataclass(slots=True)
class _Growing:
    """A document that pages are still being put into."""

    kind: DocumentType
    pages: list[ReadPage] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)
    titled: bool = False

    def add(self, page: ReadPage, found: PageType) -> None:
        """Puts the page in."""
        self.pages.append(page)
        self.confidences.append(found.confidence)
        self.titled = self.titled or found.titled

    def takes(self, page: ReadPage, found: PageType) -> bool:
        """Whether the page may belong here: a second scan of a page always does, another paper's first page never."""
        if page.page.same_as in [member.ref for member in self.pages]:
            return True
        if self.kind.begins is not None:
            return not self.kind.begins(page, self.pages)
        number, count = page.page.printed_page_number, page.page.printed_page_count
        numbers = {member.page.printed_page_number for member in self.pages}
        counts = {member.page.printed_page_count for member in self.pages}
        if number is not None and None not in numbers:
            return number not in numbers and counts == {count} and not (number == 1 and self.titled)
        return not (found.titled and self.titled)

    def nearness(self, page: ReadPage) -> tuple[bool, int, bool, bool]:
        """How well the page fits here: a second scan, what the type says, right behind, in the same file."""
        likeness = self.kind.likeness(page, self.pages) if self.kind.likeness else 0
        refs = [member.ref for member in self.pages]
        behind = any(ref.file == page.ref.file and ref.page == page.ref.page - 1 for ref in refs)
        return page.page.same_as in refs, likeness, behind, any(ref.file == page.ref.file for ref in refs)

    def closed(self) -> Sorted:
        """The document with its pages by printed number where every page has its own, else as uploaded."""
        numbers = [page.page.printed_page_number for page in self.pages]
        order = list(range(len(self.pages)))
        if None not in numbers and len(set(numbers)) == len(numbers):
            order.sort(key=lambda index: numbers[index] or 0)
        pages = tuple(self.pages[index] for index in order)
        return Sorted(DocumentPages(self.kind.id, pages), tuple(self.confidences[index] for index in order))


def sort_pages(pages: Sequence[ReadPage], kinds: Sequence[DocumentType]) -> tuple[Sorted, ...]:
    """The documents of a claim in the order of their first pages; pages of no known type belong to none."""
    by_id = {kind.id: kind for kind in kinds}
    documents: list[_Growing] = []
    for page, found in _typed(pages, kinds):
        if found.type_id == BLANK_OR_OTHER:
            continue
        kind = by_id[found.type_id]
        for side in kind.split(page) if kind.split else (page,):
            _home(documents, kind, side, found).add(side, found)
    return tuple(document.closed() for document in documents)


def _home(documents: list[_Growing], kind: DocumentType, page: ReadPage, found: PageType) -> _Growing:
    """The document that the page fits best, of several alike the latest; a new one when none takes it."""
    willing = [document for document in reversed(documents) if document.kind is kind and document.takes(page, found)]
    if willing:
        return max(willing, key=lambda document: document.nearness(page))
    documents.append(_Growing(kind))
    return documents[-1]


def _typed(pages: Sequence[ReadPage], kinds: Sequence[DocumentType]) -> list[tuple[ReadPage, PageType]]:
    """Each page with its type: its own, else that of the document that it goes on with.

    Dense pages are judged by the beginnings of their lines first, and read to the ends where that tells nothing. Those
    of a known type are read to the ends, too, so that nothing is ever compared or extracted that breaks off.
    """
    by_id = {kind.id: kind for kind in kinds}
    typed = [(page, UNKNOWN if page.page.blank else page_type(page, kinds)) for page in pages]
    typed = [(_as_due(page, found, by_id), found) for page, found in typed]
    for _ in range(_PASSES):
        _continue(typed, kinds)
    return typed


def _continue(typed: list[tuple[ReadPage, PageType]], kinds: Sequence[DocumentType]) -> None:
    """Gives each page without a type that of the document that it goes on with."""
    by_id = {kind.id: kind for kind in kinds}
    last: dict[str, int] = {}
    for index, (page, found) in enumerate(typed):
        if page.page.blank:
            continue
        if found is UNKNOWN:
            known = {
                place: Known(other, by_id[seen.type_id])
                for place, (other, seen) in enumerate(typed)
                if seen is not UNKNOWN
            }
            typed[index] = _untitled(page, known.get(last.get(page.ref.file, -1)), [*known.values()], kinds)
        last[page.ref.file] = index


def _untitled(
    page: ReadPage, before: Known | None, known: Sequence[Known], kinds: Sequence[DocumentType]
) -> tuple[ReadPage, PageType]:
    """A page of no type of its own with that of the document that it goes on with, read to the ends where need be."""
    by_id = {kind.id: kind for kind in kinds}
    found = continued(page, before, known, kinds)
    if found is UNKNOWN and page.heads:
        page = page.completed()
        own = page_type(page, kinds)
        found = continued(page, before, known, kinds) if own is UNKNOWN else own
    return _as_due(page, found, by_id), found


def _as_due(page: ReadPage, found: PageType, kinds: Mapping[str, DocumentType]) -> ReadPage:
    """The page with its lines read as far as its type needs them."""
    return page if found is UNKNOWN else kinds[found.type_id].read_on(page)
