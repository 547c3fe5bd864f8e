"""Settings from the environment, read once by the command line and the flows, handed on as frozen models.

Every setting has a name ``PRECHECK_...``; nested ones join with two underscores, as in
``PRECHECK_LIMITS__CLAIM_PAGES=500``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipeline.models.base import Model
from pipeline.models.facts import DEFAULT_REGION

_MOST_JOBS = 4
"""A process needs about 1 GB; beyond this many the user decides."""

EngineName = Literal["openvino", "paddleocr", "recorded"]


class Limits(Model):
    """How much of an upload is accepted before it is refused with a clear error."""

    claim_bytes: int = Field(default=500_000_000, gt=0)
    claim_pages: int = Field(default=2000, gt=0)
    page_pixels: int = Field(default=100_000_000, gt=0)
    zip_ratio: int = Field(default=100, gt=0)
    zip_depth: int = Field(default=3, ge=0)
    file_seconds: float = Field(default=60.0, gt=0)
    stalled_seconds: float = Field(default=1800.0, gt=0)
    """With no page read and no claim done for so long, the processes are ended as if they had died."""
    worker_memory_mb: int = Field(default=2048, ge=256)


class Settings(BaseSettings):
    """All settings of a run."""

    model_config = SettingsConfigDict(env_prefix="PRECHECK_", env_nested_delimiter="__", frozen=True, extra="forbid")

    limits: Limits = Limits()
    engine: EngineName = "openvino"
    models: Path | None = None
    recording: Path | None = None
    region: str = DEFAULT_REGION
    jobs: int = Field(default_factory=lambda: min(_MOST_JOBS, os.cpu_count() or 1), ge=1)
