"""Opening claims: what is listed, in which order, under which names, and what is refused."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from pipeline.intake.claim import OpenClaim, open_claim
from pipeline.intake.receive import find_claims
from pipeline.intake.refusal import RefusalError
from pipeline.settings import Limits

JPEG = b"\xff\xd8\xff\xe0 picture"


def opened(path: Path, limits: Limits | None = None) -> OpenClaim:
    [source] = find_claims([path])
    scratch = path.parent / f"scratch-{path.name}"
    scratch.mkdir()
    return open_claim(source, limits or Limits(), scratch)


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def names(claim: OpenClaim) -> list[str]:
    return [file.name for file in claim.files]


def errors(claim: OpenClaim) -> dict[str, str]:
    return {error.file: error.code for error in claim.errors}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "CC1"
    path.mkdir()
    return path


def test_files_in_natural_order_read_in_place(folder: Path) -> None:
    for name in ("page10.jpg", "page2.jpg", "sub/1.jpg", ".DS_Store", "~$form.docx", "__MACOSX/._a.jpg"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(JPEG)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    claim = opened(folder)
    assert names(claim) == ["page2.jpg", "page10.jpg", "sub/1.jpg"]
    assert claim.errors == ()
    assert claim.files[0].path == folder / "page2.jpg"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_zip_with_a_zip_inside(folder: Path, tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"deep/2.jpg": JPEG + b"2", "deep/1.jpg": JPEG + b"1"})
    zipped(folder / "all.zip", {"inner.zip": inner.read_bytes(), "a.jpg": JPEG})
    (folder / "b.jpg").write_bytes(JPEG)
    claim = opened(folder)
    assert names(claim) == ["all.zip!a.jpg", "all.zip!inner.zip!deep/1.jpg", "all.zip!inner.zip!deep/2.jpg", "b.jpg"]
    assert claim.files[1].path.read_bytes() == JPEG + b"1"


@pytest.mark.parametrize("wrapper", ["", "CC1/", "申请材料/"])
def test_zipped_claim_is_the_same_as_its_folder(wrapper: str, tmp_path: Path) -> None:
    archive = zipped(
        tmp_path / "CC1.zip",
        {f"{wrapper}a.jpg": JPEG, f"{wrapper}x/b.jpg": JPEG, f"{wrapper}claim.json": b'{"district": "D"}'},
    )
    claim = opened(archive)
    assert names(claim) == ["a.jpg", "x/b.jpg"]
    assert claim.info.district == "D"


def test_names_in_the_encoding_of_chinese_windows(tmp_path: Path) -> None:
    name = "诊断证明书.jpg"
    placeholder = "x" * len(name.encode("cp936"))
    archive = zipped(tmp_path / "CC1.zip", {placeholder: JPEG})
    archive.write_bytes(archive.read_bytes().replace(placeholder.encode(), name.encode("cp936")))
    assert names(opened(archive)) == [name]


def test_backslashes_of_windows_zips_are_folders(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "CC1.zip", {"a/1.jpg": JPEG, "b/1.jpg": JPEG})
    archive.write_bytes(archive.read_bytes().replace(b"a/1.jpg", b"a\\1.jpg"))
    assert names(opened(archive)) == ["a/1.jpg", "b/1.jpg"]


def test_depth_of_zips_is_bounded(folder: Path, tmp_path: Path) -> None:
    inner = JPEG
    for level in range(4):
        inner = zipped(tmp_path / f"{level}.zip", {"x.jpg": JPEG, "in.zip" if level else "in.jpg": inner}).read_bytes()
    (folder / "0.zip").write_bytes(inner)
    (folder / "a.jpg").write_bytes(JPEG)
    claim = opened(folder)
    assert errors(claim) == {"0.zip!in.zip!in.zip!in.zip": "zip_depth"}
    assert "0.zip!in.zip!in.zip!x.jpg" in names(claim)
    (tmp_path / "again").mkdir()
    assert opened((tmp_path / "0.zip"), Limits(zip_depth=0)).files == ()


def test_bytes_of_a_claim_are_bounded(folder: Path) -> None:
    for number in (1, 2, 3):
        (folder / f"{number}.jpg").write_bytes(JPEG + bytes(4000))
    zipped(folder / "4.zip", {"big.jpg": JPEG + bytes(4000), "small.jpg": JPEG})
    claim = opened(folder, Limits(claim_bytes=10_000))
    assert names(claim) == ["1.jpg", "2.jpg", "4.zip!small.jpg"]
    assert errors(claim) == {"3.jpg": "too_large", "4.zip!big.jpg": "too_large"}
    assert "0.01 MB" in claim.errors[0].message_zh


def test_number_of_files_is_bounded_and_told_once(folder: Path) -> None:
    for number in range(10):
        (folder / f"{number}.jpg").write_bytes(JPEG)
    claim = opened(folder, Limits(claim_pages=4))
    assert names(claim) == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"]
    assert errors(claim) == {"4.jpg": "too_many_files"}


def test_what_is_not_a_document_is_told(folder: Path) -> None:
    kinds = {"a.gif": b"GIF89a", "b.jpg": b"", "c.pdf": b"plain text", "d.png": b"MZ\x90", "e.txt": b"Rar!\x1a\x07"}
    for name, content in kinds.items():
        (folder / name).write_bytes(content)
    with zipfile.ZipFile(folder / "f.pdf", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
    claim = opened(folder)
    assert claim.files == ()
    expected = dict.fromkeys(["a.gif", "c.pdf", "d.png", "e.txt", "f.pdf"], "unsupported_type")
    assert errors(claim) == expected | {"b.jpg": "empty_file"}
    assert all("请" in error.message_zh and ";" in error.message_en for error in claim.errors)


def test_an_empty_claim_says_so(folder: Path) -> None:
    assert errors(opened(folder)) == {"CC1": "no_files"}


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b'{"claim_idd": 1}', "claim_idd"),
        (b'{"worker": {"nmae": "x"}}', "worker.nmae"),
        (b'{"submitted_on": "yesterday"}', "submitted_on"),
        (b'{"injury": {"kind": "bad"}}', "injury.kind"),
        (b'{"injury": {"fatal": "yes"}}', "injury.fatal"),
        (b"{", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"\xff\xfe", "JSON"),
    ],
)
def test_wrong_claim_json_is_named_and_the_rest_goes_on(content: bytes, named: str, folder: Path) -> None:
    (folder / "claim.json").write_bytes(content)
    (folder / "a.jpg").write_bytes(JPEG)
    claim = opened(folder)
    [error] = claim.errors
    assert (error.file, error.code) == ("claim.json", "claim_json_invalid")
    assert named in error.message_zh
    assert named in error.message_en
    assert names(claim) == ["a.jpg"]


def test_claim_json_errors_do_not_show_values(folder: Path) -> None:
    (folder / "claim.json").write_text('{"worker": {"id_number": 110105194912310021}}')
    [error] = opened(folder).errors
    assert "worker.id_number" in error.message_en
    assert "110105" not in error.model_dump_json()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_claim_json_is_read_in_the_encodings_in_use(encoding: str, folder: Path) -> None:
    (folder / "claim.json").write_bytes('{"district": "朝阳区", "worker": {"name": "张三"}}'.encode(encoding))
    assert opened(folder).info.worker.name == "张三"


def test_two_names_that_read_the_same_are_told(folder: Path) -> None:
    zipped(folder / "x.zip", {"y.jpg": JPEG})
    (folder / "x.zip!y.jpg").write_bytes(JPEG)
    claim = opened(folder)
    assert len(claim.files) == 1
    assert errors(claim) == {"x.zip!y.jpg": "duplicate_name"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_are_told(folder: Path) -> None:
    (folder / "a.jpg").write_bytes(JPEG)
    (folder / "a.jpg").chmod(0)
    assert errors(opened(folder)) == {"a.jpg": "unreadable"}


def test_a_type_that_cannot_be_told_leaves_no_empty_brackets():
    told, untold = (RefusalError("unsupported_type", kind).error("a") for kind in ("RAR", ""))
    assert told.message_zh == "不支持的文件格式（RAR）；请转换为 PDF、JPEG、PNG 或 TIFF 后上传。"
    assert untold.message_zh == "不支持的文件格式；请转换为 PDF、JPEG、PNG 或 TIFF 后上传。"
    assert untold.message_en == "The file type is not supported; convert it to PDF, JPEG, PNG or TIFF and upload it."
