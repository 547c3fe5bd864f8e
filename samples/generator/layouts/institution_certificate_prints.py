"""The prints of certificates of institutions (事业单位法人证书, 统一社会信用代码证书) and of organisation codes."""

from __future__ import annotations

from datetime import date

from samples.generator.case import Case
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.unit_certificate import Placed, UnitCertificate, certificate


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

_INSTITUTIONS = "public_institution_certificate"
_CODES = "organization_code_certificate"
_DEV, _TEST = ("dev",), ("test",)
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
