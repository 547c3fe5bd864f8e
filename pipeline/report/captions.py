"""What are fields, marks and their coded values called in Chinese? As their document type declares them."""

from __future__ import annotations

from pipeline.casework.wording import field_name, slot_name
from pipeline.declare import DocumentType, document_types
from pipeline.models.document import Document, Field


def field_caption(type_id: str, name: str) -> str:
    """The printed caption of a field; its name where the type does not declare it."""
    return field_name(type_id, name).zh


def has_field(type_id: str, name: str) -> bool:
    """Whether the type declares that field."""
    kind = _kind(type_id)
    return kind is not None and name in kind.fields


def mark_caption(type_id: str, slot: str) -> str:
    """What is printed at a signature, seal or fingerprint slot; the slot's name where the type does not declare it."""
    return slot_name(type_id, slot).zh


def value_caption(type_id: str, value: str) -> str:
    """A coded value in words (``fixed`` is 固定期限); any other value as it is."""
    kind = _kind(type_id)
    return kind.values.get(value, value) if kind else value


def fields_in_order(document: Document) -> tuple[tuple[str, Field], ...]:
    """The document's fields with their names as they follow one another on the paper; unknown ones last."""
    kind = _kind(document.type)
    order = list(kind.fields) if kind else []
    return tuple(
        sorted(document.fields.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))
    )


def _kind(type_id: str) -> DocumentType | None:
    return next((kind for kind in document_types() if kind.id == type_id), None)
