from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.errors import PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.guarded import GuardedEngine
from tests.exactness.written import line

PAGE = np.zeros((10, 10, 3), np.uint8)
QUADS = (Quad.of(Box(0, 0, 5, 5)), Quad.of(Box(5, 5, 9, 9)))


class Broken:
    """An engine that answers whatever it is told to."""

    name = "openvino"
    models = ("det", "rec")
    concurrency = 1
    characters = frozenset("左")

    def __init__(self, answer: tuple[TextLine, ...] | Exception) -> None:
        self.answer = answer

    def detect(self, image: Image) -> tuple[Quad, ...]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return QUADS

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def failure(answer: tuple[TextLine, ...] | Exception) -> PrecheckError:
    with pytest.raises(PrecheckError) as caught:
        GuardedEngine(Broken(answer)).recognise(PAGE, QUADS)
    return caught.value


def test_good_answers_pass() -> None:
    lines = (line("左"), line("右"))
    engine = GuardedEngine(Broken(lines))

    assert engine.recognise(PAGE, QUADS) == lines
    assert engine.detect(PAGE) == QUADS
    assert (engine.name, engine.models, engine.characters) == ("openvino", ("det", "rec"), frozenset("左"))


@pytest.mark.parametrize("error", [RuntimeError("boom"), MemoryError(), ValueError("secret 220102199003071234")])
def test_any_exception_is_one_clear_line(error: Exception) -> None:
    failed = failure(error)

    assert failed.code == "engine_failed"
    assert type(error).__name__ in failed.line()
    assert "220102199003071234" not in failed.line()
    assert "\n" not in failed.line()
    with pytest.raises(PrecheckError, match="failed"):
        GuardedEngine(Broken(error)).detect(PAGE)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_another_number_of_lines_is_a_failure(count: int) -> None:
    assert failure((line("左"),) * count).code == "engine_failed"


def test_text_that_is_not_unicode_is_a_failure() -> None:
    assert failure((line("左"), line("\ud800右"))).code == "engine_failed"


def test_errors_that_explain_themselves_pass() -> None:
    own = PrecheckError("not_recorded", zh="没有", en="none")

    assert failure(own) is own
