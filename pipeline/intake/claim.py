"""What does one claim consist of?"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

from pipeline.intake.budget import Budget
from pipeline.intake.claim_file import ClaimFile
from pipeline.intake.claim_folder import list_folder
from pipeline.intake.claim_json import CLAIM_JSON, read_claim_json
from pipeline.intake.file_name import name_on_disk, natural_order, shown
from pipeline.intake.receive import ClaimSource
from pipeline.intake.refusal import RefusalError
from pipeline.intake.regular_file import open_regular
from pipeline.intake.sniff import sniff
from pipeline.intake.zip_members import ZipMember, list_members, open_zip, unpack, without_wrapper
from pipeline.models.claim import ClaimInfo
from pipeline.models.report import FileError
from pipeline.settings import Limits


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim ready to be decoded: files in natural order, zips unpacked, and errors for all that was not accepted."""

    claim_id: str
    info: ClaimInfo
    files: tuple[ClaimFile, ...]
    errors: tuple[FileError, ...]


def open_claim(source: ClaimSource, limits: Limits, scratch: Path) -> OpenClaim:
    """Lists a claim's files, unpacks its zips into ``scratch``, and reads its claim.json.

    Files of a folder are left where they are. Whatever is not accepted becomes an error, never an exception.

    Args:
        source: the claim.
        limits: how much is accepted.
        scratch: an empty folder; the only place that is written to. The caller removes it.

    Raises:
        OSError: ``scratch`` cannot be written.
    """
    opening = _Opening(source, limits, scratch)
    opening.run()
    return opening.opened()


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A file that came with the claim, inside ``depth`` zips, the claim's own counted."""

    name: str
    path: Path
    depth: int = 0
    refused: RefusalError | None = None


class _Opening:
    """The state of one claim being opened."""

    def __init__(self, source: ClaimSource, limits: Limits, scratch: Path) -> None:
        self._source = source
        self._title = shown(name_on_disk(source.path.name))
        self._limits = limits
        self._scratch = scratch
        self._budget = Budget(limits)
        self._info = ClaimInfo()
        self._files: list[ClaimFile] = []
        self._errors = [refused.error(self._title) for refused in source.refused]
        self._names: set[str] = set()
        self._unpacked = 0

    def run(self) -> None:
        """Takes in everything that is accepted."""
        path = self._source.path
        if path.is_dir() and not path.is_symlink():
            for entry in list_folder(path):
                self._receive(_Arrival(entry.name, entry.path, refused=entry.refused))
        else:
            self._receive(_Arrival(self._title, path))

    def opened(self) -> OpenClaim:
        """What was taken in."""
        if not self._files and not self._errors:
            self._refuse(self._title, RefusalError("no_files"))
        return OpenClaim(
            claim_id=self._source.name,
            info=self._info,
            files=tuple(self._files),
            errors=tuple(self._errors),
        )

    def _receive(self, arrival: _Arrival) -> None:
        try:
            self._budget.take_file()
            if arrival.refused:
                raise arrival.refused
            if arrival.name in self._names:
                raise RefusalError("duplicate_name")
            self._names.add(arrival.name)
            if arrival.name == CLAIM_JSON:
                self._info = read_claim_json(arrival.path)
            elif _is_zip(arrival.path):
                self._receive_zip(arrival)
            else:
                self._take(arrival)
        except RefusalError as refused:
            self._refuse(arrival.name, refused)

    def _receive_zip(self, arrival: _Arrival) -> None:
        if arrival.depth >= self._limits.zip_depth:
            raise RefusalError("zip_depth", self._limits.zip_depth)
        is_claim = arrival.path == self._source.path
        prefix = "" if is_claim else f"{arrival.name}!"
        with open_zip(arrival.path) as archive:
            members = without_wrapper(list_members(archive)) if is_claim else list_members(archive)
            for member in sorted(members, key=lambda member: natural_order(member.name)):
                self._receive(self._unpack(archive, member, prefix, arrival.depth + 1))

    def _unpack(self, archive: ZipFile, member: ZipMember, prefix: str, depth: int) -> _Arrival:
        """The member as a file in scratch, under a number, for its name is not to be trusted."""
        self._unpacked += 1
        arrival = _Arrival(prefix + member.name, self._scratch / f"{self._unpacked:06d}", depth)
        if self._budget.files_left == 0:
            return arrival
        try:
            unpack(archive, member, arrival.path, self._budget, self._limits.zip_ratio)
        except RefusalError as refused:
            return replace(arrival, refused=refused)
        return arrival

    def _take(self, arrival: _Arrival) -> None:
        with open_regular(arrival.path) as stream:
            sniff(stream)
            if arrival.depth == 0:
                self._budget.take_bytes(os.fstat(stream.fileno()).st_size)
        self._files.append(ClaimFile(arrival.name, arrival.path))

    def _refuse(self, name: str, refused: RefusalError) -> None:
        error = refused.error(shown(name))
        # One line says that the rest is too much, not one line a file.
        if error.code != "too_many_files" or all(earlier.code != error.code for earlier in self._errors):
            self._errors.append(error)


def _is_zip(path: Path) -> bool:
    with open_regular(path) as stream:
        return sniff(stream) == "zip"
