"""Which models are read with, where are they, and what do their files say about how to feed them?"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openvino
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ExitCode, PrecheckError

Channels = tuple[float, float, float]

_BUNDLED_DETECTION = "PP-OCRv6_det_small.onnx"
_BUNDLED_RECOGNITION = "PP-OCRv6_rec_small.onnx"
_HALF: Channels = (0.5, 0.5, 0.5)
"""RapidOCR's normalisation; with it small print is found a little better than with ImageNet's (n=663 lines)."""
_IMAGENET_MEAN: Channels = (0.485, 0.456, 0.406)
_IMAGENET_STD: Channels = (0.229, 0.224, 0.225)


@dataclass(frozen=True, slots=True)
class DetectionModel:
    """A text detector (DB, Liao et al. 2020): its ONNX file, how pixels are normalised, and when a blob is a line.

    ``mean`` and ``std`` apply to BGR values scaled to 0-1. ``pixel_threshold`` and ``box_threshold`` are probabilities,
    ``unclip_ratio`` is how far a shrunken text core is grown back.
    """

    name: str
    file: Path
    mean: Channels = _IMAGENET_MEAN
    std: Channels = _IMAGENET_STD
    pixel_threshold: float = 0.3
    box_threshold: float = 0.6
    unclip_ratio: float = 1.5


@dataclass(frozen=True, slots=True)
class RecognitionModel:
    """A text line reader (CTC): its ONNX file, its classes without the blank, and the height of line it takes."""

    name: str
    file: Path
    characters: tuple[str, ...]
    height: int = 48


@dataclass(frozen=True, slots=True)
class OcrModels:
    """A detector and a reader that work together."""

    detection: DetectionModel
    recognition: RecognitionModel


def find_models(folder: Path | None) -> OcrModels:
    """The models in ``folder``, or those that come with the rapidocr wheel.

    Args:
        folder: holds one folder for detection and one for recognition, as PaddleOCR publishes them, each with
            ``inference.onnx`` and ``inference.yml``; None for the bundled models.

    Raises:
        PrecheckError: ``engine_missing``; models are missing or damaged.
    """
    return _bundled() if folder is None else _official(folder)


def _bundled() -> OcrModels:
    package = importlib.util.find_spec("rapidocr")
    if package is None or not package.submodule_search_locations:
        raise _missing("rapidocr", "请运行 make setup 重新安装。", "Run make setup to install again.")
    folder = Path(package.submodule_search_locations[0]) / "models"
    detection, recognition = folder / _BUNDLED_DETECTION, folder / _BUNDLED_RECOGNITION
    for file in (detection, recognition):
        if not file.is_file():
            raise _missing(str(file), "请运行 make setup 重新安装。", "Run make setup to install again.")
    return OcrModels(
        DetectionModel(name="PP-OCRv6_small_det", file=detection, mean=_HALF, std=_HALF),
        RecognitionModel(name="PP-OCRv6_small_rec", file=recognition, characters=_onnx_characters(recognition)),
    )


def _onnx_characters(file: Path) -> tuple[str, ...]:
    """The classes that a RapidOCR export lists in its ONNX metadata, one a line, and the space that follows them."""
    try:
        listed = openvino.Core().read_model(file).get_rt_info(["framework", "character"]).astype(str)
    except RuntimeError as error:
        raise _damaged(file) from error
    return (*listed.split("\n"), " ")


class _Section(BaseModel):
    """A part of an official ``inference.yml``; keys that are not needed here are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _Global(_Section):
    model_name: str


class _PreProcess(_Section):
    transform_ops: tuple[dict[str, Any], ...]

    def arguments(self, operation: str) -> dict[str, Any]:
        """The arguments of that operation, empty when it takes none or is not there."""
        return next((op[operation] or {} for op in self.transform_ops if operation in op), {})


class _PostProcess(_Section):
    thresh: float = 0.3
    box_thresh: float = 0.6
    unclip_ratio: float = 1.5
    character_dict: tuple[str, ...] = ()


class _Inference(_Section):
    about: _Global = Field(alias="Global")
    before: _PreProcess = Field(alias="PreProcess")
    after: _PostProcess = Field(alias="PostProcess")


def _official(folder: Path) -> OcrModels:
    found = {inference.about.model_name: (file, inference) for file, inference in _model_folders(folder)}
    return OcrModels(
        *(_detection(*_only(found, folder, "_det")), _recognition(*_only(found, folder, "_rec"))),
    )


def _model_folders(folder: Path) -> Iterator[tuple[Path, _Inference]]:
    for description in sorted(folder.glob("*/inference.yml")):
        model = description.with_name("inference.onnx")
        if not model.is_file():
            raise _missing(str(model), "请放入 ONNX 格式的模型。", "Put the model there in ONNX format.")
        try:
            text = description.read_text(encoding="utf-8")
            yield model, _Inference.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
        except (ValidationError, yaml.YAMLError, UnicodeDecodeError) as error:
            raise _damaged(description) from error


def _only(found: dict[str, tuple[Path, _Inference]], folder: Path, ending: str) -> tuple[Path, _Inference]:
    names = [name for name in found if name.endswith(ending)]
    if len(names) != 1:
        raise _missing(
            f"{folder}/*/inference.yml (Global.model_name: …{ending})",
            "请在该目录下放入一个检测模型和一个识别模型的文件夹。",
            "Put one folder with a detection model and one with a recognition model there.",
        )
    return found[names[0]]


def _detection(file: Path, inference: _Inference) -> DetectionModel:
    normalisation = inference.before.arguments("NormalizeImage")
    return DetectionModel(
        name=inference.about.model_name,
        file=file,
        mean=tuple(normalisation.get("mean", _IMAGENET_MEAN)),
        std=tuple(normalisation.get("std", _IMAGENET_STD)),
        pixel_threshold=inference.after.thresh,
        box_threshold=inference.after.box_thresh,
        unclip_ratio=inference.after.unclip_ratio,
    )


def _recognition(file: Path, inference: _Inference) -> RecognitionModel:
    shape = inference.before.arguments("RecResizeImg").get("image_shape", [3, 48, 320])
    return RecognitionModel(
        name=inference.about.model_name,
        file=file,
        characters=(*inference.after.character_dict, " "),
        height=shape[1],
    )


def _missing(what: str, hint_zh: str, hint_en: str) -> PrecheckError:
    return PrecheckError(
        "engine_missing",
        zh=f"缺少文字识别模型：{what}。",
        en=f"An OCR model is missing: {what}.",
        hint_zh=hint_zh,
        hint_en=hint_en,
        exit_code=ExitCode.MACHINE_UNABLE,
    )


def _damaged(file: Path) -> PrecheckError:
    return PrecheckError(
        "engine_missing",
        zh=f"文字识别模型文件已损坏：{file}。",
        en=f"An OCR model file is damaged: {file}.",
        hint_zh="请重新安装或重新下载该文件。",
        hint_en="Install or download it again.",
        exit_code=ExitCode.MACHINE_UNABLE,
    )
