"""The employer's hours of work (作息时间表): a table of shifts or seasons with the employer's seal (commuting)."""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.view import whole


def extract(document: DocumentPages) -> Extraction:
    """Looks for the seal; the contract names no field of this paper."""
    return Extraction(
        fields={}, marks=(judge_seal_anywhere([whole(page) for page in document.pages], "employer_seal"),)
    )


TYPE = DocumentType(
    id="work_schedule",
    name_zh="作息时间表",
    titles=(
        "作息时间安排表",
        "作息时间表",
        "工作时间安排表",
        "工作时间表",
        "上下班时间证明",
        "作息时间证明",
        "作息时间",
        "考勤制度",
        "排班表",
    ),
    shared_titles=("考勤表",),
    captions=(
        "上班时间",
        "下班时间",
        "上下班时间",
        "作息时间",
        "午休",
        "班次",
        "白班",
        "夜班",
        "早班",
        "中班",
        "冬季",
        "夏季",
        "夏令时",
        "冬令时",
        "休息时间",
        "执行时间",
    ),
    slots=(Slot("employer_seal", "seal", "单位（盖章）"),),
    extract=extract,
)
