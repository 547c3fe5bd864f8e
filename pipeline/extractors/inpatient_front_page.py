"""The front page of an inpatient record (住院病案首页): a dense table of two pages, the same all over China.

Captions: the table that 卫医政发〔2011〕84号 prescribes. Its diagnosis is the 主要诊断 in the first row under 出院诊断;
empty cells hold a dash.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.declare import DocumentType
from pipeline.extractors.hospital_record import PATIENT_IS_WORKER, RECORD_NUMBER, HospitalRecord

_RECORD = HospitalRecord(
    titles=("中医住院病案首页", "住院病案首页", "住院病历首页", "病案首页"),
    visited_on=(("入院时间", "入院日期"),),
    diagnosis=(("主要诊断", "主要出院诊断"), ("出院诊断",), ("门（急）诊诊断", "门（急）诊断", "门诊诊断", "入院诊断")),
    record_number=(replace(RECORD_NUMBER, captions=("病案号",)), RECORD_NUMBER),
    signed=(),
    stops=(
        "疾病编码",
        "入院病情",
        "出院情况",
        "ICD-10",
        "损伤、中毒的外部原因",
        "损伤中毒的外部原因",
        "死亡患者尸检",
        "血型:",
        "Rh:",
        "病案质量",
        "质控日期",
        "健康卡号",
        "入院途径",
        "离院方式",
        "住院次数",
    ),
)


TYPE = DocumentType(
    id="inpatient_front_page",
    name_zh="住院病案首页",
    titles=_RECORD.titles,
    captions=(
        "医疗付费方式",
        "健康卡号",
        "入院途径",
        "门（急）诊诊断",
        "其他诊断",
        "疾病编码",
        "入院病情",
        "损伤、中毒的外部原因",
        "病理诊断",
        "药物过敏",
        "死亡患者尸检",
        "离院方式",
        "再住院计划",
        "颅脑损伤患者昏迷时间",
        "手术及操作编码",
        "住院费用",
        "责任护士",
        "编码员",
        "质控医师",
        "质控日期",
    ),
    slots=(),
    fields={
        "hospital": "医院",
        "patient_name": "姓名",
        "record_number": "病案号",
        "visited_on": "入院日期",
        "diagnosis": "诊断",
    },
    extract=_RECORD.extract,
    begins=_RECORD.begins,
    likeness=_RECORD.likeness,
    worker=PATIENT_IS_WORKER,
)
