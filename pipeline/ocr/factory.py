"""Which engine does a name stand for?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.errors import ExitCode, PrecheckError
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.guarded import GuardedEngine
from pipeline.ocr.model_files import find_models
from pipeline.ocr.openvino_engine import OpenVinoEngine
from pipeline.ocr.paddle_engine import PaddleEngine
from pipeline.ocr.recorded import RecordedEngine
from pipeline.settings import EngineName


def create_engine(name: EngineName, models: Path | None, recording: Path | None, streams: int) -> OcrEngine:
    """Loads an engine.

    Args:
        name: as ``--engine`` takes it.
        models: a folder with official models, None for the bundled ones.
        recording: the file that the ``recorded`` engine answers from.
        streams: how many inferences run at once, where the engine can.

    Raises:
        PrecheckError: ``engine_missing``, models are missing or damaged; ``recording_missing``, there is no recording.
    """
    makers: dict[EngineName, Callable[[], OcrEngine]] = {
        "openvino": lambda: OpenVinoEngine(find_models(models), streams),
        "paddleocr": lambda: PaddleEngine(find_models(models)),
        "recorded": lambda: RecordedEngine(_recording(recording)),
    }
    return GuardedEngine(makers[name]())


def _recording(file: Path | None) -> Path:
    if file is None:
        raise PrecheckError(
            "recording_missing",
            zh="recorded 引擎需要录制文件。",
            en="The recorded engine needs a recording.",
            hint_zh="请设置 PRECHECK_RECORDING。",
            hint_en="Set PRECHECK_RECORDING.",
            exit_code=ExitCode.USAGE,
        )
    return file
