"""The organisation code certificate (组织机构代码证): eight characters and a check character (GB 11714-1997).

None were issued after 2016, and public bodies could use theirs until 2018-06-30; the notice still names it (item 8).
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction
from pipeline.extractors.unit_certificate import read_columns, with_spread
from pipeline.reading.captioned import FieldSpec
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import wordings
from pipeline.text.wording import ANY_DAY

FIELDS = (
    FieldSpec("code", ("组织机构代码:", "机构代码", "代码"), "credit_code"),
    FieldSpec("name", ("机构名称", "单位名称", "名称"), "text_block"),
    FieldSpec("valid_until", ("有效期限", "有效期"), "text_block"),
)
_STOPS = (
    "机构类型",
    "法定代表人",
    "负责人",
    "地址",
    "机构地址",
    "颁发单位",
    "颁证单位",
    "登记号",
    "年检记录",
    "年度验证",
    "说明",
    "中华人民共和国组织机构代码证",
    "中华人民共和国",
    "组织机构代码证",
    "中华人民共和国国家质量监督检验检疫总局",
    "（副本）",
    "（正本）",
    "与原件一致",
    "年月日",
)
_SPREAD = wordings({}, rf"自(?P<valid_until>{ANY_DAY}[起]?[至到—-]{ANY_DAY})")
"""What tells itself wherever it stands."""


def extract(document: DocumentPages) -> Extraction:
    """Reads the certificate column by column; beside the fields stand notes and yearly stamps."""
    return Extraction(fields=with_spread(document, read_columns(document, FIELDS, _STOPS), _SPREAD))


TYPE = DocumentType(
    id="organization_code_certificate",
    name_zh="组织机构代码证",
    titles=("中华人民共和国组织机构代码证", "组织机构代码证"),
    captions=("机构名称", "机构类型", "颁发单位", "登记号", "组织机构代码", "年检记录", "有效期"),
    slots=(),
    fields={
        "code": "代码",
        "name": "机构名称",
        "valid_until": "有效期",
    },
    extract=extract,
    employer={"name": "name"},
)
