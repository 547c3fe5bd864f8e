"""What does the pipeline ask its reader for? Written down on one run, so that it can be asked again and timed alone."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.posteriors import Look


@dataclass(slots=True)
class Asked:
    """One picture, stored as ``.npy``: how often its lines were looked for, and which of them were read, and how."""

    picture: Path
    detections: int = 0
    quads: list[Quad] = field(default_factory=list)
    looks: list[tuple[Sequence[Quad], float]] = field(default_factory=list)

    def ask_again(self, engine: OcrEngine, image: Image) -> None:
        """Asks another engine for the same."""
        for _ in range(self.detections):
            engine.detect(image)
        engine.recognise(image, self.quads)
        for quads, width in self.looks:
            engine.look(image, quads, width)


class Listener:
    """An engine that notes what it is asked for; its pictures go into ``folder``."""

    def __init__(self, engine: OcrEngine, folder: Path) -> None:
        self._engine, self._folder = engine, folder
        self._asked: dict[int, Asked] = {}
        self._one_writer = threading.Lock()
        self.name, self.models = engine.name, engine.models
        self.concurrency, self.characters = engine.concurrency, engine.characters

    @property
    def asked(self) -> list[Asked]:
        """All pictures in the order in which they came."""
        return [*self._asked.values()]

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The corners of every line of text."""
        with self._one_writer:
            self._of(image).detections += 1
        return self._engine.detect(image)

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The lines as read."""
        with self._one_writer:
            self._of(image).quads += quads
        return self._engine.recognise(image, quads)

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look | None:
        """What it thinks of every step of the lines."""
        with self._one_writer:
            self._of(image).looks.append((quads, width))
        return self._engine.look(image, quads, width)

    def _of(self, image: Image) -> Asked:
        key = zlib.crc32(np.ascontiguousarray(image))
        if key not in self._asked:
            self._asked[key] = Asked(self._folder / f"{key:08x}.npy")
            np.save(self._asked[key].picture, image)
        return self._asked[key]
