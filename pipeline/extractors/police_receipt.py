"""What the police give to someone who calls them: 报警回执, 受案回执, 报警证明, 接处警登记表.

Wording of the 受案回执: 《公安机关办理行政案件程序规定》, forms of the Ministry of Public Security.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_office
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import Phrase, first_values, read_phrases, running_text
from pipeline.reading.transcript import join
from pipeline.reading.view import View, whole
from pipeline.text.wording import DAY, PERSON, PERSON_ENDS, REMARK, UNIT

FIELDS = (
    FieldSpec(
        "reporter",
        ("报警人姓名", "报案人姓名", "报警人（单位）", "报案人（单位）", "报警人", "报案人", "举报人", "控告人"),
    ),
    FieldSpec(
        "reported_on",
        ("接报警时间", "报警时间", "报警日期", "报案时间", "接警时间", "接警日期", "接报时间", "接案时间", "受案时间"),
        "date",
    ),
    FieldSpec(
        "station",
        (
            "接处警单位",
            "接报警单位",
            "接警单位",
            "受案单位",
            "接报单位",
            "处警单位",
            "出警单位",
            "受理单位",
            "承办单位",
        ),
    ),
)
_NAME_IN_ROW = (FieldSpec("reporter", ("姓名",)),)
_STOPS = (
    "姓名",
    "性别",
    "年龄",
    "出生日期",
    "身份证号",
    "身份证号码",
    "证件号码",
    "住址",
    "现住址",
    "工作单位",
    "联系电话",
    "联系方式",
    "报警电话",
    "报警方式",
    "报警内容",
    "报案内容",
    "案由",
    "警情类别",
    "简要警情",
    "发生地点",
    "事发地点",
    "案发地点",
    "发生时间",
    "处警民警",
    "处警人",
    "出警民警",
    "接警人",
    "接警民警",
    "出警时间",
    "处警时间",
    "处理结果",
    "处警情况",
    "处理情况",
    "受案登记表文号",
    "编号",
    "备注",
    "填表人",
)
PHRASES = (
    Phrase(
        regex.compile(rf"(?m)^(?P<reporter>{UNIT})[：:]\n?你[^于。]{{0,8}}于(?P<reported_on>{DAY})"),
        {"reported_on": "date"},
    ),
    Phrase(
        regex.compile(
            rf"(?P<reported_on>{DAY})[^。]{{0,60}}?接(?:到)?(?:市民|群众|居民)?(?P<reporter>{PERSON}){PERSON_ENDS}"
            rf"{REMARK}[^。，]{{0,14}}报[警案称]"
        ),
        {"reported_on": "date"},
    ),
    Phrase(
        regex.compile(
            rf"(?:市民|群众|居民|报警人)?(?P<reporter>{PERSON}){PERSON_ENDS}{REMARK}[^。]{{0,40}}?于(?P<reported_on>{DAY})"
            rf"[^。]{{0,40}}?(?:报[警案称]|来[我本]所)"
        ),
        {"reported_on": "date"},
    ),
)
_UNIT = regex.compile(r"[所局队站室厅警]|公安|中心")
_POLICE = regex.compile(r"(?m)^[\t]?(?P<station>\p{Han}{2,30}(?:派出所|公安局|分局|警务站|大队))(?=$|\t|\n)")


def extract(document: DocumentPages) -> Extraction:
    """Reads who called when, which station took the call, and its seal."""
    views = [whole(page) for page in document.pages]
    return Extraction(
        fields=first_values(
            _of_police(read_fields(views, FIELDS, _STOPS)),
            read_phrases(join(running_text(view) for view in views), PHRASES),
            closing_office(views, "station"),
            _head(views),
            read_fields(views, _NAME_IN_ROW, (*_STOPS, *(name for spec in FIELDS for name in spec.captions))),
        ),
        marks=(judge_seal_anywhere(views, "authority_seal"),),
    )


def _of_police(read: Mapping[str, Field]) -> dict[str, Field]:
    """What was read, without a station that is none: under 受案单位（印） stands the seal, and then the day."""
    return {
        name: field for name, field in read.items() if name != "station" or not field.value or _UNIT.search(field.value)
    }


def _head(views: Sequence[View]) -> dict[str, Field]:
    """The station that the paper's head names."""
    return read_phrases(views[0].transcript, (Phrase(_POLICE),))


TYPE = DocumentType(
    id="police_receipt",
    name_zh="报警回执",
    titles=(
        "接受案件回执单",
        "接处警情况登记表",
        "接处警登记表",
        "接处警工作登记表",
        "接报警回执单",
        "接报警登记表",
        "接报警回执",
        "报警回执单",
        "接警回执单",
        "受案回执",
        "报警回执",
        "报警证明",
        "接警证明",
        "出警证明",
    ),
    captions=(
        "报警人",
        "报案人",
        "报警时间",
        "报警内容",
        "报警方式",
        "接警单位",
        "接警时间",
        "接警人",
        "处警民警",
        "出警民警",
        "处警情况",
        "受案单位",
        "简要警情",
        "警情类别",
        "受案登记表文号",
        "我单位已受理",
        "电话报警",
        "报警称",
        "报称的",
        "派出所",
    ),
    slots=(Slot("authority_seal", "seal", "派出所章"),),
    fields={
        "reporter": "报警人",
        "reported_on": "报警时间",
        "station": "接警单位",
    },
    extract=extract,
)
