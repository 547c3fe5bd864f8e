"""The bureau's acceptance notice (工伤认定申请受理通知书, 受理决定书), filled in, or a blank that a unit brings.

Wording: 《工伤认定办法》 (人社部令第8号) art. 8 and notices of several bureaus; a letter to the applicant, at times a
form.
"""

from __future__ import annotations

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import NUMBERED, Phrase, first_values, read_phrases, running_text
from pipeline.reading.transcript import join
from pipeline.reading.view import whole
from pipeline.text.wording import PERSON, PERSON_ENDS, REMARK, UNIT

FIELDS = (
    FieldSpec("applicant_name", ("申请人姓名:", "申请人名称:", "申请单位:", "申请人:")),
    FieldSpec(
        "worker_name",
        ("受伤害职工姓名:", "受伤职工姓名:", "受伤害职工:", "受伤职工:", "伤亡职工:", "职工姓名:", "职工:"),
        "name",
    ),
    FieldSpec("issued_on", ("签发日期:", "受理日期:", "受理时间:"), "date"),
)
_STOPS = (
    "你单位",
    "你（单位）",
    "贵单位",
    "用人单位:",
    "工作单位:",
    "身份证号:",
    "身份证号码:",
    "性别:",
    "联系电话:",
    "签收人:",
    "事故时间:",
    "受伤时间:",
)
_THE_WORKERS = rf"(?:本?单?位?(?:受伤)?(?:职工|员工|工人))?(?P<worker_name>{PERSON}){PERSON_ENDS}"
PHRASES = (
    *NUMBERED,
    Phrase(regex.compile(rf"(?m)^(?!申请人|编号)(?P<applicant_name>{UNIT})(?:同志|先生|女士)?[：:]\n?(?=你|您|贵)")),
    Phrase(
        regex.compile(rf"(?:提交|提出|递交|申报|报送)的?(?:关于|有关)?{_THE_WORKERS}[^。；]{{0,60}}?工伤"),
        {"worker_name": "name"},
    ),
    Phrase(regex.compile(rf"[位为对](?:职工|员工|工人){_THE_WORKERS}"), {"worker_name": "name"}),
    Phrase(regex.compile(rf"[为对]{_THE_WORKERS}{REMARK}(?:提出|提交|申[请报])"), {"worker_name": "name"}),
)


def extract(document: DocumentPages) -> Extraction:
    """Reads the letter's number, whom it answers and about whom, its day, and the bureau's seal."""
    views = [whole(page) for page in document.pages]
    phrases = read_phrases(join(running_text(view) for view in views), PHRASES)
    return Extraction(
        fields=first_values(closing_day(views, "issued_on"), read_fields(views, FIELDS, _STOPS), phrases),
        marks=(judge_seal_anywhere(views, "authority_seal"),),
    )


TYPE = DocumentType(
    id="acceptance_notice",
    name_zh="受理通知书",
    titles=(
        "工伤认定申请受理通知书",
        "工伤认定申请受理决定书",
        "工伤认定受理通知书",
        "工伤认定受理决定书",
        "工伤受理通知书",
        "受理通知书",
        "接收材料凭证",
    ),
    captions=(
        "的工伤认定申请收悉",
        "工伤认定申请收悉",
        "符合受理条件",
        "符合工伤认定受理条件",
        "予以受理",
        "作出工伤认定决定",
        "60日内",
        "签收",
        "存根",
    ),
    slots=(Slot("authority_seal", "seal", "人力资源和社会保障局（盖章）"),),
    fields={
        "document_number": "文号",
        "applicant_name": "申请人",
        "worker_name": "职工",
        "issued_on": "日期",
    },
    extract=extract,
    worker={"worker_name": "name"},
)
