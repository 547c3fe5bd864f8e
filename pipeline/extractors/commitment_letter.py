"""A promise that what is handed in is true (承诺书), of an employer or a worker; it has neither fields nor slots."""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction

TYPE = DocumentType(
    id="commitment_letter",
    name_zh="承诺书",
    titles=(
        "工伤认定申请承诺书",
        "申请材料真实性承诺书",
        "材料真实性承诺书",
        "真实性承诺书",
        "账号申诉承诺书",
        "告知承诺书",
        "承诺书",
        "承诺函",
    ),
    captions=(
        "本单位承诺",
        "本公司承诺",
        "我单位承诺",
        "我公司承诺",
        "本人承诺",
        "郑重承诺",
        "自愿承诺",
        "特此承诺",
        "承诺如下",
        "真实有效",
        "承担法律责任",
        "承诺人",
        "承诺单位",
        "弄虚作假",
    ),
    slots=(),
    extract=lambda _: Extraction(fields={}),
)
