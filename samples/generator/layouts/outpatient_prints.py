"""Prints of the outpatient and emergency record: a booklet's page, a computer's print, a ruled form."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import hospital_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_TYPE, _NAME = "outpatient_record", "门诊病历"
_SIGNED = Closing("医师签名：", 116, slot="doctor_signature")

BOOKLET = PaperPrint(
    _TYPE,
    "outpatient_booklet",
    _NAME,
    hospital_values,
    record(
        RecordForm(
            "门（急）诊病历",
            (
                "姓名{patient_name}性别{_sex}年龄{_age}",
                "门诊号：{record_number}",
                "就诊时间：{visited_on}  科别：{_department}",
                "主诉：外伤后肿痛、活动受限1小时",
                "现病史：1小时前{!_cause}，伤处肿痛，无昏迷及呕吐。",
                "既往史：体健，否认药物过敏史。",
                "体格检查：神清，伤处肿胀、压痛，末梢血运良好。",
                "初步诊断：{diagnosis}",
                "处理：{_advice}",
            ),
            (Closing("医师签名：", 62, slot="doctor_signature"),),
            paper=(148.0, 210.0),
            size=3.8,
            title_size=6.0,
            title_face="song",
            title_gap=0.1,
            bottom=40,
        )
    ),
    splits=("dev",),
    hand=0.5,
)
PRINTED = PaperPrint(
    _TYPE,
    "outpatient_printed",
    _NAME,
    hospital_values,
    record(
        RecordForm(
            "急 诊 病 历",
            (
                "病历号：{!record_number}    姓名：{!patient_name}    性别：{!_sex}    年龄：{!_age}",
                "科室：急诊外科    就诊时间：{!visited_on|-} {!_clock}    费别：自费",
                "主  诉：外伤1小时。",
                "现病史：患者1小时前{!_cause}，曾于外院就诊，诊断为软组织损伤，未予特殊处理，为求进一步诊治来我院。",
                "既往史：否认高血压、糖尿病、冠心病病史，否认肝炎、结核等传染病史。",
                "查  体：T 36.5℃，P 82次/分，R 18次/分，BP 128/76mmHg。神志清楚，查体合作。伤处肿胀，压痛阳性。",
                "辅助检查：DR、CT检查结果回报。",
                "诊  断：{!diagnosis}",
                "处  置：{!_advice}",
            ),
            (
                Closing("医师签名：", 120, slot="doctor_signature"),
                Closing("", 120, field="visited_on", date_style="-"),
            ),
            size=3.9,
            title_face="song",
            title_size=7.4,
            title_gap=0.0,
            footer="打印时间：{!_printed_at}    第 {n} 页 共 {m} 页",
        )
    ),
    splits=("dev",),
)
_TABLE = TablePrint(
    (
        Row(
            11,
            (
                Cell("姓名", "patient_name", 16, 30),
                Cell("性别", "_sex", 12, 12),
                Cell("年龄", "_age", 12, 16),
                Cell("门诊号", "record_number", 18, 44),
            ),
        ),
        Row(11, (Cell("就诊日期", "visited_on", 22, 54), Cell("科别", "_department", 16, 68))),
        Row(18, (Cell("主诉", "_complaint", 22, 138),)),
        Row(34, (Cell("现病史", "_course", 22, 138),)),
        Row(20, (Cell("体格检查", "_found", 22, 138),)),
        Row(26, (Cell("诊断", "diagnosis", 22, 138),)),
        Row(26, (Cell("处理意见", "_advice", 22, 138),)),
    ),
    Rules(0.25, 50),
    "song",
    4.0,
    left=18,
    right=192,
)
RULED = PaperPrint(
    _TYPE,
    "outpatient_ruled",
    "门诊手册",
    hospital_values,
    record(RecordForm("门诊病历记录", (), (_SIGNED,), table=_TABLE, title_face="hei", title_size=6.6, red_head=True)),
    splits=("test",),
    hand=0.4,
)
COMPUTER = PaperPrint(
    _TYPE,
    "outpatient_computer",
    _NAME,
    hospital_values,
    record(
        RecordForm(
            "门诊电子病历",
            (
                "姓名:{!patient_name}  性别:{!_sex}  年龄:{!_age}  病案号:{!record_number}",
                "就诊科室:{!_department}  就诊日期:{!visited_on|.}",
                "【主诉】外伤后肿痛2小时。",
                "【现病史】2小时前{!_cause}，伤处肿痛。",
                "【既往史】无特殊。",
                "【专科检查】伤处肿胀，活动受限。",
                "【诊断】{!diagnosis}",
                "【处理意见】{!_advice}",
            ),
            (Closing("医生签名:", 110, slot="doctor_signature"),),
            body_face="hei",
            size=4.0,
            title_gap=0.1,
            footer="第{n}页/共{m}页",
        )
    ),
    splits=("test",),
)
