"""A relative applies, and nothing proves the relation.

Looks at: who applies, and the marriage certificate, household register or kinship certificate that names both the
applicant and the worker.

Why: in a death claim the relative signs; the bureau wants to see that the one who signs is the spouse, parent or child.

Fails: when there is no such paper, or every name on such papers surely is somebody else's.

Unsure: when a name on such a paper was not surely read, when two household registers name one of them each, and while
there are pages or files among which the paper may be.

Source: the city's list, which names the proof of each relation; 《工伤保险条例》 art. 17 (近亲属 may apply).

Passing example: a marriage certificate of 周明轩 and 于洪涛, who applies for him.

Failing example: 于洪涛 applies as the spouse, and there is only an ID card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.casework.agreement import Reading
from pipeline.casework.case import case_of
from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    field_evidence,
    not_applicable,
    not_found,
    page_evidence,
    passed,
    unsure,
)
from pipeline.casework.region import region_of
from pipeline.casework.unrecognised import hiding_places, searched, unread_files, unsorted_pages
from pipeline.casework.wording import Text, document_place
from pipeline.casework.worker import readings_of_worker
from pipeline.declare import Check
from pipeline.models.document import Document, Field
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding
from pipeline.text.names import Sameness, same_name

_NAMES = {
    "marriage_certificate": ("holder", "spouse_names"),
    "household_register": ("head_name", "member_name"),
    "kinship_certificate": ("names",),
}
"""The fields that hold names, of each paper that proves a relation."""
_SEVERAL = re.compile(r"[、，,；;/\s]+")
_LONGEST_NAME = 4


def judge(facts: Facts) -> Iterable[Finding]:
    """Whether a paper names both; asked only when a relative applies."""
    if case_of(facts).applicant != "relative":
        return [not_applicable(CHECK, Message("申请人不是近亲属。", "The applicant is no relative."))]
    applicant, worker = _applicants(facts), [one for one in readings_of_worker(facts) if one.trait == "name"]
    papers = facts.of_type(*_NAMES)
    if papers and not (applicant and worker):
        missing = Text("申请人姓名", "the applicant's name") if worker else Text("职工姓名", "the worker's name")
        return [could_not_run(CHECK, missing)]
    answers = [_names_both(paper, applicant, worker) for paper in papers]
    if "same" in answers:
        proven = Message("申请人与职工的关系有证明材料。", "The applicant's relation to the worker is proven.")
        shown = [
            spot for paper, answer in zip(papers, answers, strict=True) if answer == "same" for spot in _shown(paper)
        ]
        return [passed(CHECK, proven, evidence=shown)]
    return [_not_proven(facts, papers, in_doubt="unsure" in answers or _apart(papers, applicant, worker))]


def _not_proven(facts: Facts, papers: Sequence[Document], *, in_doubt: bool) -> Finding:
    remedy = f"请提供{region_of(facts.region).relation_proof(facts.claim.applicant_relation).bring}。"
    evidence = [spot for paper in papers for spot in _shown(paper)]
    pages, files = unsorted_pages(facts), unread_files(facts)
    if in_doubt:
        places = "、".join(document_place(paper).zh for paper in papers)
        doubt = Message(
            f"{places}是否写明申请人与职工双方姓名，未能确认，请核对。",
            "It is not certain that the papers of the relation name both applicant and worker.",
            remedy,
        )
        return unsure(CHECK, doubt, evidence)
    says = Text("没有写明申请人与职工双方姓名的关系证明", "No paper names both applicant and worker as relatives")
    if pages or files:
        hidden = hiding_places(pages, files)
        perhaps = Message(
            f"{says.zh}，可能在{hidden.zh}中，请人工核对。", f"{says.en}, unless it is among {hidden.en}.", remedy
        )
        spots = [*evidence, *(page_evidence(page.ref) for page in pages)]
        return unsure(CHECK, perhaps, spots) if spots else not_found(CHECK, "unsure", perhaps, searched(facts))
    wrong = Message(f"{says.zh}。", f"{says.en}.", remedy)
    return failed(CHECK, wrong, evidence) if evidence else not_found(CHECK, "fail", wrong, searched(facts))


def _applicants(facts: Facts) -> list[Reading]:
    fields = [form.fields.get("applicant_name") for form in facts.of_type("work_injury_application")]
    return [
        Reading("name", field.value, field.confidence, Text("", ""), field) for field in fields if field and field.value
    ]


def _names_both(paper: Document, applicant: Sequence[Reading], worker: Sequence[Reading]) -> Sameness:
    answers = (_names(paper, applicant), _names(paper, worker))
    if answers == ("same", "same"):
        return "same"
    return "different" if "different" in answers else "unsure"


def _names(paper: Document, person: Sequence[Reading]) -> Sameness:
    """Whether a paper names that person."""
    answers = {
        same_name(name, reading.value, field.confidence, reading.confidence)
        for field in _name_fields(paper)
        for reading in person
        for name in _in(field.value, len(reading.value))
    }
    if "same" in answers:
        return "same"
    return "different" if answers == {"different"} else "unsure"


def _in(text: str, length: int) -> Iterable[str]:
    """The names in a text; where it runs on (张三与李四系父子关系), all that are as long as the name sought."""
    for piece in filter(None, _SEVERAL.split(text)):
        if len(piece) <= max(length, _LONGEST_NAME):
            yield piece
        else:
            yield from (piece[start : start + length] for start in range(len(piece) - length + 1))


def _apart(papers: Sequence[Document], applicant: Sequence[Reading], worker: Sequence[Reading]) -> bool:
    """Whether one household register names the applicant and another the worker: cards of one register, perhaps."""
    registers = [paper for paper in papers if paper.type == "household_register"]
    return all(any(_names(paper, person) == "same" for paper in registers) for person in (applicant, worker))


def _name_fields(paper: Document) -> list[Field]:
    return [paper.fields[name] for name in _NAMES[paper.type] if name in paper.fields]


def _shown(paper: Document) -> list[Evidence]:
    return [field_evidence(field) for field in _name_fields(paper)] or [page_evidence(paper.pages[0])]


CHECK = Check(
    id="applicant_relation_proven",
    scope="claim",
    severity="blocking",
    title_zh="缺申请人关系证明",
    title_en="Applicant's relation not proven",
    looks_for_zh="近亲属申请的，应有写明双方姓名的结婚证、户口簿或亲属关系证明",
    looks_for_en="Relative as applicant: marriage certificate, household register or kinship certificate that "
    "names both",
    statute=("《工伤保险条例》第十七条",),
    judge=judge,
)
