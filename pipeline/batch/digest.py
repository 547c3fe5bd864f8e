"""Has an upload changed since it was checked? Names and bytes of all its files in one number."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path


def content_digest(upload: Path) -> str:
    """SHA-256 over the names, kinds and bytes of everything in the upload.

    Links are not followed and only regular files are opened, so that neither a pipe nor a device can stall the run.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in _walk(upload):
        info = path.lstat()
        digest.update(os.fsencode(path.relative_to(upload.parent)) + b"\0")
        digest.update(f"{stat.S_IFMT(info.st_mode)} {info.st_size}\0".encode())
        if stat.S_ISLNK(info.st_mode):
            digest.update(os.fsencode(path.readlink()) + b"\0")
        elif stat.S_ISREG(info.st_mode):
            with path.open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()


def _walk(path: Path) -> Iterator[Path]:
    yield path
    if stat.S_ISDIR(path.lstat().st_mode):
        for entry in sorted(path.iterdir()):
            yield from _walk(entry)
