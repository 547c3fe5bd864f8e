"""The employer's first report of the accident (工伤保险事故报告备案表), a table (notice item 10)."""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day, closing_office
from pipeline.reading.marks import judge_seal_anywhere, judge_slots
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole

FIELDS = (
    FieldSpec(
        "employer_name",
        ("用人单位名称", "参保单位名称", "单位名称", "用人单位", "参保单位", "填报单位", "申报单位"),
        "text_block",
    ),
    FieldSpec(
        "worker_name",
        ("受伤职工姓名", "受伤害职工姓名", "伤亡职工姓名", "职工姓名", "受伤职工", "受伤人员", "伤者姓名", "姓名"),
        "name",
    ),
    FieldSpec("id_number", ("居民身份证号码", "公民身份号码", "身份证号码", "身份证号"), "id_number"),
    FieldSpec(
        "accident_date", ("事故发生时间", "事故发生日期", "事故时间", "事故日期", "发生时间", "受伤时间"), "date"
    ),
    FieldSpec("accident_place", ("事故发生地点", "事故地点", "发生地点", "受伤地点"), "text_block"),
    FieldSpec(
        "injured_part",
        (
            "受伤部位及程度",
            "受伤部位及伤情",
            "伤害部位及程度",
            "受伤害部位",
            "受伤部位",
            "伤害部位",
            "伤情诊断",
            "受伤情况",
        ),
        "text_block",
    ),
    FieldSpec("filled_on", ("填表日期", "填报日期", "报告日期", "备案日期", "上报日期", "报告时间"), "date"),
)
_FILLER = ("填表人（签字）", "填表人签字", "填表人", "填报人", "报告人", "经办人签字", "经办人")
_STOPS = (
    "参保情况",
    "社会保险登记号",
    "单位编号",
    "组织机构代码",
    "统一社会信用代码",
    "单位地址",
    "联系人",
    "联系电话",
    "电话",
    "性别",
    "年龄",
    "民族",
    "工种",
    "岗位",
    "参加工作时间",
    "事故类别",
    "事故类型",
    "事故经过",
    "事故经过简述",
    "事故简要经过",
    "诊治时间",
    "就诊时间",
    "现场证人姓名",
    "现场证人",
    "证人",
    "救治医疗单位名称",
    "救治医疗单位",
    "救治医院",
    "就诊医院",
    "医疗机构",
    "治疗方式",
    "伤害程度",
    "单位意见",
    "用人单位意见",
    "经办机构意见",
    "受理意见",
    "备案意见",
    "备案机构意见",
    "备注",
    "注:",
    "说明:",
    "单位（盖章）",
    "单位负责人",
    "负责人",
    "审核人",
    "备案编号",
    "编号",
    "受理人",
)
_SIGNATURE = SlotSpec("filler_signature", "signature", _FILLER, closing=True)


def extract(document: DocumentPages) -> Extraction:
    """Reads the table's cells, who filled it in, and the employer's seal."""
    views = [whole(page) for page in document.pages]
    fields = first_values(
        read_fields(views, FIELDS, (*_STOPS, *_FILLER)),
        closing_office(views, "employer_name"),
        closing_day(views, "filled_on"),
    )
    other_captions = (*_STOPS, *(caption for spec in FIELDS for caption in spec.captions), "日期", "年月日")
    signature = judge_slots(views, (_SIGNATURE,), other_captions)
    return Extraction(fields=fields, marks=(judge_seal_anywhere(views, "employer_seal"), *signature))


TYPE = DocumentType(
    id="accident_filing_form",
    name_zh="长春市工伤保险事故报告备案表",
    titles=(
        "长春市工伤保险事故报告备案表",
        "工伤保险事故报告备案表",
        "职工工伤事故备案表",
        "工伤事故报告备案表",
        "工伤事故备案表",
        "工伤事故快报表",
        "工伤事故报告表",
    ),
    captions=(
        "参保情况",
        "事故发生时间",
        "诊治时间",
        "现场证人",
        "救治医疗单位",
        "填表人",
        "备案",
        "受伤职工姓名",
        "事故报告",
        "受伤部位",
    ),
    slots=(
        Slot("employer_seal", "seal", "单位（盖章）"),
        Slot("filler_signature", "signature", "填表人"),
    ),
    fields={
        "employer_name": "单位名称",
        "worker_name": "受伤职工姓名",
        "id_number": "身份证号",
        "accident_date": "事故发生时间",
        "accident_place": "事故地点",
        "injured_part": "受伤部位",
        "filled_on": "日期",
    },
    extract=extract,
    worker={"worker_name": "name", "id_number": "id_number"},
    employer={"employer_name": "name"},
)
