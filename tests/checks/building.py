"""Facts of made-up claims, in as few words as a test needs. The people and numbers are invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pipeline.casework.judging import judge
from pipeline.declare import checks
from pipeline.models.claim import ClaimInfo
from pipeline.models.document import Document, Field, Mark, MarkKind, MarkState, NumberSeen, PartSeen
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding
from pipeline.models.geometry import Box
from pipeline.models.page import Page, PageRef

AS_OF = date(2026, 11, 23)
BOX = Box(10, 20, 110, 40)
NAME, NUMBER, BORN = "张志远", "220104198501019999", "1985-01-01"
OTHER_NAME, OTHER_NUMBER = "李春燕", "220181197806159982"


def page(file: str, number: int = 1, **told: Any) -> Page:
    return Page(file=file, page=number, width_px=1654, height_px=2339, **told)


def field(
    value: str, file: str = "form.pdf", number: int = 1, confidence: float = 0.98, text: str | None = None
) -> Field:
    return Field(
        value=value, text=value if text is None else text, confidence=confidence, file=file, page=number, box=BOX
    )


def mark(slot: str, kind: MarkKind, state: MarkState, file: str | None = "form.pdf", number: int | None = 3) -> Mark:
    return Mark(slot=slot, kind=kind, state=state, confidence=0.97, file=file, page=number, box=BOX if file else None)


def document(
    type_id: str,
    file: str,
    pages: int = 1,
    *,
    id: str = "d1",
    fields: dict[str, Field | str] | None = None,
    marks: Iterable[Mark] = (),
    parts: Iterable[str] = (),
    numbers: Iterable[NumberSeen] = (),
) -> Document:
    told = {name: field(value, file) if isinstance(value, str) else value for name, value in (fields or {}).items()}
    return Document(
        id=id,
        type=type_id,
        confidence=0.99,
        pages=tuple(PageRef(file=file, page=number) for number in range(1, pages + 1)),
        fields=told,
        marks=tuple(marks),
        parts=tuple(PartSeen(name=name, file=file, page=1, box=BOX) for name in parts),
        numbers=tuple(numbers),
    )


def facts(*documents: Document, pages: Iterable[Page] = (), claim: ClaimInfo | None = None, **told: Any) -> Facts:
    """A claim of these documents. Pages that are not given are made, sorted into their documents."""
    given = {one.ref: one for one in pages}
    of_documents = [
        given.pop(ref, page(ref.file, ref.page)).model_copy(update={"type": one.type, "document": one.id})
        for one in documents
        for ref in one.pages
    ]
    return Facts(
        claim=claim or ClaimInfo(),
        as_of=AS_OF,
        documents=documents,
        pages=(*of_documents, *given.values()),
        errors=told.pop("errors", ()),
        **told,
    )


def findings(check_id: str, claim: Facts) -> tuple[Finding, ...]:
    return judge(next(check for check in checks() if check.id == check_id), claim)


def outcomes(check_id: str, claim: Facts) -> list[tuple[str, str]]:
    return [(one.outcome, one.severity) for one in findings(check_id, claim)]


def spot(one: Field) -> Evidence:
    return Evidence(file=one.file, page=one.page, box=one.box, text=one.text)


APPLICATION_PARTS = ("cover", "table", "opinions", "instructions")
CELLS = {
    "applicant_name": "长春市瑞禾机械制造有限公司",
    "worker_name": NAME,
    "applicant_relation": "用人单位",
    "filled_on": "2026-10-08",
    "sex": "男",
    "birth_date": BORN,
    "id_number": NUMBER,
    "phone": "13800001111",
    "home_address": "长春市朝阳区前进大街1号",
    "postcode": "130012",
    "employer_name": "长春市瑞禾机械制造有限公司",
    "employer_phone": "043180000000",
    "employer_address": "长春市朝阳区硅谷大街2号",
    "employer_postcode": "130012",
    "occupation": "冲压工",
    "employed_since": "2020-03-01",
    "accident": "2026年9月18日14时，公司冲压车间，光电保护失灵",
    "accident_date": "2026-09-18",
    "diagnosed_on": "2026-09-18",
    "injured_part": "左手示指末节开放性骨折",
    "narrative": "在公司冲压车间取料时，左手示指被滑块压伤，随即由同事送往医院。",
    "request": "申请认定张志远此次所受伤害为工伤",
    "employer_opinion": "情况属实，同意申报工伤。",
}
MARKS = (
    mark("applicant_signature", "signature", "present"),
    mark("applicant_fingerprint", "fingerprint", "present"),
    mark("legal_representative_signature", "signature", "present"),
    mark("employer_seal", "seal", "present"),
)


def application(**changed: Any) -> Document:
    """A complete application form of four pages; ``fields`` replaces cells, a value of None drops the cell."""
    cells = {name: value for name, value in (CELLS | changed.pop("fields", {})).items() if value is not None}
    told = {"id": "d1", "marks": MARKS, "parts": APPLICATION_PARTS} | changed
    return document("work_injury_application", "form.pdf", 4, fields=cells, **told)


def id_card(**changed: Any) -> Document:
    told = {"id": "d2", "parts": ("front", "back")} | changed
    shown = {
        "name": NAME, "sex": "男", "birth_date": BORN, "id_number": NUMBER,
        "valid_from": "2015-03-08", "valid_until": "2035-03-08",
    } | told.pop("fields", {})  # fmt: skip
    file = told.pop("file", "card.jpg")
    return document("id_card", file, fields={name: value for name, value in shown.items() if value is not None}, **told)


def contract(pages: int = 4, **changed: Any) -> Document:
    told = {"id": "d3", "parts": ("parties", "signing_page")} | changed
    shown = {
        "employer_name": "长春市瑞禾机械制造有限公司", "worker_name": NAME, "worker_id_number": NUMBER,
        "starts_on": "2024-01-01", "ends_on": "2027-12-31", "signed_on": "2024-01-01",
    } | told.pop("fields", {})  # fmt: skip
    told.setdefault("marks", (
        mark("employer_seal", "seal", "present", "contract.pdf", pages),
        mark("employer_signature", "signature", "present", "contract.pdf", pages),
        mark("worker_signature", "signature", "present", "contract.pdf", pages),
    ))  # fmt: skip
    return document(
        "labor_contract", "contract.pdf", pages, fields={k: v for k, v in shown.items() if v is not None}, **told
    )


def certificate(**changed: Any) -> Document:
    told = {"id": "d4"} | changed
    shown = {
        "patient_name": NAME, "sex": "男", "visited_on": "2026-09-18", "issued_on": "2026-09-20",
        "diagnosis": "左手示指末节开放性骨折",
    } | told.pop("fields", {})  # fmt: skip
    told.setdefault("marks", (
        mark("doctor_signature", "signature", "present", "diagnosis.jpg", 1),
        mark("hospital_seal", "seal", "present", "diagnosis.jpg", 1),
    ))  # fmt: skip
    return document(
        "diagnosis_certificate", "diagnosis.jpg", fields={k: v for k, v in shown.items() if v is not None}, **told
    )


def other_papers() -> tuple[Document, ...]:
    """The further papers of an ordinary claim, so that nothing is missing."""
    types = (
        "accident_investigation_report", "witness_statement", "business_license", "power_of_attorney",
        "accident_filing_form", "acceptance_notice",
    )  # fmt: skip
    return tuple(document(type_id, f"{type_id}.pdf", id=f"p{at}") for at, type_id in enumerate(types))
