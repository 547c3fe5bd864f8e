"""The papers disagree on who the worker is.

Looks at: the worker's name, ID number, sex and birth date on the form, the worker's ID card, the contract, the medical
papers and all others that name the worker, and in the portal's data.

Why: a claim is decided for one person; a different character in the name or digit in the number makes it another's.

Fails: when two places that were surely read differ in more than characters that readers mix up.

Unsure: when places differ, but one of them was not surely read or only look-alike characters differ; not when the
reader itself took into account the name that at least two other places surely say.

Source: the portal's 员工信息检测 by name and ID number; the city's list (ID card).

Passing example: 张志远 on form, ID card, contract and diagnosis certificate.

Failing example: 张志远 on the form, 张志强 on the diagnosis certificate.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.agreement import disagreement
from pipeline.casework.findings import Message, could_not_run, passed
from pipeline.casework.wording import Text
from pipeline.casework.worker import readings_of_worker, same_trait
from pipeline.declare import Check, Trait
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_TRAITS: dict[Trait, Text] = {
    "name": Text("职工姓名", "worker's name"),
    "id_number": Text("身份证号码", "worker's ID number"),
    "sex": Text("性别", "worker's sex"),
    "birth_date": Text("出生日期", "worker's birth date"),
}


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every trait on which places disagree, or one pass."""
    readings = readings_of_worker(facts)
    by_trait = {trait: [reading for reading in readings if reading.trait == trait] for trait in _TRAITS}
    if len(by_trait["name"]) < 2 and len(by_trait["id_number"]) < 2:
        return [
            could_not_run(CHECK, Text("两处以上的职工姓名或身份证号码", "the worker's name or number in two places"))
        ]
    found = [
        disagreement(CHECK, name, by_trait[trait], same_trait, f"请核对并更正{name.zh}，使各份材料与身份证一致。")
        for trait, name in _TRAITS.items()
    ]
    compared = "、".join(f"{name.zh}{len(by_trait[trait])}处" for trait, name in _TRAITS.items() if by_trait[trait])
    agreed = Message(f"职工身份信息一致（{compared}）。", f"The worker's identity agrees in {len(readings)} places.")
    return [finding for finding in found if finding] or [passed(CHECK, agreed)]


CHECK = Check(
    id="identity_consistent",
    scope="claim",
    severity="blocking",
    title_zh="身份信息不一致",
    title_en="Identity differs between papers",
    looks_for_zh="各份材料及网上申报信息中职工姓名、身份证号码、性别、出生日期不一致",
    looks_for_en="Worker name, ID number, sex, birth date differ between documents or from the portal's data",
    judge=judge,
)
