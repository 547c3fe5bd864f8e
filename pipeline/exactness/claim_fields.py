"""Which fields of a claim must say the same, character for character, and do they?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.exactness.compare_images import Field, compare_fields
from pipeline.imaging.red_ink import without_red
from pipeline.models.document import Document
from pipeline.models.document import Field as PaperField
from pipeline.models.facts import FieldComparison
from pipeline.models.page import PageRef
from pipeline.ocr.engine import OcrEngine
from pipeline.reading.page import ReadPage

_INJURY, _DIAGNOSIS = "injured_part", "diagnosis"


def compare_injuries(
    documents: Sequence[Document], pages: Sequence[ReadPage], engine: OcrEngine
) -> tuple[FieldComparison, ...]:
    """The application's injury field against the diagnosis of its reference certificate.

    Raises:
        PrecheckError: the engine failed.
    """
    by_ref = {page.ref: page for page in pages}
    comparisons = []
    for application in (paper for paper in documents if paper.type == "work_injury_application"):
        injury = application.fields.get(_INJURY)
        certificate = _reference(documents, application.value("filled_on"))
        if certificate is None or injury is None or not injury.lines:
            continue
        sides = (_field(injury, by_ref), _field(certificate.fields[_DIAGNOSIS], by_ref))
        comparisons.append(
            FieldComparison(
                left_document=application.id,
                left_field=_INJURY,
                right_document=certificate.id,
                right_field=_DIAGNOSIS,
                comparison=compare_fields(engine, *sides),
            )
        )
    return tuple(comparisons)


def _field(field: PaperField, pages: Mapping[PageRef, ReadPage]) -> Field:
    return Field(without_red(pages[field.ref].image), tuple(line.quad for line in field.lines))


def _reference(documents: Sequence[Document], filled_on: str) -> Document | None:
    """The diagnosis certificate that the form copies: the latest one up to the day the form was filled in."""
    certificates = [
        paper
        for paper in documents
        if paper.type == "diagnosis_certificate" and _DIAGNOSIS in paper.fields and paper.fields[_DIAGNOSIS].lines
    ]
    early = [paper for paper in certificates if not filled_on or paper.value("issued_on") <= filled_on]
    return max(early or certificates, key=lambda paper: paper.value("issued_on"), default=None)
