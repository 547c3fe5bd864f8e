"""How an upload made to do harm is opened, and what may come of it.

Allowed outcomes of opening and decoding any upload: pages; errors with a code of :data:`CODES`, a Chinese and an
English message; nothing else. No exception, no hang, no file outside of the scratch folder, no link followed.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import get_args

from pipeline.intake.claim import OpenClaim, open_claim
from pipeline.intake.file_name import is_safe
from pipeline.intake.receive import find_claims
from pipeline.intake.refusal import Code
from pipeline.models.report import FileError
from pipeline.settings import Limits

CODES = set(get_args(Code))
JPEG = b"\xff\xd8\xff\xe0 picture"


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
