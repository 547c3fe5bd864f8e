"""The employer's report on the accident (工伤事故调查报告), two to four pages of numbered sections (notice item 3)."""

from __future__ import annotations

import regex

from pipeline.declare import DocumentType, Extraction, RequiredPart, Slot
from pipeline.models.document import Field, PartSeen
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day, closing_office
from pipeline.reading.marks import judge_seal_anywhere, judge_slots
from pipeline.reading.numbering import numbers_seen
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values, loosely, read_phrases, sentences, wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.transcript import Transcript, join
from pipeline.reading.values import ValueKind, normalise
from pipeline.reading.view import View, whole
from pipeline.text.wording import ANY_DAY, NAME, REMARK, UNIT_ENDS

_WHEN_AND_WHERE = (
    "事故发生的时间和地点",
    "事故发生时间和地点",
    "事故发生时间及地点",
    "事故发生时间、地点",
    "事故时间和地点",
    "事故时间及地点",
    "事故时间、地点",
)
FIELDS = (
    FieldSpec(
        "employer_name",
        (
            "事故发生单位名称",
            "事故单位名称",
            "事故发生单位",
            "用人单位名称",
            "事故单位",
            "单位名称",
            "用人单位",
            "单位:",
        ),
        "text",
    ),
    FieldSpec(
        "worker_name",
        (
            "受伤害职工姓名",
            "受伤职工姓名",
            "受伤人员姓名",
            "受伤职工",
            "受伤人员",
            "伤者姓名",
            "职工姓名",
            "伤者",
            "姓名",
        ),
        "name",
    ),
    FieldSpec("accident_date", ("事故发生时间", "事故发生日期", "事故时间", "发生时间", "事故日期", "时间:"), "date"),
    FieldSpec("accident_place", ("事故发生地点", "事故地点", "发生地点", "地点:"), "text_block"),
    FieldSpec("accident_date", _WHEN_AND_WHERE, "date"),
    FieldSpec("accident_place", _WHEN_AND_WHERE, "text_block"),
    FieldSpec(
        "injury",
        (
            "受伤部位及救治情况",
            "受伤情况及救治情况",
            "受伤情况及救治经过",
            "受伤及救治情况",
            "人员伤亡情况",
            "受伤部位及程度",
            "人员受伤情况",
            "职工受伤情况",
            "伤害情况",
            "受伤情况",
            "受伤部位",
            "诊断结果",
            "伤情诊断",
            "伤情",
        ),
        "text_block",
    ),
    FieldSpec("issued_on", ("报告日期", "报告时间", "填报日期", "调查日期"), "date"),
)
_INVESTIGATORS = (
    "调查组成员签字",
    "调查组成员（签字）",
    "调查组人员签字",
    "调查人员签字",
    "调查人员（签字）",
    "调查人员（签名）",
    "调查人员签名",
    "调查人签字",
    "调查人（签字）",
    "调查组成员",
    "调查人员",
    "调查人",
)
_SECTIONS = (
    "事故发生单位概况",
    "事故单位概况",
    "事故单位基本情况",
    "单位概况",
    "单位基本情况",
    "基本情况",
    "伤者情况",
    "伤者基本情况",
    "受伤职工情况",
    "受伤职工基本情况",
    "受伤人员情况",
    "受伤人员基本情况",
    "事故经过",
    "事故发生经过",
    "事故发生经过和救援情况",
    "事故概况",
    "救治情况",
    "救援情况",
    "事故原因",
    "事故原因分析",
    "直接原因",
    "间接原因",
    "事故性质",
    "事故类别",
    "事故责任",
    "责任认定",
    "事故责任认定",
    "处理意见",
    "整改措施",
    "防范措施",
    "防范和整改措施",
    "调查结论",
    "调查组意见",
    "单位意见",
    "结论",
    "性别",
    "年龄",
    "身份证号",
    "身份证号码",
    "工种",
    "岗位",
    "职务",
    "入职时间",
    "联系电话",
    "单位地址",
    "法定代表人",
    "所属行业",
    "单位（盖章）",
    "（盖章）",
    "附件",
    "年月日",
)
_SIGNATURE = SlotSpec("investigator_signature", "signature", _INVESTIGATORS, closing=True)
_KINDS: dict[str, ValueKind] = {"worker_name": "name", "accident_date": "date"}
_UNIT = rf"[\p{{Han}}（）·A-Za-z0-9]{{4,36}}?{UNIT_ENDS}"
_PHRASES = wordings(
    _KINDS,
    rf"概况[：。]?(?:我单位|我公司)?(?P<employer_name>{_UNIT})",
    r"(?:伤者|受伤职工|受伤人员|受伤者|受伤员工)(?:基本)?(?:情况)?(?:：|为|是)?(?P<worker_name>[\p{Han}·]{2,4}?)"
    r"(?:同志)?[（，](?:[男女]|性别|身份|系|年龄|\d)",
    rf"关于(?:我单位|我公司|本单位)?(?:职工|员工)?(?P<worker_name>{NAME})(?:同志)?(?:受伤|发生|的)?工伤?事故",
    rf"(?:职工|员工)(?P<worker_name>{NAME})(?:同志)?(?:在|于|受伤|发生|因|[（，][男女])",
    rf"(?:事故)?(?:发生)?(?:时间|(?<!成立|设立|注册|入职|出生|始建)于|经过)：?(?P<accident_date>{ANY_DAY})",
    rf"(?P<accident_date>{ANY_DAY})(?:\d|上午|下午|凌晨|中午|晚|早)",
    rf"^(?P<employer_name>{_UNIT})(?:关于|工伤)",
    rf"[时分]许?，\p{{Han}}{{0,10}}{REMARK}在(?P<accident_place>[^，。；（）]{{2,24}}?)发生(?:\p{{Han}}{{0,6}}事故|意外)",
    r"[时分]许?，(?:职工|员工)?[\p{Han}·]{2,4}(?<![站坐蹲躺走骑])在(?P<accident_place>[^，。；]{2,24}?)(?:内|处|上)?"
    r"(?:进行|从事|操作|作业|工作|清理|搬运|检修|时)",
    r"诊断(?:结果|结论)?(?:为|：)：?(?P<injury>[^。]{3,160})",
)
_DIAGNOSED = regex.compile(r"诊断(?:结果|结论)?(?:为|是|：|:)[：:]?(?P<injury>[^。]{3,160})")
_TREATED = regex.compile(
    r"[，,；;](?:予|给予|现|拟|经|遂|收入|继续|住院|入院|出院|转[入院至往]|行|随后|门诊|未住院|当日|次日|于|\d{4}年)"
)
"""What goes on behind the injury: how it was treated."""
_DATED = regex.compile(r"^\D{0,4}\d{4}年[^，,；;。]*[，,；;]")
"""The day and hour before the place in one cell: 2026年10月28日14时20分，三号楼三层."""


