"""claim.json of a generated claim: what the portal knows of it."""

from __future__ import annotations

from samples.generator.case import Case


def claim_json(case: Case, claim_id: str) -> dict[str, object]:
    """All that the portal asks for, as the papers tell it."""
    situation, employer = case.situation, case.employer
    known: dict[str, object] = {
        "claim_id": claim_id,
        "submitted_on": case.submitted_on.isoformat(),
        "district": employer.district,
        "applicant": situation.applicant,
        "worker": {"name": case.worker.name, "id_number": case.worker.id_number},
        "employer": {
            "name": employer.name,
            "credit_code": employer.credit_code,
            "kind": "institution" if employer.institution else "enterprise",
            "district": employer.district,
        },
        "injury": {
            "kind": situation.kind,
            "occurred_on": case.occurred_on.isoformat(),
            "fatal": situation.fatal,
            "serious": situation.serious,
            "treatment": list(situation.treatment),
        },
        "labour_contract_signed": situation.contract_signed,
    }
    if situation.applicant == "relative" and situation.relation:
        known["applicant_relation"] = situation.relation
    return known
