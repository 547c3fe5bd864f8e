"""Ids that name folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.claim_id import is_safe_claim_id, safe_claim_id


@given(st.text())
def test_every_name_has_a_safe_id(name: str) -> None:
    assert is_safe_claim_id(safe_claim_id(name))


@given(st.text(), st.text())
def test_unequal_names_keep_unequal_ids(first: str, second: str) -> None:
    assert first == second or safe_claim_id(first) != safe_claim_id(second)


@given(st.text(max_size=200))
def test_a_safe_id_names_one_folder(name: str) -> None:
    if is_safe_claim_id(name):
        assert Path("/out", name).name == name
        assert Path("/out", name).parent == Path("/out")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "CON", "lpt1.txt", "a.", " a", "a\n", "index.html", "Batch.JSON", "a" * 200]
)
def test_unsafe_ids(name: str) -> None:
    assert not is_safe_claim_id(name)


@pytest.mark.parametrize("name", ["CC2026-00123", "朝阳区 张三（补正）", "2026.10.08-7"])
def test_ordinary_ids_are_kept(name: str) -> None:
    assert is_safe_claim_id(name)