def _begun(field: Field, marks: str, value: str) -> Field:
    """The field with a value's beginning up to the first of the marks: 长春市某某有限公司，在册职工312人."""
    return field.model_copy(update={"value": regex.split(f"[{marks}]", value, maxsplit=1)[0].rstrip("，")})


def extract(document: DocumentPages) -> Extraction:
    """Reads the sections by their headings, the rest by the words around it, and who signed and sealed."""
    views = [whole(page) for page in document.pages]
    text = sentences(views)
    fields = first_values(
        read_fields(views, FIELDS, (*_SECTIONS, *_INVESTIGATORS)),
        loosely(read_phrases(text, _PHRASES), "worker_name"),
        closing_office(views, "employer_name"),
        closing_day(views, "issued_on"),
    )
    fields = _diagnosis_of(fields)
    if "accident_place" in fields:
        place = fields["accident_place"]
        fields["accident_place"] = _begun(place, "。；;", _DATED.sub("", place.value))
    if "employer_name" in fields:
        unit = fields["employer_name"]
        fields["employer_name"] = _begun(unit, "，,。；;", unit.value)
    stops = (*_SECTIONS, *(caption for spec in FIELDS for caption in spec.captions))
    signature = judge_slots(views, (_SIGNATURE,), stops)
    return Extraction(
        fields=fields,
        marks=(judge_seal_anywhere(views, "employer_seal"), *signature),
        parts=_parts(views, text),
        numbers=numbers_seen(join(view.transcript for view in views), "chapter"),
    )


def _diagnosis_of(fields: dict[str, Field]) -> dict[str, Field]:
    """The injury without the words around it: what 经诊断为 names, else all that the section says."""
    injury = fields.get("injury")
    if injury is None or not injury.value:
        return fields
    found = _DIAGNOSED.search(injury.value)
    said = _TREATED.split(found.group("injury") if found else injury.value)[0]
    return fields | {"injury": injury.model_copy(update={"value": normalise("text", said.rstrip("。；，"))})}


def _parts(views: list[View], text: Transcript) -> tuple[PartSeen, ...]:
    first = views[0].page
    seen = [PartSeen(name="course", file=first.ref.file, page=first.ref.page)] if "经过" in text.text else []
    ends = [view.page for view in views if any(word in view.text for word in ("原因", "结论", "措施", "意见"))]
    return (*seen, *(PartSeen(name="causes", file=page.ref.file, page=page.ref.page) for page in ends[:1]))


TYPE = DocumentType(
    id="accident_investigation_report",
    name_zh="单位工伤事故调查报告",
    titles=(
        "工伤事故调查报告书",
        "职工伤亡事故调查报告",
        "工伤事故调查报告",
        "关于 工伤事故的调查报告",
        "关于 事故的调查报告",
        "工伤事故报告",
        "事故调查报告",
        "工伤调查报告",
    ),
    captions=(
        "事故发生单位概况",
        "事故单位概况",
        "事故经过",
        "事故发生经过",
        "直接原因",
        "间接原因",
        "事故原因",
        "事故性质",
        "责任认定",
        "事故责任",
        "防范措施",
        "整改措施",
        "处理意见",
        "调查组成员",
        "调查人员",
        "调查结论",
        "救治情况",
    ),
    slots=(
        Slot("employer_seal", "seal", "单位（盖章）"),
        Slot("investigator_signature", "signature", "调查人员签字"),
    ),
    fields={
        "employer_name": "单位",
        "worker_name": "受伤职工",
        "accident_date": "事故时间",
        "accident_place": "事故地点",
        "injury": "受伤情况",
        "issued_on": "日期",
    },
    extract=extract,
    running=("事故", "调查"),
    required_parts=(
        RequiredPart("course", "事故经过部分", "the course of the accident"),
        RequiredPart("causes", "事故原因及处理意见部分", "causes and conclusions"),
    ),
    worker={"worker_name": "name"},
    employer={"employer_name": "name"},
)
