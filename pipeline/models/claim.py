"""What the portal knows of a claim: claim.json (contract section 2)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pipeline.models.base import Model


class Worker(Model):
    """The injured worker as entered at the portal."""

    name: str = ""
    id_number: str = ""


class Employer(Model):
    """The employer as entered at the portal."""

    name: str = ""
    credit_code: str = ""
    kind: Literal["enterprise", "institution"] | None = None
    district: str = ""


class Injury(Model):
    """The accident as entered at the portal."""

    kind: Literal["workplace", "commute_traffic", "violence", "event", "occupational_disease", "other"] | None = None
    occurred_on: date | None = None
    fatal: bool | None = None
    serious: bool | None = None
    treatment: tuple[Literal["ambulance", "outpatient", "inpatient"], ...] | None = None


class ClaimInfo(Model):
    """claim.json: all keys optional; what is absent is inferred from the documents where they say it."""

    claim_id: str | None = None
    submitted_on: date | None = None
    district: str = ""
    applicant: Literal["employer", "worker", "relative", "union"] | None = None
    applicant_relation: Literal["spouse", "parent", "child", "other"] | None = None
    worker: Worker = Worker()
    employer: Employer = Employer()
    injury: Injury = Injury()
    labour_contract_signed: bool | None = None
    extension_granted_until: date | None = None
