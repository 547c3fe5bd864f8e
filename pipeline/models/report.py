"""The report of one claim, as report.json holds it (contract section 3)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pipeline.models.base import Model
from pipeline.models.document import Document
from pipeline.models.finding import Finding, Verdict
from pipeline.models.page import Page


class FileError(Model):
    """A file, or a page of it, that could not be used: why, and what to do next, in two languages."""

    file: str
    code: str
    message_zh: str
    message_en: str


class PipelineInfo(Model):
    """What made the report: version, engine and model names."""

    version: str
    engine: str
    models: tuple[str, ...]


class ClaimReport(Model):
    """One claim's report. ``timings_ms`` is None when the clock is fixed, so that the bytes repeat."""

    schema_version: Literal["1"] = "1"
    claim_id: str
    as_of: date
    verdict: Verdict
    pipeline: PipelineInfo
    documents: tuple[Document, ...]
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    errors: tuple[FileError, ...]
    timings_ms: dict[str, int] | None = None
