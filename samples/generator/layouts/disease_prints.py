"""Prints of the certificate of an occupational disease and of the appraisal that may follow it."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import disease_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_TYPE, _NAME = "occupational_disease_certificate", "职业病诊断证明书"
_APPRAISAL, _APPRAISAL_NAME = "occupational_disease_appraisal", "职业病诊断鉴定书"
LETTER = PaperPrint(
    _TYPE,
    "disease_letter",
    _NAME,
    disease_values,
    record(
        RecordForm(
            "职业病诊断证明书",
            (
                "编号：{!_number}",
                "劳动者姓名：{worker_name}    性别：{_sex}",
                "身份证号码：{id_number}",
                "用人单位名称：{employer_name}",
                "职业病危害接触史：{_history}",
                "诊断结论：{diagnosis}",
                "诊断依据：{!_basis}",
                "处理意见：{_advice}",
            ),
            (
                Closing("诊断医师（签名）：", 24, slot="doctor_signature"),
                Closing("诊断机构（公章）：", 24, field="institution", seal="institution_seal"),
                Closing("诊断日期：", 24, field="issued_on"),
                Closing("如对本诊断有异议，可在接到本证明书之日起30日内申请鉴定。", 24),
            ),
            hospital="",
            title_size=8,
            size=4.5,
            leading=2.0,
            bottom=80,
        )
    ),
    splits=("dev",),
    hand=0.3,
)
_TABLE = TablePrint(
    (
        Row(
            12,
            (
                Cell("劳动者", "worker_name", 20, 34),
                Cell("性别", "_sex", 14, 14),
                Cell("身份证号", "id_number", 22, 66),
            ),
        ),
        Row(12, (Cell("用人单位", "employer_name", 24, 146),)),
        Row(12, (Cell("单位地址", "_employer_address", 24, 146),)),
        Row(34, (Cell("职业病危害接触史", "_history", 24, 146),)),
        Row(30, (Cell("诊断结论", "diagnosis", 24, 146),)),
        Row(20, (Cell("诊断依据", "_basis", 24, 146),)),
        Row(20, (Cell("处理意见", "_advice", 24, 146),)),
        Row(12, (Cell("诊断日期", "issued_on", 24, 60), Cell("有效期至", "valid_until", 24, 62))),
    ),
    Rules(0.25, 40),
    "song",
    4.0,
    left=20,
    right=190,
)
RULED = PaperPrint(
    _TYPE,
    "disease_ruled",
    _NAME,
    disease_values,
    record(
        RecordForm(
            "职业病诊断证明书",
            ("                                                        编号：{!_number}",),
            (
                Closing("诊断医师：", 22, slot="doctor_signature"),
                Closing("诊断机构（公章）", 112, seal="institution_seal", beside=True),
                Closing("如对本诊断有异议，可在30日内向当地卫生健康委申请鉴定。", 22),
            ),
            hospital="{!institution}",
            table=_TABLE,
            title_face="song",
            title_gap=0.2,
            red_head=True,
        )
    ),
    splits=("dev",),
)
TEST_LETTER = PaperPrint(
    _TYPE,
    "disease_test_letter",
    _NAME,
    disease_values,
    record(
        RecordForm(
            "职 业 病 诊 断 证 明 书",
            (
                "姓名:{worker_name}   性别:{_sex}   身份证号:{id_number}",
                "用人单位:{employer_name}",
                "职业史及职业病危害接触史:{_history}",
                "职业病诊断结论:{diagnosis}",
                "处理意见:{_advice}",
            ),
            (
                Closing("诊断医师签名:", 24, slot="doctor_signature"),
                Closing("诊断机构:", 24, field="institution", seal="institution_seal"),
                Closing("日期:", 24, field="issued_on", date_style="-"),
            ),
            hospital="",
            title_gap=0.0,
            body_face="kai",
            size=4.8,
        )
    ),
    splits=("test",),
    hand=0.2,
)
_TEST = TablePrint(
    (
        Row(11, (Cell("劳动者姓名", "worker_name", 26, 40), Cell("证件号码", "id_number", 24, 70))),
        Row(11, (Cell("用人单位名称", "employer_name", 30, 130),)),
        Row(28, (Cell("接触史", "_history", 30, 130),)),
        Row(22, (Cell("诊断结论", "diagnosis", 30, 130),)),
        Row(18, (Cell("处理意见", "_advice", 30, 130),)),
        Row(11, (Cell("诊断机构", "institution", 30, 60), Cell("签发日期", "issued_on", 24, 46))),
    ),
    Rules(0.3, 60),
    "hei",
    4.0,
    left=20,
    right=190,
)
TEST_RULED = PaperPrint(
    _TYPE,
    "disease_test_ruled",
    _NAME,
    disease_values,
    record(
        RecordForm(
            "职业病诊断证明书",
            (),
            (
                Closing("诊断医师（签章）：", 24, slot="doctor_signature"),
                Closing("盖章：", 120, seal="institution_seal", beside=True),
            ),
            hospital="",
            table=_TEST,
        )
    ),
    splits=("test",),
)
APPRAISAL = PaperPrint(
    _APPRAISAL,
    "appraisal_letter",
    _APPRAISAL_NAME,
    disease_values,
    record(
        RecordForm(
            "职业病诊断鉴定书",
            (
                "编号：{!_number}",
                "劳动者：{!worker_name}    性别：{!_sex}    身份证号：{!id_number}",
                "用人单位：{!employer_name}",
                "鉴定事由：当事人对职业病诊断结论有异议，申请鉴定。",
                "鉴定依据：{!_basis}",
                "鉴定结论：{!diagnosis}",
                "鉴定专家：（签名附后）    鉴定时间：{!issued_on}",
                "当事人对本鉴定结论不服的，可在接到鉴定书之日起15日内申请再鉴定。",
            ),
            (Closing("长春市职业病诊断鉴定委员会（盖章）", 90), Closing("", 120, field="issued_on")),
            hospital="",
            leading=2.0,
            told=False,
        )
    ),
    splits=("dev",),
)
_APPRAISED = TablePrint(
    (
        Row(12, (Cell("劳动者", "worker_name", 20, 40), Cell("身份证号", "id_number", 22, 80))),
        Row(12, (Cell("用人单位", "employer_name", 24, 138),)),
        Row(20, (Cell("鉴定事由", "_history", 24, 138),)),
        Row(20, (Cell("鉴定依据", "_basis", 24, 138),)),
        Row(24, (Cell("鉴定结论", "diagnosis", 24, 138),)),
        Row(12, (Cell("鉴定时间", "issued_on", 24, 138),)),
    ),
    Rules(0.25, 40),
    left=20,
    right=190,
)
APPRAISAL_RULED = PaperPrint(
    _APPRAISAL,
    "appraisal_ruled",
    _APPRAISAL_NAME,
    disease_values,
    record(
        RecordForm(
            "职业病鉴定书",
            (),
            (Closing("职业病诊断鉴定委员会", 110),),
            hospital="",
            table=_APPRAISED,
            told=False,
            title_face="song",
            title_gap=0.4,
        )
    ),
)
