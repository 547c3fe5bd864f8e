"""A 统一社会信用代码 is not valid.

Looks at: every credit code of the employer on the papers and in the portal's data.

Why: the code is what the portal and the insurance know the employer by.

Fails: when a surely read code has the wrong length, a character that no code has, or a wrong check character. It is a
warning: codes that fail the outer check character have been issued in earnest.

Unsure: when the code was not surely read, or another place has a valid code from which it differs in look-alike
characters only.

Source: GB 32100-2015 (structure, outer check character); GB 11714-1997 (characters 9-17).

Passing example: 91220104MA99YY0260.

Failing example: 91220104MA99YY0261.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.agreement import Reading
from pipeline.casework.employer import readings_of_employer
from pipeline.casework.findings import Message, could_not_run, failed, off_page, passed, unsure
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.text.confidence import SURE
from pipeline.text.credit_code import Fault, credit_code_faults
from pipeline.text.names import same_credit_code

_FAULTS: dict[Fault, Text] = {
    "length": Text("不是18位", "does not have 18 characters"),
    "characters": Text("含有不应出现的字符", "holds characters that cannot be there"),
    "check_character": Text("校验码不符", "has a wrong check character"),
    "subject_check_character": Text("主体标识码的校验码不符", "has a wrong check character in its subject code"),
}
_REMEDY = "请对照营业执照副本核对并更正统一社会信用代码。"


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every code that is not valid, or one pass."""
    codes = [reading for reading in readings_of_employer(facts) if reading.trait == "credit_code"]
    if not codes:
        return [could_not_run(CHECK, Text("统一社会信用代码", "a credit code"))]
    valid = [code for code in codes if not credit_code_faults(code.value)]
    wrong = [_wrong(facts, code, valid) for code in codes if code not in valid]
    good = Message(f"已校验{len(codes)}处统一社会信用代码，均有效。", f"All {len(codes)} credit codes are valid.")
    return wrong or [passed(CHECK, good)]


def _wrong(facts: Facts, code: Reading, valid: list[Reading]) -> Finding:
    faults = credit_code_faults(code.value)
    says = Text("、".join(_FAULTS[fault].zh for fault in faults), " and ".join(_FAULTS[fault].en for fault in faults))
    wrong = Message(
        f"{code.place.zh}的统一社会信用代码{code.value}{says.zh}。",
        f"The credit code {code.value} in {code.place.en} {says.en}.",
        _REMEDY,
    )
    if code.field is None:
        return off_page(CHECK, "fail", wrong, code.place)
    subject = next(paper.id for paper in facts.documents if code.field in paper.fields.values())
    misread = any(same_credit_code(code.value, one.value, 1.0, 1.0) != "different" for one in valid)
    if code.confidence >= SURE and not misread:
        return failed(CHECK, wrong, code.evidence, subject=subject)
    doubt = Message(
        f"{code.place.zh}的统一社会信用代码读作{code.value}，{says.zh}，可能是识别误差，请对照图像核对。",
        f"The credit code in {code.place.en}, read as {code.value}, {says.en}; it may be misread.",
        _REMEDY,
    )
    return unsure(CHECK, doubt, code.evidence, subject=subject)


CHECK = Check(
    id="credit_code_valid",
    scope="document",
    severity="warning",
    title_zh="统一社会信用代码有误",
    title_en="Credit code not valid",
    looks_for_zh="统一社会信用代码的位数、字符和校验码",
    looks_for_en="Check character, structure",
    statute=("GB 32100-2015《法人和其他组织统一社会信用代码编码规则》",),
    judge=judge,
)
