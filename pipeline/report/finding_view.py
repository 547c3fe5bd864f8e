"""What does a caseworker see of one finding?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.declare import checks
from pipeline.models.finding import Evidence, Finding
from pipeline.models.page import PageRef
from pipeline.models.report import ClaimReport
from pipeline.report.alignment import Column
from pipeline.report.escaping import data_uri
from pipeline.report.naming import place_name, subject_name
from pipeline.report.pairs import Pair
from pipeline.report.wording import OUTCOMES, Word


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture, where it was taken, and the text read there; ``source`` is None where no picture could be taken."""

    place: str
    text: str
    source: Markup | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding: its heading, what was found, what to do, and the spots on the pages.

    ``subject`` is empty where the finding is about the whole claim.

    ``both`` shows two compared fields in one picture, ``columns`` their texts character under character.
    """

    anchor: str
    title: str
    outcome: Word
    is_blocking: bool
    subject: str
    message: str
    remedy: str
    basis: tuple[str, ...]
    pictures: tuple[PictureView, ...]
    both: Markup | None
    columns: tuple[Column, ...]


def finding_view(report: ClaimReport, index: int, pair: Pair | None, evidence: Mapping[str, bytes]) -> FindingView:
    """The finding with that index, its pictures embedded.

    Args:
        report: the report.
        index: which of its findings.
        pair: the comparison that the finding is about, if it is.
        evidence: JPEGs by their names beside the report.
    """
    finding = report.findings[index]
    return FindingView(
        anchor=f"f{index + 1}",
        title=check_title(finding),
        outcome=OUTCOMES[finding.outcome],
        is_blocking=finding.severity == "blocking",
        subject=subject_name(report, finding.subject),
        message=finding.message_zh,
        remedy=finding.remedy_zh,
        basis=finding.basis,
        pictures=() if pair else tuple(_picture(report, spot, evidence) for spot in finding.evidence),
        both=data_uri(evidence[pair.name]) if pair else None,
        columns=pair.columns if pair else (),
    )


def check_title(finding: Finding) -> str:
    """The check's Chinese title; its id where the catalogue of this version does not have it."""
    return {check.id: check.title_zh for check in checks()}.get(finding.check, finding.check)


def _picture(report: ClaimReport, spot: Evidence, evidence: Mapping[str, bytes]) -> PictureView:
    jpeg = evidence.get(spot.image) if spot.image else None
    where = place_name(report, PageRef(file=spot.file, page=spot.page))
    return PictureView(where, spot.text, data_uri(jpeg) if jpeg else None)
