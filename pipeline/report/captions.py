"""What are fields, marks and their coded values called in Chinese?"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from pipeline.models.document import Document, Field

_Key = tuple[str, str, str]


def field_caption(document_type: str, name: str) -> str:
    """The printed caption of a field; its name where the table has none."""
    return _captions().get(("field", document_type, name), name)


def has_field(document_type: str, field: str) -> bool:
    """Whether the contract knows that field of that type."""
    return ("field", document_type, field) in _captions()


def mark_caption(document_type: str, slot: str) -> str:
    """What is printed at a signature, seal or fingerprint slot; the slot's name where the table has none."""
    return _captions().get(("mark", document_type, slot), slot)


def value_caption(document_type: str, value: str) -> str:
    """A coded value in words (``fixed`` is 固定期限); any other value as it is."""
    return _captions().get(("value", document_type, value), value)


def fields_in_order(document: Document) -> tuple[tuple[str, Field], ...]:
    """The document's fields with their names as they follow one another on the paper; unknown ones last."""
    order = {name: place for place, (_, kind, name) in enumerate(_captions()) if kind == document.type}
    return tuple(sorted(document.fields.items(), key=lambda item: order.get(item[0], len(_captions()))))


@cache
def _captions() -> dict[_Key, str]:
    table = resources.files("pipeline.report").joinpath("captions.tsv").read_text(encoding="utf-8")
    return {
        (row["kind"], row["document_type"], row["name"]): row["caption_zh"]
        for row in csv.DictReader(table.splitlines(), delimiter="\t")
    }
