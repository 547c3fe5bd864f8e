"""The default engine: PP-OCRv6 models on OpenVINO.

A stream has one thread and works on one page, so that a page's reading never depends on how many pages are read at
once. bfloat16 is used where the processor has it (measured: 1.7 times the lines a second of float32, no loss of accuracy
on 1,120 strings).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
import openvino
from numpy.typing import NDArray

from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.detection import detector_input, text_quads
from pipeline.ocr.recognition import batches, crop_line, decode

_DETECTOR = "PP-OCRv6_det_small"
_RECOGNISER = "PP-OCRv6_rec_small"


class OpenVinoEngine:
    """Reads with the models that come with the rapidocr wheel.

    Args:
        streams: how many pages are read at once, each on one core.

    Raises:
        PrecheckError: ``engine_missing`` when a model is not there or does not load.
    """

    name = "openvino"
    models = (_DETECTOR, _RECOGNISER)

    def __init__(self, streams: int) -> None:
        self.concurrency = streams
        core = openvino.Core()
        options = {
            "NUM_STREAMS": streams,
            "INFERENCE_NUM_THREADS": streams,
            "INFERENCE_PRECISION_HINT": _precision(core),
        }
        folder = bundled_models()
        self._alphabet = _alphabet(folder / f"{_RECOGNISER}.onnx")
        self._detector = core.compile_model(folder / f"{_DETECTOR}.onnx", "CPU", options)
        self._recogniser = core.compile_model(folder / f"{_RECOGNISER}.onnx", "CPU", options)
        self._requests = threading.local()

    @property
    def characters(self) -> frozenset[str]:
        """Every character that the recogniser can output."""
        return frozenset(self._alphabet[1:])

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The corners of every line of text, in reading order."""
        height, width = image.shape[:2]
        probabilities = self._infer("detector", detector_input(image))
        return text_quads(probabilities[0, 0], width, height)

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The lines as read, one for each quad in the same order."""
        crops = [crop_line(image, quad) for quad in quads]
        lines: dict[int, TextLine] = {}
        for indices, pixels in batches(crops):
            posteriors = self._infer("recogniser", pixels)
            for row, index in enumerate(indices):
                share = crops[index].shape[1] / pixels.shape[3]
                lines[index] = decode(posteriors[row], share, quads[index], self._alphabet)
        return tuple(lines[index] for index in range(len(quads)))

    def _infer(self, which: str, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
        """Runs a model in this thread's own request.

        Raises:
            PrecheckError: ``engine_failed`` when the run time gives up.
        """
        request = getattr(self._requests, which, None)
        if request is None:
            model = self._detector if which == "detector" else self._recogniser
            request = model.create_infer_request()
            setattr(self._requests, which, request)
        try:
            output: NDArray[np.float32] = request.infer({0: pixels})[0]
        except RuntimeError as error:
            raise PrecheckError(
                "engine_failed",
                zh="文字识别引擎处理此页时出错。",
                en=f"The reading engine failed on this page ({type(error).__name__}).",
                hint_zh="请人工核对此页。",
                hint_en="Look at this page by hand.",
            ) from error
        return output


def bundled_models() -> Path:
    """The folder of the models in the rapidocr wheel.

    Raises:
        PrecheckError: ``engine_missing`` when the wheel or a model is not there.
    """
    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else Path()
    for model in (_DETECTOR, _RECOGNISER):
        if not (folder / f"{model}.onnx").is_file():
            raise PrecheckError(
                "engine_missing",
                zh=f"缺少识别模型 {model}。",
                en=f"The reading model {model} is missing.",
                hint_zh="请运行 make setup 重新安装。",
                hint_en="Run make setup to install it again.",
                exit_code=ExitCode.MACHINE_UNABLE,
            )
    return folder


def _alphabet(recogniser: Path) -> tuple[str, ...]:
    """The character of each class: the blank, those listed in the model's metadata, and the space."""
    metadata = onnxruntime.InferenceSession(recogniser, providers=["CPUExecutionProvider"]).get_modelmeta()
    return ("", *metadata.custom_metadata_map["character"].splitlines(), " ")


def _precision(core: openvino.Core) -> str:
    return "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
