"""A disabled soldier's certificate (残疾军人证, before 2004 革命伤残军人证), for 工伤保险条例 art. 15(3)."""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction

TYPE = DocumentType(
    id="retired_soldier_certificate",
    name_zh="革命伤残军人证",
    titles=(
        "中华人民共和国残疾军人证",
        "中华人民共和国伤残军人证",
        "革命伤残军人证",
        "残疾军人证",
        "伤残军人证",
        "旧伤复发确认书",
    ),
    captions=(
        "残疾等级",
        "残疾性质",
        "伤残等级",
        "伤残性质",
        "评残时间",
        "退役军人事务部",
        "民政部门",
        "发证机关",
        "旧伤复发",
        "残疾军人",
        "换证",
    ),
    slots=(),
    extract=lambda _: Extraction(fields={}),
)
