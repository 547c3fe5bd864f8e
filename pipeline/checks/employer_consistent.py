"""The papers disagree on who the employer is.

Looks at: the employer's name and 统一社会信用代码 on the form, the contract, the licence, the power of attorney and all
other papers that name the employer, and in the portal's data.

Why: the licence proves that the employer exists and the contract that the worker belongs to it; 有限公司 and
有限责任公司, or a code that differs in one place, are two employers before the law.

Fails: when two places that were surely read differ in more than characters that readers mix up. Width, spaces and kinds
of brackets carry no meaning.

Unsure: when places differ, but one of them was not surely read, only look-alike characters differ, or one name is the
beginning or the end of the other and may have been cut off; not when the reader itself took into account the name that
at least two other places surely say, or the valid code that another one says where the check characters do not fit the
code as read. Also when the rim of a round seal in the employer's place was surely read and names a unit that shares
next to nothing with the employer's name.

Source: the city's list (营业执照副本); 《工伤认定办法》 annex (工作单位).

Passing example: 长春市瑞禾机械制造有限公司 on form, contract and licence.

Failing example: 长春市瑞禾机械制造有限公司 on the form, 长春市瑞禾机械制造有限责任公司 on the licence.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.agreement import disagreement
from pipeline.casework.employer import readings_of_employer, same_employer_trait
from pipeline.casework.findings import Message, could_not_run, mark_evidence, passed, unsure
from pipeline.casework.seal_names import foreign_seals
from pipeline.casework.wording import Text, document_place
from pipeline.declare import Check, EmployerTrait
from pipeline.models.document import Document, Mark
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_TRAITS: dict[EmployerTrait, Text] = {
    "name": Text("用人单位名称", "employer's name"),
    "credit_code": Text("统一社会信用代码", "employer's credit code"),
}


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for the name and one for the code when places disagree, or one pass."""
    readings = readings_of_employer(facts)
    by_trait = {trait: [reading for reading in readings if reading.trait == trait] for trait in _TRAITS}
    if all(len(found) < 2 for found in by_trait.values()):
        return [could_not_run(CHECK, Text("两处以上的用人单位名称", "the employer's name in two places"))]
    found = [
        disagreement(
            CHECK, name, by_trait[trait], same_employer_trait, f"请核对并更正{name.zh}，使各份材料与营业执照一致。"
        )
        for trait, name in _TRAITS.items()
    ]
    compared = "、".join(f"{name.zh}{len(by_trait[trait])}处" for trait, name in _TRAITS.items() if by_trait[trait])
    agreed = Message(f"用人单位信息一致（{compared}）。", f"The employer agrees in {len(readings)} places.")
    seals = [_foreign_seal(document, mark) for document, mark in foreign_seals(facts)]
    return [*(finding for finding in found if finding), *seals] or [passed(CHECK, agreed)]


def _foreign_seal(document: Document, mark: Mark) -> Finding:
    place = document_place(document)
    message = Message(
        f"{place.zh}上的印章读作“{mark.text}”，与用人单位名称不同。",
        f"The seal on {place.en} reads “{mark.text}”, which is not the employer's name.",
        "请核对印章是否为用人单位公章。",
    )
    return unsure(CHECK, message, mark_evidence(mark), subject=document.id)


CHECK = Check(
    id="employer_consistent",
    scope="claim",
    severity="blocking",
    title_zh="单位信息不一致",
    title_en="Employer inconsistent",
    looks_for_zh="各份材料中的单位名称或统一社会信用代码不同",
    looks_for_en="Employer name or credit code differ between documents",
    judge=judge,
)
