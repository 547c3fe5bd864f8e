"""What the bureau sends when it does not accept yet, or not at all: 补正材料通知书, 限期举证通知书, 不予受理决定书.

Wording: 《工伤认定办法》 (人社部令第8号) arts. 8 and 17. Nobody has to hand it in, so nothing is read from it.
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction

TYPE = DocumentType(
    id="supplement_notice",
    name_zh="补正材料通知书",
    titles=(
        "工伤认定申请补正材料通知书",
        "工伤认定申请材料补正告知书",
        "工伤认定补正材料通知书",
        "补正材料通知书",
        "补正材料告知书",
        "材料补正通知书",
        "补正告知书",
        "补正通知书",
        "一次性告知书",
        "工伤认定限期举证通知书",
        "限期举证通知书",
        "举证通知书",
        "工伤认定申请不予受理决定书",
        "工伤认定申请不予受理通知书",
        "不予受理决定书",
        "不予受理通知书",
    ),
    captions=(
        "需补正",
        "需要补正",
        "下列材料",
        "补正以下材料",
        "补正材料",
        "材料不完整",
        "收到本通知之日起",
        "逾期不补正",
        "逾期未补正",
        "视为撤回",
        "承担举证责任",
        "举证材料",
        "不予受理",
        "不符合受理条件",
        "申请行政复议",
    ),
    slots=(),
    extract=lambda _: Extraction(fields={}),
)
