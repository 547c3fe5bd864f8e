"""The employer's and witnesses' papers come in several prints, and each records what the contract asks for."""

from random import Random

import pytest

from pipeline.declare import document_type
from samples.generator.case import draw_case
from samples.generator.fonts import TYPEFACES
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import paper_prints
from samples.generator.writing import Print

FIELDS = {
    "labor_relation_certificate": {"employer_name", "worker_name", "worker_id_number", "since", "job", "issued_on"},
    "business_license": {"credit_code", "name", "kind", "legal_representative", "registered_on", "address"},
    "organization_code_certificate": {"code", "name", "valid_until"},
    "public_institution_certificate": {"credit_code", "name", "legal_representative", "valid_until"},
    "power_of_attorney": {
        "principal", "legal_representative", "agent_name", "agent_id_number", "matters", "signed_on", "valid_until",
    },
    "accident_investigation_report": {
        "employer_name", "worker_name", "accident_date", "accident_place", "injury", "issued_on",
    },
    "witness_statement": {"witness_name", "witness_id_number", "witness_phone", "worker_name", "signed_on"},
    "accident_filing_form": {
        "employer_name", "worker_name", "id_number", "accident_date", "accident_place", "injured_part", "filled_on",
    },
    "commitment_letter": set(),
    "attendance_payroll": set(),
    "work_schedule": set(),
    "commute_route_map": set(),
}  # fmt: skip
PRINTS = [(split, form) for split in ("dev", "test") for kind in FIELDS for form in paper_prints(kind, split)]


@pytest.mark.parametrize("kind", FIELDS)
def test_a_type_has_prints_of_its_own_in_both_splits(kind):
    dev, test = (set(paper_prints(kind, split)) for split in ("dev", "test"))
    assert len(dev) >= 2
    assert test - dev or kind == "commitment_letter"


@pytest.mark.parametrize(("split", "form"), PRINTS, ids=lambda value: getattr(value, "id", value))
def test_a_print_records_its_fields_and_slots(split, form):
    rng = Random(7)
    case = draw_case(rng)
    faces = TYPEFACES[split]
    sheets = form.draw(Content(form.type, case, form.values(case)), Look(faces, 60, Print(faces.song, 4.3), rng))
    entered = {entry.name: entry for sheet in sheets for entry in sheet.entries}
    assert FIELDS[form.type] <= set(entered)
    assert all(entry.value for entry in entered.values())
    slots = {slot.name: slot.kind for slot in document_type(form.type).slots}
    assert {mark.slot: mark.kind for sheet in sheets for mark in sheet.marks} == slots
