"""A finding: what one check says about one subject, with the spot on the page."""

from __future__ import annotations

from typing import Literal

from pipeline.models.base import Model
from pipeline.models.geometry import Box

Outcome = Literal["pass", "fail", "unsure", "not_applicable", "could_not_run"]
Severity = Literal["blocking", "warning", "info"]
Scope = Literal["claim", "document", "page", "batch"]
Verdict = Literal["ready", "correction", "review"]


class Evidence(Model):
    """A spot on a page and the text read there; ``image`` is its picture's path beside the report."""

    file: str
    page: int
    box: Box | None = None
    text: str = ""
    image: str | None = None


class Finding(Model):
    """One check's outcome. ``subject`` is a document id, ``file#page`` or ``claim``."""

    check: str
    outcome: Outcome
    severity: Severity
    subject: str
    message_zh: str
    message_en: str
    remedy_zh: str = ""
    basis: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
