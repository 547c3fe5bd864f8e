"""The prints of the application form.

The annex of 《工伤认定办法》 (2010), the local print, the print of 2003, and two more kept back for the test split.
"""

from __future__ import annotations

from dataclasses import dataclass

from samples.generator.fonts import Split
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint


@dataclass(frozen=True, slots=True)
class Opinion:
    """A box below the table: its caption, its field, and the captions of the signatures in it (slot by slot)."""

    caption: str
    field: str
    height: float
    signs: tuple[tuple[str, str], ...] = ()
    seal: str = ""


@dataclass(frozen=True, slots=True)
class FormPrint:
    """One print of the form."""

    id: str
    split: Split
    title: str
    title_face: str
    title_gap: float
    cover: tuple[tuple[str, str], ...]
    cover_boxed: bool
    table: TablePrint
    opinions: tuple[Opinion, ...]
    opinion_column: bool = False
    maker: str = "人力资源和社会保障部制"


_COVER = (
    ("申请人", "applicant_name"),
    ("受伤害职工", "worker_name"),
    ("申请人与受伤害职工关系", "applicant_relation"),
    ("填表日期", "filled_on"),
)
_AUTHORITY = Opinion(
    "社会保险行政部门审查资料和受理意见", "", 78, (("经办人签字：", ""), ("负责人签字：", "")), "（公章）"
)
_NATIONAL_ROWS = (
    Row(
        12,
        (Cell("职工姓名", "worker_name", 24, 34), Cell("性别", "sex", 14, 16), Cell("出生日期", "birth_date", 22, 46)),
    ),
    Row(12, (Cell("身份证号码", "id_number", 24, 64), Cell("联系电话", "phone", 22, 46))),
    Row(12, (Cell("家庭地址", "home_address", 24, 74), Cell("邮政编码", "postcode", 22, 36))),
    Row(12, (Cell("工作单位", "employer_name", 24, 64), Cell("联系电话", "employer_phone", 22, 46))),
    Row(12, (Cell("单位地址", "employer_address", 24, 74), Cell("邮政编码", "employer_postcode", 22, 36))),
    Row(14, (Cell("职业、工种或工作岗位", "occupation", 30, 50), Cell("参加工作时间", "employed_since", 28, 48))),
    Row(22, (Cell("事故时间、地点及主要原因", "accident", 30, 70), Cell("诊断时间", "diagnosed_on", 22, 34))),
    Row(16, (Cell("受伤害部位", "injured_part", 30, 70), Cell("职业病名称", "disease_name", 22, 34))),
    Row(14, (Cell("接触职业病危害岗位", "hazard_post", 30, 50), Cell("接触职业病危害时间", "hazard_period", 30, 46))),
    Row(100, (Cell("受伤害经过简述（可附页）", "narrative", 24, 132),)),
)
_LOCAL_ROWS = (
    Row(11, (Cell("姓名", "worker_name", 20, 40), Cell("性别", "sex", 18, 16), Cell("出生年月", "birth_date", 24, 40))),
    Row(11, (Cell("身份证号码", "id_number", 28, 66), Cell("联系电话", "phone", 22, 42))),
    Row(11, (Cell("家庭住址", "home_address", 28, 78), Cell("邮编", "postcode", 18, 34))),
    Row(11, (Cell("用人单位", "employer_name", 28, 66), Cell("联系电话", "employer_phone", 22, 42))),
    Row(11, (Cell("通讯地址", "employer_address", 28, 78), Cell("邮编", "employer_postcode", 18, 34))),
    Row(13, (Cell("职业、工种或工作岗位", "occupation", 38, 44), Cell("参加工作时间", "employed_since", 28, 48))),
    Row(24, (Cell("事故时间、地点及主要原因", "accident", 34, 68), Cell("诊断时间", "diagnosed_on", 20, 36))),
    Row(18, (Cell("伤害部位或疾病名称", "injured_part", 34, 124),)),
    Row(13, (Cell("接触职业病危害岗位", "hazard_post", 38, 42), Cell("接触职业病危害时间", "hazard_period", 38, 40))),
    Row(98, (Cell("受伤害经过简述（可附页）", "narrative", 12, 146),)),
)
_OLD_ROWS = (
    Row(
        12,
        (
            Cell("职工姓名", "worker_name", 24, 36),
            Cell("性别", "sex", 14, 14),
            Cell("出生年月日", "birth_date", 26, 44),
        ),
    ),
    Row(12, (Cell("身份证号码", "id_number", 24, 64), Cell("联系电话", "phone", 22, 48))),
    Row(12, (Cell("家庭详细地址", "home_address", 30, 76), Cell("邮政编码", "postcode", 20, 32))),
    Row(12, (Cell("工作单位", "employer_name", 24, 66), Cell("联系电话", "employer_phone", 22, 46))),
    Row(12, (Cell("职业、工种或工作岗位", "occupation", 36, 50), Cell("参加工作时间", "employed_since", 28, 44))),
    Row(12, (Cell("申请工伤或视同工伤", "_kind", 36, 122),)),
    Row(20, (Cell("事故时间、地点", "accident", 30, 66), Cell("诊断时间", "diagnosed_on", 22, 40))),
    Row(16, (Cell("伤害部位或疾病名称", "injured_part", 36, 122),)),
    Row(
        14,
        (
            Cell("接触职业病危害时间", "hazard_period", 30, 40),
            Cell("接触职业病危害岗位", "hazard_post", 30, 30),
            Cell("职业病名称", "disease_name", 24, 26),
        ),
    ),
    Row(96, (Cell("受伤害经过简述（可附页）", "narrative", 24, 134),)),
)
_TEST_NATIONAL_ROWS = (
    Row(
        10,
        (Cell("职工姓名", "worker_name", 22, 44), Cell("性 别", "sex", 16, 14), Cell("出生日期", "birth_date", 22, 40)),
    ),
    Row(10, (Cell("公民身份号码", "id_number", 30, 70), Cell("联系电话", "phone", 20, 38))),
    Row(14, (Cell("家庭地址", "home_address", 22, 60), Cell("邮政编码", "postcode", 28, 48))),
    Row(10, (Cell("工作单位", "employer_name", 22, 80), Cell("联系电话", "employer_phone", 20, 36))),
    Row(14, (Cell("单位地址", "employer_address", 22, 60), Cell("邮政编码", "employer_postcode", 28, 48))),
    Row(16, (Cell("职业、工种或工作岗位", "occupation", 24, 56), Cell("参加工作时间", "employed_since", 24, 54))),
    Row(28, (Cell("事故时间、地点及主要原因", "accident", 24, 84), Cell("诊断时间", "diagnosed_on", 18, 32))),
    Row(20, (Cell("受伤害部位", "injured_part", 24, 84), Cell("职业病名称", "disease_name", 18, 32))),
    Row(14, (Cell("接触职业病危害岗位", "hazard_post", 34, 46), Cell("接触职业病危害时间", "hazard_period", 34, 44))),
    Row(92, (Cell("受伤害经过简述（可附页）", "narrative", 10, 148),)),
)
_TEST_LOCAL_ROWS = (
    Row(
        12,
        (
            Cell("受伤害职工姓名", "worker_name", 34, 32),
            Cell("性别", "sex", 12, 12),
            Cell("民族", "_ethnicity", 12, 16),
            Cell("年龄", "_age", 12, 14),
        ),
    ),
    Row(12, (Cell("身份证号", "id_number", 24, 64), Cell("出生日期", "birth_date", 22, 48))),
    Row(12, (Cell("住址", "home_address", 24, 134),)),
    Row(12, (Cell("联系电话", "phone", 24, 56), Cell("邮政编码", "postcode", 26, 52))),
    Row(12, (Cell("用人单位名称", "employer_name", 32, 126),)),
    Row(12, (Cell("单位详细地址", "employer_address", 32, 126),)),
    Row(12, (Cell("联系电话", "employer_phone", 24, 56), Cell("邮政编码", "employer_postcode", 26, 52))),
    Row(12, (Cell("工作岗位", "occupation", 24, 56), Cell("参加工作时间", "employed_since", 30, 48))),
    Row(20, (Cell("事故时间、地点及主要原因", "accident", 34, 124),)),
    Row(12, (Cell("诊断时间", "diagnosed_on", 24, 134),)),
    Row(20, (Cell("受伤害部位或疾病名称", "injured_part", 34, 124),)),
    Row(80, (Cell("受伤害经过简述（可附页）", "narrative", 34, 124),)),
)

