"""Uploads made to do harm.

Allowed outcomes of opening and decoding any upload: pages; errors with a code of :data:`CODES`, a Chinese and an
English message; nothing else. No exception, no hang, no file outside of the scratch folder, no link followed.
"""

from __future__ import annotations

import io
import os
import random
import stat
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.intake.claim import OpenClaim, open_claim
from pipeline.intake.decode import Decoder
from pipeline.intake.file_name import is_safe
from pipeline.intake.receive import find_claims
from pipeline.intake.refusal import Code
from pipeline.models.report import FileError
from pipeline.settings import Limits
from tests.intake.pdf_files import PdfPage, jpeg_image, pdf, placed, text

CODES = set(get_args(Code))
JPEG = b"\xff\xd8\xff\xe0 picture"
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


def opened(path: Path, tmp_path: Path, limits: Limits | None = None) -> OpenClaim:
    """Opens the upload and checks that nothing but scratch was written."""
    scratch = tmp_path / "scratch"
    scratch.mkdir(exist_ok=True)
    before = everything(tmp_path)
    [source] = find_claims([path])
    claim = open_claim(source, limits or Limits(), scratch)
    assert {found for found in everything(tmp_path) if scratch not in found.parents} <= before
    assert all(found.parent == scratch and found.is_file() for found in scratch.rglob("*"))
    assert all(is_safe(file.name) for file in claim.files)
    assert_well_told(claim.errors)
    return claim


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def assert_well_told(errors: tuple[FileError, ...]) -> None:
    for error in errors:
        assert error.code in CODES
        assert error.message_zh.endswith("。")
        assert error.message_en.endswith(".")
        assert "\n" not in error.file + error.message_zh + error.message_en
        error.model_dump_json()


def codes(claim: OpenClaim) -> list[str]:
    return [error.code for error in claim.errors]


def archive_of(entries: list[tuple[zipfile.ZipInfo | str, bytes]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in entries:
            archive.writestr(info, content)
    return data.getvalue()


def entry(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (kind | 0o644) << 16
    return info


@pytest.fixture(scope="module")
def decoder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Decoder]:
    with Decoder(Limits(file_seconds=20, worker_memory_mb=512), tmp_path_factory.mktemp("pages")) as shared:
        yield shared


def decoded(content: bytes, decoder: Decoder, tmp_path: Path) -> list[str]:
    """What comes of the file, whichever of its own ways it takes: ``page`` or codes."""
    path = tmp_path / "upload"
    path.write_bytes(content)
    claim = opened(path, tmp_path)
    items = list(decoder.decode(*claim.files))
    errors = tuple(item for item in items if isinstance(item, FileError))
    assert_well_told(errors)
    return codes(claim) + [item.code if isinstance(item, FileError) else "page" for item in items]


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


@given(content=st.binary(max_size=300), head=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_open_without_an_exception(content: bytes, head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "upload.zip"
    path.write_bytes(head + content)
    opened(path, tmp_path)


def encoded(kind: str, mode: str = "RGB", **options: object) -> bytes:
    data = io.BytesIO()
    Image.effect_noise((80, 60), 60).convert(mode).save(data, kind, **options)
    return data.getvalue()


SOUND = {
    "jpeg": lambda: encoded("JPEG"),
    "progressive": lambda: encoded("JPEG", progressive=True),
    "png": lambda: encoded("PNG"),
    "group4": lambda: encoded("TIFF", "1", compression="group4"),
    "lzw": lambda: encoded("TIFF", compression="tiff_lzw"),
    "webp": lambda: encoded("WEBP"),
    "bmp": lambda: encoded("BMP"),
    "pdf": lambda: pdf(
        PdfPage(text("words", 50, 300) + placed(b"I0", 0, 0, 300, 300), images=[jpeg_image(Image.new("L", (9, 9)))])
    ),
    "zip": lambda: archive_of([("a.png", encoded("PNG")), ("b.jpg", encoded("JPEG"))]),
}


@pytest.mark.parametrize("kind", SOUND)
def test_any_damage_gives_pages_or_errors(kind: str, decoder: Decoder, tmp_path: Path) -> None:
    chance = random.Random(kind)
    sound = SOUND[kind]()
    assert "page" in decoded(sound, decoder, tmp_path)
    for _ in range(12):
        for leftover in (tmp_path / "scratch").glob("*"):
            leftover.unlink()
        broken = bytearray(sound[: chance.choice([len(sound), chance.randrange(1, len(sound))])])
        for _ in range(chance.randrange(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert decoded(bytes(broken), decoder, tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"II*\0" + struct.pack("<I", 2**31),
        b"MM\0+\0\x08\0\0" + struct.pack(">Q", 2**62),
        b"BM" + struct.pack("<IHHIIiiHH", 2**31, 0, 0, 54, 40, 2**30, 2**30, 1, 24),
        b"RIFF\xff\xff\xff\xffWEBPVP8 ",
        b"\0\0\0\x18ftypheic" + bytes(64),
        b"%PDF-1.7",
        b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n1 0 obj << /Pages 1 0 R /Kids [1 0 R] /Count 99999999 >> endobj",
    ],
)
def test_heads_without_a_body(content: bytes, decoder: Decoder, tmp_path: Path) -> None:
    outcome = decoded(content, decoder, tmp_path)
    assert outcome
    assert "page" not in outcome


def test_a_page_that_draws_itself_for_ever(decoder: Decoder, tmp_path: Path) -> None:
    content = b"/I0 Do\n" * 10
    ring = (b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I0 4 0 R >> >>", b"/I0 Do " * 10)
    outcome = decoded(pdf(PdfPage(content, images=[ring])), decoder, tmp_path)
    assert len(outcome) == 1
