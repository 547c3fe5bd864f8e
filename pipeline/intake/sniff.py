"""Which type of file is this, by its first bytes and never by its name?"""

from __future__ import annotations

from typing import BinaryIO, Literal

from pipeline.intake.refusal import RefusalError
from pipeline.models.source import Container

FileType = Container | Literal["zip"]

_HEAD = 1024
_MAGIC: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x07\x08", "zip"),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
"""ISO/IEC 23008-12, brands of HEVC-coded image files; ``mif1`` and ``msf1`` are what older phones write."""
_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
"""Sizes of the DIB header from OS/2 1.x to BITMAPV5HEADER."""
_UNSUPPORTED: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word/Excel 97-2003"),
    (b"{\\rtf", "RTF"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"MZ", "Windows EXE"),
    (b"\x7fELF", "ELF"),
)


def sniff(stream: BinaryIO) -> FileType:
    """The file's type; the stream stands at its start again afterwards.

    Raises:
        RefusalError: ``empty_file``, or ``unsupported_type`` with what the file is, as far as it can be told.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head:
        raise RefusalError("empty_file")
    for magic, file_type in _MAGIC:
        if head.startswith(magic):
            return file_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "heic"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "bmp"
    # ISO 32000-1 annex H: readers accept the header anywhere in the first 1,024 bytes.
    if b"%PDF-" in head:
        return "pdf"
    raise RefusalError("unsupported_type", _kind(head))


def _kind(head: bytes) -> str:
    return next((kind for magic, kind in _UNSUPPORTED if head.startswith(magic)), "")
