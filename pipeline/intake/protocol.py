"""What the decoder and its worker process say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.models.base import Model
from pipeline.models.report import FileError
from pipeline.models.source import SourcePage

OUT_OF_MEMORY_EXIT = 77
STARTED = b"started"
"""The worker's first message: its libraries are loaded."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What binds the worker: memory above what it starts with in MB, processor seconds a page, pixels a page."""

    memory_mb: int
    page_cpu_seconds: float
    page_pixels: int


@dataclass(frozen=True, slots=True)
class DecodeRequest:
    """A file to decode: its name in the claim, where it lies, and the start of the path of its pages' pixels."""

    name: str
    path: Path
    pixels_prefix: str


class Reply(Model):
    """A page, an error, or None: nothing more comes of the file.

    Replies travel as JSON, never pickled: hostile bytes may have taken the worker over.
    """

    item: SourcePage | FileError | None
