"""What does the page look like where a finding points at? One crop with the box drawn for each piece of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.imaging.arrays import Image
from pipeline.models.finding import Evidence, Finding
from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from pipeline.models.report import ClaimReport
from pipeline.report.pictures import OUTCOME_COLOURS, Colour, crop, fitted, jpeg, outlined, scaled_box

EVIDENCE_FOLDER = "evidence"
LONG_SIDE_PX = 900
_QUALITY = 85
_OUTLINE_PX = 3
_MIN_CONTEXT_PX = 60
_CONTEXT_SHARE = 0.4
_SHOWN_WITHOUT_BOX = frozenset({"fail", "unsure"})


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to take: the page, the box on it (None: the whole page), and its name beside the report."""

    name: str
    ref: PageRef
    box: Box | None
    colour: Colour


def with_images(report: ClaimReport) -> tuple[ClaimReport, tuple[Shot, ...]]:
    """The report with a picture named in each piece of evidence that can be shown, and the pictures to take.

    Shown is what has a box on a page of the report; a failure or doubt about a whole page shows the page. Names count
    up in report order: ``evidence/<check>-<n>.jpg``.
    """
    pages = {page.ref for page in report.pages}
    counts: dict[str, int] = {}
    shots: list[Shot] = []
    findings = []
    for finding in report.findings:
        evidence = []
        for spot in finding.evidence:
            if _can_be_shown(finding, spot, pages):
                counts[finding.check] = counts.get(finding.check, 0) + 1
                name = f"{EVIDENCE_FOLDER}/{finding.check}-{counts[finding.check]}.jpg"
                ref = PageRef(file=spot.file, page=spot.page)
                shots.append(Shot(name, ref, spot.box, OUTCOME_COLOURS[finding.outcome]))
                evidence.append(spot.model_copy(update={"image": name}))
            else:
                evidence.append(spot.model_copy(update={"image": None}))
        findings.append(finding.model_copy(update={"evidence": tuple(evidence)}))
    return report.model_copy(update={"findings": tuple(findings)}), tuple(shots)


def take(shot: Shot, page: Image) -> bytes:
    """The picture as JPEG, at most 900 pixels on its long side: the box with the paper around it, outlined.

    Args:
        shot: what to show.
        page: the upright page, BGR.
    """
    height, width = page.shape[:2]
    whole = Box(0, 0, width, height)
    if shot.box is None:
        return jpeg(fitted(page, LONG_SIDE_PX)[0], _QUALITY)
    box = shot.box.clipped(width, height)
    around = surroundings(box).intersection(whole) or whole
    small, scale = fitted(crop(page, around), LONG_SIDE_PX)
    return jpeg(outlined(small, scaled_box(box, around, scale), shot.colour, _OUTLINE_PX), _QUALITY)


def surroundings(box: Box) -> Box:
    """The box with enough paper around it to see where on the form it stands; may reach beyond the page."""
    margin = max(_MIN_CONTEXT_PX, round(min(box.width, box.height) * _CONTEXT_SHARE))
    return box.expanded(2 * margin, margin)


def _can_be_shown(finding: Finding, spot: Evidence, pages: set[PageRef]) -> bool:
    has_place = spot.box is not None or finding.outcome in _SHOWN_WITHOUT_BOX
    return has_place and PageRef(file=spot.file, page=spot.page) in pages
