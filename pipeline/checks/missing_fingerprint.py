"""A fingerprint is missing.

Looks at: every place for a fingerprint on the documents of the claim.

Why: the bureau wants the applicant's and the witnesses' fingerprints beside their signatures.

Fails: when the place is certainly empty.

Unsure: when something is there that cannot be told for sure, as on a copy without colour, or when the place itself was
not found.

Source: the city's list, which names the places. No statute asks for it.

Passing example: a red print over the applicant's signature.

Failing example: the applicant signed, but left no print.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.marked_slots import MarkWords, judge_marks
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding

_WORDS = MarkWords("fingerprint", Text("手印", "fingerprint"), "摁手印")


def judge(facts: Facts) -> Iterable[Finding]:
    """Every fingerprint slot that is empty or in doubt."""
    return judge_marks(CHECK, facts, _WORDS)


CHECK = Check(
    id="missing_fingerprint",
    scope="document",
    severity="blocking",
    title_zh="缺手印",
    title_en="Fingerprint missing",
    looks_for_zh="手印处为空",
    looks_for_en="A fingerprint slot that is empty",
    judge=judge,
)
