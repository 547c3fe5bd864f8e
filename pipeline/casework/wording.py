"""What are papers, pages and places called in messages, in Chinese and English?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from pipeline.declare import document_types
from pipeline.models.document import Document
from pipeline.models.page import BLANK_OR_OTHER, Page, PageRef

_FILES_NAMED = 5


class Text(NamedTuple):
    """The same words in both languages."""

    zh: str
    en: str


def document_name(type_id: str) -> Text:
    """A document type's name: Chinese as the caseworkers know it, English from the identifier."""
    zh = next((kind.name_zh for kind in document_types() if kind.id == type_id), type_id)
    return Text(zh, type_id.replace("_", " "))


def day_zh(day: date) -> str:
    """A day as Chinese papers write it: 2026年9月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def slot_name(type_id: str, slot: str) -> Text:
    """What is printed at a signature, seal or fingerprint slot."""
    slots = [declared for kind in document_types() if kind.id == type_id for declared in kind.slots]
    zh = next((declared.name_zh for declared in slots if declared.name == slot), slot)
    return Text(zh, slot.replace("_", " "))


def field_name(type_id: str, name: str) -> Text:
    """The printed caption of a field; its name where the type does not declare it."""
    zh = next((kind.fields.get(name, name) for kind in document_types() if kind.id == type_id), name)
    return Text(zh, name.replace("_", " "))


def page_place(ref: PageRef) -> Text:
    """Where a page is found: its file and number."""
    return Text(f"{ref.file} 第{ref.page}页", f"{ref.file} page {ref.page}")


def pages_place(refs: Iterable[PageRef]) -> Text:
    """Where several pages are found, at most five files by name."""
    by_file = [(file, [ref.page for ref in same]) for file, same in groupby(refs, key=lambda ref: ref.file)]
    named = by_file[:_FILES_NAMED]
    zh = "，".join(f"{file} 第{numbers(pages).replace(', ', '、')}页" for file, pages in named)
    en = ", ".join(f"{file} page {numbers(pages)}" for file, pages in named)
    if len(by_file) > len(named):
        return Text(f"{zh}等{len(by_file)}个文件", f"{en} and others, {len(by_file)} files in all")
    return Text(zh, en)


def document_place(document: Document) -> Text:
    """A document by name and pages."""
    name, pages = document_name(document.type), pages_place(document.pages)
    return Text(f"《{name.zh}》（{pages.zh}）", f"{name.en} ({pages.en})")


def page_of_document(type_id: str, ref: PageRef) -> Text:
    """One page of a document by the document's name, file and number."""
    name, page = document_name(type_id), page_place(ref)
    return Text(f"《{name.zh}》（{page.zh}）", f"{name.en} ({page.en})")


def place_of(page: Page) -> Text:
    """A page by the name of its document, where it is known, and by file and number."""
    return page_place(page.ref) if page.type == BLANK_OR_OTHER else page_of_document(page.type, page.ref)


def numbers(values: Sequence[int]) -> str:
    """Numbers in a row, runs shortened: 3, 5-7."""
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][1] + 1:
            runs[-1][1] = value
        else:
            runs.append([value, value])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
