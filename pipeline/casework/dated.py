"""Which days do the papers and the portal name, how surely, and where?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.casework.findings import field_evidence
from pipeline.casework.wording import Text, day_zh, page_of_document
from pipeline.models.document import Document, Field
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence
from pipeline.text.confidence import SURE

_FORM = "work_injury_application"
_PORTAL = Text("网上申报信息", "the portal's data")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, what happens on it and where that is written. ``field`` is None for what the portal knows."""

    day: date
    what: Text
    place: Text
    confidence: float
    field: Field | None = None

    @property
    def sure(self) -> bool:
        """Whether the day was surely read."""
        return self.confidence >= SURE

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The place on the page, or nothing for the portal's data."""
        return (field_evidence(self.field),) if self.field else ()

    @property
    def told(self) -> Text:
        """The day with its meaning and place, for a message."""
        return Text(f"{self.place.zh}{self.what.zh}{day_zh(self.day)}", f"{self.what.en} {self.day} ({self.place.en})")


_ACCIDENT = Text("事故日期", "accident")
_ACCIDENT_PAPERS = (
    _FORM,
    "accident_investigation_report",
    "witness_statement",
    "accident_filing_form",
    "traffic_accident_determination",
)


def accidents(facts: Facts) -> tuple[Dated, ...]:
    """The day of the accident as every source names it, the portal's first."""
    told = facts.claim.injury.occurred_on
    portal = (Dated(told, _ACCIDENT, _PORTAL, 1.0),) if told else ()
    return (*portal, *written(facts, _ACCIDENT_PAPERS, "accident_date", _ACCIDENT))


def disease_found(facts: Facts) -> tuple[Dated, ...]:
    """The day on which an occupational disease was diagnosed, the certificate's first, then the form's."""
    on_certificate = written(
        facts, ("occupational_disease_certificate",), "issued_on", Text("职业病诊断日期", "diagnosis of the disease")
    )
    return (*on_certificate, *written(facts, (_FORM,), "diagnosed_on", Text("诊断时间", "diagnosis")))


def filings(facts: Facts) -> tuple[Dated, ...]:
    """The day of filing, when the portal knows it."""
    filed = facts.claim.submitted_on
    return (Dated(filed, Text("申报日期", "filing"), _PORTAL, 1.0),) if filed else ()


def written(facts: Facts, types: Iterable[str], field: str, what: Text) -> tuple[Dated, ...]:
    """What the fields of that name say on documents of these types."""
    papers = facts.of_type(*types)
    return tuple(found for paper in papers if (found := dated_field(paper, field, what)) is not None)


def dated_field(paper: Document, name: str, what: Text) -> Dated | None:
    """The day in a field, None when it is absent, blank or no day."""
    field = paper.fields.get(name)
    if field is None:
        return None
    try:
        day = date.fromisoformat(field.value)
    except ValueError:
        return None
    return Dated(day, what, page_of_document(paper.type, field.ref), field.confidence, field)
