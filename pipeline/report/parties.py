"""Who is a claim about: worker and employer, as its documents say?"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.models.report import ClaimReport
from pipeline.text.masking import mask_id_number

# The application speaks for the claim; the other papers help where it could not be read.
_WORKER_NAMES = (
    ("work_injury_application", "worker_name"),
    ("labor_contract", "worker_name"),
    ("diagnosis_certificate", "patient_name"),
    ("id_card", "name"),
)
_WORKER_NUMBERS = (
    ("work_injury_application", "id_number"),
    ("labor_contract", "worker_id_number"),
    ("id_card", "id_number"),
)
_EMPLOYERS = (
    ("work_injury_application", "employer_name"),
    ("labor_contract", "employer_name"),
    ("business_license", "name"),
)


class Parties(NamedTuple):
    """Worker and employer; empty where no document says it. The identity number is masked."""

    worker: str
    worker_id_masked: str
    employer: str


def parties(report: ClaimReport) -> Parties:
    """The worker and the employer of a claim."""
    return Parties(
        _first_value(report, _WORKER_NAMES),
        mask_id_number(_first_value(report, _WORKER_NUMBERS)),
        _first_value(report, _EMPLOYERS),
    )


def _first_value(report: ClaimReport, places: tuple[tuple[str, str], ...]) -> str:
    for document_type, field in places:
        for document in report.documents:
            if document.type == document_type and document.value(field):
                return document.value(field)
    return ""
