"""Which files does a claim folder hold?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.file_name import is_ignored, is_safe, name_on_disk, natural_order
from pipeline.intake.refusal import RefusalError


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """Something in a folder that is not a folder: its readable path inside, and why it cannot be used, if so."""

    name: str
    path: Path
    refused: RefusalError | None = None


def list_folder(folder: Path) -> list[FolderEntry]:
    """All entries at any depth in natural order, without what systems leave behind; links are never followed."""
    return sorted(_entries(folder, ""), key=lambda entry: natural_order(entry.name))


def visible_entries(folder: Path) -> list[os.DirEntry[str]]:
    """The folder's own entries that count, in natural order.

    Raises:
        OSError: the folder cannot be listed.
    """
    with os.scandir(folder) as entries:
        counting = [entry for entry in entries if not is_ignored(entry.name)]
    return sorted(counting, key=lambda entry: natural_order(name_on_disk(entry.name)))


def _entries(folder: Path, prefix: str) -> Iterator[FolderEntry]:
    try:
        entries = visible_entries(folder)
    except OSError as error:
        yield FolderEntry(
            prefix.rstrip("/") or name_on_disk(folder.name), folder, RefusalError("unreadable", error.strerror)
        )
        return
    for entry in entries:
        name, path = prefix + name_on_disk(entry.name), Path(entry.path)
        if not is_safe(name):
            yield FolderEntry(name, path, RefusalError("unsafe_name"))
        elif entry.is_dir(follow_symlinks=False):
            yield from _entries(path, f"{name}/")
        elif entry.is_file(follow_symlinks=False):
            yield FolderEntry(name, path)
        else:
            yield FolderEntry(name, path, RefusalError("not_a_regular_file"))
