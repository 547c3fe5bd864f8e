"""Files whose bytes are made to do harm to a decoder. Allowed outcomes: tests/hostile/uploads.py."""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.intake.decode import Decoder
from pipeline.models.report import FileError
from pipeline.settings import Limits
from tests.hostile.uploads import archive_of, assert_well_told, codes, opened
from tests.intake.pdf_files import PdfPage, jpeg_image, pdf, placed, text


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
