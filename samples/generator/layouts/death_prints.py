"""Prints of the medical certificate of death: slips of the old form, the new print of 2026, a hospital's letter."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import death_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_TYPE, _NAME = "death_certificate", "死亡证明"
_SIGNED = (
    Closing("医师签名：", 24, slot="doctor_signature"),
    Closing("医疗卫生机构盖章：", 104, seal="institution_seal", beside=True),
    Closing("填表日期：", 24, field="_issued"),
    Closing("医疗卫生机构名称：", 100, field="institution", beside=True),
)
_SLIP = TablePrint(
    (
        Row(
            11,
            (
                Cell("死者姓名", "deceased_name", 22, 32),
                Cell("性别", "_sex", 14, 14),
                Cell("民族", "_ethnicity", 14, 20),
                Cell("国家或地区", "_nation", 24, 20),
            ),
        ),
        Row(11, (Cell("身份证件类别", "_id_kind", 28, 36), Cell("证件号码", "id_number", 22, 66))),
        Row(
            11, (Cell("出生日期", "_born", 22, 46), Cell("年龄", "_age", 14, 22), Cell("婚姻状况", "_marital", 22, 26))
        ),
        Row(11, (Cell("死亡日期", "died_on", 22, 50), Cell("死亡地点", "_where", 22, 58))),
        Row(11, (Cell("生前工作单位", "_employer", 28, 124),)),
        Row(11, (Cell("户籍地址", "_address", 22, 130),)),
        Row(
            9,
            (
                Cell("致死的主要疾病诊断", "", 60, 0),
                Cell("疾病名称（勿填症状体征）", "", 60, 0),
                Cell("发病至死亡大概间隔时间", "", 40, 0),
            ),
        ),
        Row(16, (Cell("（a）直接导致死亡的疾病或情况", "cause", 60, 60), Cell("", "_interval", 0, 40))),
        Row(10, (Cell("（b）引起（a）的疾病或情况", "_dash", 60, 60), Cell("", "_dash", 0, 40))),
        Row(10, (Cell("其他疾病诊断", "_dash", 60, 60), Cell("", "_dash", 0, 40))),
        Row(11, (Cell("生前主要疾病最高诊断单位", "_level", 52, 100),)),
        Row(11, (Cell("生前主要疾病最高诊断依据", "_basis", 52, 100),)),
    ),
    Rules(0.22, 40),
    "song",
    3.6,
    left=20,
    right=190,
)
SLIP = PaperPrint(
    _TYPE,
    "death_slip",
    _NAME,
    death_values,
    record(
        RecordForm(
            "居民死亡医学证明（推断）书",
            ("行政区划代码：220104        编号：{!_serial}        （第一联）",),
            _SIGNED,
            table=_SLIP,
            hospital="",
            title_gap=0.1,
            title_face="song",
            size=3.9,
            bottom=40,
        )
    ),
    splits=("dev",),
    hand=0.4,
)
RELATIVES = PaperPrint(
    _TYPE,
    "death_relatives",
    _NAME,
    death_values,
    record(
        RecordForm(
            "居民死亡医学证明",
            (
                "（死者家属保存）                                        编号：{!_serial}",
                "死者姓名：{!deceased_name}    性别：{!_sex}    民族：{!_ethnicity}    年龄：{!_age}",
                "证件号码：{!id_number}    出生日期：{!_born}",
                "常住地址：{!_address}",
                "死亡日期：{!died_on} {!_hour}    死亡地点：{!_where}",
                "直接导致死亡的疾病或情况：{!cause}",
                "发病到死亡的大概时间间隔：{!_interval}",
                "生前主要疾病最高诊断依据：临床",
                "可联系的家属姓名：{!_relative}    联系电话：{!_phone}",
                "医疗卫生机构名称：{!institution}",
            ),
            (
                Closing("医师签名：", 22, slot="doctor_signature"),
                Closing("医疗卫生机构盖章", 110, seal="institution_seal", beside=True),
                Closing("", 120, field="_issued"),
            ),
            hospital="",
            title_gap=0.2,
            size=4.3,
            leading=1.9,
        )
    ),
    splits=("dev",),
)
_TEST = TablePrint(
    (
        Row(
            12, (Cell("姓名", "deceased_name", 16, 36), Cell("性别", "_sex", 14, 16), Cell("出生日期", "_born", 22, 50))
        ),
        Row(12, (Cell("有效身份证件号码", "id_number", 36, 118),)),
        Row(12, (Cell("死亡时间", "died_on", 22, 56), Cell("死亡地点", "_where", 22, 54))),
        Row(20, (Cell("死亡原因", "cause", 24, 130),)),
        Row(12, (Cell("医疗卫生机构名称", "institution", 36, 118),)),
    ),
    Rules(0.3, 30),
    "hei",
    4.0,
    left=20,
    right=190,
)
TEST = PaperPrint(
    _TYPE,
    "death_test",
    _NAME,
    death_values,
    record(
        RecordForm(
            "死亡医学证明书",
            (),
            (
                Closing("医师签字：", 24, slot="doctor_signature"),
                Closing("（盖章）", 120, seal="institution_seal", beside=True),
            ),
            table=_TEST,
            hospital="",
            title_face="song",
            title_gap=0.5,
        )
    ),
    splits=("test",),
    hand=0.3,
)
