"""Every medical paper has enough prints in both splits, and each records its fields inside its sheets."""

from random import Random

import pytest

from samples.generator.case import draw_case
from samples.generator.fonts import TYPEFACES
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import PaperPrint, paper_prints
from samples.generator.writing import Print

RECORD = {"hospital", "patient_name", "record_number", "visited_on", "diagnosis"}
FIELDS = {
    "outpatient_record": RECORD,
    "admission_record": RECORD,
    "discharge_record": RECORD,
    "progress_note": RECORD,
    "inpatient_front_page": RECORD,
    "emergency_120_record": RECORD,
    "rescue_record": {"patient_name", "started_on", "died_on"},
    "death_certificate": {"deceased_name", "id_number", "died_on", "cause", "institution"},
    "occupational_disease_certificate": {"worker_name", "id_number", "employer_name", "diagnosis", "institution"},
    "surgery_record": set(),
    "imaging_report": set(),
    "occupational_disease_appraisal": set(),
}
SLOTS = {
    "outpatient_record": {"doctor_signature"},
    "emergency_120_record": {"doctor_signature"},
    "rescue_record": {"doctor_signature"},
    "death_certificate": {"doctor_signature", "institution_seal"},
    "occupational_disease_certificate": {"doctor_signature", "institution_seal"},
}
PRINTS = [(form, split) for kind in FIELDS for split in ("dev", "test") for form in paper_prints(kind, split)]


@pytest.mark.parametrize("kind", FIELDS)
def test_each_type_has_prints_of_its_own_in_both_splits(kind):
    dev, test = paper_prints(kind, "dev"), paper_prints(kind, "test")
    assert len(dev) >= 2
    assert len(test) >= 1
    if FIELDS[kind]:
        assert {form.id for form in test} - {form.id for form in dev}


@pytest.mark.parametrize(("form", "split"), PRINTS, ids=[f"{form.id}-{split}" for form, split in PRINTS])
def test_a_print_records_what_its_type_tells(form: PaperPrint, split):
    rng = Random(3)
    case = draw_case(rng)
    faces = TYPEFACES[split]
    look = Look(faces, 100, Print(faces.song, 4.3), rng)
    sheets = form.draw(Content(form.type, case, form.values(case)), look)
    entries = [(sheet, entry) for sheet in sheets for entry in sheet.entries]
    assert FIELDS[form.type] <= {entry.name for _, entry in entries}
    assert SLOTS.get(form.type, set()) <= {mark.slot for sheet in sheets for mark in sheet.marks}
    for sheet, entry in entries:
        assert 0 <= entry.area.x0 < entry.area.x1 <= sheet.width + 2, entry
        assert 0 <= entry.area.y0 < entry.area.y1 <= sheet.height + 2, entry
