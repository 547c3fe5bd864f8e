"""The certificate of a public institution (事业单位法人证书) or its successor by code (统一社会信用代码证书).

It stands for the licence where the employer is an institution, an authority or an association (notice item 8).
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction
from pipeline.extractors.unit_certificate import read_columns, with_spread
from pipeline.reading.captioned import FieldSpec
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import wordings
from pipeline.text.wording import ANY_DAY, CREDIT_CODE

FIELDS = (
    FieldSpec("credit_code", ("统一社会信用代码", "社会信用代码"), "credit_code"),
    FieldSpec("name", ("机构名称", "单位名称", "名称"), "text_block"),
    FieldSpec("legal_representative", ("法定代表人（负责人）", "法定代表人", "负责人"), "name"),
    FieldSpec("valid_until", ("有效期限", "有效期"), "text_block"),
)
_STOPS = (
    "宗旨和业务范围",
    "业务范围",
    "住所",
    "机构地址",
    "地址",
    "经费来源",
    "开办资金",
    "注册资金",
    "举办单位",
    "业务主管单位",
    "登记管理机关",
    "赋码机关",
    "发证机关",
    "机构性质",
    "机构类型",
    "颁发日期",
    "颁证日期",
    "登记证号",
    "证书编号",
    "事业单位法人证书",
    "统一社会信用代码证书",
    "（副本）",
    "（正本）",
    "国家事业单位登记管理局监制",
    "与原件一致",
    "年月日",
)
_SPREAD = wordings({"credit_code": "credit_code"}, CREDIT_CODE, rf"自(?P<valid_until>{ANY_DAY}[起]?[至到—-]{ANY_DAY})")
"""What tells itself wherever it stands."""


def extract(document: DocumentPages) -> Extraction:
    """Reads the certificate column by column."""
    return Extraction(fields=with_spread(document, read_columns(document, FIELDS, _STOPS), _SPREAD))


TYPE = DocumentType(
    id="public_institution_certificate",
    name_zh="事业单位法人证书/统一社会信用代码证书",
    titles=(
        "事业单位法人证书",
        "统一社会信用代码证书",
        "社会团体法人登记证书",
        "民办非企业单位登记证书",
        "基金会法人登记证书",
    ),
    captions=(
        "宗旨和业务范围",
        "经费来源",
        "开办资金",
        "举办单位",
        "业务主管单位",
        "登记管理机关",
        "机构性质",
        "机构地址",
        "赋码机关",
        "统一社会信用代码",
        "法定代表人",
        "有效期",
    ),
    slots=(),
    fields={
        "credit_code": "统一社会信用代码",
        "name": "名称",
        "legal_representative": "法定代表人",
        "valid_until": "有效期",
    },
    extract=extract,
    employer={"name": "name", "credit_code": "credit_code"},
)
