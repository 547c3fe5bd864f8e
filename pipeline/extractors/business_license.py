"""The business licence (营业执照) of a company or an individual business, original or duplicate, paper or electronic.

What it must say: 市场主体登记管理条例实施细则 art. 23. A company has 法定代表人 and 住所, an individual business has
经营者 and 经营场所; the prints since 2019 give no term for a company without one.
"""

from __future__ import annotations

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.extractors.unit_certificate import read_columns, with_spread
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec
from pipeline.reading.marks import judge_slots
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole
from pipeline.text.wording import ANY_DAY, CREDIT_CODE

FIELDS = (
    FieldSpec("credit_code", ("统一社会信用代码", "社会信用代码"), "credit_code"),
    FieldSpec("name", ("企业名称", "字号名称", "名称"), "text_block"),
    FieldSpec("kind", ("主体类型", "企业类型", "公司类型", "类型"), "text_block"),
    FieldSpec(
        "legal_representative",
        (
            "法定代表人（负责人）",
            "法定代表人",
            "执行事务合伙人",
            "经营者姓名",
            "经营者",
            "投资人",
            "负责人",
        ),
        "name",
    ),
    FieldSpec("registered_on", ("成立日期", "注册日期", "成立时间"), "date"),
    FieldSpec("valid_until", ("营业期限", "经营期限", "合伙期限"), "text_block"),
    FieldSpec(
        "address",
        ("住所（经营场所）", "主要经营场所", "经营场所", "营业场所", "企业住所", "住所", "住址"),
        "text_block",
    ),
    FieldSpec("authority", ("登记机关", "发照机关"), "text"),
)
_STOPS = (
    "经营范围",
    "注册资本",
    "实收资本",
    "出资额",
    "组成形式",
    "注册号",
    "副本编号",
    "编号",
    "营业执照",
    "（副本）",
    "（正本）",
    "核准日期",
    "登记日期",
    "扫描二维码登录",
    "扫描市场主体身份码",
    "国家企业信用信息公示系统",
    "国家市场监督管理总局监制",
    "市场主体应当于每年",
    "重要提示",
    "与原件一致",
    "年月日",
)
_SPREAD = wordings(
    {"credit_code": "credit_code"},
    CREDIT_CODE,
    r"(?m)(?:^|[\t：])(?P<authority>\p{Han}{2,16}(?:市场监督管理局|工商行政管理局|行政审批局)(?:\p{Han}{1,6}分局)?)$",
    rf"(?P<valid_until>{ANY_DAY}[起]?[至到—-](?:{ANY_DAY}|长期))",
)
"""What tells itself wherever it stands."""
_NAME_AND_KIND = regex.compile(
    r"(?P<name>.{4,}?(?:公司|企业|厂|店|社|行|部|馆|中心|事务所))[类型]{0,2}"
    r"(?:(?:其他)?(?:有限责任公司|股份有限公司)[（(].+|个体工商户|个人独资企业|(?:普通|有限)合伙企业)"
)
"""A name into which the next row ran, since of the wide caption 类　　型 a character was not seen. The kinds are
those of 市场主体登记管理条例 art. 2; no name goes on with one."""
_BEHIND_ADDRESS = regex.compile(r"\p{Han}?(?:登记机关|市场监督管理)")
_SEAL = SlotSpec("authority_seal", "seal", ("登记机关", "发照机关"))


def extract(document: DocumentPages) -> Extraction:
    """Reads the licence column by column, and the seal of the registering authority."""
    fields = with_spread(document, _plausible(read_columns(document, FIELDS, _STOPS)), _SPREAD)
    pages = [whole(page) for page in document.pages]
    return Extraction(fields=fields, marks=judge_slots(pages, (_SEAL,), _STOPS))


def _plausible(read: dict[str, Field]) -> dict[str, Field]:
    """Beside 登记机关 stands the seal and a date, seldom the authority's name in print; a name ends before the kind.

    The seal's letters are read into the row of 登记机关, so that it is no caption there and an address runs on into it.
    """
    authority = read.pop("authority", None)
    if "name" in read and (ran_on := _NAME_AND_KIND.fullmatch(read["name"].value)):
        read["name"] = read["name"].model_copy(update={"value": ran_on["name"]})
    if "address" in read and (behind := _BEHIND_ADDRESS.search(read["address"].value)):
        read["address"] = read["address"].model_copy(update={"value": read["address"].value[: behind.start()]})
    named = authority is not None and authority.value.endswith("局")
    return read | {"authority": authority} if authority is not None and named else read


TYPE = DocumentType(
    id="business_license",
    name_zh="营业执照副本",
    titles=(
        "个体工商户营业执照",
        "企业法人营业执照",
        "合伙企业营业执照",
        "电子营业执照",
        "营业执照（副本）",
        "营业执照",
    ),
    captions=(
        "注册资本",
        "经营范围",
        "成立日期",
        "登记机关",
        "经营场所",
        "营业期限",
        "组成形式",
        "国家企业信用信息公示系统",
        "市场主体应当于每年",
        "营业执照",
        "统一社会信用代码",
        "法定代表人",
        "市场监督管理总局监制",
    ),
    slots=(Slot("authority_seal", "seal", "登记机关章"),),
    fields={
        "credit_code": "统一社会信用代码",
        "name": "名称",
        "kind": "类型",
        "legal_representative": "法定代表人",
        "registered_on": "成立日期",
        "valid_until": "营业期限至",
        "address": "住所",
        "authority": "登记机关",
    },
    extract=extract,
    employer={"name": "name", "credit_code": "credit_code"},
)
