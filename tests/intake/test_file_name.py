"""Names: decoded as their maker saw them, ordered as people count, never able to leave the claim."""

from __future__ import annotations

import os
import random
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.file_name import decoded, is_control, is_ignored, is_safe, name_on_disk, natural_order, shown


@given(st.text())
def test_a_safe_name_stays_inside_and_can_be_shown(name: str) -> None:
    if is_safe(name):
        joined = os.path.normpath(PurePosixPath("/claim") / name)
        assert joined.startswith("/claim/")
        assert joined == f"/claim/{name}"
        assert shown(name) == name
        assert name.isprintable() or not any(map(is_control, name))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../a.jpg",
        "a/../../b.jpg",
        "/etc/passwd",
        "C:/a.jpg",
        "c:a.jpg",
        "a//b.jpg",
        "./a.jpg",
        "a\nb.jpg",
        "a\0.jpg",
        "gpj.\u202efdp.exe",
        "a" * 300,
        "页" * 100,
        "a/" * 600 + "b",
    ],
)
def test_unsafe_names(name: str) -> None:
    assert not is_safe(name)
    assert not any(map(is_control, shown(name)))


@pytest.mark.parametrize(
    "name", ["身份证 正面（1）.jpg", "a/b/c.pdf", "..a.jpg", "a..b", "x.zip!y.pdf", "诊断证明－张三.pdf"]
)
def test_ordinary_names_are_safe(name: str) -> None:
    assert is_safe(name)


@given(st.text(alphabet=st.characters(codec="gb18030", categories=["L", "N"]), min_size=2))
def test_utf8_names_are_never_taken_for_another_encoding(name: str) -> None:
    assert decoded(name.encode("utf-8")) == name


def test_names_in_the_encoding_of_chinese_windows() -> None:
    for name in ("劳动合同.pdf", "诊断证明书第2页.jpg", "张三身份证.png"):
        assert decoded(name.encode("cp936")) == name
        assert name_on_disk(os.fsdecode(name.encode("cp936"))) == name


def test_numbers_count_as_numbers() -> None:
    ordered = ["1.jpg", "2.jpg", "10.jpg", "a/page2.jpg", "a/page10.jpg", "b.jpg", "第２页.jpg", "第10页.jpg"]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=natural_order) == ordered


@given(st.lists(st.text(), unique=True), st.randoms())
def test_any_names_have_one_order(names: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(names, len(names))
    assert sorted(names, key=natural_order) == sorted(shuffled, key=natural_order)


def test_a_number_of_many_digits_is_no_trap() -> None:
    assert natural_order("9" * 900) < natural_order("1" * 901)


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "__MACOSX", "~$合同.docx", "desktop.ini"])
def test_what_systems_leave_behind(name: str) -> None:
    assert is_ignored(name)
    assert not is_ignored("合同~$.pdf")
