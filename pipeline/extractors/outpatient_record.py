"""The outpatient or emergency record (门诊病历, 急诊病历): one visit, on a page of a booklet or printed.

Captions: 病历书写基本规范 (2010) art. 13; 诊断, 印象 or Dx name the diagnosis, and 处理, 处置 or Rp end it.
"""

from __future__ import annotations

from pipeline.declare import DocumentType
from pipeline.extractors.hospital_record import DOCTOR_SIGNATURE, PATIENT_IS_WORKER, HospitalRecord

_RECORD = HospitalRecord(
    titles=(
        "门（急）诊病历记录",
        "门（急）诊病历手册",
        "门（急）诊电子病历",
        "门（急）诊病历",
        "门诊病历手册",
        "门诊病历记录",
        "门诊电子病历",
        "急诊留观病历",
        "急诊病历",
        "门诊病历",
        "门诊手册",
        "门诊病历本",
        "门诊病历册",
        "电子病历",
    ),
    visited_on=(
        ("就诊时间", "就诊日期", "初诊日期", "初诊时间", "门诊日期", "接诊时间", "急诊时间", "来诊时间"),
        ("日期:", "时间:", "记录时间", "记录日期"),
    ),
    diagnosis=(
        (
            "初步诊断",
            "临床诊断",
            "门诊诊断",
            "急诊诊断",
            "诊断意见",
            "诊断结果",
            "主要诊断",
            "西医诊断",
            "诊断印象",
            "诊断:",
            "印象:",
            "Dx:",
        ),
    ),
    dated=True,
    stops=("Rp:", "RP:", "复诊:", "去向:", "健康宣教", "病情告知"),
)

TYPE = DocumentType(
    id="outpatient_record",
    name_zh="门诊病历",
    titles=_RECORD.titles,
    captions=(
        "就诊时间",
        "就诊日期",
        "主诉",
        "现病史",
        "既往史",
        "查体",
        "体格检查",
        "辅助检查",
        "门诊号",
        "处理",
        "处置",
    ),
    slots=(DOCTOR_SIGNATURE,),
    fields={
        "hospital": "医院",
        "patient_name": "姓名",
        "record_number": "门诊号",
        "visited_on": "就诊日期",
        "diagnosis": "诊断",
    },
    extract=_RECORD.extract,
    begins=_RECORD.begins,
    likeness=_RECORD.likeness,
    excerpt=True,
    worker=PATIENT_IS_WORKER,
)
