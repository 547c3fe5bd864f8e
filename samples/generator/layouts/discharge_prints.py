"""Prints of the discharge record: in lines, as a ruled form, from a computer."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import hospital_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_TYPE = "discharge_record"
DISCHARGE_SUMMARY = PaperPrint(
    _TYPE,
    "discharge_summary",
    "出院小结",
    hospital_values,
    record(
        RecordForm(
            "出院小结",
            (
                "姓名：{!patient_name}  性别：{!_sex}  年龄：{!_age}  科室：{!_department}  病案号：{!record_number}",
                "入院时间：{!visited_on|-}    出院时间：{!_left|-}    住院天数：6天",
                "入院诊断：{!_first_diagnosis}",
                "出院诊断：{!diagnosis}",
                "入院情况：{!_state}",
                "治疗经过：入院后完善相关检查，予消肿止痛、固定治疗，病情好转。",
                "出院情况：一般状态良好，伤处疼痛减轻，末梢血运良好。",
                "出院医嘱：{!_advice}",
            ),
            (
                Closing("主治医师：", 24, slot="doctor_signature"),
                Closing("日期：", 120, field="_left", date_style="-", beside=True),
            ),
            body_face="hei",
            size=3.9,
            title_size=6.5,
            footer="第{n}页  共{m}页        打印时间：{!_printed_at}",
        )
    ),
    splits=("dev",),
)
_TABLE = TablePrint(
    (
        Row(
            10,
            (
                Cell("姓名", "patient_name", 16, 32),
                Cell("性别", "_sex", 12, 12),
                Cell("年龄", "_age", 12, 18),
                Cell("住院号", "record_number", 18, 46),
            ),
        ),
        Row(
            10,
            (
                Cell("入院日期", "visited_on", 22, 46),
                Cell("出院日期", "_left", 22, 46),
                Cell("科别", "_department", 14, 30),
            ),
        ),
        Row(16, (Cell("入院诊断", "_first_diagnosis", 24, 142),)),
        Row(24, (Cell("出院诊断", "diagnosis", 24, 142),)),
        Row(24, (Cell("入院情况", "_state", 24, 142),)),
        Row(26, (Cell("诊疗经过", "_done", 24, 142),)),
        Row(22, (Cell("出院医嘱", "_advice", 24, 142),)),
    ),
    Rules(0.25, 40),
    "song",
    4.0,
    left=20,
    right=190,
)
DISCHARGE_RULED = PaperPrint(
    _TYPE,
    "discharge_ruled",
    "出院记录",
    hospital_values,
    record(
        RecordForm(
            "出 院 记 录", (), (Closing("医师签名：", 116, slot="doctor_signature"),), table=_TABLE, title_gap=0.0
        )
    ),
    splits=("dev",),
)
DISCHARGE_TEST = PaperPrint(
    _TYPE,
    "discharge_test",
    "出院记录",
    hospital_values,
    record(
        RecordForm(
            "出院记录",
            (
                "患者姓名:{!patient_name}     病历号:{!record_number}",
                "住院日期:{!visited_on|/}     出院日期:{!_left|/}",
                "出院诊断:{!diagnosis}",
                "诊疗经过:{!_done}",
                "出院情况:好转。",
                "出院医嘱:{!_advice}",
            ),
            (Closing("经治医师:", 120, slot="doctor_signature"),),
            body_face="kai",
            size=4.6,
            title_face="song",
            title_gap=0.6,
        )
    ),
    splits=("test",),
)
