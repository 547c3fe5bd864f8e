from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.factory import create_engine
from pipeline.ocr.recorded import RecordedEngine, Recorder
from tests.exactness.written import line

PAGE = np.arange(300, dtype=np.uint8).reshape(10, 10, 3)
QUADS = (Quad.of(Box(0, 0, 5, 5)), Quad.of(Box(5, 5, 9, 9)))
LINES = (line("左手"), line("¥😀\n\u2028 "))


class Scripted:
    name = "openvino"
    models = ("det", "rec")
    concurrency = 2
    characters = frozenset("左手 \n")

    def detect(self, image: Image) -> tuple[Quad, ...]:
        return QUADS

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        return LINES[: len(quads)]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    file = tmp_path / "recording.jsonl"
    recorder = Recorder(Scripted(), file)
    recorder.detect(PAGE)
    recorder.recognise(PAGE, QUADS)
    recorder.recognise(PAGE, QUADS[:1])
    return file


def test_a_recording_answers_as_the_engine_did(recording: Path) -> None:
    engine = RecordedEngine(recording)

    assert engine.detect(PAGE) == QUADS
    assert engine.recognise(PAGE, QUADS) == LINES
    assert engine.recognise(PAGE, QUADS[:1]) == LINES[:1]
    assert engine.models == Scripted.models
    assert engine.characters == Scripted.characters


def test_other_pixels_shape_or_places_are_not_recorded(recording: Path) -> None:
    engine = RecordedEngine(recording)

    for image in (PAGE + 1, PAGE.reshape(5, 20, 3)):
        with pytest.raises(PrecheckError, match="does not know") as caught:
            engine.detect(image)
        assert caught.value.code == "not_recorded"
    with pytest.raises(PrecheckError, match="does not know"):
        engine.recognise(PAGE, QUADS[1:])


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"models": [], "characters": ""}\n{"key": 1'])
def test_a_damaged_recording_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "recording.jsonl"
    file.write_bytes(content)

    with pytest.raises(PrecheckError) as caught:
        create_engine("recorded", models=None, recording=file, streams=1)
    assert caught.value.code == "recording_missing"
    assert caught.value.exit_code == ExitCode.MACHINE_UNABLE


def test_the_recorded_engine_needs_a_recording(tmp_path: Path) -> None:
    with pytest.raises(PrecheckError, match="needs a recording"):
        create_engine("recorded", models=None, recording=None, streams=1)
    with pytest.raises(PrecheckError, match="missing or damaged"):
        create_engine("recorded", models=None, recording=tmp_path / "none.jsonl", streams=1)
