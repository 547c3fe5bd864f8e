"""The papers disagree on who the worker is.

Looks at: the worker's name, ID number, sex and birth date on the form, the worker's ID card, the contract, the medical
papers and all others that name the worker, and in the portal's data.

Why: a claim is decided for one person; a different character in the name or digit in the number makes it another's.

Fails: when two places that were surely read differ in more than characters that readers mix up.

Unsure: when places differ, but one of them was not surely read or only look-alike characters differ.

Source: the portal's 员工信息检测 by name and ID number; 长春市申报材料清单, item 6.

Passing example: 张志远 on form, ID card, contract and diagnosis certificate.

Failing example: 张志远 on the form, 张志强 on the diagnosis certificate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from pipeline.casework.findings import Message, could_not_run, failed, off_page, passed, unsure
from pipeline.casework.wording import Text
from pipeline.casework.worker import Reading, readings_of_worker, same_trait
from pipeline.declare import Check, LegalBasis, Trait
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.masking import mask_id_number

_TRAITS: dict[Trait, Text] = {
    "name": Text("职工姓名", "name"),
    "id_number": Text("身份证号码", "ID number"),
    "sex": Text("性别", "sex"),
    "birth_date": Text("出生日期", "birth date"),
}


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every trait on which places disagree, or one pass."""
    readings = readings_of_worker(facts)
    by_trait = {trait: [reading for reading in readings if reading.trait == trait] for trait in _TRAITS}
    if len(by_trait["name"]) < 2 and len(by_trait["id_number"]) < 2:
        return [
            could_not_run(CHECK, Text("两处以上的职工姓名或身份证号码", "the worker's name or number in two places"))
        ]
    disagreements = [finding for trait in _TRAITS for finding in _disagreement(trait, by_trait[trait])]
    compared = "、".join(f"{_TRAITS[trait].zh}{len(by_trait[trait])}处" for trait in _TRAITS if by_trait[trait])
    agreed = Message(f"职工身份信息一致（{compared}）。", f"The worker's identity agrees in {len(readings)} places.")
    return disagreements or [passed(CHECK, agreed)]


def _disagreement(trait: Trait, readings: Sequence[Reading]) -> Iterable[Finding]:
    answers = [same_trait(left, right) for left, right in combinations(readings, 2)]
    if all(answer == "same" for answer in answers):
        return
    certain = "different" in answers
    shown = _distinct(readings)
    name = _TRAITS[trait]
    says = Text("不一致", "differs") if certain else Text("可能不一致", "may differ")
    values = [mask_id_number(one.value) if trait == "id_number" else one.value for one in shown]
    places_zh = "；".join(f"{one.place.zh}为“{value}”" for one, value in zip(shown, values, strict=True))
    places_en = "; ".join(f"{value} in {one.place.en}" for one, value in zip(shown, values, strict=True))
    message = Message(
        f"{name.zh}{says.zh}：{places_zh}{_positions(trait, shown)}。",
        f"The worker's {name.en} {says.en}: {places_en}.",
        f"请核对并更正{name.zh}，使各份材料与身份证一致。",
    )
    evidence = [spot for reading in readings for spot in reading.evidence]
    if not evidence:
        yield off_page(CHECK, "fail" if certain else "unsure", message, readings[0].place)
    else:
        yield (failed if certain else unsure)(CHECK, message, evidence)


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """The first reading of every value."""
    by_value: dict[str, Reading] = {}
    for reading in readings:
        by_value.setdefault(reading.value, reading)
    return list(by_value.values())


def _positions(trait: Trait, shown: Sequence[Reading]) -> str:
    """Where two numbers of one length differ, since their middle is covered in messages."""
    if trait != "id_number" or len(shown) != 2 or len(shown[0].value) != len(shown[1].value):
        return ""
    pairs = enumerate(zip(shown[0].value, shown[1].value, strict=True), start=1)
    return f"（第{'、'.join(str(place) for place, (left, right) in pairs if left != right)}位不同）"


CHECK = Check(
    id="identity_consistent",
    scope="claim",
    severity="blocking",
    title_zh="身份信息不一致",
    title_en="Identity differs between papers",
    looks_for_zh="各份材料及网上申报信息中职工姓名、身份证号码、性别、出生日期不一致",
    looks_for_en="Worker name, ID number, sex, birth date differ between documents or from the portal's data",
    basis=LegalBasis(local=("吉林智慧人社网厅：员工信息检测", "长春市申报材料清单第六项：工伤职工身份证原件及复印件")),
    judge=judge,
)
