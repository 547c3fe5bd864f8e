"""The seam between the pipeline and the readers: any engine that finds lines and reads them will do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.posteriors import Look


class OcrEngine(Protocol):
    """Finds and reads lines of text on an upright page.

    An engine SHALL give the same answer for the same pixels whatever else it is doing, and MAY be called from several
    threads at once. It raises :class:`pipeline.errors.PrecheckError` with code ``engine_failed`` when it cannot read.
    """

    @property
    def name(self) -> str:
        """The engine's name as ``--engine`` takes it."""
        ...

    @property
    def models(self) -> tuple[str, ...]:
        """The names of the models it runs, for the report."""
        ...

    @property
    def concurrency(self) -> int:
        """How many pages it works on at once; more callers than that wait."""
        ...

    @property
    def characters(self) -> frozenset[str]:
        """Every character that it can output; empty when unknown."""
        ...

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The corners of every line of text, in reading order (top to bottom, left to right)."""
        ...

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The lines as read, one for each quad in the same order; an unreadable one has no characters."""
        ...

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:
        """What it thinks of every step of the lines, not only what it reads; None from an engine that cannot say.

        Args:
            image: the page.
            quads: where the lines are.
            width: how wide the letters are set, 1 as they are; at 0.85 a line falls on other steps of a CTC reader,
                which makes it a second opinion.
        """
        ...
