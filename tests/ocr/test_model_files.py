from pathlib import Path

import pytest
import yaml

from pipeline.errors import ExitCode, PrecheckError
from pipeline.ocr import model_files
from pipeline.ocr.factory import create_engine
from pipeline.ocr.model_files import find_models

BUNDLED = find_models(None)


def official(root: Path, name: str, source: Path, sections: dict[str, object]) -> Path:
    folder = root / name
    folder.mkdir()
    (folder / "inference.onnx").symlink_to(source)
    text = yaml.safe_dump({"Global": {"model_name": name}, **sections}, allow_unicode=True)
    (folder / "inference.yml").write_text(text, encoding="utf-8")
    return folder


def detection(root: Path) -> Path:
    operations = [{"DecodeImage": None}, {"NormalizeImage": {"mean": [0.1, 0.2, 0.3], "std": [0.4, 0.5, 0.6]}}]
    sections = {"PreProcess": {"transform_ops": operations}, "PostProcess": {"box_thresh": 0.7, "thresh": 0.2}}
    return official(root, "PP-OCRv9_any_det", BUNDLED.detection.file, sections)


def recognition(root: Path) -> Path:
    sections = {
        "PreProcess": {"transform_ops": [{"RecResizeImg": {"image_shape": [3, 32, 320]}}]},
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": ["左", "右"]},
    }
    return official(root, "PP-OCRv9_any_rec", BUNDLED.recognition.file, sections)


def assert_missing(error: PrecheckError, part: str) -> None:
    assert error.code == "engine_missing"
    assert error.exit_code == ExitCode.MACHINE_UNABLE
    assert part in error.line()
    assert error.hint_zh
    assert error.hint_en


def test_the_bundled_models_know_18709_characters() -> None:
    characters = BUNDLED.recognition.characters

    assert len(characters) == len(set(characters)) == 18709
    assert characters[-1] == " "
    assert {"腘", "跗", "Ⅲ", "胫"} <= set(characters)


def test_official_folders_are_read_as_they_describe_themselves(tmp_path: Path) -> None:
    detection(tmp_path)
    recognition(tmp_path)

    models = find_models(tmp_path)

    assert models.detection.name == "PP-OCRv9_any_det"
    assert models.detection.mean == (0.1, 0.2, 0.3)
    assert models.detection.box_threshold == 0.7
    assert models.detection.pixel_threshold == 0.2
    assert models.detection.unclip_ratio == 1.5
    assert models.recognition.characters == ("左", "右", " ")
    assert models.recognition.height == 32


def test_a_folder_without_models_is_missing_models(tmp_path: Path) -> None:
    with pytest.raises(PrecheckError) as caught:
        find_models(tmp_path)
    assert_missing(caught.value, str(tmp_path))


def test_a_folder_with_half_of_the_models_is_missing_models(tmp_path: Path) -> None:
    detection(tmp_path)

    with pytest.raises(PrecheckError) as caught:
        find_models(tmp_path)
    assert_missing(caught.value, "_rec")


def test_a_description_without_its_model_is_missing_a_model(tmp_path: Path) -> None:
    (detection(tmp_path) / "inference.onnx").unlink()

    with pytest.raises(PrecheckError) as caught:
        find_models(tmp_path)
    assert_missing(caught.value, "inference.onnx")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"Global: [", b"Global: {model_name: 3}"])
def test_a_damaged_description_is_named(tmp_path: Path, content: bytes) -> None:
    description = detection(tmp_path) / "inference.yml"
    description.write_bytes(content)

    with pytest.raises(PrecheckError) as caught:
        find_models(tmp_path)
    assert_missing(caught.value, str(description))


def test_a_damaged_model_is_named(tmp_path: Path) -> None:
    detection(tmp_path)
    model = recognition(tmp_path) / "inference.onnx"
    model.unlink()
    model.write_bytes(BUNDLED.recognition.file.read_bytes()[:5000])

    with pytest.raises(PrecheckError) as caught:
        create_engine("openvino", models=tmp_path, recording=None, streams=1)
    assert_missing(caught.value, str(model))


def test_a_machine_without_the_wheel_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files.importlib.util, "find_spec", lambda _: None)

    with pytest.raises(PrecheckError) as caught:
        find_models(None)
    assert_missing(caught.value, "rapidocr")
