"""The prints of official and family papers: enough of them in each split, each with its fields and slots recorded."""

from random import Random

import pytest

from samples.generator.case import draw_case
from samples.generator.fonts import TYPEFACES
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import paper_prints
from samples.generator.situation import Situation
from samples.generator.writing import Print

RECORDED = {
    "acceptance_notice": {"document_number", "applicant_name", "worker_name", "issued_on", "authority_seal"},
    "supplement_notice": set(),
    "traffic_accident_determination": {
        "document_number",
        "accident_date",
        "accident_place",
        "parties",
        "worker_liability",
        "issued_on",
        "authority_seal",
        "officer_signature",
    },
    "police_receipt": {"reporter", "reported_on", "station", "authority_seal"},
    "residence_proof": set(),
    "event_official_document": {"issuer_seal"},
    "marriage_certificate": {"holder", "registered_on", "spouse_names", "authority_seal"},
    "household_register": {"head_name", "member_name", "relation", "id_number", "authority_seal"},
    "kinship_certificate": {"names", "relation", "issued_on", "authority_seal"},
    "arbitration_or_judgment": set(),
    "retired_soldier_certificate": set(),
}
SITUATION = Situation(fatal=True, applicant="relative", relation="parent")


@pytest.mark.parametrize("kind", RECORDED)
def test_two_prints_to_develop_on_and_one_of_its_own_to_measure(kind):
    dev, test = paper_prints(kind, "dev"), paper_prints(kind, "test")
    assert len(dev) >= 2
    assert any(print_.splits == ("test",) for print_ in test)


@pytest.mark.parametrize("kind", RECORDED)
def test_every_print_records_its_fields_and_slots_on_the_sheet(kind):
    for split in ("dev", "test"):
        for print_ in paper_prints(kind, split):
            rng = Random(5)
            case = draw_case(rng, situation=SITUATION)
            faces = TYPEFACES[split]
            look = Look(faces, 60, Print(faces.song, 4.3), rng)
            sheets = print_.draw(Content(kind, case, print_.values(case)), look)
            entries = [(sheet, entry.name, entry.area) for sheet in sheets for entry in sheet.entries]
            marks = [(sheet, mark.slot, mark.area) for sheet in sheets for mark in sheet.marks]
            assert RECORDED[kind] <= {name for _, name, _ in [*entries, *marks]}, print_.id
            for sheet, name, area in entries:
                assert 0 <= area.x0 < area.x1 <= sheet.width + 2, (print_.id, name)
                assert 0 <= area.y0 < area.y1 <= sheet.height + 2, (print_.id, name)
