"""Prints of the inpatient record's front page: the prescribed table, as hospitals' systems print it."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import hospital_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_TYPE, _NAME = "inpatient_front_page", "病案首页"


def _diagnoses(rows: int) -> tuple[Row, ...]:
    """The table of the diagnoses on leaving: the main one first, the others struck out."""
    head = Row(7, (Cell("出院诊断", "", 90, 0), Cell("疾病编码", "", 30, 0), Cell("入院病情", "", 26, 0)))
    main = Row(
        9,
        (Cell("主要诊断：", "diagnosis", 18, 72, inline=True), Cell("", "_code", 0, 30), Cell("", "_one", 0, 26)),
    )
    others = Row(
        7,
        (Cell("其他诊断：", "_dash", 18, 72, inline=True), Cell("", "_dash", 0, 30), Cell("", "_dash", 0, 26)),
    )
    return (head, main, *(others for _ in range(rows)))


_FULL = TablePrint(
    (
        Row(
            8,
            (
                Cell("医疗付费方式：", "_one", 26, 12, inline=True),
                Cell("健康卡号：", "_dash", 18, 40, inline=True),
                Cell("第1次住院", "", 22, 0),
                Cell("病案号：", "record_number", 15, 40, inline=True),
            ),
        ),
        Row(
            8,
            (
                Cell("姓名", "patient_name", 12, 24),
                Cell("性别", "_sex", 12, 10),
                Cell("出生日期", "_born", 18, 38),
                Cell("年龄", "_age", 12, 18),
            ),
        ),
        Row(
            8,
            (
                Cell("国籍", "_nation", 12, 20),
                Cell("民族", "_ethnicity", 12, 20),
                Cell("身份证号", "_id_number", 20, 60),
            ),
        ),
        Row(8, (Cell("职业", "_job", 12, 40), Cell("婚姻", "_one", 12, 10), Cell("电话", "_phone", 12, 40))),
        Row(8, (Cell("现住址", "_address", 18, 120),)),
        Row(8, (Cell("工作单位及地址", "_employer", 32, 106),)),
        Row(
            8, (Cell("入院途径", "_one", 20, 16), Cell("入院科别", "_department", 20, 34), Cell("病房", "_bed", 14, 20))
        ),
        Row(8, (Cell("入院时间", "visited_on", 20, 50), Cell("出院时间", "_left", 20, 50))),
        Row(9, (Cell("门（急）诊诊断", "_first_diagnosis", 32, 70), Cell("疾病编码", "_code", 20, 26))),
        *_diagnoses(4),
        Row(8, (Cell("损伤、中毒的外部原因", "_cause", 42, 70), Cell("疾病编码", "_dash", 20, 20))),
        Row(8, (Cell("病理诊断", "_dash", 20, 70), Cell("药物过敏", "_one", 20, 16))),
        Row(
            8,
            (
                Cell("科主任", "_chief", 14, 24),
                Cell("主任（副主任）医师", "_dash", 34, 16),
                Cell("主治医师", "_doctor", 18, 24),
            ),
        ),
        Row(
            8,
            (Cell("住院医师", "_doctor", 18, 24), Cell("责任护士", "_nurse", 18, 24), Cell("编码员", "_dash", 14, 16)),
        ),
        Row(
            8, (Cell("病案质量", "_one", 18, 12), Cell("质控医师", "_dash", 18, 24), Cell("质控日期", "_left", 18, 36))
        ),
    ),
    Rules(0.18, 60),
    "song",
    3.3,
    left=14,
    right=196,
    date_style="-",
)
FULL = PaperPrint(
    _TYPE,
    "front_page_full",
    _NAME,
    lambda case: {**hospital_values(case), "_one": "1", "_nation": "中国"},
    record(
        RecordForm(
            "住院病案首页",
            (),
            (),
            table=_FULL,
            hospital="医疗机构：{!hospital}（组织机构代码：41270001-3）",
            title_size=6.2,
            bottom=30,
        )
    ),
    splits=("dev",),
)
LINES = PaperPrint(
    _TYPE,
    "front_page_lines",
    _NAME,
    lambda case: {**hospital_values(case), "_one": "1", "_nation": "中国"},
    record(
        RecordForm(
            "住 院 病 案 首 页",
            (
                "医疗付费方式：□1    健康卡号：-        第 1 次住院        病案号：{!record_number}",
                "姓名 {!patient_name}    性别 □1    出生日期 {!_born}    年龄 {!_age}    国籍 中国",
                "身份证号 {!_id_number}    职业 {!_job}    婚姻 □2",
                "现住址 {!_address}    电话 {!_phone}",
                "工作单位及地址 {!_employer}",
                "入院途径 □2  1.急诊 2.门诊 3.其他医疗机构转入 9.其他",
                "入院时间 {!visited_on} {!_hour}    入院科别 {!_department}    病房 {!_bed}",
                "出院时间 {!_left}    出院科别 {!_department}    实际住院 6 天",
                "门（急）诊诊断 {!_first_diagnosis}        疾病编码 {!_code}",
            ),
            (
                Closing("科主任 ", 16, field="_chief"),
                Closing("主治医师 ", 76, field="_doctor", beside=True),
                Closing("住院医师 ", 140, field="_doctor", beside=True),
                Closing("责任护士 ", 16, field="_nurse"),
                Closing("编码员 -", 76, beside=True),
                Closing("质控医师 -", 140, beside=True),
            ),
            table=TablePrint(
                (
                    *_diagnoses(6),
                    Row(8, (Cell("损伤、中毒的外部原因", "_cause", 42, 104),)),
                    Row(8, (Cell("病理诊断：", "_dash", 24, 60, inline=True), Cell("药物过敏 □1", "", 60, 0))),
                ),
                Rules(0.2, 60),
                "song",
                3.4,
                left=16,
                right=194,
            ),
            title_gap=0.0,
            title_size=6.6,
            title_face="song",
            size=3.5,
            bottom=30,
        )
    ),
    splits=("dev",),
)
_TEST = TablePrint(
    (
        Row(
            8,
            (
                Cell("姓名", "patient_name", 14, 28),
                Cell("性别", "_sex", 12, 10),
                Cell("年龄", "_age", 12, 16),
                Cell("病案号", "record_number", 16, 36),
            ),
        ),
        Row(8, (Cell("身份证号", "_id_number", 22, 56), Cell("联系电话", "_phone", 20, 40))),
        Row(8, (Cell("入院日期", "visited_on", 22, 46), Cell("出院日期", "_left", 22, 46))),
        Row(8, (Cell("入院科别", "_department", 22, 46), Cell("离院方式", "_one", 22, 46))),
        Row(12, (Cell("门（急）诊诊断", "_first_diagnosis", 32, 104),)),
        Row(14, (Cell("主要诊断", "diagnosis", 24, 76), Cell("疾病编码", "_code", 18, 26))),
        Row(10, (Cell("其他诊断", "_dash", 24, 76), Cell("疾病编码", "_dash", 18, 26))),
        Row(10, (Cell("病理诊断", "_dash", 24, 46), Cell("药物过敏", "_dash", 20, 40))),
        Row(
            10,
            (Cell("住院医师", "_doctor", 22, 30), Cell("责任护士", "_nurse", 22, 30), Cell("编码员", "_dash", 16, 20)),
        ),
    ),
    Rules(0.25, 40),
    "hei",
    3.6,
    left=18,
    right=192,
)
TEST = PaperPrint(
    _TYPE,
    "front_page_test",
    _NAME,
    lambda case: {**hospital_values(case), "_one": "1"},
    record(RecordForm("病案首页", (), (), table=_TEST, title_face="song", title_gap=0.6, bottom=30)),
    splits=("test",),
)
