"""How checks and document types are declared, and found by walking a folder: nothing registers on import."""

from __future__ import annotations

import csv
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeVar

from pipeline.models.document import Field, Mark, MarkKind, NumberSeen, PartSeen, PartyLiability
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding, Scope, Severity
from pipeline.reading.page import DocumentPages, ReadPage, as_begun

Declared = TypeVar("Declared")


@dataclass(frozen=True, slots=True)
class Check:
    """A rule of the catalogue: what it is called, how much it weighs, which national law it rests on, the rule.

    What a city's own list says for the rule stands with the city (``pipeline/casework/regions``).
    ``turns`` gives the days on which its answer may become another though nothing was handed in, such as the day after
    a deadline; without it the answer stays.
    """

    id: str
    scope: Scope
    severity: Severity
    title_zh: str
    title_en: str
    looks_for_zh: str
    looks_for_en: str
    judge: Callable[[Facts], Iterable[Finding]]
    statute: tuple[str, ...] = ()
    turns: Callable[[Facts], Iterable[date]] | None = None

    def __call__(self, facts: Facts) -> tuple[Finding, ...]:
        """All findings of this check, at least one.

        Raises:
            RuntimeError: the rule said nothing, which would look like a pass.
        """
        findings = tuple(self.judge(facts))
        if not findings:
            raise RuntimeError(f"check {self.id} said nothing")
        return findings


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a document type where a signature, seal or fingerprint belongs (contract marks.tsv).

    Not ``always`` there: some papers of the type have it and some do not, as a lease among the proofs of residence has
    no seal; then it counts only where the extractor judged it.
    """

    name: str
    kind: MarkKind
    name_zh: str
    always: bool = True


Trait = Literal["name", "id_number", "sex", "birth_date"]
"""What a field may say of the injured worker."""
EmployerTrait = Literal["name", "credit_code"]
"""What a field may say of the employer."""


class RequiredPart(NamedTuple):
    """A part without which a document is incomplete; an extraction lists those that it saw (``PartSeen.name``)."""

    name: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extractor found on a document."""

    fields: dict[str, Field]
    marks: tuple[Mark, ...] = ()
    parts: tuple[PartSeen, ...] = ()
    numbers: tuple[NumberSeen, ...] = ()
    liabilities: tuple[PartyLiability, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A document type: how its pages are recognised and how its fields and marks are read.

    ``titles`` are the printed titles, most specific first. ``captions`` are words that stand on its pages; several of
    them together tell the type on a page without a title. ``shared_titles`` are titles that other papers bear too, as
    证明 or 情况说明: they count together with captions only. ``running`` are words that come back on the pages after
    the first, such as 甲方 and 乙方 in a contract. ``begins``
    says whether a page of this type begins another document, given the pages of the one before;
    without it every page with a title does. ``likeness`` says how well a page fits to those of a document, when several
    would take it; ``split`` parts a page on which several documents lie, as two people's cards on one sheet.
    ``foreign`` are names of papers that bear the same captions and are none of this type, as a driving licence beside
    an identity card: on a page with such a name the captions count for nothing.
    A ``title_only`` type is never told from captions alone. ``read_on`` reads those long lines of a dense page to their
    ends that the extractor needs, all of them when not given; the others it gets as begun.
    ``fields`` names each field in Chinese, in the order of the paper, and ``values`` the coded ones, as ``fixed``.
    ``required_parts`` are what a complete document shows; an ``excerpt`` is a visit of a booklet, whose page numbers
    begin anywhere; ``worker`` and ``employer`` name the fields that speak of the
    injured worker and of the employer, which must agree from paper to paper.
    """

    id: str
    name_zh: str
    titles: tuple[str, ...]
    captions: tuple[str, ...]
    slots: tuple[Slot, ...]
    extract: Callable[[DocumentPages], Extraction]
    fields: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    running: tuple[str, ...] = ()
    shared_titles: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    begins: Callable[[ReadPage, Sequence[ReadPage]], bool] | None = None
    likeness: Callable[[ReadPage, Sequence[ReadPage]], int] | None = None
    split: Callable[[ReadPage], Sequence[ReadPage]] | None = None
    title_only: bool = False
    read_on: Callable[[ReadPage], ReadPage] = ReadPage.completed
    required_parts: tuple[RequiredPart, ...] = ()
    excerpt: bool = False
    worker: Mapping[str, Trait] = field(default_factory=dict)
    employer: Mapping[str, EmployerTrait] = field(default_factory=dict)


@cache
def checks() -> tuple[Check, ...]:
    """All checks, found by walking ``pipeline.checks``, by id."""
    return tuple(sorted(_declared("pipeline.checks", Check), key=lambda check: check.id))


def next_turn(facts: Facts) -> date | None:
    """The first day after that of the facts on which a check may say something else of the same papers."""
    days = [day for check in checks() if check.turns for day in check.turns(facts)]
    return min((day for day in days if day > facts.as_of), default=None)


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All document types by id: those with an extractor in ``pipeline.extractors``, then those known by title alone."""
    read = _declared("pipeline.extractors", DocumentType)
    titled = [kind for kind in _titled_types() if kind.id not in {known.id for known in read}]
    return tuple(sorted([*read, *titled], key=lambda kind: kind.id))


@cache
def document_type(type_id: str) -> DocumentType:
    """The document type with that id.

    Raises:
        KeyError: there is none.
    """
    return {kind.id: kind for kind in document_types()}[type_id]


def _titled_types() -> list[DocumentType]:
    """Types that are sorted and not read further (``titled_types.tsv``): ``told_by`` their title, or captions alone."""
    table = files("pipeline.extractors").joinpath("titled_types.tsv").read_text(encoding="utf-8")
    return [
        DocumentType(
            id=row["type_id"],
            name_zh=row["name_zh"],
            titles=tuple(row["titles"].split("|")),
            captions=tuple(row["captions"].split("|")),
            slots=(),
            extract=lambda _: Extraction(fields={}),
            title_only=row["told_by"] != "captions",
            read_on=as_begun,
        )
        for row in csv.DictReader(table.splitlines(), delimiter="\t")
    ]


def _declared(package: str, kind: type[Declared]) -> list[Declared]:
    found: list[Declared] = []
    root = importlib.import_module(package)
    for module_info in pkgutil.iter_modules(root.__path__):
        module = importlib.import_module(f"{package}.{module_info.name}")
        found += [value for value in vars(module).values() if isinstance(value, kind)]
    return found
