"""Which of the application form's four logical pages is this: cover, table, opinions or instructions?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reading.view import View
from pipeline.text.captions import folded

_INSTRUCTIONS = ("填表说明", "填写说明", "填表须知")
SIGNS = {
    "cover": ("申请人与受伤害职工关系", "填表日期", "工伤认定申请表", "受伤害职工"),
    "table": ("职工姓名", "身份证号码", "参加工作时间", "工作单位", "诊断时间", "受伤害经过", "家庭地址", "邮政编码"),
    "opinions": ("申请事项", "亲属意见", "用人单位意见", "审查资料", "受理意见", "申请人签字", "备注"),
    "instructions": ("填表说明", "钢笔或签字笔", "字迹工整", "一式两份", "填写", "应当提交", "附页"),
}
"""What stands on each of them."""


def part_of(view: View) -> str | None:
    """Which logical page of the form this is: ``cover``, ``table``, ``opinions`` or ``instructions``."""
    seen = {name: sum(sign in view.text for sign in signs) for name, signs in SIGNS.items()}
    # The instructions name the form's cells one by one: what heads the page tells, not what it names.
    if _is_headed(view, _INSTRUCTIONS) or ("填表说明" in view.text and max(seen["table"], seen["opinions"]) < 4):
        return "instructions"
    best = max(seen, key=lambda name: seen[name])
    return best if seen[best] >= 2 else None


def _is_headed(view: View, titles: Sequence[str]) -> bool:
    """Whether the topmost line of the view is one of these titles and nothing else."""
    first = min(view.lines, key=lambda line: line.box.y0, default=None)
    return first is not None and folded(first.text).strip("：") in titles
