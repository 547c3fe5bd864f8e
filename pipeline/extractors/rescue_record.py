"""The hospital's record of a rescue (抢救记录): when it began, what was done, when death was declared.

Captions: 病历书写基本规范 (2010) art. 22 (8). The hour of death may stand in the text alone: 于…宣布临床死亡.
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction
from pipeline.extractors.hospital_record import (
    CAPTIONS,
    DOCTOR_SIGNATURE,
    DOCTORS,
    PATIENT,
    PATIENT_IS_WORKER,
    RECORD_NUMBER,
    SIGNED,
    HospitalRecord,
    told_in_text,
)
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.marks import judge_closing_signature
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values, read_phrases, sentences, wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole
from pipeline.text.wording import DAY

FIELDS = (
    PATIENT,
    FieldSpec("started_on", ("抢救开始时间", "开始抢救时间", "抢救起始时间", "抢救开始日期"), "date"),
    FieldSpec("started_on", ("抢救时间", "抢救日期", "抢救起止时间"), "date"),
    FieldSpec("started_on", ("日期:", "记录时间", "记录日期"), "date"),
    FieldSpec(
        "died_on",
        (
            "宣布临床死亡时间",
            "宣告临床死亡时间",
            "临床死亡时间",
            "宣布死亡时间",
            "宣告死亡时间",
            "死亡时间",
            "死亡日期",
        ),
        "date",
    ),
    FieldSpec("died_on", ("宣布临床死亡", "宣告临床死亡"), "date"),
)
_STOPS = (
    *CAPTIONS,
    "抢救结束时间",
    "抢救地点",
    "抢救措施",
    "抢救经过",
    "抢救结果",
    "抢救效果",
    "病情变化情况",
    "病情变化",
    "参加抢救人员",
    "参加抢救的医务人员",
    "参加人员",
    "专业技术职称",
    "死亡原因",
    "死亡诊断",
    *RECORD_NUMBER.captions,
)
_SIGNED = (
    SIGNED,
    ("抢救医师", "抢救医生", "主持抢救医师"),
    *DOCTORS,
)
_DECLARED = wordings(
    {"died_on": "date"},
    rf"(?P<died_on>{DAY}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})[^，。；]{{0,10}}[，,]?宣[布告](?:其|患者)?(?:临床)?死亡",
)
_TITLES = (
    "危重患者抢救记录",
    "危重病人抢救记录",
    "急诊抢救记录",
    "120抢救记录",
    "抢救记录单",
    "抢救记录",
    "抢救病历",
)


def extract(document: DocumentPages) -> Extraction:
    """Reads who was rescued, from when on, when death was declared, and looks for the doctor's signature."""
    views = [whole(page) for page in document.pages]
    captioned = read_fields(views, FIELDS, (*_STOPS, *SIGNED, *_TITLES))
    told = {name: field for name, field in told_in_text(views).items() if name == "patient_name"}
    fields = first_values(captioned, told, read_phrases(sentences(views), _DECLARED))
    slots = [SlotSpec(DOCTOR_SIGNATURE.name, DOCTOR_SIGNATURE.kind, captions) for captions in _SIGNED]
    return Extraction(fields, marks=(judge_closing_signature(views, slots, _STOPS),))


_RECORD = HospitalRecord(titles=_TITLES, visited_on=(), diagnosis=())

TYPE = DocumentType(
    id="rescue_record",
    name_zh="抢救记录",
    titles=_TITLES,
    captions=(
        "抢救开始时间",
        "抢救结束时间",
        "抢救时间",
        "抢救措施",
        "抢救经过",
        "参加抢救人员",
        "专业技术职称",
        "心肺复苏",
        "临床死亡",
        "死亡时间",
        "病情变化情况",
        "抢救结果",
        "抢救医师",
        "抢救无效",
        "胸外心脏按压",
    ),
    slots=(DOCTOR_SIGNATURE,),
    fields={
        "patient_name": "姓名",
        "started_on": "抢救开始时间",
        "died_on": "死亡时间",
    },
    extract=extract,
    begins=_RECORD.begins,
    likeness=_RECORD.likeness,
    worker=PATIENT_IS_WORKER,
)
