"""How does a claim's report get onto the disk: whole or not at all?

The report is written into a folder beside its place (``.<name>.new``) and then takes the place of the older one, which
steps aside first (``.<name>.old``). Whenever the process is killed, one of the two is complete; :func:`recover` puts it
in place.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from pipeline.models.facts import FieldComparison
from pipeline.models.report import ClaimReport
from pipeline.report.claim_page import claim_page
from pipeline.report.claim_pictures import take_pictures
from pipeline.report.claim_view import claim_view
from pipeline.report.evidence import EVIDENCE_FOLDER, with_images
from pipeline.report.pairs import find_pairs
from pipeline.report.pictures import Pictures
from pipeline.report.report_file import REPORT_HTML, REPORT_JSON, report_json
from pipeline.report.supplement import supplement_of
from pipeline.report.supplement_notice import SUPPLEMENT_DOCX, supplement_notice

_NEW, _OLD = ".new", ".old"


def write_claim(
    report: ClaimReport,
    pictures: Pictures,
    folder: Path,
    comparisons: Sequence[FieldComparison] = (),
) -> ClaimReport:
    """Writes report.json, report.html and evidence/ of one claim, in place of an older report in that folder.

    Where something is asked of the applicant, supplement_notice.docx goes with them.

    Args:
        report: the report; its evidence need not name pictures yet.
        pictures: gives the upright pages of the claim.
        folder: where the report belongs; its parent is made where it does not exist.
        comparisons: the judgements behind the findings that compare fields, for marking their characters.

    Returns:
        The report as written, its evidence naming its pictures.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    report, shots = with_images(report)
    pairs = find_pairs(report, comparisons)
    taken = take_pictures(report, shots, pairs, pictures)
    new = _beside(folder, _NEW)
    _remove(new)
    (new / EVIDENCE_FOLDER).mkdir(parents=True)
    for name, jpeg in taken.evidence.items():
        (new / name).write_bytes(jpeg)
    (new / REPORT_HTML).write_bytes(claim_page(claim_view(report, pairs, taken)))
    supplement = supplement_of(report)
    if supplement:
        (new / SUPPLEMENT_DOCX).write_bytes(supplement_notice(supplement))
    (new / REPORT_JSON).write_bytes(report_json(report))
    _replace(folder, new)
    return report


def recover(out: Path) -> None:
    """Tidies what killed processes left in a folder of reports: half-written reports go, older ones come back."""
    for left in sorted(out.glob(f".*{_NEW}")):
        _remove(left)
    for left in sorted(out.glob(f".*{_OLD}")):
        place = left.with_name(left.name[1 : -len(_OLD)])
        if place.exists():
            _remove(left)
        else:
            left.rename(place)


def _replace(folder: Path, new: Path) -> None:
    old = _beside(folder, _OLD)
    if folder.exists():
        _remove(old)
        folder.rename(old)
    new.rename(folder)
    _remove(old)


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(f".{folder.name}{suffix}")


def _remove(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)
