"""Files that no reader can open, as uploads hold them now and then."""

from __future__ import annotations

from pathlib import Path
from random import Random

from samples.generator.recipe import Damage

_ENCRYPTED = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
    b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
)


def write_broken(folder: Path, damage: Damage, rng: Random) -> str:
    """Writes the broken file and says its name."""
    if damage == "odd":
        name = "情况说明.doc"
        (folder / name).write_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(rng.randrange(256) for _ in range(4000))
        )
    elif damage == "empty":
        name = "扫描件.pdf"
        (folder / name).write_bytes(b"")
    elif damage == "encrypted":
        name = "补充材料.pdf"
        (folder / name).write_bytes(_encrypted(rng))
    else:
        name = "IMG_20261118.jpg"
        head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
        (folder / name).write_bytes(head + bytes(rng.randrange(256) for _ in range(900)))
    return name


def _encrypted(rng: Random) -> bytes:
    """A PDF that asks for a password: standard security handler, keys that fit no password."""
    keys = [bytes(rng.randrange(256) for _ in range(32)).hex().encode() for _ in range(2)]
    body = (
        _ENCRYPTED
        + b"4 0 obj\n<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <%s> /U <%s> >>\nendobj\n" % tuple(keys)
    )
    offsets = [body.index(b"%d 0 obj" % number) for number in range(1, 5)]
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    name = bytes(rng.randrange(256) for _ in range(16)).hex().encode()
    trailer = b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<%s><%s>] >>\n" % (name, name)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)
