"""What does a caseworker see of one document: its pages, fields and marks?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.models.document import Document, Field
from pipeline.models.page import Page, PageRef
from pipeline.models.report import ClaimReport
from pipeline.report.captions import field_caption, fields_in_order, mark_caption, value_caption
from pipeline.report.escaping import data_uri, unmasked
from pipeline.report.naming import document_title, page_name
from pipeline.report.wording import MARK_STATES, ORIGINS, PAPERS, PARTS, Word, confidence_word
from pipeline.text.masking import mask_id_number

_CODES = ("credit_code", "organization_code")


@dataclass(frozen=True, slots=True)
class PageView:
    """A page: where it is, what it is (paper, origin, side), and its picture."""

    name: str
    notes: tuple[str, ...]
    source: Markup


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field: its number on the pictures, caption, value and how sure the reader was; a blank has no value."""

    number: int
    caption: str
    value: str
    confidence: Word
    place: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """A signature, seal or fingerprint slot and whether it is filled."""

    caption: str
    state: Word
    place: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document under its name."""

    title: str
    pages: tuple[PageView, ...]
    fields: tuple[FieldView, ...]
    marks: tuple[MarkView, ...]


def document_view(report: ClaimReport, document: Document, thumbnails: Mapping[PageRef, bytes]) -> DocumentView:
    """One document of the report with its pages' pictures embedded."""
    pages = {page.ref: page for page in report.pages}
    return DocumentView(
        title=document_title(report, document),
        pages=tuple(page_view(pages[ref], thumbnails) for ref in document.pages if ref in pages),
        fields=tuple(
            FieldView(
                number=number,
                caption=field_caption(document.type, name),
                value=_shown_value(document.type, name, field),
                confidence=confidence_word(field.confidence),
                place=page_name(field.file, field.page),
            )
            for number, (name, field) in enumerate(fields_in_order(document), start=1)
        ),
        marks=tuple(
            MarkView(
                caption=mark_caption(document.type, mark.slot),
                state=MARK_STATES[mark.state],
                place=page_name(mark.file, mark.page) if mark.file and mark.page else "",
            )
            for mark in document.marks
        ),
    )


def page_view(page: Page, thumbnails: Mapping[PageRef, bytes]) -> PageView:
    """One page with its picture embedded."""
    notes = [PAPERS[page.paper], ORIGINS[page.origin]]
    if page.part:
        notes.insert(0, PARTS[page.part])
    if page.rotation:
        notes.append(f"已转正{page.rotation}°")
    if not page.legible:
        notes.append("不清晰")
    return PageView(page_name(page.file, page.page), tuple(notes), data_uri(thumbnails[page.ref]))


def unsorted_pages(report: ClaimReport, thumbnails: Mapping[PageRef, bytes]) -> tuple[PageView, ...]:
    """The pages that belong to no document."""
    return tuple(page_view(page, thumbnails) for page in report.pages if page.document is None)


def _shown_value(document_type: str, name: str, field: Field) -> str:
    if name.endswith("id_number"):
        return mask_id_number(field.value)
    if name.endswith(_CODES):
        return unmasked(field.value)
    return value_caption(document_type, field.value)
