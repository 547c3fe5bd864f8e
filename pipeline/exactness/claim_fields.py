"""Which fields of a claim must say the same, character for character, and do they?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.exactness.compare_images import Field, compare_fields
from pipeline.exactness.unread import lifted_ink
from pipeline.imaging.red_ink import without_red
from pipeline.models.document import Document
from pipeline.models.document import Field as PaperField
from pipeline.models.facts import FieldComparison
from pipeline.models.page import PageRef
from pipeline.ocr.engine import OcrEngine
from pipeline.reading.page import ReadPage

_DIAGNOSIS = "diagnosis"
_INJURY, _DISEASE = "injured_part", "disease_name"
_NONE = ("", "无", "/", "-", "—", "——")
"""What people write into a cell that does not apply."""


def compare_injuries(
    documents: Sequence[Document], pages: Sequence[ReadPage], engine: OcrEngine
) -> tuple[FieldComparison, ...]:
    """What the application says of the injury or disease against the diagnosis of its reference certificate.

    Raises:
        PrecheckError: the engine failed.
    """
    by_ref = {page.ref: page for page in pages}
    comparisons = []
    for application in (paper for paper in documents if paper.type == "work_injury_application"):
        certificate = _reference(documents, application.value("filled_on"))
        name = _compared_field(application, certificate) if certificate else None
        if certificate is None or name is None:
            continue
        sides = (_field(application.fields[name], by_ref), _field(certificate.fields[_DIAGNOSIS], by_ref))
        judged = compare_fields(engine, *sides)
        comparisons.append(
            FieldComparison(
                left_document=application.id,
                left_field=name,
                right_document=certificate.id,
                right_field=_DIAGNOSIS,
                comparison=judged.comparison,
                left_places=judged.left,
                right_places=judged.right,
            )
        )
    return tuple(comparisons)


def _field(field: PaperField, pages: Mapping[PageRef, ReadPage]) -> Field:
    page = pages[field.ref].image
    plain = without_red(page)
    return Field(plain, tuple(line.quad for line in field.lines), lifted=lifted_ink(plain, page))


def _compared_field(application: Document, certificate: Document) -> str | None:
    """The cell that copies the certificate: of a disease the one for its name where one is named."""
    disease = certificate.type == "occupational_disease_certificate"
    names = (_DISEASE, _INJURY) if disease else (_INJURY,)
    return next((name for name in names if _is_filled_in(application.fields.get(name))), None)


def _is_filled_in(field: PaperField | None) -> bool:
    return field is not None and bool(field.lines) and field.value.strip() not in _NONE


def _reference(documents: Sequence[Document], filled_on: str) -> Document | None:
    """The certificate that the form copies: of an occupational disease its own, else the diagnosis.

    Of several the latest one up to the day the form was filled in.
    """
    for kind in ("occupational_disease_certificate", "diagnosis_certificate"):
        certificates = [
            paper
            for paper in documents
            if paper.type == kind and _DIAGNOSIS in paper.fields and paper.fields[_DIAGNOSIS].lines
        ]
        early = [paper for paper in certificates if not filled_on or paper.value("issued_on") <= filled_on]
        if certificates:
            return max(early or certificates, key=lambda paper: paper.value("issued_on"))
    return None
