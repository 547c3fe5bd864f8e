"""The discharge record (出院记录, 出院小结): its diagnosis is 出院诊断, which may differ from 入院诊断 lawfully.

Captions: 病历书写基本规范 (2010) art. 22 (16).
"""

from __future__ import annotations

from pipeline.declare import DocumentType
from pipeline.extractors.hospital_record import DOCTOR_SIGNATURE, PATIENT_IS_WORKER, WARD_FIELDS, HospitalRecord

_RECORD = HospitalRecord(
    titles=("出院诊断证明", "出院记录", "出院小结", "出院证明", "出院证"),
    visited_on=(("入院日期", "入院时间", "住院日期"),),
    diagnosis=(("出院诊断", "最后诊断", "确定诊断"), ("主要诊断", "诊断:"), ("入院诊断",)),
)

TYPE = DocumentType(
    id="discharge_record",
    name_zh="出院记录",
    titles=_RECORD.titles,
    captions=(
        "入院日期",
        "出院日期",
        "出院时间",
        "住院天数",
        "入院诊断",
        "出院诊断",
        "入院情况",
        "诊疗经过",
        "治疗经过",
        "出院情况",
        "出院医嘱",
    ),
    slots=(DOCTOR_SIGNATURE,),
    fields=WARD_FIELDS,
    extract=_RECORD.extract,
    running=("姓名", "住院号"),
    begins=_RECORD.begins,
    likeness=_RECORD.likeness,
    worker=PATIENT_IS_WORKER,
)
