"""Which claims lie at a path, and what they are called."""

from __future__ import annotations

import os
import pickle
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import ExitCode, PrecheckError
from pipeline.intake.claim import open_claim
from pipeline.intake.receive import ClaimSource, find_claims
from pipeline.settings import Limits

JPEG = b"\xff\xd8\xff\xe0 picture"


def folder(path: Path, **files: bytes) -> Path:
    path.mkdir(parents=True)
    for name, content in files.items():
        (path / name).write_bytes(content)
    return path


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def names(*paths: Path) -> list[str]:
    return [source.name for source in find_claims(paths)]


def codes(source: ClaimSource) -> list[str]:
    return [refused.code for refused in source.refused]


def test_folder_of_claims_in_natural_order(tmp_path: Path) -> None:
    folder(tmp_path / "CC10", a=JPEG)
    folder(tmp_path / "CC2", a=JPEG)
    zipped(tmp_path / "CC3.zip", a=JPEG)
    folder(tmp_path / ".hidden", a=JPEG)
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    assert names(tmp_path) == ["CC2", "CC3", "CC10"]


def test_a_list_beside_claim_folders_is_no_claim_and_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder(tmp_path / "CC1", a=JPEG)
    (tmp_path / "清单220104198501019999.txt").write_text("CC1")
    assert names(tmp_path) == ["CC1"]
    assert "清单220104********9999.txt" in caplog.text


def test_a_note_beside_a_zip_leaves_one_claim(tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1")
    zipped(claim / "pages.zip", a=JPEG)
    (claim / "note.txt").write_text("see the zip")
    assert names(claim) == ["CC1"]


def test_a_folder_with_a_picture_is_one_claim(tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1", a=JPEG)
    folder(claim / "more", b=JPEG)
    zipped(claim / "rest.zip", c=JPEG)
    assert names(claim) == ["CC1"]


def test_a_folder_with_claim_json_is_one_claim(tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1")
    (claim / "claim.json").write_text("{}")
    folder(claim / "sub", b=JPEG)
    assert names(claim) == ["CC1"]


def test_a_word_document_is_not_taken_for_a_zipped_claim(tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1")
    with zipfile.ZipFile(claim / "form.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
    assert names(claim) == ["CC1"]


def test_an_empty_folder_is_a_claim(tmp_path: Path) -> None:
    assert names(folder(tmp_path / "CC1")) == ["CC1"]


def test_single_files(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    zipped(tmp_path / "CC9.zip", a=JPEG)
    assert names(tmp_path / "scan.pdf", tmp_path / "CC9.zip") == ["scan", "CC9"]


def test_each_claim_once(tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1", a=JPEG)
    assert names(tmp_path, claim, claim / ".." / "CC1") == ["CC1"]


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(PrecheckError) as raised:
        find_claims([tmp_path / "missing"])
    assert raised.value.code == "no_such_path"
    assert raised.value.exit_code == ExitCode.USAGE
    assert "missing" in raised.value.message_zh


@pytest.mark.parametrize("wrapper", ["", "CC1/"])
def test_claim_json_names_the_claim(wrapper: str, tmp_path: Path) -> None:
    claim = folder(tmp_path / "upload", a=JPEG)
    (claim / "claim.json").write_text('{"claim_id": "CC2026-1"}')
    archive = zipped(tmp_path / "z.zip", **{f"{wrapper}a": JPEG, f"{wrapper}claim.json": b'{"claim_id": "CC2026-2"}'})
    assert names(claim, archive) == ["CC2026-1", "CC2026-2"]


@pytest.mark.parametrize("claim_id", ["../../etc", "/tmp/x", "a\\nb", "index.html", "..", ""])
def test_claim_json_cannot_lead_the_report_elsewhere(claim_id: str, tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1", a=JPEG)
    (claim / "claim.json").write_text(f'{{"claim_id": "{claim_id}"}}')
    [source] = find_claims([claim])
    assert source.name == "CC1"
    assert codes(source) == ["claim_json_invalid"]


def test_broken_claim_json_leaves_the_folder_name(tmp_path: Path) -> None:
    claim = folder(tmp_path / "CC1", a=JPEG)
    (claim / "claim.json").write_text("{")
    assert names(claim) == ["CC1"]


def test_two_claims_with_one_id_are_kept_apart(tmp_path: Path) -> None:
    folder(tmp_path / "in" / "CC1", a=JPEG)
    zipped(tmp_path / "in" / "CC1.zip", a=JPEG)
    folder(tmp_path / "in" / "cc1-2", a=JPEG)
    folder(tmp_path / "other" / "cc1", a=JPEG)
    sources = find_claims([tmp_path / "in", tmp_path / "other"])
    ids = [source.name.casefold() for source in sources]
    assert len(set(ids)) == 4
    assert ids[0] == "cc1"
    assert "cc1-2" in ids
    told = [source.name for source in sources if codes(source) == ["duplicate_claim_id"]]
    assert len(told) == 2
    assert next(source for source in sources if source.path.name == "cc1-2").refused == ()


def test_unsafe_folder_name_becomes_a_safe_id_and_is_told(tmp_path: Path) -> None:
    folder(tmp_path / "in" / "a\nb", a=JPEG)
    folder(tmp_path / "in" / "a:b", a=JPEG)
    first, second = find_claims([tmp_path / "in"])
    assert first.name != second.name
    assert codes(first) == codes(second) == ["unsafe_claim_id"]


def test_folder_named_in_the_encoding_of_chinese_windows(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path / "in") + b"/" + "张三".encode("cp936")
    Path(os.fsdecode(path)).mkdir(parents=True)
    assert names(tmp_path / "in") == ["张三"]


def test_a_link_among_claims_is_a_claim_that_cannot_be_opened(tmp_path: Path) -> None:
    secret = folder(tmp_path / "secret", a=JPEG)
    (secret / "claim.json").write_text('{"claim_id": "leaked"}')
    folder(tmp_path / "in" / "CC1", a=JPEG)
    (tmp_path / "in" / "link").symlink_to(secret)
    claim, link = find_claims([tmp_path / "in"])
    assert (claim.name, link.name) == ("CC1", "link")
    opened = open_claim(link, Limits(), tmp_path)
    assert opened.files == ()
    assert [error.code for error in opened.errors] == ["not_a_regular_file"]


def test_a_linked_path_that_the_user_names_is_followed(tmp_path: Path) -> None:
    folder(tmp_path / "CC1", a=JPEG)
    (tmp_path / "link").symlink_to(tmp_path / "CC1")
    assert names(tmp_path / "link") == ["CC1"]


def test_sources_travel_to_other_processes(tmp_path: Path) -> None:
    folder(tmp_path / "a:b", a=JPEG)
    [source] = find_claims([tmp_path / "a:b"])
    there = pickle.loads(pickle.dumps(source))
    assert there.name == source.name
    assert there.refused[0].error("x") == source.refused[0].error("x")
