"""The admission record (入院记录): history and findings on several pages, 初步诊断 at the bottom right of the last.

Captions: 病历书写基本规范 (2010) art. 18. A 修正诊断 added later, bottom left, is not the diagnosis of the record.
"""

from __future__ import annotations

from pipeline.declare import DocumentType
from pipeline.extractors.hospital_record import DOCTOR_SIGNATURE, PATIENT_IS_WORKER, WARD_FIELDS, HospitalRecord

_RECORD = HospitalRecord(
    titles=("24小时内入出院记录", "再次入院记录", "多次入院记录", "入院记录", "住院病历", "住院志", "入院病历"),
    visited_on=(("入院日期", "入院时间", "住院日期"), ("记录日期", "记录时间")),
    diagnosis=(("初步诊断", "入院诊断"), ("西医诊断", "主要诊断", "诊断:")),
)

TYPE = DocumentType(
    id="admission_record",
    name_zh="入院记录",
    titles=_RECORD.titles,
    captions=(
        "入院日期",
        "入院时间",
        "记录日期",
        "病史陈述者",
        "主诉",
        "现病史",
        "既往史",
        "个人史",
        "婚育史",
        "家族史",
        "体格检查",
        "专科情况",
        "专科检查",
        "辅助检查",
        "入院诊断",
    ),
    slots=(DOCTOR_SIGNATURE,),
    fields=WARD_FIELDS,
    extract=_RECORD.extract,
    running=("姓名", "住院号"),
    begins=_RECORD.begins,
    likeness=_RECORD.likeness,
    worker=PATIENT_IS_WORKER,
)
