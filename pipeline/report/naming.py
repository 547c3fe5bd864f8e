"""What are documents and pages called in the report?"""

from __future__ import annotations

from pipeline.casework.findings import CLAIM
from pipeline.casework.wording import document_name
from pipeline.models.document import Document
from pipeline.models.page import BLANK_OR_OTHER, PageRef
from pipeline.models.report import ClaimReport


def page_name(file: str, page: int) -> str:
    """A page by its file and number."""
    return f"{file} 第{page}页"


def place_name(report: ClaimReport, ref: PageRef) -> str:
    """A page by the name of the paper that it belongs to, its file and number."""
    kind = next((page.type for page in report.pages if page.ref == ref), BLANK_OR_OTHER)
    where = page_name(ref.file, ref.page)
    return where if kind == BLANK_OR_OTHER else f"《{document_name(kind).zh}》{where}"


def document_title(report: ClaimReport, document: Document) -> str:
    """A document by the name of its type, numbered where the claim has several of that type."""
    same = [other.id for other in report.documents if other.type == document.type]
    name = document_name(document.type).zh
    return name if len(same) == 1 else f"{name}（{same.index(document.id) + 1}）"


def subject_name(report: ClaimReport, subject: str) -> str:
    """What a finding is about: a document, a page, or nothing where it is the whole claim."""
    for document in report.documents:
        if document.id == subject:
            return document_title(report, document)
    for page in report.pages:
        if str(page.ref) == subject:
            return place_name(report, page.ref)
    return "" if subject == CLAIM else subject
