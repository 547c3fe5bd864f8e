"""The prints of licences (营业执照), certificates of institutions and organisation codes."""

from __future__ import annotations

from datetime import date

from samples.generator.case import Case
from samples.generator.layouts.employer_papers import license_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.unit_certificate import Placed, UnitCertificate, certificate

_BUREAU = "authority"
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


def institution_values(case: Case) -> dict[str, str]:
    """A public institution's certificate, valid five years."""
    start = date(case.occurred_on.year - 2, 4, 1 + case.wage // 100 % 27)
    end = date(start.year + 5, 3, 31)
    return {
        "credit_code": case.employer.credit_code,
        "name": case.employer.name,
        "legal_representative": case.employer.representative,
        "valid_until": end.isoformat(),
        "_start": start.isoformat(),
        "_scope": "提供公益服务，促进事业发展。相关业务活动。",
        "_address": case.employer.address,
        "_authority": f"长春市{case.employer.district}事业单位登记管理局",
        "_unit": f"长春市{case.employer.district}人民政府",
    }


def organisation_values(case: Case) -> dict[str, str]:
    """An organisation code of old, as it still lies in files."""
    start = case.employer.registered_on
    end = date(start.year + 4, start.month, min(start.day, 28))
    return {
        "code": case.employer.credit_code[8:17],
        "name": case.employer.name,
        "valid_until": end.isoformat(),
        "_start": start.isoformat(),
        "_address": case.employer.address,
        "_authority": "长春市质量技术监督局",
    }


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
_INSTITUTION = UnitCertificate(
    (297, 210),
    "事业单位法人证书",
    (78, 24),
    14,
    (
        Placed("统一社会信用代码", "credit_code", 96, 50, 42, 70),
        Placed("名称", "name", 26, 74, 34, 82),
        Placed("宗旨和业务范围", "_scope", 26, 92, 34, 82),
        Placed("住所", "_address", 26, 122, 34, 82),
        Placed("法定代表人", "legal_representative", 160, 74, 30, 80),
        Placed("经费来源", "=财政补助", 160, 92, 30, 80),
        Placed("开办资金", "=￥800万元", 160, 108, 30, 80),
        Placed("举办单位", "_unit", 160, 122, 30, 80),
        Placed("有效期", "valid_until", 26, 150, 34, 90, form="自{start}至{value}"),
    ),
    (230, 164),
    "",
    "_authority",
    frame=(8.0, 10.0),
    remarks=(("登记管理机关", 190, 152, 4.2), ("国家事业单位登记管理局监制", 26, 190, 3.2)),
)
_CODE_CERTIFICATE = UnitCertificate(
    (210, 297),
    "统一社会信用代码证书",
    (30, 36),
    10.5,
    (
        Placed("统一社会信用代码", "credit_code", 40, 70, 44, 80),
        Placed("机构名称", "name", 36, 100, 34, 104),
        Placed("机构性质", "=事业单位", 36, 118, 34, 104),
        Placed("机构地址", "_address", 36, 136, 34, 104),
        Placed("负责人", "legal_representative", 36, 154, 34, 104),
        Placed("赋码机关", "_authority", 36, 172, 34, 104),
        Placed("有效期", "valid_until", 36, 190, 34, 104, form="自{start}至{value}"),
    ),
    (150, 232),
    "",
    "_authority",
    face="kai",
    caption_face="song",
    body=4.8,
    date_style="-",
    colon="：",
    remarks=(("注：以上信息如发生变化，应到赋码机关更新信息，换领新证。", 30, 270, 3.4),),
)
_TEST_INSTITUTION = UnitCertificate(
    (210, 297),
    "事业单位法人证书",
    (42, 40),
    14,
    (
        Placed("名称", "name", 32, 92, 40, 100),
        Placed("宗旨和业务范围", "_scope", 32, 108, 40, 100),
        Placed("住所", "_address", 32, 128, 40, 100),
        Placed("法定代表人", "legal_representative", 32, 144, 40, 100),
        Placed("经费来源", "=财政补助（全额拨款）", 32, 160, 40, 100),
        Placed("举办单位", "_unit", 32, 176, 40, 100),
        Placed("统一社会信用代码", "credit_code", 32, 192, 40, 100),
        Placed("有效期", "valid_until", 32, 208, 40, 100, form="自{start}至{value}"),
    ),
    (148, 250),
    "",
    "_authority",
    face="hei",
    caption_face="hei",
    spread_captions=False,
    frame=(14.0,),
    remarks=(("（副本）", 92, 64, 5.0), ("登记管理机关", 108, 236, 4.4)),
)
_CODE_ACROSS = UnitCertificate(
    (210, 148),
    "组织机构代码证",
    (56, 28),
    11,
    (
        Placed("代码", "code", 74, 44, 18, 70, form="{head}-{tail}"),
        Placed("机构名称", "name", 20, 60, 26, 110),
        Placed("机构类型", "=事业法人", 20, 72, 26, 110),
        Placed("地址", "_address", 20, 84, 26, 110),
        Placed("有效期", "valid_until", 20, 96, 26, 110, form="自{start}至{value}"),
        Placed("颁发单位", "_authority", 20, 108, 26, 110),
        Placed("登记号", "=组代管220100-004512", 20, 120, 26, 110),
    ),
    (166, 112),
    "",
    "_authority",
    colon="：",
    remarks=(("中华人民共和国", 82, 18, 5.0), ("（副本）", 94, 40, 3.6)),
)
_CODE_FOLDED = UnitCertificate(
    (297, 210),
    "组织机构代码证",
    (30, 34),
    10,
    (
        Placed("代码", "code", 40, 58, 20, 70, form="{head}-{tail}"),
        Placed("机构名称", "name", 22, 80, 28, 88),
        Placed("机构类型", "=企业法人", 22, 98, 28, 88),
        Placed("地址", "_address", 22, 112, 28, 88),
        Placed("有效期", "valid_until", 22, 130, 28, 96, form="自{start}至{value}"),
        Placed("颁发单位", "_authority", 22, 146, 28, 88),
    ),
    (110, 160),
    "",
    "_authority",
    face="kai",
    body=4.4,
    date_style=".",
    remarks=(
        ("中华人民共和国", 56, 24, 5.0),
        ("说明", 214, 40, 5.0),
        ("1.中华人民共和国组织机构代码是组织机构", 168, 60, 3.4),
        ("在中华人民共和国境内唯一的、始终不变的", 168, 68, 3.4),
        ("法定代码标识。", 168, 76, 3.4),
        ("2.本证不得出租、出借、冒用、转让、伪造。", 168, 88, 3.4),
        ("年检记录", 206, 120, 4.4),
    ),
)
_TEST_CODE = UnitCertificate(
    (210, 148),
    "中华人民共和国组织机构代码证",
    (28, 18),
    8.4,
    (
        Placed("组织机构代码", "code", 60, 36, 36, 70, form="{head}-{tail}"),
        Placed("机构名称", "name", 24, 54, 30, 110),
        Placed("机构类型", "=事业法人", 24, 68, 30, 110),
        Placed("地址", "_address", 24, 82, 30, 110),
        Placed("有效期", "valid_until", 24, 96, 30, 110, form="自{start}至{value}"),
        Placed("登记号", "=组代管220100-000873", 24, 110, 30, 110),
    ),
    (160, 112),
    "",
    "_authority",
    face="hei",
    spread_captions=False,
    frame=(5.0,),
    remarks=(("颁发单位", 130, 104, 4.0),),
)

_LICENSE = "business_license"
_INSTITUTIONS = "public_institution_certificate"
_CODES = "organization_code_certificate"
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
INSTITUTION = PaperPrint(
    _INSTITUTIONS, "institution_across", "事业单位法人证书", institution_values, certificate(_INSTITUTION), _DEV
)
INSTITUTION_CODE = PaperPrint(
    _INSTITUTIONS, "institution_code", "统一社会信用代码证书", institution_values, certificate(_CODE_CERTIFICATE), _DEV
)
INSTITUTION_TEST = PaperPrint(
    _INSTITUTIONS, "institution_test", "事业单位法人证书", institution_values, certificate(_TEST_INSTITUTION), _TEST
)
CODE_ACROSS = PaperPrint(_CODES, "code_across", "组织机构代码证", organisation_values, certificate(_CODE_ACROSS), _DEV)
CODE_FOLDED = PaperPrint(_CODES, "code_folded", "组织机构代码证", organisation_values, certificate(_CODE_FOLDED), _DEV)
CODE_TEST = PaperPrint(_CODES, "code_test", "组织机构代码证", organisation_values, certificate(_TEST_CODE), _TEST)
