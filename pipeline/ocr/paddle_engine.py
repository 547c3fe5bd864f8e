"""The reference engine: the official paddleocr package, run on ONNX models without paddlepaddle."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import yaml

from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import Char, TextLine
from pipeline.ocr.detection import as_read, in_reading_order
from pipeline.ocr.line_crop import line_crop
from pipeline.ocr.model_files import DetectionModel, OcrModels, RecognitionModel
from pipeline.ocr.posteriors import Look

_Operation = dict[str, dict[str, Any] | None]


class PaddleEngine:
    """Detects and reads with paddleocr, one call at a time: its predictors are not thread-safe (its issue 18268).

    It tells no more than a score a line: every character gets the line's score and an equal share of its width.
    """

    name = "paddleocr"
    concurrency = 1

    def __init__(self, models: OcrModels) -> None:
        """Loads paddleocr (about 3 s) and the models.

        Raises:
            PrecheckError: ``engine_missing``; the package or a model cannot be loaded.
        """
        self.models = (models.detection.name, models.recognition.name)
        self.characters = frozenset(models.recognition.characters)
        self._height = models.recognition.height
        self._layout = TemporaryDirectory(prefix="precheck-models-")
        self._one_at_a_time = threading.Lock()
        try:
            self._detector, self._reader = _predictors(self.models, model_folders(models, Path(self._layout.name)))
        except (ImportError, RuntimeError, ValueError, OSError) as error:
            raise PrecheckError(
                "engine_missing",
                zh=f"无法加载 paddleocr 引擎（{type(error).__name__}）。",
                en=f"Cannot load the paddleocr engine ({type(error).__name__}).",
                hint_zh="请运行 make setup 重新安装，或使用 --engine openvino。",
                hint_en="Run make setup to install again, or use --engine openvino.",
                exit_code=ExitCode.MACHINE_UNABLE,
            ) from error

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The corners of every line of text, in reading order."""
        with self._one_at_a_time:
            outlines = self._detector.predict(image)[0]["dt_polys"]
        return in_reading_order([as_read(np.asarray(outline, np.float64)) for outline in outlines])

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The lines as read, one for each quad in the same order."""
        crops = [line_crop(image, quad, self._height) for quad in quads]
        with self._one_at_a_time:
            readings = self._reader.predict(crops) if crops else []
        return tuple(
            _line(quad, reading["rec_text"], float(reading["rec_score"]))
            for quad, reading in zip(quads, readings, strict=True)
        )

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:  # noqa: ARG002
        """Nothing: paddleocr gives text and one score a line."""
        return None


def _line(quad: Quad, text: str, score: float) -> TextLine:
    confidence = round(min(1.0, score), 4)
    chars = tuple(
        Char(text=char, confidence=confidence, start=index / len(text), end=(index + 1) / len(text))
        for index, char in enumerate(text)
    )
    return TextLine(quad=quad, confidence=confidence if text else 0.0, chars=chars)


def model_folders(models: OcrModels, root: Path) -> tuple[Path, Path]:
    """The folders that paddleocr loads the detector and the reader from.

    Args:
        models: official ones are used where they lie.
        root: where bundled ones are laid out as official ones are.
    """
    return _detection_folder(models.detection, root), _recognition_folder(models.recognition, root)


def _predictors(names: tuple[str, str], folders: tuple[Path, Path]) -> tuple[Any, Any]:
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
    from paddleocr import TextDetection, TextRecognition  # noqa: PLC0415 - takes 3 s, for this engine only

    return (
        TextDetection(model_name=names[0], model_dir=str(folders[0]), engine="onnxruntime"),
        TextRecognition(model_name=names[1], model_dir=str(folders[1]), engine="onnxruntime"),
    )


def _detection_folder(model: DetectionModel, root: Path) -> Path:
    normalise = {"mean": [*model.mean], "std": [*model.std], "scale": 1 / 255, "order": "hwc"}
    operations: list[_Operation] = [
        {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
        {"DetResizeForTest": {"resize_long": 960}},
        {"NormalizeImage": normalise},
        {"ToCHWImage": None},
    ]
    decoding = {
        "name": "DBPostProcess",
        "thresh": model.pixel_threshold,
        "box_thresh": model.box_threshold,
        "unclip_ratio": model.unclip_ratio,
    }
    return _model_folder(model.name, model.file, root, operations, decoding)


def _recognition_folder(model: RecognitionModel, root: Path) -> Path:
    operations: list[_Operation] = [
        {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
        {"RecResizeImg": {"image_shape": [3, model.height, 320]}},
    ]
    # paddleocr puts the blank before and the space behind the listed characters itself.
    decoding = {"name": "CTCLabelDecode", "character_dict": [*model.characters[:-1]]}
    return _model_folder(model.name, model.file, root, operations, decoding)


def _model_folder(name: str, file: Path, root: Path, operations: list[_Operation], decoding: dict[str, Any]) -> Path:
    """The folder that paddleocr loads a model from: an official one as it is, a bundled one described anew."""
    if file.with_name("inference.yml").is_file():
        return file.parent
    folder = root / name
    folder.mkdir()
    (folder / "inference.onnx").symlink_to(file)
    description = {
        "Global": {"model_name": name},
        "PreProcess": {"transform_ops": operations},
        "PostProcess": decoding,
    }
    (folder / "inference.yml").write_text(yaml.safe_dump(description, allow_unicode=True), encoding="utf-8")
    return folder
