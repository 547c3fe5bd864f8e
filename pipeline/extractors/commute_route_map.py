"""The map of the way to or from work (上下班路线图), signed: a sketch or a printed map with few words (commuting)."""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.marks import judge_slots
from pipeline.reading.page import DocumentPages
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole

_SIGNATURE = SlotSpec(
    "applicant_signature",
    "signature",
    (
        "申请人签字",
        "申请人签名",
        "申请人（签字）",
        "申请人（签名）",
        "职工签字",
        "职工签名",
        "本人签字",
        "本人签名",
        "绘图人签字",
        "绘图人",
        "制图人",
        "申请人:",
        "签字:",
        "签名:",
    ),
)
_STOPS = (
    "单位盖章",
    "单位（盖章）",
    "（盖章）",
    "盖章",
    "日期",
    "年月日",
    "说明:",
    "注:",
    "路线",
    "距离",
    "备注",
    "联系电话",
)


def extract(document: DocumentPages) -> Extraction:
    """Looks for the applicant's signature; the contract names no field of this paper."""
    return Extraction(fields={}, marks=judge_slots([whole(page) for page in document.pages], (_SIGNATURE,), _STOPS))


TYPE = DocumentType(
    id="commute_route_map",
    name_zh="上下班路线图",
    titles=(
        "上下班交通路线图",
        "上下班路线示意图",
        "上下班行驶路线图",
        "上下班途中路线图",
        "上班路线示意图",
        "下班路线示意图",
        "上下班路线图",
        "上班路线图",
        "下班路线图",
        "路线示意图",
        "路线图",
    ),
    captions=(
        "起点",
        "终点",
        "单位地址",
        "居住地址",
        "居住地",
        "事故地点",
        "途经",
        "路线",
        "全程",
        "绘图人",
        "公里",
        "上下班路线",
    ),
    slots=(Slot("applicant_signature", "signature", "申请人签字"),),
    extract=extract,
)
