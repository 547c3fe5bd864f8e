"""What must the applicant supply, told once and completely, as 《工伤认定办法》 art. 8 asks?

Only what a rule surely found wanting and the applicant can supply: failed findings that hold the claim up or warn, and
that say what to do. What a person still has to look at is not asked of the applicant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.models.finding import Finding
from pipeline.models.report import ClaimReport
from pipeline.report.parties import Parties, parties
from pipeline.report.wording import without_search
from pipeline.text.masking import mask_id_numbers

TITLE = "工伤认定申请补正材料告知书"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to supply, and why: what was found, once for each place."""

    remedy: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supplement:
    """The text of the notice; the worker's ID number is masked in ``parties``."""

    claim_id: str
    applicant: str
    parties: Parties
    items: tuple[Item, ...]

    @property
    def opening(self) -> str:
        """The sentence before the items."""
        whose = f"{self.parties.worker}的" if self.parties.worker else ""
        return (
            f"你（单位）提交的{whose}工伤认定申请收悉。经审查，申请材料不完整。根据《工伤认定办法》第八条的规定，"
            f"现一次性告知需要补正的全部材料（共{len(self.items)}项）："
        )

    @property
    def closing(self) -> str:
        """The sentence after the items."""
        return "请按上述要求补正全部材料后一并提交。"


def supplement_of(report: ClaimReport) -> Supplement | None:
    """What the applicant is asked for, None when nothing is."""
    items = _items(report.findings)
    if not items:
        return None
    forms = (document for document in report.documents if document.type == "work_injury_application")
    applicant = next((form.value("applicant_name") for form in forms if form.value("applicant_name")), "")
    return Supplement(mask_id_numbers(report.claim_id), mask_id_numbers(applicant), parties(report), items)


def _items(findings: Iterable[Finding]) -> tuple[Item, ...]:
    """One item for each remedy, those that hold the claim up first."""
    asked = [one for one in findings if one.outcome == "fail" and one.severity != "info" and one.remedy_zh]
    reasons: dict[str, list[str]] = {}
    for finding in sorted(asked, key=lambda one: one.severity != "blocking"):
        reasons.setdefault(finding.remedy_zh, []).append(without_search(finding.message_zh))
    return tuple(Item(remedy, tuple(dict.fromkeys(why))) for remedy, why in reasons.items())
