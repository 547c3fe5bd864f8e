"""Which files does a zip hold, and what are their bytes?"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.intake.budget import Budget
from pipeline.intake.file_name import decoded, is_ignored, is_safe
from pipeline.intake.refusal import RefusalError
from pipeline.intake.regular_file import open_regular

_CHUNK = 1 << 20
_MAX_DIRECTORY_BYTES = 4 << 20
"""The list of members takes about 200 bytes a member: room for 20,000."""
_HARMLESS_BYTES = 32 << 20
"""A blank A4 page as BMP at 300 dpi unpacks 1,000-fold, to 26 MB: below this no ratio makes a bomb."""
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
# The other methods are rare, and the standard library unpacks them without a bound on memory.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_PACKAGES = {
    "[Content_Types].xml": "Word/Excel/PowerPoint",
    "OFD.xml": "OFD",
    "mimetype": "OpenDocument/EPUB",
    "META-INF/MANIFEST.MF": "JAR/APK",
}
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A file in a zip; ``name`` is its readable path there, safe or not."""

    name: str
    info: zipfile.ZipInfo


class _BoundedReads(io.BufferedReader):
    """Refuses to read more at once than a decent list of members needs: a hostile one takes gigabytes once parsed."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = _MAX_DIRECTORY_BYTES
        if size > _MAX_DIRECTORY_BYTES:
            raise RefusalError("too_many_files", 20_000)
        return super().read(size)


@contextmanager
def open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip.

    Raises:
        RefusalError: ``damaged``; ``too_many_files``; ``unsupported_type`` for documents that are zips
            inside (docx, ofd); the file cannot be opened.
    """
    with _BoundedReads(open_regular(path).detach()) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _DAMAGE as error:
            raise RefusalError("damaged") from error
        with archive:
            package = next((kind for name, kind in _PACKAGES.items() if name in archive.NameToInfo), None)
            if package:
                raise RefusalError("unsupported_type", package)
            yield archive


def list_members(archive: zipfile.ZipFile) -> list[ZipMember]:
    """The files of the zip in stored order, without folders and without what systems leave behind."""
    members = [ZipMember(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    return [member for member in members if not (is_safe(member.name) and _is_left_behind(member.name))]


def without_wrapper(members: list[ZipMember]) -> list[ZipMember]:
    """The members, named from inside the one folder that holds them all, if there is such a folder."""
    wrappers = {member.name.partition("/")[0] + "/" if "/" in member.name else "" for member in members}
    if len(wrappers) != 1:
        return members
    prefix = wrappers.pop()
    return [replace(member, name=member.name.removeprefix(prefix)) for member in members]


def unpack(archive: zipfile.ZipFile, member: ZipMember, target: Path, budget: Budget, max_ratio: int) -> None:
    """Writes the member's bytes to a file.

    Args:
        archive: the zip.
        member: the member to write.
        target: the new file; its name never comes from the zip.
        budget: what the claim may still hold; counted down by what is written.
        max_ratio: refused when it expands more than so many times.

    Raises:
        RefusalError: ``unsafe_name``, ``not_a_regular_file``, ``encrypted``, ``unsupported_type``, ``zip_ratio``,
            ``too_large`` or ``damaged``.
    """
    info = member.info
    _judge(member)
    if info.file_size > max(_HARMLESS_BYTES, max_ratio * info.compress_size):
        raise RefusalError("zip_ratio", max_ratio)
    # The size is the zip's word, but the standard library never hands out more than it says.
    budget.take_bytes(info.file_size)
    with target.open("xb") as unpacked:
        for chunk in _chunks(archive, info):
            unpacked.write(chunk)


def _judge(member: ZipMember) -> None:
    mode = stat.S_IFMT(member.info.external_attr >> 16)
    if not is_safe(member.name):
        raise RefusalError("unsafe_name")
    if mode not in {0, stat.S_IFREG}:
        raise RefusalError("not_a_regular_file")
    if member.info.flag_bits & _ENCRYPTED_FLAG:
        raise RefusalError("encrypted")
    if member.info.compress_type not in _METHODS:
        raise RefusalError("unsupported_type", f"zip method {member.info.compress_type}")


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as packed:
            while chunk := packed.read(_CHUNK):
                yield chunk
    except _DAMAGE as error:
        raise RefusalError("damaged") from error


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name as its maker saw it; the standard library takes unmarked names for cp437."""
    raw = info.orig_filename
    name = raw if info.flag_bits & _UTF8_FLAG else decoded(raw.encode("cp437"))
    return name.replace("\\", "/")


def _is_left_behind(name: str) -> bool:
    return any(map(is_ignored, name.split("/")))
