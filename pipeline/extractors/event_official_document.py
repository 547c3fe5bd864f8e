"""The official paper of a match or performance that the employer holds or sends people to (比赛或文艺表演正式文件).

Layout: 党政机关公文格式 (GB/T 9704-2012): red head, number, title 关于举办…的通知, addressees, body, office and day,
抄送 and 印发 at the foot.
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.view import whole


def extract(document: DocumentPages) -> Extraction:
    """Judges the seal of the office that issued the paper."""
    views = [whole(page) for page in document.pages]
    return Extraction(fields={}, marks=(judge_seal_anywhere(views, "issuer_seal"),))


TYPE = DocumentType(
    id="event_official_document",
    name_zh="比赛或文艺表演正式文件",
    titles=(
        "关于举办 的通知",
        "关于举行 的通知",
        "关于组织 比赛的通知",
        "关于组织 运动会的通知",
        "关于组织 演出的通知",
        "关于组织参加 的通知",
        "关于开展 比赛的通知",
        "关于开展 竞赛的通知",
        "关于开展 活动的通知",
        "比赛通知",
        "运动会通知",
        "文艺演出通知",
        "活动方案",
        "竞赛规程",
        "秩序册",
    ),
    captions=(
        "活动时间",
        "活动地点",
        "比赛时间",
        "比赛地点",
        "演出时间",
        "演出地点",
        "参加人员",
        "参赛人员",
        "比赛项目",
        "参赛办法",
        "报名时间",
        "报名办法",
        "组织单位",
        "主办单位",
        "承办单位",
        "领队",
        "运动会",
        "文艺汇演",
        "各部门",
        "各单位",
        "印发",
        "抄送",
        "的通知",
    ),
    slots=(Slot("issuer_seal", "seal", "发文单位章"),),
    extract=extract,
)
