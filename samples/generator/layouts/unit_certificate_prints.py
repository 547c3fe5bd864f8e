"""The prints of business licences (营业执照): companies and individual businesses, on paper and electronic."""

from __future__ import annotations

from datetime import date

from samples.generator.case import Case
from samples.generator.layouts.employer_papers import license_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.unit_certificate import Placed, UnitCertificate, certificate

_NOTICE = "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn"
_YEARLY = "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告。"


def company_values(case: Case) -> dict[str, str]:
    """A company's licence: some have a term of twenty years."""
    values = license_values(case)
    start = case.employer.registered_on
    end = date(start.year + 20, start.month, min(start.day, 28))
    if case.wage % 2000 < 1000:
        values |= {"valid_until": end.isoformat(), "_start": start.isoformat()}
    return values | {"_scope": f"{case.employer.trade}；货物进出口；相关技术服务、技术咨询。（依法须经批准的项目，"
                               "经相关部门批准后方可开展经营活动）", "_capital": "伍佰万元整"}  # fmt: skip


def individual_values(case: Case) -> dict[str, str]:
    """An individual business: its owner and its place of business."""
    return company_values(case) | {"kind": "个体工商户", "valid_until": "长期", "_scope": f"{case.employer.trade}。"}


_ACROSS = UnitCertificate(
    (297, 210),
    "营业执照",
    (92, 28),
    17,
    (
        Placed("", "credit_code", 24, 43, 0, 60),
        Placed("名称", "name", 24, 74, 26, 88),
        Placed("类型", "kind", 24, 88, 26, 88),
        Placed("法定代表人", "legal_representative", 24, 102, 26, 80),
        Placed("经营范围", "_scope", 24, 116, 26, 88),
        Placed("注册资本", "_capital", 158, 74, 26, 80),
        Placed("成立日期", "registered_on", 158, 88, 26, 80),
        Placed("营业期限", "valid_until", 158, 102, 26, 84, form="{start}至{value}"),
        Placed("住所", "address", 158, 116, 26, 80),
    ),
    (236, 160),
    "authority_seal",
    "authority",
    remarks=(
        ("统一社会信用代码", 24, 36, 3.8),
        ("（副本）", 140, 52, 4.4),
        ("登记机关", 196, 150, 4.2),
        (_NOTICE, 24, 190, 3.0),
        ("国家市场监督管理总局监制", 214, 190, 3.0),
    ),
    code_box=(250, 26, 26),
)
_UPRIGHT_INDIVIDUAL = UnitCertificate(
    (210, 297),
    "营业执照",
    (56, 40),
    20,
    (
        Placed("统一社会信用代码", "credit_code", 58, 72, 40, 70),
        Placed("名称", "name", 34, 104, 30, 110),
        Placed("类型", "kind", 34, 118, 30, 110),
        Placed("经营场所", "address", 34, 132, 30, 110),
        Placed("经营者", "legal_representative", 34, 146, 30, 110),
        Placed("组成形式", "=个人经营", 34, 160, 30, 110),
        Placed("注册日期", "registered_on", 34, 174, 30, 110),
        Placed("经营范围", "_scope", 34, 188, 30, 110),
    ),
    (150, 236),
    "authority_seal",
    "authority",
    face="kai",
    caption_face="song",
    body=5.0,
    frame=(10.0, 12.0),
    remarks=(("（正本）", 94, 64, 4.6), ("登记机关", 110, 222, 4.6), (_NOTICE, 34, 272, 3.0)),
)
_ELECTRONIC = UnitCertificate(
    (150, 260),
    "电子营业执照",
    (40, 16),
    9,
    (
        Placed("企业名称", "name", 14, 62, 40, 78),
        Placed("统一社会信用代码", "credit_code", 14, 76, 40, 78),
        Placed("类型", "kind", 14, 88, 40, 78),
        Placed("法定代表人", "legal_representative", 14, 100, 40, 78),
        Placed("注册资本", "_capital", 14, 110, 40, 78),
        Placed("成立日期", "registered_on", 14, 120, 40, 78),
        Placed("营业期限", "valid_until", 14, 130, 40, 78, form="{start}至{value}"),
        Placed("住所", "address", 14, 142, 40, 78),
        Placed("登记机关", "authority", 14, 158, 40, 78),
        Placed("经营范围", "_scope", 14, 170, 40, 78),
    ),
    (110, 214),
    "authority_seal",
    "authority",
    face="hei",
    body=3.9,
    spacing=0.1,
    frame=(),
    remarks=(("扫描二维码验证", 64, 52, 3.0), (_YEARLY, 14, 244, 2.6)),
    code_box=(63, 28, 22),
    date_style="-",
    colon="：",
    spread_captions=False,
)
_TEST_ACROSS = UnitCertificate(
    (297, 210),
    "营业执照",
    (104, 24),
    14,
    (
        Placed("统一社会信用代码", "credit_code", 96, 54, 40, 70),
        Placed("名称", "name", 30, 78, 30, 90),
        Placed("法定代表人", "legal_representative", 30, 94, 30, 80),
        Placed("类型", "kind", 30, 110, 30, 80),
        Placed("住所", "address", 30, 126, 30, 78),
        Placed("注册资本", "_capital", 166, 78, 24, 80),
        Placed("成立日期", "registered_on", 166, 94, 24, 80),
        Placed("营业期限", "valid_until", 166, 110, 24, 80, form="{start}至{value}"),
        Placed("经营范围", "_scope", 166, 126, 24, 80),
    ),
    (232, 172),
    "authority_seal",
    "authority",
    face="hei",
    caption_face="song",
    body=4.0,
    frame=(6.0,),
    remarks=(("（副本）", 136, 44, 4.0), ("登记机关：", 190, 158, 4.0), (_NOTICE, 30, 192, 2.8)),
    date_style=".",
)
_TEST_UPRIGHT = UnitCertificate(
    (210, 297),
    "企业法人营业执照",
    (40, 34),
    13,
    (
        Placed("社会信用代码", "credit_code", 40, 66, 36, 80),
        Placed("名称", "name", 30, 92, 34, 110),
        Placed("住所", "address", 30, 108, 34, 110),
        Placed("法定代表人", "legal_representative", 30, 124, 34, 110),
        Placed("注册资本", "_capital", 30, 138, 34, 110),
        Placed("公司类型", "kind", 30, 152, 34, 110),
        Placed("经营范围", "_scope", 30, 166, 34, 110),
        Placed("成立日期", "registered_on", 30, 200, 34, 110),
        Placed("营业期限", "valid_until", 30, 214, 34, 110, form="{start}至{value}"),
    ),
    (150, 244),
    "authority_seal",
    "authority",
    remarks=(("（副本）", 94, 54, 4.4), ("登记机关", 112, 230, 4.6)),
)
_LICENSE = "business_license"
_DEV, _TEST = ("dev",), ("test",)
LICENSE_ACROSS = PaperPrint(_LICENSE, "license_across", "营业执照", company_values, certificate(_ACROSS), _DEV)
LICENSE_UPRIGHT = PaperPrint(
    _LICENSE, "license_individual", "营业执照", individual_values, certificate(_UPRIGHT_INDIVIDUAL), _DEV
)
LICENSE_ELECTRONIC = PaperPrint(
    _LICENSE, "license_electronic", "电子营业执照", company_values, certificate(_ELECTRONIC), _DEV
)
LICENSE_TEST = PaperPrint(_LICENSE, "license_test_across", "营业执照", company_values, certificate(_TEST_ACROSS), _TEST)
LICENSE_TEST_UPRIGHT = PaperPrint(
    _LICENSE, "license_test_upright", "营业执照", company_values, certificate(_TEST_UPRIGHT), _TEST
)
