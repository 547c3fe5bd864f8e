"""Does an engine keep its word? One bad page of one engine must cost that page and no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from pipeline.errors import PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.posteriors import Look

Answer = TypeVar("Answer")


class GuardedEngine:
    """An engine whose every failure is a :class:`PrecheckError` with code ``engine_failed``.

    Failures are: any exception of the engine inside, another number of lines than asked for, and text that is not
    valid Unicode (lone surrogates), which no report could be written with.
    """

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine
        self.name = engine.name
        self.models = engine.models
        self.concurrency = engine.concurrency
        self.characters = engine.characters

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The corners of every line of text, in reading order.

        Raises:
            PrecheckError: ``engine_failed``.
        """
        return self._asked(lambda: self._engine.detect(image))

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The lines as read, one for each quad in the same order.

        Raises:
            PrecheckError: ``engine_failed``.
        """
        lines = self._asked(lambda: self._engine.recognise(image, quads))
        if len(lines) != len(quads):
            raise self._failed(f"{len(lines)} lines for {len(quads)} places")
        for line in lines:
            if not _is_unicode(line.text):
                raise self._failed("text that is not Unicode")
        return lines

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:
        """What the engine thinks of every step of the lines, None from one that cannot say.

        Raises:
            PrecheckError: ``engine_failed``.
        """
        seen = self._asked(lambda: self._engine.look(image, quads, width))
        if seen is not None and len(seen.lines) != len(quads):
            raise self._failed(f"{len(seen.lines)} lines for {len(quads)} places")
        return seen

    def _asked(self, question: Callable[[], Answer]) -> Answer:
        try:
            return question()
        except PrecheckError:
            raise
        except Exception as error:
            raise self._failed(type(error).__name__) from error

    def _failed(self, what: str) -> PrecheckError:
        return PrecheckError(
            "engine_failed",
            zh=f"文字识别引擎 {self.name} 处理此页时出错（{what}）。",
            en=f"The OCR engine {self.name} failed on this page ({what}).",
            hint_zh="请人工核对此页，或换用其他引擎（--engine）。",
            hint_en="Look at this page by hand, or use another engine (--engine).",
        )


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
