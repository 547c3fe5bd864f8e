"""Zips and folders made to do harm: names, links, devices, bombs. Allowed outcomes: tests/hostile/uploads.py."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.settings import Limits
from tests.hostile.uploads import JPEG, archive_of, codes, entry, opened

HOSTILE_NAMES = [
    "../evil.jpg",
    "../../../../tmp/evil.jpg",
    "/tmp/evil.jpg",
    "..\\evil.jpg",
    "C:\\evil.jpg",
    "a/../../evil.jpg",
    "a\nb.jpg",
    "\x1b[2J.jpg",
    "gpj.\u202efdp.jpg",
    "n" * 300 + ".jpg",
    "a//b.jpg",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_in_a_zip(name: str, tmp_path: Path) -> None:
    path = tmp_path / "CC1.zip"
    path.write_bytes(archive_of([(name, JPEG), ("good.jpg", JPEG)]))
    claim = opened(path, tmp_path)
    assert [file.name for file in claim.files] == ["good.jpg"]
    assert codes(claim) == ["unsafe_name"]
    assert not list(tmp_path.parent.rglob("evil*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@given(names=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_names_in_a_zip(names: list[str], tmp_path: Path) -> None:
    for leftover in (tmp_path / "scratch").glob("*"):
        leftover.unlink()
    path = tmp_path / "CC1.zip"
    path.write_bytes(archive_of([(zipfile.ZipInfo(name), JPEG) for name in names if "\0" not in name] or [("a", JPEG)]))
    claim = opened(path, tmp_path)
    assert len({file.name for file in claim.files}) == len(claim.files)


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK], ids=["link", "fifo", "c", "b", "s"]
)
def test_a_zip_with_what_is_no_file(kind: int, tmp_path: Path) -> None:
    path = tmp_path / "CC1.zip"
    path.write_bytes(archive_of([(entry("passwd.jpg", kind), b"/etc/passwd"), ("good.jpg", JPEG)]))
    claim = opened(path, tmp_path)
    assert codes(claim) == ["not_a_regular_file"]
    assert [file.name for file in claim.files] == ["good.jpg"]


def test_a_folder_with_what_is_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "secret.jpg").write_bytes(JPEG)
    folder = tmp_path / "CC1"
    folder.mkdir()
    (folder / "good.jpg").write_bytes(JPEG)
    (folder / "file-link.jpg").symlink_to(secret / "secret.jpg")
    (folder / "folder-link").symlink_to(secret)
    (folder / "dangling.jpg").symlink_to("nowhere")
    (folder / "loop").symlink_to(folder)
    (folder / "claim.json").symlink_to(secret / "secret.jpg")
    os.mkfifo(folder / "pipe.jpg")
    claim = opened(folder, tmp_path)
    assert [file.name for file in claim.files] == ["good.jpg"]
    assert codes(claim) == ["not_a_regular_file"] * 6


def test_a_device_as_the_upload(tmp_path: Path) -> None:
    claim = opened(Path("/dev/zero"), tmp_path)
    assert codes(claim) == ["not_a_regular_file"]


def test_control_characters_in_names_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "CC1"
    folder.mkdir()
    (folder / "a\nb\x1b[2J.jpg").write_bytes(JPEG)
    (folder / "sub\x07").mkdir()
    (folder / "sub\x07" / "a.jpg").write_bytes(JPEG)
    claim = opened(folder, tmp_path)
    assert claim.files == ()
    assert codes(claim) == ["unsafe_name", "unsafe_name"]


def test_zip_bombs(tmp_path: Path) -> None:
    bomb = archive_of([("zeros.jpg", bytes(40 << 20))])
    many = archive_of([(f"{number}.jpg", bytes(20 << 20)) for number in range(4)])
    folder = tmp_path / "CC1"
    folder.mkdir()
    (folder / "bomb.zip").write_bytes(bomb)
    (folder / "many.zip").write_bytes(many)
    (folder / "nested.zip").write_bytes(archive_of([("bomb.zip", bomb)]))
    (folder / "a.jpg").write_bytes(JPEG)
    claim = opened(folder, tmp_path, Limits(claim_bytes=50_000_000))
    assert [file.name for file in claim.files] == ["a.jpg"]
    assert {error.file: error.code for error in claim.errors if error.code != "unsupported_type"} == {
        "bomb.zip!zeros.jpg": "zip_ratio",
        "many.zip!2.jpg": "too_large",
        "many.zip!3.jpg": "too_large",
        "nested.zip!bomb.zip!zeros.jpg": "zip_ratio",
    }
    assert sum(path.stat().st_size for path in (tmp_path / "scratch").iterdir()) <= 50_000_000


def test_a_size_that_the_zip_lies_about(tmp_path: Path) -> None:
    data = bytearray(archive_of([("zeros.jpg", JPEG + bytes(40 << 20)), ("good.jpg", JPEG)]))
    for position in (data.index(b"PK\x01\x02") + 24, 22):
        struct.pack_into("<I", data, position, 1000)
    path = tmp_path / "CC1.zip"
    path.write_bytes(data)
    claim = opened(path, tmp_path)
    assert [file.name for file in claim.files] == ["good.jpg"]
    assert codes(claim) == ["damaged"]
    assert sum(found.stat().st_size for found in (tmp_path / "scratch").iterdir()) < 10_000


def test_a_zip_of_very_many_members(tmp_path: Path) -> None:
    path = tmp_path / "CC1.zip"
    header = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    count = 5_000_000 // len(header)
    directory = header * count
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 65535, 65535, len(directory), 4, 0)
    path.write_bytes(b"PK\x03\x04" + directory + end)
    assert codes(opened(path, tmp_path)) == ["too_many_files"]


def test_locked_and_rare_zips(tmp_path: Path) -> None:
    locked = bytearray(archive_of([("a.jpg", JPEG)]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + offset] |= 1
    bzip = io.BytesIO()
    with zipfile.ZipFile(bzip, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("b.jpg", JPEG)
    folder = tmp_path / "CC1"
    folder.mkdir()
    (folder / "locked.zip").write_bytes(locked)
    (folder / "rare.zip").write_bytes(bzip.getvalue())
    (folder / "cut.zip").write_bytes(locked[:40])
    (folder / "a.jpg").write_bytes(JPEG)
    claim = opened(folder, tmp_path)
    assert {error.file: error.code for error in claim.errors} == {
        "cut.zip": "damaged",
        "locked.zip!a.jpg": "encrypted",
        "rare.zip!b.jpg": "unsupported_type",
    }
