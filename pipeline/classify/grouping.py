"""Which pages make one document, also when they lie in different files or out of order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.classify.continuation import Known, continued
from pipeline.classify.page_type import UNKNOWN, PageType, page_type
from pipeline.declare import DocumentType
from pipeline.models.page import BLANK_OR_OTHER
from pipeline.reading.page import DocumentPages, ReadPage


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
    for page, found in zip(pages, _page_types(pages, kinds), strict=True):
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


def _page_types(pages: Sequence[ReadPage], kinds: Sequence[DocumentType]) -> list[PageType]:
    """Each page's type: its own, else that of the document that it goes on with.

    Dense pages are judged by the beginnings of their lines first, and read to the ends only where that tells nothing.
    """
    by_id = {kind.id: kind for kind in kinds}
    types = [UNKNOWN if page.page.blank else page_type(page, kinds) for page in pages]
    last: dict[str, int] = {}
    for index, page in enumerate(pages):
        if page.page.blank:
            continue
        if types[index] is UNKNOWN:
            known = [
                Known(other, by_id[found.type_id])
                for other, found in zip(pages, types, strict=True)
                if found is not UNKNOWN
            ]
            before = last.get(page.ref.file)
            previous = next((seen for seen in known if before is not None and seen.page is pages[before]), None)
            types[index] = continued(page, previous, known, kinds)
            if types[index] is UNKNOWN and page.heads:
                whole = page.completed()
                own = page_type(whole, kinds)
                types[index] = continued(whole, previous, known, kinds) if own is UNKNOWN else own
        last[page.ref.file] = index
    return types
