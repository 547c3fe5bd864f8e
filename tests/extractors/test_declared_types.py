"""What the types declare against the contract's lists of fields and mark slots: all that a report may hold."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.declare import document_types


def listed(name: str, named: str) -> set[tuple[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return {(row["document_type"], row[named]) for row in csv.DictReader(lines, delimiter="\t")}


@pytest.mark.parametrize(
    ("name", "named", "declared"),
    [
        ("fields.tsv", "field", {(kind.id, field) for kind in document_types() for field in kind.fields}),
        ("marks.tsv", "slot", {(kind.id, slot.name) for kind in document_types() for slot in kind.slots}),
    ],
)
def test_nothing_is_declared_that_the_contract_does_not_list(
    name: str, named: str, declared: set[tuple[str, str]]
) -> None:
    assert declared - listed(name, named) == set()
