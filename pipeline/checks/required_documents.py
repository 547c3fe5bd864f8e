"""A document that this kind of claim must have is not in the upload.

Looks at: the types of all documents, and which documents the statute and the bureau's list ask for in such a case; the
list of each city is a file (`pipeline/casework/regions/`).

Why: the statute wants three papers: the application form, proof of the labour relation, and the diagnosis. The bureau's
own list is longer: the ID card, the accident report, the witnesses and the licence hold a claim up, the rest is asked
for later. Each message says which list asks.

Fails: when a document is not there and every page was sorted.

Unsure: while there are pages that could not be sorted or files that could not be read, since the document may be among
them; and when only words, not the portal or a paper, say that the case needs it. What the employer has to bring is a
warning when the worker's side applies.

Source: 《工伤保险条例》 art. 18; the city's list; the portal's list of uploads by treatment and injury.

Passing example: form, contract, diagnosis, ID card, report, statement and licence are all there.

Failing example: neither a labour contract nor a certificate of the labour relation.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.case import case_of
from pipeline.casework.findings import Message, could_not_run, not_found, page_evidence, passed, unsure
from pipeline.casework.region import region_of
from pipeline.casework.requirements import Requirement, requirements_of
from pipeline.casework.unrecognised import hiding_places, searched, unread_files, unsorted_pages
from pipeline.casework.wording import Text, document_name
from pipeline.casework.worker import worker_cards
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_PICTURES = 6
"""How many pages that may be the missing document are shown; the message names how many there are."""


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every missing document that holds a claim up, one for all others, or one pass."""
    case = case_of(facts)
    needs = requirements_of(case, region_of(facts.region))
    missing = [need for need in needs if not _is_there(facts, need)]
    blocking = [need for need in missing if need.weight == "blocking"]
    findings = [_missing(facts, [need]) for need in blocking]
    for certain in (True, False):
        others = [need for need in missing if need.weight != "blocking" and need.certain is certain]
        if others:
            findings.append(_missing(facts, others))
    if case.kind is None:
        findings.append(
            could_not_run(CHECK, Text("伤害类型（网上申报信息或申请表的受伤害经过）", "the kind of injury"))
        )
    complete = Message("必备材料齐全。", "All required documents are there.")
    return findings if blocking or case.kind is None else [passed(CHECK, complete), *findings]


def _is_there(facts: Facts, need: Requirement) -> bool:
    types = {document.type for document in facts.documents}
    if "id_card" in types and not worker_cards(facts):
        types.remove("id_card")
    return not types.isdisjoint(need.paper.any_of)


def _missing(facts: Facts, needs: list[Requirement]) -> Finding:
    names = Text(
        "、".join(f"{need.paper.name}（{need.paper.listed_zh}）" for need in needs),
        ", ".join(" or ".join(document_name(type_id).en for type_id in need.paper.any_of) for need in needs),
    )
    pages, files = unsorted_pages(facts), unread_files(facts)
    remedy = _remedy(needs)
    severity = needs[0].weight
    basis = tuple(dict.fromkeys(source for need in needs for source in need.paper.sources))
    if pages or files:
        places = hiding_places(pages, files)
        count = Text(f"（共{len(pages)}页未归类）", f", {len(pages)} unsorted pages in all") if pages else Text("", "")
        doubt = Message(
            f"未找到{names.zh}；可能在{places.zh}中{count.zh}，请人工核对。",
            f"Not found: {names.en}; perhaps among {places.en}{count.en}.",
            remedy,
        )
        if not pages:
            return not_found(CHECK, "unsure", doubt, searched(facts), severity=severity, basis=basis)
        shown = [page_evidence(page.ref) for page in pages[:_PICTURES]]
        return unsure(CHECK, doubt, shown, severity=severity, basis=basis)
    if not needs[0].certain:
        perhaps = Message(
            f"从材料文字看可能还需要{names.zh}", f"By the papers' words perhaps needed: {names.en}", remedy
        )
        return not_found(CHECK, "unsure", perhaps, searched(facts), severity=severity, basis=basis)
    message = Message(f"缺少{names.zh}", f"Missing: {names.en}", remedy)
    return not_found(CHECK, "fail", message, searched(facts), severity=severity, basis=basis)


def _remedy(needs: list[Requirement]) -> str:
    """What to bring; nothing when the bureau alone could write it."""
    to_bring = "、".join(need.paper.brought for need in needs if not need.paper.issued_by_bureau)
    to_ask = "、".join(need.paper.name for need in needs if need.paper.issued_by_bureau)
    if not to_bring:
        return ""
    return f"请补交{to_bring}；{to_ask}请与经办机构确认。" if to_ask else f"请补交{to_bring}。"


CHECK = Check(
    id="required_documents",
    scope="claim",
    severity="blocking",
    title_zh="缺少必备材料",
    title_en="Required document missing",
    looks_for_zh="此类申请必须具备而上传材料中没有的文书；并说明是法规要求还是地方清单要求",
    looks_for_en="A document that this kind of claim must have and that is not in the upload; the message says whether "
    "the statute or the local list asks for it",
    statute=("《工伤保险条例》第十八条",),
    judge=judge,
)
