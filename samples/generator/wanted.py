"""Which document types the papers of a case are of: what the notice and the portal ask for, and what people add.

Sources: 长春市申报材料清单 items 1-11; the portal's list of uploads by treatment and injury.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from samples.generator.case import Case
from samples.generator.situation import Kind, Relation, Treatment

MEDICAL = frozenset(
    {
        "diagnosis_certificate",
        "outpatient_record",
        "admission_record",
        "progress_note",
        "discharge_record",
        "emergency_120_record",
        "rescue_record",
        "surgery_record",
        "death_certificate",
    }
)
"""Papers that doctors write: they may use blue ink (病历书写基本规范)."""
_EVERYONE = (
    "power_of_attorney",
    "accident_investigation_report",
    "accident_filing_form",
    "acceptance_notice",
)
_BY_KIND: dict[Kind, tuple[str, ...]] = {
    "commute_traffic": (
        "traffic_accident_determination",
        "commute_route_map",
        "work_schedule",
        "residence_proof",
    ),
    "violence": ("police_receipt",),
    "event": ("event_official_document",),
}
_BY_TREATMENT: dict[Treatment, tuple[str, ...]] = {
    "ambulance": ("emergency_120_record",),
    "outpatient": ("outpatient_record",),
    "inpatient": ("inpatient_front_page", "admission_record", "progress_note"),
}
_IN_HOSPITAL = ("discharge_record", "surgery_record")
_ADDED = (
    "imaging_report",
    "attendance_payroll",
    "commitment_letter",
    "supplement_notice",
    "arbitration_or_judgment",
    "retired_soldier_certificate",
    "organization_code_certificate",
)
_PROOFS: dict[Relation, str] = {
    "spouse": "marriage_certificate",
    "parent": "household_register",
    "child": "household_register",
}


def asked_for(case: Case) -> tuple[str, ...]:
    """The types, beside the core ones and the witnesses' papers, without which the claim is not complete."""
    situation = case.situation
    types = ["public_institution_certificate" if case.employer.institution else "business_license", *_EVERYONE]
    types += _BY_KIND.get(situation.kind, ())
    for treatment in situation.treatment:
        types += _BY_TREATMENT[treatment]
    if situation.fatal:
        types += ["rescue_record", "death_certificate"]
    if situation.relation:
        apart = situation.relation != "spouse" and not situation.one_register
        types.append("kinship_certificate" if apart else _PROOFS[situation.relation])
    return tuple(types)


def added(case: Case, rng: Random) -> Iterator[str]:
    """Types that nobody asked for and that are in some claims all the same."""
    extra = (*_IN_HOSPITAL, *_ADDED) if "inpatient" in case.situation.treatment else _ADDED
    for kind in extra:
        if rng.random() < (0.4 if kind in _IN_HOSPITAL else 0.12):
            yield kind
    if case.situation.kind == "occupational_disease" and rng.random() < 0.3:
        yield "occupational_disease_appraisal"
