"""Proof of where the worker lives: a community's or the police's certificate, a residence permit, a lease, a deed.

Only the certificate is sealed by a community committee or a police station, and a deed by its registry; a permit card
bears no seal, and a lease is signed by both sides.
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.view import whole

_UNSEALED = ("出租方", "承租方", "出租人", "承租人", "租赁合同", "租房合同", "有效期限", "房屋买卖")


def extract(document: DocumentPages) -> Extraction:
    """Judges the seal where the paper is of a kind that has one."""
    views = [whole(page) for page in document.pages]
    if any(word in view.text for view in views for word in _UNSEALED):
        return Extraction(fields={})
    return Extraction(fields={}, marks=(judge_seal_anywhere(views, "authority_seal"),))


TYPE = DocumentType(
    id="residence_proof",
    name_zh="居住证明",
    titles=(
        "居住情况证明",
        "居住证明",
        "房屋租赁合同书",
        "房屋租赁合同",
        "房屋租赁协议书",
        "房屋租赁协议",
        "住房租赁合同",
        "租房合同",
        "租房协议",
        "不动产权证书",
        "房屋所有权证",
        "中华人民共和国居住证",
        "流动人口居住证",
        "居住证",
        "暂住证",
    ),
    captions=(
        "居住于",
        "居住在我社区",
        "居住在我辖区",
        "现居住",
        "现住址",
        "居住地址",
        "居住证",
        "暂住地址",
        "社区居民委员会",
        "出租方",
        "承租方",
        "出租人",
        "承租人",
        "租赁期限",
        "租金",
        "押金",
        "转租",
        "房屋坐落",
        "权利人",
        "共有情况",
        "房屋建筑面积",
        "不动产单元号",
        "权利类型",
    ),
    shared_titles=("证明",),
    slots=(Slot("authority_seal", "seal", "居委会 / 派出所章", always=False),),
    extract=extract,
    running=("租赁", "租金"),
)
