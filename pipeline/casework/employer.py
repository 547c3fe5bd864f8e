"""Where do the papers name the employer?"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.agreement import PORTAL, Reading
from pipeline.casework.wording import page_of_document
from pipeline.declare import EmployerTrait, document_type
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.text.credit_code import normalise_credit_code
from pipeline.text.names import Sameness, same_company_name, same_credit_code


def readings_of_employer(facts: Facts) -> tuple[Reading, ...]:
    """All that is said of the employer: by the portal, and by the fields that each document type declares."""
    told = facts.claim.employer
    portal: tuple[tuple[EmployerTrait, str], ...] = (
        ("name", told.name),
        ("credit_code", normalise_credit_code(told.credit_code)),
    )
    known = [Reading(trait, value, 1.0, PORTAL, None) for trait, value in portal if value]
    return (*known, *(reading for paper in facts.documents for reading in _of_paper(paper)))


def same_employer_trait(left: Reading, right: Reading) -> Sameness:
    """Whether two readings of the employer's name, or of its code, agree."""
    same = same_credit_code if left.trait == "credit_code" else same_company_name
    return same(left.value, right.value, left.confidence, right.confidence)


def _of_paper(paper: Document) -> Iterable[Reading]:
    for name, trait in document_type(paper.type).employer.items():
        field = paper.fields.get(name)
        if field is not None and field.value:
            value = normalise_credit_code(field.value) if trait == "credit_code" else field.value
            yield Reading(trait, value, field.confidence, page_of_document(paper.type, field.ref), field)