PRINTS = (
    FormPrint(
        "national",
        "dev",
        "工伤认定申请表",
        "song",
        0.9,
        _COVER,
        False,
        TablePrint(_NATIONAL_ROWS, Rules(), preprinted_dates=True),
        (
            Opinion("申请事项：", "request", 58, (("申请人签字：", "applicant_signature"),)),
            Opinion(
                "用人单位意见：",
                "employer_opinion",
                66,
                (("经办人签字：", "legal_representative_signature"),),
                "（公章）",
            ),
            _AUTHORITY,
            Opinion("备注：", "", 26),
        ),
    ),
    FormPrint(
        "local",
        "dev",
        "长春市工伤认定申请表",
        "hei",
        0.2,
        _COVER,
        False,
        TablePrint(_LOCAL_ROWS, Rules(0.35, 20), "hei", 3.6, left=20, top=22, right=193, spaced=True),
        (
            Opinion("申请事项", "request", 62, (("申请人签字（摁手印）：", "applicant_signature"),)),
            Opinion(
                "用人单位意见",
                "employer_opinion",
                64,
                (("法定代表人签字：", "legal_representative_signature"),),
                "（盖章）",
            ),
            _AUTHORITY,
            Opinion("备注", "", 24),
        ),
        opinion_column=True,
    ),
    FormPrint(
        "2003",
        "dev",
        "工伤认定申请表",
        "song",
        1.4,
        (
            *_COVER[:3],
            ("申请人地址", "_employer_address"),
            ("邮政编码", "_employer_postcode"),
            ("联系电话", "_employer_phone"),
            ("填表日期", "filled_on"),
        ),
        True,
        TablePrint(_OLD_ROWS, Rules(0.2, 70, outer=False), "kai", 3.9, left=25, top=28, right=188),
        (
            Opinion("受伤害职工或近亲属申请事项：", "request", 60, (("申请人签字：", "applicant_signature"),)),
            Opinion(
                "用人单位意见：",
                "employer_opinion",
                64,
                (("法定代表人签字：", "legal_representative_signature"),),
                "（印章）",
            ),
            Opinion("劳动保障行政部门审查资料情况和受理意见：", "", 74, (("负责人签字：", ""),), "（印章）"),
            Opinion("备注：", "", 26),
        ),
        maker="劳动和社会保障部制",
    ),
    FormPrint(
        "national_narrow",
        "test",
        "工 伤 认 定 申 请 表",
        "hei",
        0.0,
        _COVER,
        True,
        TablePrint(
            _TEST_NATIONAL_ROWS, Rules(0.18, 60), "song", 3.5, left=26, top=32, right=184, preprinted_dates=True
        ),
        (
            Opinion("申请事项", "request", 54, (("申请人签名：", "applicant_signature"),)),
            Opinion(
                "用人单位意见",
                "employer_opinion",
                60,
                (("经办人签字：", "legal_representative_signature"),),
                "（公章）",
            ),
            _AUTHORITY,
            Opinion("备注", "", 22),
        ),
        opinion_column=True,
    ),
    FormPrint(
        "local_listed",
        "test",
        "职工工伤认定申请表",
        "song",
        0.3,
        _COVER,
        False,
        TablePrint(_TEST_LOCAL_ROWS, Rules(0.3, 20, outer=False), "hei", 3.8, left=21, top=24, right=191),
        (
            Opinion("申请事项：", "request", 66, (("申请人（签名）：", "applicant_signature"),)),
            Opinion(
                "用人单位意见：",
                "employer_opinion",
                70,
                (("法定代表人（签名）：", "legal_representative_signature"),),
                "单位公章",
            ),
            Opinion("社会保险行政部门审查资料和受理意见：", "", 66, (("经办人签字：", ""),), "（公章）"),
            Opinion("备注：", "", 20),
        ),
    ),
)
