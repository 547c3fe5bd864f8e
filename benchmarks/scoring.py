"""Holds one claim's report against its truth: every single comparison becomes one line of evidence.

Fields, marks and types of pages that are out of focus are left out: nobody can read them, and ``legible`` is scored as
a check. Seals and fingerprints on pages without colour are left out too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from pipeline.declare import document_type
from pipeline.report.captions import has_field
from samples.generator.truth import ClaimTruth, DocumentTruth, PageTruth

Report = dict[str, Any]
_PEOPLE = (
    "worker_name",
    "patient_name",
    "name",
    "legal_representative",
    "witness_name",
    "agent_name",
    "holder",
    "head_name",
    "member_name",
    "deceased_name",
    "doctor",
)
_EXACT = ("diagnosis", "injured_part")
_DIGITS = ("phone", "employer_phone", "postcode", "employer_postcode", "witness_phone")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
PAGE_TYPE, PAIR, CHECK, ALARM = "page type", "grouping pair", "check: ", "alarm: "
_NEVER_JUDGED = ("printed", "absent")
_BLANK = "blank_or_other"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: the table's row it counts for, whether it came out right, and what stood against what.

    ``got`` is empty where the report says nothing.
    """

    metric: str
    right: bool
    claim: str
    place: str
    expected: str
    got: str


def compare(report: Report, truth: ClaimTruth) -> list[Comparison]:
    """All comparisons of one claim."""
    return [
        *_pages(report, truth),
        *_pairs(report, truth),
        *_fields(report, truth),
        *_marks(report, truth),
        *_checks(report, truth),
    ]


def unreported(truth: ClaimTruth) -> list[Comparison]:
    """What a claim counts for that got no report."""
    return [Comparison("claims without a report", False, truth.claim_id, "", "report", "")]


def _pages(report: Report, truth: ClaimTruth) -> Iterator[Comparison]:
    seen = {(page["file"], page["page"]): page for page in report["pages"]}
    for page in truth.pages:
        got = seen.get((page.file, page.page))
        place = f"{page.file}#{page.page} {page.device} {page.part}"
        kind = str(got["type"]) if got else ""

        def said(metric: str, right: bool, expected: object, answer: object, place: str = place) -> Comparison:
            return Comparison(metric, right, truth.claim_id, place, str(expected), str(answer))

        if page.legible:
            yield said(PAGE_TYPE, kind == page.type, page.type, kind)
        if got is None:
            continue
        if page.legible and page.part not in ("blank", "other"):
            yield said("rotation", got["rotation"] == page.rotation, page.rotation, got["rotation"])
        if page.origin == "fax":
            yield said("fax seen as fax", got["origin"] == "fax", "fax", got["origin"])
        else:
            yield said("no fax taken for a fax", got["origin"] != "fax", page.origin, got["origin"])


def _pairs(report: Report, truth: ClaimTruth) -> Iterator[Comparison]:
    """Every two pages that are one document in truth or in the report."""
    homes = [
        {(ref["file"], ref["page"]) for ref in document["pages"]}
        for document in report["documents"]
        if document["type"] != _BLANK
    ]
    pages = [page for page in truth.pages if page.legible]
    for one, other in combinations(pages, 2):
        keys = (one.file, one.page), (other.file, other.page)
        together = one.document == other.document and one.type != _BLANK
        joined = any(home.issuperset(keys) for home in homes)
        if together or joined:
            place = " + ".join(f"{file}#{page}" for file, page in keys)
            words = {True: "together", False: "apart"}
            yield Comparison(PAIR, together == joined, truth.claim_id, place, words[together], words[joined])


def _fields(report: Report, truth: ClaimTruth) -> Iterator[Comparison]:
    clear = {(page.file, page.page): page for page in truth.pages}
    for document in truth.documents:
        fields = _counterpart(report, truth, document).get("fields", {})
        for name, field in document.fields.items():
            page = clear[field.file, field.page]
            if not field.value or not page.legible or not has_field(document.type, name):
                continue
            got = fields.get(name, {}).get("value", "")
            how = "fax" if page.origin == "fax" else "hand" if field.hand else "print"
            place = f"{document.type}.{name} {document.print_id} {field.file}#{field.page} {page.device}"
            metric = f"field: {_group(name, field.value)}, {how}"
            yield Comparison(metric, _same(name, got, field.value), truth.claim_id, place, field.value, got)


