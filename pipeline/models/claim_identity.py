"""Which worker and which accident is a claim about, so that two claims of one accident can be told?"""

from __future__ import annotations

from datetime import date

from pipeline.models.base import Model


class ClaimIdentity(Model):
    """Worker and accident of a claim, with the reader's confidence in each; empty or None where nothing says it."""

    claim_id: str
    name: str = ""
    name_confidence: float = 0.0
    id_number: str = ""
    id_number_confidence: float = 0.0
    occurred_on: date | None = None
    occurred_on_confidence: float = 0.0
