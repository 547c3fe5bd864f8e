"""A page: what the report says of it, and the facts about its picture that the checks ask for."""

from __future__ import annotations

from typing import Literal

import pydantic

from pipeline.models.base import Model
from pipeline.models.geometry import Box

Origin = Literal["scan", "photocopy", "fax", "photo", "digital", "unsure"]
Paper = Literal["A4", "A3", "card", "other", "unknown"]
Part = Literal["front", "back", "both"]
Ink = Literal["black", "blue", "red", "pencil"]
Turn = Literal[0, 90, 180, 270]

BLANK_OR_OTHER = "blank_or_other"


class PageRef(Model):
    """Names one page: the file's path inside the claim (``outer.zip!inner.pdf`` inside a zip), pages from 1."""

    file: str
    page: int

    def __str__(self) -> str:
        return f"{self.file}#{self.page}"


class Judgement(Model):
    """What a picture shows, three-valued: a clerk-readable reason, and where to look."""

    state: Literal["yes", "no", "unsure"]
    confidence: float = 0.0
    reason_zh: str = ""
    reason_en: str = ""
    box: Box | None = None


class Page(Model):
    """One physical side as uploaded.

    ``rotation`` is the clockwise turn in degrees that brings the stored page upright; sizes are those of the
    upright page image. The judgements below ``legible`` serve the checks and are not part of report.json; ``pen`` is
    whether something is written with other than black ink, None where that is not asked.
    """

    file: str
    page: int
    document: str | None = None
    type: str = BLANK_OR_OTHER
    part: Part | None = None
    rotation: Turn = 0
    width_px: int
    height_px: int
    dpi: int | None = None
    paper: Paper = "unknown"
    origin: Origin = "unsure"
    origin_confidence: float = 0.0
    ink: tuple[Ink, ...] = ()
    printed_page_number: int | None = None
    printed_page_count: int | None = None
    legible: bool = True

    fax: Judgement = pydantic.Field(default=Judgement(state="no"), exclude=True)
    illegible: Judgement = pydantic.Field(default=Judgement(state="no"), exclude=True)
    pen: Judgement | None = pydantic.Field(default=None, exclude=True)
    blank: bool = pydantic.Field(default=False, exclude=True)
    same_as: PageRef | None = pydantic.Field(default=None, exclude=True)
    same_as_confidence: float = pydantic.Field(default=0.0, exclude=True)

    @property
    def ref(self) -> PageRef:
        """The page's name."""
        return PageRef(file=self.file, page=self.page)
