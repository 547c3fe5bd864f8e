"""A copy was handed in where the list asks for the original.

Looks at: whether the pages of a diagnosis certificate, a labour contract, the worker's ID card or the employer's
licence show the paper itself or a photocopy of it.

Why: the list asks for 原件及复印件 of these; red seals and pen strokes can be judged on the original only.

Fails: when every page of such a paper is surely a photocopy and no other upload shows its original (a warning).

Unsure: when the pages have no colour at all, so that a grey scan of the original cannot be told from a copy.

Source: the city's list (原件及复印件). Copies of witnesses' ID cards are asked for and are no fault.

Passing example: a contract scanned in colour with its red seal; or the original beside its copy.

Failing example: a grey diagnosis certificate with the copier's dark rim and specks.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message, failed, not_applicable, page_evidence, passed, unsure
from pipeline.casework.wording import document_name, document_place
from pipeline.casework.worker import worker_cards
from pipeline.declare import Check
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.page import Origin, Page

_ORIGINALS = (
    "diagnosis_certificate",
    "occupational_disease_certificate",
    "labor_contract",
    "business_license",
    "id_card",
)
_NO_COPY: frozenset[Origin] = frozenset({"scan", "photo", "digital", "fax"})
"""Origins that show the paper itself, or that another check speaks of."""


def judge(facts: Facts) -> Iterable[Finding]:
    """Every paper of which only a copy is there, or one pass for the claim."""
    papers = [paper for type_id in _ORIGINALS for paper in _papers(facts, type_id)]
    if not papers:
        return [not_applicable(CHECK, Message("材料中没有应交原件的文书。", "No paper here has to be an original."))]
    known = {page.ref: page for page in facts.pages}
    shown = {paper.id: [known[ref] for ref in paper.pages if ref in known] for paper in papers}
    in_original = {paper.type for paper in papers if any(page.origin in _NO_COPY for page in shown[paper.id])}
    copies = [_copied(paper, shown[paper.id]) for paper in papers if paper.type not in in_original]
    told = Message(
        f"已查看{len(papers)}份应交原件的材料，未发现仅有复印件的。",
        f"None of the {len(papers)} papers that have to be originals is there as a copy only.",
    )
    return copies or [passed(CHECK, told)]


def _papers(facts: Facts, type_id: str) -> tuple[Document, ...]:
    return worker_cards(facts) if type_id == "id_card" else facts.of_type(type_id)


def _copied(paper: Document, pages: list[Page]) -> Finding:
    name, where = document_name(paper.type), document_place(paper)
    remedy = f"请上传《{name.zh}》原件的彩色扫描件（清单要求原件及复印件）。"
    evidence = [page_evidence(page.ref) for page in pages]
    if all(page.origin == "photocopy" for page in pages):
        message = Message(f"{where.zh}是复印件，应交原件。", f"{where.en} is a photocopy; the original is due.", remedy)
        return failed(CHECK, message, evidence, subject=paper.id)
    message = Message(
        f"{where.zh}没有色彩，不能区分原件的灰度扫描与复印件。",
        f"{where.en} has no colour: a grey scan of the original cannot be told from a copy.",
        remedy,
    )
    return unsure(CHECK, message, evidence, subject=paper.id)


CHECK = Check(
    id="photocopy_instead_of_original",
    scope="page",
    severity="warning",
    title_zh="应交原件处为复印件",
    title_en="Photocopy instead of the original",
    looks_for_zh="清单要求原件而只交了复印件的材料",
    looks_for_en="A copy where the list asks for the original",
    judge=judge,
)
