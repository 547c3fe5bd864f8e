"""A document: pages that belong together, with the fields, marks and parts found on them."""

from __future__ import annotations

from typing import Literal

import pydantic

from pipeline.models.base import Model
from pipeline.models.geometry import Box
from pipeline.models.page import PageRef, Part
from pipeline.models.text_line import TextLine

MarkKind = Literal["signature", "seal", "fingerprint"]
MarkState = Literal["present", "absent", "unsure"]


class Field(Model):
    """One field: ``value`` normalised (dates YYYY-MM-DD), ``text`` as read, and where it stands.

    A blank on the paper has value ``""`` and its box; a field that the paper does not have is no Field at all.
    ``lines`` are the read lines that the text came from, top to bottom; they stay inside the pipeline.
    """

    value: str
    text: str
    confidence: float
    file: str
    page: int
    box: Box
    lines: tuple[TextLine, ...] = pydantic.Field(default=(), exclude=True, repr=False)

    @property
    def ref(self) -> PageRef:
        """The page that the field stands on."""
        return PageRef(file=self.file, page=self.page)


class Mark(Model):
    """A signature, seal or fingerprint slot: is it filled? ``box`` is the mark, or the empty place where it belongs."""

    slot: str
    kind: MarkKind
    state: MarkState
    confidence: float
    file: str | None = None
    page: int | None = None
    box: Box | None = None
    # What the rim of a unit's round seal says, empty where it was not surely read.
    text: str = pydantic.Field(default="", exclude=True)
    reason_zh: str = pydantic.Field(default="", exclude=True)
    # A name seal stands in the place of a signature; the mark's box is around it.
    stamped: bool = pydantic.Field(default=False, exclude=True)


class PartSeen(Model):
    """A part that a complete document must have, such as ``front``, ``signing_page`` or ``cover``, and where it is."""

    name: str
    file: str
    page: int
    box: Box | None = None


class NumberSeen(Model):
    """A chapter or clause number read in a document, for finding gaps: ``kind`` is ``chapter`` or ``clause``."""

    kind: Literal["chapter", "clause"]
    number: int
    file: str
    page: int
    box: Box


class PartyLiability(Model):
    """What a traffic accident determination says of one party: the name as read, and where its share of blame stands.

    ``said`` has the share as its value: none, secondary, equal, main or full.
    """

    party: str
    said: Field


class Document(Model):
    """Pages that belong together, in their order, and what was found on them."""

    id: str
    type: str
    confidence: float
    pages: tuple[PageRef, ...]
    fields: dict[str, Field] = pydantic.Field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    parts: tuple[PartSeen, ...] = pydantic.Field(default=(), exclude=True)
    numbers: tuple[NumberSeen, ...] = pydantic.Field(default=(), exclude=True)
    liabilities: tuple[PartyLiability, ...] = pydantic.Field(default=(), exclude=True)

    def value(self, name: str) -> str:
        """The field's normalised value, or an empty text when the field is absent or blank."""
        field = self.fields.get(name)
        return field.value if field else ""

    def side_on(self, ref: PageRef) -> Part | None:
        """Which side of a card that page shows, None for any other paper."""
        sides = {part.name for part in self.parts if (part.file, part.page) == (ref.file, ref.page)}
        if {"front", "back"} <= sides:
            return "both"
        return "front" if "front" in sides else "back" if "back" in sides else None
