"""Prints of the ambulance's record and of the record of a rescue."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import ambulance_values, rescue_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_RUN, _RUN_NAME = "emergency_120_record", "120急救病历"
_RESCUE, _RESCUE_NAME = "rescue_record", "抢救记录"
_CREW = (
    Closing("出诊医师：", 20, slot="doctor_signature"),
    Closing("护士：", 92, field="_nurse", beside=True),
    Closing("驾驶员：", 142, field="_driver", beside=True),
    Closing("接诊医师签字：", 20),
    Closing("患者或家属签字：", 110, beside=True),
)
_TIMES = TablePrint(
    (
        Row(10, (Cell("出车日期", "visited_on", 24, 60), Cell("病历号", "record_number", 22, 68))),
        Row(
            10,
            (
                Cell("呼救时间", "_called", 22, 22),
                Cell("接警时间", "_taken", 22, 22),
                Cell("出车时间", "_left_at", 22, 22),
                Cell("到达现场时间", "_there", 28, 20),
            ),
        ),
        Row(
            10,
            (
                Cell("离开现场时间", "_away", 28, 24),
                Cell("送达医院时间", "_delivered", 28, 24),
                Cell("送往医院", "_target", 22, 54),
            ),
        ),
        Row(
            10,
            (
                Cell("姓名", "patient_name", 16, 36),
                Cell("性别", "_sex", 14, 16),
                Cell("年龄", "_age", 14, 20),
                Cell("呼救电话", "_phone", 22, 42),
            ),
        ),
        Row(12, (Cell("现场地点", "_place", 24, 146),)),
        Row(12, (Cell("主诉", "_complaint", 24, 146),)),
        Row(20, (Cell("病情", "_state", 24, 146),)),
        Row(14, (Cell("生命体征", "_signs", 24, 146),)),
        Row(20, (Cell("初步诊断", "diagnosis", 24, 146),)),
        Row(18, (Cell("急救措施", "_done", 24, 146),)),
    ),
    Rules(0.2, 50),
    "song",
    3.7,
    left=18,
    right=192,
)

RULED = PaperPrint(
    _RUN,
    "ambulance_ruled",
    _RUN_NAME,
    ambulance_values,
    record(RecordForm("院前急救病历", (), _CREW, table=_TIMES, title_face="song", title_size=6.8, size=3.9)),
    splits=("dev",),
    hand=0.4,
)
LINES = PaperPrint(
    _RUN,
    "ambulance_lines",
    _RUN_NAME,
    ambulance_values,
    record(
        RecordForm(
            "120急救记录",
            (
                "任务编号：{!record_number}        呼救电话：{!_phone}",
                "呼救时间：{!_called_on}    出车时间：{!visited_on|-} {!_left_at}",
                "到达现场时间：{!_there}    离开现场时间：{!_away}    到达医院时间：{!_delivered}",
                "现场地址：{!_place}",
                "姓名：{!patient_name}    性别：{!_sex}    年龄：{!_age}",
                "主诉：{!_complaint}",
                "现病史：{!_state}",
                "查体：{!_signs}",
                "初步诊断：{!diagnosis}",
                "现场救治：{!_done}",
                "送往医院：{!_target}        病情转归：平稳",
            ),
            (
                Closing("出诊医师签名：", 24, slot="doctor_signature"),
                Closing("护士签名：", 124, field="_nurse", beside=True),
            ),
            hospital="{!hospital}",
            size=4.1,
        )
    ),
    splits=("dev",),
)
_TEST_RUN = TablePrint(
    (
        Row(
            9,
            (
                Cell("编号", "record_number", 14, 40),
                Cell("出诊日期", "visited_on", 20, 40),
                Cell("出车时间", "_left_at", 20, 30),
            ),
        ),
        Row(
            9,
            (
                Cell("患者姓名", "patient_name", 20, 36),
                Cell("性别", "_sex", 12, 14),
                Cell("年龄", "_age", 12, 18),
                Cell("联系电话", "_phone", 20, 40),
            ),
        ),
        Row(
            9,
            (
                Cell("呼救时间", "_called", 20, 24),
                Cell("到达现场时间", "_there", 26, 24),
                Cell("到达医院时间", "_delivered", 26, 24),
            ),
        ),
        Row(9, (Cell("现场地点", "_place", 20, 120),)),
        Row(24, (Cell("病情", "_state", 20, 120),)),
        Row(16, (Cell("院前诊断", "diagnosis", 20, 120),)),
        Row(16, (Cell("救治措施", "_done", 20, 120),)),
        Row(9, (Cell("送达医院", "_target", 20, 120),)),
    ),
    Rules(0.18, 90, outer=False),
    "hei",
    3.5,
    left=16,
    right=194,
    date_style="-",
)
TEST_RULED = PaperPrint(
    _RUN,
    "ambulance_test_ruled",
    _RUN_NAME,
    ambulance_values,
    record(
        RecordForm(
            "院前医疗急救病历",
            (),
            (
                Closing("出诊医生：", 20, slot="doctor_signature"),
                Closing("司机：", 120, field="_driver", beside=True),
            ),
            table=_TEST_RUN,
            title_gap=0.1,
            body_face="hei",
        )
    ),
    splits=("test",),
    hand=0.3,
)
TEST_LINES = PaperPrint(
    _RUN,
    "ambulance_test_lines",
    _RUN_NAME,
    ambulance_values,
    record(
        RecordForm(
            "院前急救记录单",
            (
                "日期:{visited_on}  病案号:{record_number}",
                "接警时间 {!_taken}   出车时间 {!_left_at}   到达现场时间 {!_there}   送达医院时间 {!_delivered}",
                "姓名:{patient_name}  性别:{_sex}  年龄:{_age}",
                "现场地点:{_place}",
                "主诉:{_complaint}",
                "病情:{_state}",
                "诊断:{diagnosis}",
                "急救措施:{_done}",
            ),
            (Closing("急救医师:", 30, slot="doctor_signature"), Closing("家属签字:", 120, beside=True)),
            title_face="kai",
            size=4.4,
        )
    ),
    splits=("test",),
    hand=0.5,
)
RESCUE_LINES = PaperPrint(
    _RESCUE,
    "rescue_lines",
    _RESCUE_NAME,
    rescue_values,
    record(
        RecordForm(
            "抢 救 记 录",
            (
                "姓名：{!patient_name}    科别：{!_department}    床号：{!_bed}    住院号：{!_record_number}",
                "抢救开始时间：{!started_on} {!_hour}",
                "抢救结束时间：{!died_on} {!_died_at}",
                "病情变化情况：患者入院后意识障碍进行性加重，血压测不出，呼吸心跳骤停。",
                "抢救措施：立即予心肺复苏，气管插管接呼吸机辅助通气，肾上腺素反复静推，电除颤3次。",
                "参加抢救人员：{!_doctor}（主治医师）、{!_chief}（主任医师）、{!_nurse}（护士）",
                "抢救结果：抢救无效，患者死亡。死亡时间：{!died_on} {!_died_at}",
            ),
            (
                Closing("医师签名：", 118, slot="doctor_signature"),
                Closing("", 118, field="_next_day"),
            ),
            hospital="{!_hospital}",
            title_gap=0.0,
        )
    ),
    splits=("dev",),
)
RESCUE_TOLD = PaperPrint(
    _RESCUE,
    "rescue_told",
    _RESCUE_NAME,
    rescue_values,
    record(
        RecordForm(
            "急诊抢救记录",
            (
                "患者姓名：{!patient_name}   性别：{!_sex}   年龄：{!_age}   病案号：{!_record_number}",
                "抢救时间：{!started_on|-} {!_clock}",
                "诊断：{!_diagnosis}",
                "抢救经过：患者{!_cause}，由120送入抢救室，入室时呼吸心跳停止，双侧瞳孔散大。立即行胸外心脏按压，气管插管，"
                "开放静脉通路，先后静注肾上腺素，持续复苏未恢复自主心律。心电图呈直线，于{!died_on}{!_died_at}宣布临床死亡。",
                "家属对抢救过程表示理解。",
            ),
            (Closing("抢救医师：", 24, slot="doctor_signature"), Closing("护士：", 120, field="_nurse", beside=True)),
            hospital="{!_hospital}",
            size=4.4,
            title_face="song",
            footer="- {n} -",
        )
    ),
    splits=("dev",),
)
_RESCUE_TABLE = TablePrint(
    (
        Row(
            10,
            (
                Cell("姓名", "patient_name", 16, 34),
                Cell("性别", "_sex", 14, 16),
                Cell("住院号", "_record_number", 20, 50),
            ),
        ),
        Row(10, (Cell("抢救开始时间", "started_on", 32, 50), Cell("死亡时间", "died_on", 24, 50))),
        Row(20, (Cell("诊断", "_diagnosis", 24, 132),)),
        Row(30, (Cell("病情变化情况", "_state", 32, 124),)),
        Row(40, (Cell("抢救措施", "_done", 24, 132),)),
        Row(14, (Cell("参加抢救人员", "_chief", 32, 124),)),
    ),
    Rules(0.22, 60),
    "song",
    3.9,
    left=20,
    right=190,
)
RESCUE_TEST = PaperPrint(
    _RESCUE,
    "rescue_test_ruled",
    _RESCUE_NAME,
    rescue_values,
    record(
        RecordForm(
            "危重患者抢救记录",
            (),
            (Closing("记录医师：", 110, slot="doctor_signature"),),
            hospital="{!_hospital}",
            table=_RESCUE_TABLE,
            title_gap=0.1,
        )
    ),
    splits=("test",),
)