def _marks(report: Report, truth: ClaimTruth) -> Iterator[Comparison]:
    clear = {(page.file, page.page): page for page in truth.pages}
    for document in truth.documents:
        found = {mark["slot"]: mark["state"] for mark in _counterpart(report, truth, document).get("marks", [])}
        for mark in document.marks:
            page = clear[mark.file, mark.page]
            if mark.slot not in {slot.name for slot in document_type(document.type).slots}:
                continue
            if not page.legible or (mark.kind != "signature" and not mark.colour):
                continue
            got = found.get(mark.slot, "none")
            expected = "absent" if mark.state in _NEVER_JUDGED else "present"
            place = f"{document.type}.{mark.slot} {document.print_id} {mark.file}#{mark.page} {page.device}"
            metric = f"mark: {mark.kind}, {mark.state}"
            yield Comparison(metric, got == expected, truth.claim_id, place, mark.state, got)


def _checks(report: Report, truth: ClaimTruth) -> Iterator[Comparison]:
    outcomes: dict[str, set[str]] = {}
    for finding in report["findings"]:
        outcomes.setdefault(finding["check"], set()).add(finding["outcome"])
    for check, detail in [(defect.check, defect.detail) for defect in truth.defects] + _to_see(truth):
        said = outcomes.get(check, set())
        got = "fail" if "fail" in said else "unsure" if "unsure" in said else ", ".join(sorted(said))
        yield Comparison(f"{CHECK}{check}", got in ("fail", "unsure"), truth.claim_id, "", detail, got)
    verdict = report["verdict"]
    if truth.expected_verdict != "ready":
        detail = "; ".join(defect.detail for defect in truth.defects)
        yield Comparison("blocking defect not called ready", verdict != "ready", truth.claim_id, "", detail, verdict)
    if not truth.defects:
        yield Comparison("faultless claim called ready", verdict == "ready", truth.claim_id, "", "ready", verdict)
        yield from _alarms(report, truth)


def _to_see(truth: ClaimTruth) -> list[tuple[str, str]]:
    """What is no defect and has to be seen all the same."""
    return [(check, "a grave case") for check in truth.remarks if check == "two_investigators"]


def _alarms(report: Report, truth: ClaimTruth) -> Iterator[Comparison]:
    """Every fail and every unsure on a faultless claim, remarks apart; the claim counts once under each heading."""
    for outcome in ("fail", "unsure"):
        metric = f"faultless claim without {outcome}"
        alarms = [
            finding
            for finding in report["findings"]
            if finding["outcome"] == outcome and finding["check"] not in truth.remarks
        ]
        yield Comparison(metric, not alarms, truth.claim_id, "", "", str(len(alarms)))
        for finding in alarms:
            place = f"{finding['check']} {finding['subject']} ({finding['severity']})"
            yield Comparison(f"{ALARM}{outcome}", False, truth.claim_id, place, "", finding["message_zh"])


def _counterpart(report: Report, truth: ClaimTruth, document: DocumentTruth) -> Report:
    """The report's document of that type that shares most pages with the true one, or an empty one."""
    pages = {(page.file, page.page) for page in truth.pages if page.document == document.number}
    shared = [
        (sum((ref["file"], ref["page"]) in pages for ref in found["pages"]), -index, found)
        for index, found in enumerate(report["documents"])
        if found["type"] == document.type
    ]
    best = max(shared, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] else {}


def _group(name: str, value: str) -> str:
    if name.endswith("id_number"):
        return "ID number"
    if name.endswith("credit_code"):
        return "credit code"
    if name in _PEOPLE:
        return "name"
    if name in _EXACT:
        return "diagnosis"
    return "date" if _DATE.fullmatch(value) else "other"


def _same(name: str, got: str, expected: str) -> bool:
    """Equal but for white space and character width; telephone numbers by their digits."""
    if name in _DIGITS:
        return [letter for letter in got if letter.isdigit()] == [letter for letter in expected if letter.isdigit()]
    return _plain(got) == _plain(expected)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def devices(pages: tuple[PageTruth, ...]) -> dict[str, int]:
    """How many pages came from each device."""
    counts: dict[str, int] = {}
    for page in pages:
        counts[page.device] = counts.get(page.device, 0) + 1
    return counts
