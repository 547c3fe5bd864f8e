"""A signature is missing.

Looks at: every place for a signature on the documents of the claim.

Why: a form or statement that nobody signed has no author; a printed name is not a signature.

Fails: when the place is certainly empty.

Unsure: when something is there that cannot be told for sure, or when the place itself was not found. What the employer
should add to a form that the worker's side hands in weighs as a warning only.

Source: the city's list, which names the places; 《工伤认定办法》 (人社部令第8号), annex, notes 7 and 8.

Passing example: handwriting right of 申请人签字.

Failing example: the doctor's name is printed, and nobody signed beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.marked_slots import MarkWords, judge_marks
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_WORDS = MarkWords("signature", Text("签名", "signature"), "补签")


def judge(facts: Facts) -> Iterable[Finding]:
    """Every signature slot that is empty or in doubt."""
    return judge_marks(CHECK, facts, _WORDS)


CHECK = Check(
    id="missing_signature",
    scope="document",
    severity="blocking",
    title_zh="缺签名",
    title_en="Signature missing",
    looks_for_zh="签名处为空；打印的姓名不算签名",
    looks_for_en="A signature slot that is empty; a printed name is not a signature",
    statute=("《工伤认定办法》附件《工伤认定申请表》填表说明",),
    judge=judge,
)
