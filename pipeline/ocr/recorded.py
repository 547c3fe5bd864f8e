"""What did an engine say about these pixels before? For tests, and for repeating a run without models."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.base import Model
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.posteriors import Look


class _Header(Model):
    """First line of a recording: the engine that was recorded."""

    models: tuple[str, ...]
    characters: str


class _Answer(Model):
    """One line of a recording: the question's key and what the engine answered."""

    key: str
    quads: tuple[Quad, ...] | None = None
    lines: tuple[TextLine, ...] | None = None


class RecordedEngine:
    """Answers from a recording that :class:`Recorder` wrote; knows nothing else."""

    name = "recorded"
    concurrency = 1

    def __init__(self, file: Path) -> None:
        """Reads the recording.

        Raises:
            PrecheckError: ``recording_missing``; there is none, or it is damaged.
        """
        try:
            # Not splitlines: text that was read may hold a Unicode line separator.
            first, *rest = file.read_text(encoding="utf-8").removesuffix("\n").split("\n")
            header = _Header.model_validate_json(first)
            answers = [_Answer.model_validate_json(line) for line in rest]
        except (OSError, ValueError, ValidationError) as error:
            raise PrecheckError(
                "recording_missing",
                zh=f"录制文件不存在或已损坏：{file}。",
                en=f"The recording is missing or damaged: {file}.",
                hint_zh="请重新录制。",
                hint_en="Record it again.",
                exit_code=ExitCode.MACHINE_UNABLE,
            ) from error
        self.models = header.models
        self.characters = frozenset(header.characters)
        self._quads = {answer.key: answer.quads for answer in answers if answer.quads is not None}
        self._lines = {answer.key: answer.lines for answer in answers if answer.lines is not None}

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The recorded corners.

        Raises:
            PrecheckError: ``not_recorded``.
        """
        key = _key(image)
        if key not in self._quads:
            raise _not_recorded(key)
        return self._quads[key]

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The recorded lines.

        Raises:
            PrecheckError: ``not_recorded``.
        """
        key = _key(image, quads)
        if key not in self._lines:
            raise _not_recorded(key)
        return self._lines[key]

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:  # noqa: ARG002
        """Nothing: posteriors are not recorded."""
        return None


class Recorder:
    """An engine that writes down everything the engine inside it says."""

    def __init__(self, engine: OcrEngine, file: Path) -> None:
        """Begins a new recording in ``file``."""
        self._engine = engine
        self._file = file
        self._one_writer = threading.Lock()
        self.name = engine.name
        self.models = engine.models
        self.concurrency = engine.concurrency
        self.characters = engine.characters
        header = _Header(models=engine.models, characters="".join(sorted(engine.characters)))
        file.write_text(header.model_dump_json() + "\n", encoding="utf-8")

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """Detects, and writes the corners down."""
        quads = self._engine.detect(image)
        self._write(_Answer(key=_key(image), quads=quads))
        return quads

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """Recognises, and writes the lines down."""
        lines = self._engine.recognise(image, quads)
        self._write(_Answer(key=_key(image, quads), lines=lines))
        return lines

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:  # noqa: ARG002
        """Nothing, as a recording will answer."""
        return None

    def _write(self, answer: _Answer) -> None:
        with self._one_writer, self._file.open("a", encoding="utf-8") as recording:
            recording.write(answer.model_dump_json(exclude_none=True) + "\n")


def _key(image: Image, quads: Sequence[Quad] = ()) -> str:
    """SHA-256 of the pixels, their shape, and the corners asked for."""
    digest = hashlib.sha256(repr(image.shape).encode())
    digest.update(image.tobytes())
    digest.update(repr([tuple(corner) for quad in quads for corner in quad]).encode())
    return digest.hexdigest()


def _not_recorded(key: str) -> PrecheckError:
    return PrecheckError(
        "not_recorded",
        zh=f"录制文件中没有这张图像（{key[:12]}）。",
        en=f"The recording does not know this picture ({key[:12]}).",
        hint_zh="请用真实引擎重新录制。",
        hint_en="Record again with a real engine.",
    )
