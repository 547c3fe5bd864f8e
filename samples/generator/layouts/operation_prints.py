"""Prints of the record of an operation and of reports on pictures (X-ray, CT)."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import hospital_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

_OPERATION, _OPERATION_NAME = "surgery_record", "手术记录"
_IMAGING, _IMAGING_NAME = "imaging_report", "CT检查报告"
_HEAD = "姓名：{!patient_name}    性别：{!_sex}    年龄：{!_age}    科别：{!_department}    住院号：{!record_number}"
OPERATION = PaperPrint(
    _OPERATION,
    "operation_lines",
    _OPERATION_NAME,
    hospital_values,
    record(
        RecordForm(
            "手 术 记 录",
            (
                _HEAD,
                "手术日期：{!_next_day}    手术开始时间：08:40    手术结束时间：10:25",
                "术前诊断：{!diagnosis}",
                "术中诊断：{!diagnosis}",
                "手术名称：切开复位内固定术",
                "手术者：{!_chief}    助手：{!_doctor}    麻醉方式：全身麻醉",
                "手术经过：麻醉成功后，患者取仰卧位，常规消毒铺巾，逐层切开显露骨折端，清除血肿，直视下复位，透视见位置良好，"
                "以钢板螺钉固定，冲洗切口，彻底止血，留置引流，逐层缝合。术中出血约100ml，术毕安返病房。",
            ),
            (Closing("手术者签名：", 116), Closing("", 116, field="_next_day", date_style="-")),
            told=False,
            title_gap=0.0,
            footer="第 {n} 页",
        )
    ),
)
_TABLE = TablePrint(
    (
        Row(
            10,
            (
                Cell("姓名", "patient_name", 16, 32),
                Cell("性别", "_sex", 12, 12),
                Cell("年龄", "_age", 12, 16),
                Cell("病案号", "record_number", 18, 44),
            ),
        ),
        Row(10, (Cell("手术日期", "_next_day", 22, 50), Cell("麻醉方式", "_anaesthesia", 22, 50))),
        Row(16, (Cell("术前诊断", "diagnosis", 24, 138),)),
        Row(16, (Cell("术后诊断", "diagnosis", 24, 138),)),
        Row(10, (Cell("手术名称", "_operation", 24, 138),)),
        Row(10, (Cell("手术者", "_chief", 18, 40), Cell("助手", "_doctor", 14, 40), Cell("护士", "_nurse", 14, 36))),
        Row(50, (Cell("手术经过", "_operated", 24, 138),)),
    ),
    Rules(0.25, 40),
    left=20,
    right=190,
)
OPERATION_RULED = PaperPrint(
    _OPERATION,
    "operation_ruled",
    _OPERATION_NAME,
    lambda case: {
        **hospital_values(case),
        "_anaesthesia": "臂丛阻滞麻醉",
        "_operation": "清创缝合、切开复位内固定术",
        "_operated": "麻醉满意后取仰卧位，常规消毒铺单，清创，复位骨折端，克氏针固定，逐层缝合，加压包扎。",
    },
    record(RecordForm("手术记录单", (), (Closing("手术者：", 116),), table=_TABLE, title_face="song", told=False)),
)
SCAN = PaperPrint(
    _IMAGING,
    "imaging_ct",
    _IMAGING_NAME,
    hospital_values,
    record(
        RecordForm(
            "CT检查报告单",
            (
                "姓名：{!patient_name}  性别：{!_sex}  年龄：{!_age}  检查号：CT{!record_number}",
                "申请科室：{!_department}    检查部位：伤处    检查方法：平扫+三维重建",
                "影像所见：伤处骨皮质连续性中断，断端轻度错位，周围软组织肿胀，邻近关节间隙清晰。",
                "影像诊断：{!diagnosis}，请结合临床。",
            ),
            (
                Closing("报告医师：", 20, field="_doctor"),
                Closing("审核医师：", 90, field="_chief", beside=True),
                Closing("报告时间：", 20, field="_printed_at"),
                Closing("（此报告仅供临床医师参考，不作为诊断证明）", 20),
            ),
            body_face="hei",
            size=4.0,
            title_gap=0.1,
            told=False,
        )
    ),
)
_REPORT = TablePrint(
    (
        Row(
            9,
            (
                Cell("姓名", "patient_name", 16, 30),
                Cell("性别", "_sex", 12, 12),
                Cell("年龄", "_age", 12, 16),
                Cell("检查号", "record_number", 18, 40),
            ),
        ),
        Row(9, (Cell("检查部位", "_part", 22, 50), Cell("检查日期", "visited_on", 22, 50))),
        Row(44, (Cell("影像表现", "_seen", 24, 132),)),
        Row(24, (Cell("诊断意见", "diagnosis", 24, 132),)),
    ),
    Rules(0.2, 70),
    left=20,
    right=190,
)
SCAN_RULED = PaperPrint(
    _IMAGING,
    "imaging_ruled",
    "影像报告",
    lambda case: {
        **hospital_values(case),
        "_part": "伤处",
        "_seen": "骨质结构完整性欠佳，可见线样低密度影，周围软组织肿胀。",
    },
    record(
        RecordForm(
            "影像诊断报告",
            (),
            (Closing("报告医师：", 24, field="_doctor"), Closing("审核医师：", 110, field="_chief", beside=True)),
            table=_REPORT,
            told=False,
        )
    ),
)
