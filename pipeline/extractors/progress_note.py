"""Progress notes (病程记录): dated notes one after the other, each signed; the first one reasons for the diagnosis.

Captions: 病历书写基本规范 (2010) art. 22 (1)-(3). Where no admission day is printed the day of the first note stands
for it.
"""

from __future__ import annotations

from pipeline.declare import DocumentType
from pipeline.extractors.hospital_record import DOCTOR_SIGNATURE, PATIENT_IS_WORKER, WARD_FIELDS, HospitalRecord

_RECORD = HospitalRecord(
    titles=(
        "术后首次病程记录",
        "上级医师查房记录",
        "首次病程记录",
        "日常病程记录",
        "病程记录单",
        "病程记录",
        "病程录",
    ),
    visited_on=(("入院日期", "入院时间", "就诊日期"), ("记录日期", "记录时间", "日期:", "时间:")),
    diagnosis=(("初步诊断", "入院诊断", "目前诊断", "西医诊断"), ("拟诊", "主要诊断", "诊断:")),
    one_run=True,
    dated=True,
)

TYPE = DocumentType(
    id="progress_note",
    name_zh="病程记录",
    titles=_RECORD.titles,
    captions=(
        "病例特点",
        "拟诊讨论",
        "诊断依据",
        "鉴别诊断",
        "诊疗计划",
        "查房记录",
        "医师查房",
        "首次病程",
        "今日查房",
        "术后第",
    ),
    slots=(DOCTOR_SIGNATURE,),
    fields=WARD_FIELDS,
    extract=_RECORD.extract,
    running=("姓名", "住院号"),
    begins=_RECORD.begins,
    likeness=_RECORD.likeness,
    worker=PATIENT_IS_WORKER,
)
