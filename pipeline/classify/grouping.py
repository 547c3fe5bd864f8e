"""Which pages make one document, also when they lie in different files or out of order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.classify.page_type import UNKNOWN, PageType, has_other_title, page_type
from pipeline.declare import DocumentType
from pipeline.models.page import BLANK_OR_OTHER
from pipeline.reading.page import DocumentPages, ReadPage

_CONTINUATION_CONFIDENCE = 0.85
_RUNNING_WORDS = 4


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

    def takes(self, page: ReadPage, found: PageType) -> bool:
        """Whether the page belongs here: a second scan of a page always does, the first page of another paper never."""
        if page.page.same_as in [member.ref for member in self.pages]:
            return True
        if self.kind.begins is not None:
            return not self.kind.begins(page, self.pages)
        return not found.titled

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
        same_type = [document for document in reversed(documents) if document.kind.id == found.type_id]
        home = next((document for document in same_type if document.takes(page, found)), None)
        if home is None:
            home = _Growing(by_id[found.type_id])
            documents.append(home)
        home.pages.append(page)
        home.confidences.append(found.confidence)
    return tuple(document.closed() for document in documents)


def _page_types(pages: Sequence[ReadPage], kinds: Sequence[DocumentType]) -> list[PageType]:
    """Each page's type; a page without one may continue the document of the page before it."""
    by_id = {kind.id: kind for kind in kinds}
    types: list[PageType] = []
    for index, page in enumerate(pages):
        before = pages[index - 1] if index else None
        kind_before = by_id.get(types[-1].type_id) if types else None
        own = UNKNOWN if page.page.blank else _type_of(page, kinds, before, kind_before)
        if own is UNKNOWN and page.heads:
            own = _type_of(page.completed(), kinds, before, kind_before)
        types.append(own)
    return types


def _type_of(
    page: ReadPage, kinds: Sequence[DocumentType], before: ReadPage | None, kind_before: DocumentType | None
) -> PageType:
    own = page_type(page, kinds)
    if own is UNKNOWN and has_other_title(page):
        return UNKNOWN
    if own is UNKNOWN and before is not None and kind_before is not None:
        own = _continued(page, before, kind_before)
    return own if own is not UNKNOWN else _by_running_words(page, kinds)


def _continued(page: ReadPage, before: ReadPage, kind: DocumentType) -> PageType:
    if page.ref.file != before.ref.file:
        return UNKNOWN
    number, last = page.page.printed_page_number, before.page.printed_page_number
    counted_on = number is not None and last is not None and number == last + 1
    same_count = page.page.printed_page_count == before.page.printed_page_count
    runs_on = bool(kind.running) and all(word in page.text for word in kind.running)
    if (counted_on and same_count) or runs_on:
        return PageType(kind.id, _CONTINUATION_CONFIDENCE)
    return UNKNOWN


def _by_running_words(page: ReadPage, kinds: Sequence[DocumentType]) -> PageType:
    for kind in kinds:
        least = _RUNNING_WORDS if page.page.printed_page_number is None else len(kind.running)
        enough = sum(page.text.count(word) for word in kind.running) >= least
        if kind.running and enough and all(word in page.text for word in kind.running):
            return PageType(kind.id, _CONTINUATION_CONFIDENCE)
    return UNKNOWN
