"""Which Chinese words, symbols and style classes stand for the codes of a report?"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.models.document import MarkState
from pipeline.models.finding import Outcome, Verdict
from pipeline.models.page import Origin, Paper, Part


class Word(NamedTuple):
    """A code in three forms that say the same: word, symbol and CSS class, so that colour is never alone."""

    text: str
    symbol: str
    style: str


RowVerdict = Literal[Verdict, "failed"]
"""What a line of the worklist says of a claim: its verdict, or that it could not be processed."""

VERDICTS: dict[RowVerdict, Word] = {
    "ready": Word("可以受理", "✓", "ready"),
    "correction": Word("需要补正", "✗", "correction"),
    "review": Word("需要人工核对", "?", "review"),
    "failed": Word("处理失败", "!", "failed"),
}
VERDICT_SENTENCES: dict[Verdict, str] = {
    "ready": "必查项目全部通过。",
    "correction": "有必须补正的问题，请按下列事项一次性告知申请人。",
    "review": "没有发现确定的问题，但有几处机器拿不准，请看图核对。",
}
OUTCOMES: dict[Outcome, Word] = {
    "fail": Word("不符合", "✗", "fail"),
    "unsure": Word("请核对", "?", "unsure"),
    "pass": Word("通过", "✓", "pass"),
    "not_applicable": Word("不适用", "–", "none"),
    "could_not_run": Word("无法检查", "!", "unsure"),
}
MARK_STATES: dict[MarkState, Word] = {
    "present": Word("有", "✓", "pass"),
    "absent": Word("没有", "✗", "fail"),
    "unsure": Word("请核对", "?", "unsure"),
}
ORIGINS: dict[Origin, str] = {
    "scan": "扫描件",
    "photocopy": "复印件",
    "fax": "传真件",
    "photo": "照片",
    "digital": "电子文件",
    "unsure": "来源不明",
}
PAPERS: dict[Paper, str] = {"A4": "A4", "A3": "A3", "card": "证件", "other": "其他尺寸", "unknown": "尺寸不明"}
PARTS: dict[Part, str] = {"front": "正面", "back": "背面", "both": "正反面"}

_HIGH, _MEDIUM = 0.95, 0.8


def without_search(message: str) -> str:
    """A message without the places that were searched in vain, which the finding itself tells."""
    found, searched, _ = message.partition("（已查看：")
    return f"{found}。" if searched else found


def confidence_word(confidence: float) -> Word:
    """How sure the reader was of a text, in a word: high from 0.95, medium from 0.8."""
    if confidence >= _HIGH:
        return Word("高", "", "sure")
    if confidence >= _MEDIUM:
        return Word("中", "", "fairly")
    return Word("低", "", "doubtful")
