"""A seal is missing.

Looks at: every place for a seal on the documents of the claim. A slice of a seal across page edges does not count.

Why: without its seal a unit's opinion, a contract or a certificate is not the unit's word.

Fails: when the place is certainly empty.

Unsure: when something is there that cannot be told for sure, or when the place itself was not found. What the employer
should add to a form that the worker's side hands in weighs as a warning only.

Source: the city's list, which names the places; 《工伤认定办法》 (人社部令第8号), annex, note 8.

Passing example: a round red seal over the date of 用人单位意见.

Failing example: the contract's 甲方（盖章） is empty.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.marked_slots import MarkWords, judge_marks
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_WORDS = MarkWords("seal", Text("公章", "seal"), "加盖公章")


def judge(facts: Facts) -> Iterable[Finding]:
    """Every seal slot that is empty or in doubt."""
    return judge_marks(CHECK, facts, _WORDS)


CHECK = Check(
    id="missing_seal",
    scope="document",
    severity="blocking",
    title_zh="缺公章",
    title_en="Seal missing",
    looks_for_zh="盖章处为空",
    looks_for_en="A seal slot that is empty",
    statute=("《工伤认定办法》附件《工伤认定申请表》填表说明",),
    judge=judge,
)
