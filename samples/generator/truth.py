"""What is true of a generated claim, as a file beside it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

Box = tuple[int, int, int, int]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldTruth(_Model):
    """A field's value in its normal form, whether a hand wrote it, and where; "" is a blank on the paper."""

    value: str
    hand: bool
    file: str
    page: int
    box: Box


class MarkTruth(_Model):
    """A slot: ``printed`` is a printed name where a signature belongs, ``colour`` whether the page kept its reds."""

    slot: str
    kind: Literal["signature", "seal", "fingerprint"]
    state: Literal["present", "absent", "printed"]
    colour: bool
    file: str
    page: int
    box: Box


class PageTruth(_Model):
    """A page as stored: ``rotation`` is the clockwise turn that brings it upright, ``part`` what side it is.

    ``printed`` and ``written`` are the pieces of text on it, without those of seals and signatures.
    """

    file: str
    page: int
    document: int
    type: str
    part: str
    rotation: Literal[0, 90, 180, 270]
    origin: Literal["scan", "photocopy", "fax", "photo", "digital"]
    device: str
    colour: bool
    legible: bool
    printed_page_number: int | None
    printed: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


class DocumentTruth(_Model):
    """A document with its fields; a field that stands on several pages is listed once, where it comes first."""

    number: int
    type: str
    print_id: str
    owner: str
    fields: dict[str, FieldTruth]
    marks: tuple[MarkTruth, ...]


class DefectTruth(_Model):
    """A seeded defect and the check that must not pass."""

    check: str
    detail: str


class ClaimTruth(_Model):
    """A claim: ``expected_verdict`` is what a perfect reader would say on ``as_of``.

    ``remarks`` are checks that rightly speak up although nothing is wrong: a death that two people investigate, a form
    on A4 pages, a hospital's paper that is smaller than A4.
    """

    claim_id: str
    split: Literal["dev", "test"]
    seed: int
    kind: str = "workplace"
    as_of: date
    expected_verdict: Literal["ready", "correction", "review"]
    defects: tuple[DefectTruth, ...]
    remarks: tuple[str, ...] = ()
    documents: tuple[DocumentTruth, ...]
    pages: tuple[PageTruth, ...]
    broken_files: tuple[str, ...]
