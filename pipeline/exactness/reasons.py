"""How is the outcome of a comparison told to a caseworker?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from pipeline.models.comparison import Difference

_MOST_SHOWN = 3


class Told(Protocol):
    """What is told of one side: the forms that count, in order, and its items without punctuation."""

    @property
    def forms(self) -> tuple[str, ...]:
        """What counts, in order."""
        ...

    @property
    def items(self) -> tuple[str, ...]:
        """What stands between list marks, semicolons and full stops."""
        ...


def explained(
    verdict: str, left: Told, right: Told, differences: Sequence[Difference], *, only_punctuation: bool
) -> str:
    """One sentence in Chinese: what differs, or why it could not be decided."""
    if verdict == "identical":
        return "两处文字一致，仅标点不同" if only_punctuation else "两处文字逐字一致"
    if not left.forms or not right.forms:
        return "有一处没有读出文字，请人工核对"
    places = "、".join(_place(difference) for difference in differences[:_MOST_SHOWN])
    places += f"等{len(differences)}处" if len(differences) > _MOST_SHOWN else ""
    if verdict == "different":
        return _about_items(left, right) + f"两处文字不一致：{places}"
    if left.forms == right.forms:
        return f"读出的文字相同，但有字辨认不清，请人工核对：{places}"
    return f"读出的文字不同，但辨认没有把握，请人工核对：{places}"


def _place(difference: Difference) -> str:
    if difference.op == "replace":
        return f"第{difference.left_index + 1}字“{difference.left}”对“{difference.right}”"
    if difference.op == "delete":
        return f"后者缺“{difference.left}”"
    return f"前者缺“{difference.right}”"


def _about_items(left: Told, right: Told) -> str:
    """A word on the items of a list, where they are only moved or where some are missing."""
    ours, theirs = Counter(left.items), Counter(right.items)
    if ours == theirs:
        return "各项内容相同但顺序不同；"
    if len(left.items) != len(right.items) and not (ours - theirs and theirs - ours):
        more, missing = ("后者", ours - theirs) if ours - theirs else ("前者", theirs - ours)
        return f"{more}缺少：{'；'.join(missing.elements())}；"
    return ""
