"""The application form (工伤认定申请表): four logical pages on one A3 sheet, national and local prints.

Captions: the annex of 《工伤认定办法》 (人社部令第8号), the 2003 print, and the Changchun notice,
whose 伤害部位或疾病名称 the national form calls 受伤害部位.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.declare import DocumentType, Extraction, RequiredPart, Slot
from pipeline.extractors.application_parts import SIGNS, part_of
from pipeline.models.document import Field, PartSeen
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.marks import judge_slots
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.slot import SlotSpec
from pipeline.reading.values import normalise
from pipeline.reading.view import View, halves
from pipeline.text.captions import folded

COVER = (
    FieldSpec("applicant_name", ("申请人姓名", "申请人名称", "申请人（盖章）", "申请人"), "text"),
    FieldSpec("worker_name", ("受伤害职工姓名", "受伤害职工", "受伤职工姓名", "受伤职工", "职工姓名"), "name"),
    FieldSpec("applicant_relation", ("申请人与受伤害职工关系", "申请人与受伤职工关系", "与受伤害职工关系"), "text"),
    FieldSpec("filled_on", ("填表日期", "申请日期", "填报日期"), "date"),
)
TABLE = (
    FieldSpec("worker_name", ("职工姓名", "受伤害职工姓名", "受伤职工姓名", "姓名"), "name"),
    FieldSpec("sex", ("性别",), "sex"),
    FieldSpec("birth_date", ("出生日期", "出生年月", "出生年月日"), "date"),
    FieldSpec("id_number", ("身份证号码", "公民身份号码", "居民身份证号码", "身份证号", "公民身份证号码"), "id_number"),
    FieldSpec("phone", ("联系电话", "电话"), "digits", above="employer_name"),
    FieldSpec("home_address", ("家庭地址", "家庭住址", "家庭详细地址", "住址"), "text"),
    FieldSpec("postcode", ("邮政编码", "邮编"), "digits", above="employer_name"),
    FieldSpec("employer_name", ("工作单位", "用人单位", "用人单位名称", "单位名称", "用人单位全称"), "text"),
    FieldSpec("employer_phone", ("联系电话", "电话"), "digits", below="employer_name"),
    FieldSpec("employer_address", ("单位地址", "通讯地址", "单位详细地址", "通信地址"), "text"),
    FieldSpec("employer_postcode", ("邮政编码", "邮编"), "digits", below="employer_name"),
    FieldSpec(
        "occupation", ("职业、工种或工作岗位", "职业工种或工作岗位", "职业、工种", "工种或岗位", "工作岗位"), "text"
    ),
    FieldSpec("employed_since", ("参加工作时间", "参加工作日期", "入职时间"), "date"),
    FieldSpec(
        "accident",
        ("事故时间、地点及主要原因", "事故时间地点及主要原因", "事故时间、地点", "事故发生时间", "事故时间"),
        "text_block",
    ),
    FieldSpec("diagnosed_on", ("诊断时间", "初诊时间", "诊断日期"), "date"),
    FieldSpec(
        "injured_part",
        (
            "受伤害部位（或）疾病名称",
            "受伤害部位或疾病名称",
            "受伤害部位或职业病名称",
            "伤害部位或疾病名称",
            "伤害部位及程度",
            "受伤害部位",
            "受伤部位",
            "伤害部位",
            "伤情诊断",
            "诊断结论",
        ),
        "text_block",
    ),
    FieldSpec("disease_name", ("职业病名称",), "text"),
    FieldSpec("hazard_post", ("接触职业病危害岗位", "接触职业病危害岗位名称"), "text"),
    FieldSpec("hazard_period", ("接触职业病危害时间", "接触职业病危害年限"), "text"),
)
NARRATIVE = FieldSpec(
    "narrative", ("受伤害经过简述（可附页）", "受伤害经过简述", "受伤经过简述", "事故经过简述"), "text_block"
)
"""The table's last row, which some prints carry over to the next page."""
OPINIONS = (
    FieldSpec(
        "request",
        ("受伤害职工或近亲属申请事项", "申请事项", "受伤害职工或亲属意见", "受伤害职工或近亲属意见", "受伤害职工意见"),
        "text_block",
    ),
    FieldSpec("employer_opinion", ("用人单位意见", "单位意见"), "text_block"),
)
_APPLICANT_SIGNS = (
    "申请人签字",
    "申请人签名",
    "申请人（签字）",
    "申请人（签名）",
    "申请人（签字摁手印）",
    "申请人签字、摁手印",
    "申请人（受伤害职工）签字、摁手印",
    "申请人（受伤害职工）签字",
    "受伤害职工签字",
    "受伤害职工（签字）",
    "受伤害职工或近亲属签字",
    "职工签字",
    "申请人:",
    "签字:",
)
_EMPLOYER_SIGNS = (
    "法定代表人（签字）",
    "法定代表人签字",
    "法定代表人签名",
    "法定代表人（签名）",
    "法定代表人（签章）",
    "法定代表人",
    "法人签字",
    "法人签名",
    "经办人签字",
    "经办人签名",
    "经办人",
    "负责人签字",
)
_SEALED = ("（公章）", "（印章）", "（盖章）", "单位公章", "单位盖章", "公章")
_REQUEST = OPINIONS[0].captions
_OPINION = OPINIONS[1].captions
_ANSWER = (
    "社会保险行政部门审查资料和受理意见",
    "社会保险行政部门审查资料情况和受理意见",
    "社会保险行政部门",
    "劳动保障行政部门",
)
"""Where the bureau's own people sign, under captions that the employer's section has as well."""
SLOTS = (
    SlotSpec("applicant_signature", "signature", _APPLICANT_SIGNS, section=_REQUEST, until=(*_OPINION, *_ANSWER)),
    SlotSpec("applicant_fingerprint", "fingerprint", _APPLICANT_SIGNS, section=_REQUEST, until=(*_OPINION, *_ANSWER)),
    SlotSpec("legal_representative_signature", "signature", _EMPLOYER_SIGNS, section=_OPINION, until=_ANSWER),
    SlotSpec("employer_seal", "seal", _SEALED, section=_OPINION, until=_ANSWER),
)
_COVER_STOPS = (
    "编号",
    "申请人地址",
    "社会保险号",
    "经办人",
    "申报日期",
    "人力资源和社会保障部制",
    "邮政编码",
    "联系电话",
)
_TABLE_STOPS = ("年龄", "民族", "社会保险号", "单位性质", "伤害程度", "证明人", "填表说明")
_OPINION_STOPS = (
    *_ANSWER,
    "负责人签字",
    "备注",
    "工会意见",
    "年月日",
)


def begins(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Another form begins when a logical page comes a second time."""
    seen = {part_of(view) for member in before for view in halves(member)} - {None}
    return bool(seen & {part_of(view) for view in halves(page)})


def read_on(page: ReadPage) -> ReadPage:
    """The page with its lines read to their ends, but for the printed instructions, of which nothing is extracted."""
    instructions = [view.region for view in halves(page) if _instructs_only(view)]
    return page.completed(lambda line: not any(region.contains(line.box.center) for region in instructions))


def _instructs_only(view: View) -> bool:
    """Whether nothing to fill in stands with the instructions, which name captions behind a number: 7.申请事项栏."""
    captions = (*SIGNS["table"], *SIGNS["opinions"])
    return part_of(view) == "instructions" and not any(folded(line.text).startswith(captions) for line in view.lines)


def extract(document: DocumentPages) -> Extraction:
    """Reads the form's cells part by part, wherever its four logical pages lie."""
    views = [view for page in document.pages for view in halves(page)]
    by_part: dict[str, list[View]] = {}
    for view in views:
        by_part.setdefault(part_of(view) or "", []).append(view)
    opinions = by_part.get("opinions", [])
    fields = (
        read_fields(opinions, (NARRATIVE, *OPINIONS), (*_OPINION_STOPS, *_APPLICANT_SIGNS, *_EMPLOYER_SIGNS))
        | _cover(by_part.get("cover", []))
        | _present(read_fields(by_part.get("table", []), (*TABLE, NARRATIVE), _TABLE_STOPS))
    )
    if "accident" in fields:
        fields["accident_date"] = _date_of(fields["accident"])
    return Extraction(
        fields=fields,
        marks=judge_slots(opinions, SLOTS, (*_OPINION_STOPS, "日期")) if opinions else (),
        parts=_parts(by_part),
    )


def _cover(views: Sequence[View]) -> dict[str, Field]:
    """The cover's fields; letters that stand far apart, as in 申 请 人, are now and then overlooked at first sight."""
    fields = read_fields(views, COVER, _COVER_STOPS)
    if all(spec.name in fields for spec in COVER):
        return fields
    return read_fields([view.looked_at_again for view in views], COVER, _COVER_STOPS) | fields


def _present(table: dict[str, Field]) -> dict[str, Field]:
    """The worker's name of the table gives way to the cover's when its cell is blank."""
    return {name: field for name, field in table.items() if name != "worker_name" or field.value}


def _date_of(accident: Field) -> Field:
    """The first date of the accident cell, as sure as the characters up to its end."""
    value = normalise("date", accident.text)
    chars = [char for line in accident.lines for char in line.chars]
    end = next((index for index, char in enumerate(chars) if char.text == "日"), len(chars) - 1)
    confidence = min((char.confidence for char in chars[: end + 1]), default=accident.confidence)
    return accident.model_copy(update={"value": value, "confidence": confidence})


def _parts(by_part: dict[str, list[View]]) -> tuple[PartSeen, ...]:
    return tuple(
        PartSeen(name=name, file=view.page.ref.file, page=view.page.ref.page, box=view.region)
        for name in SIGNS
        for view in by_part.get(name, [])[:1]
    )


TYPE = DocumentType(
    id="work_injury_application",
    name_zh="工伤认定申请表",
    titles=("长春市工伤认定申请表", "职工工伤认定申请表", "工伤（亡）认定申请表", "工伤认定申请表"),
    captions=(
        "受伤害职工",
        "申请人与受伤害职工关系",
        "填表日期",
        "职业、工种或工作岗位",
        "参加工作时间",
        "事故时间、地点及主要原因",
        "受伤害部位",
        "伤害部位或疾病名称",
        "接触职业病危害岗位",
        "受伤害经过简述",
        "申请事项",
        "用人单位意见",
        "社会保险行政部门审查资料和受理意见",
        "填表说明",
        "申请人签字",
    ),
    slots=(
        Slot("applicant_signature", "signature", "申请人签字"),
        Slot("applicant_fingerprint", "fingerprint", "申请人手印"),
        Slot("legal_representative_signature", "signature", "法定代表人 / 经办人签字"),
        Slot("employer_seal", "seal", "单位公章"),
    ),
    fields={
        "applicant_name": "申请人",
        "worker_name": "职工姓名",
        "applicant_relation": "申请人与受伤害职工关系",
        "filled_on": "填表日期",
        "sex": "性别",
        "birth_date": "出生日期",
        "id_number": "身份证号码",
        "phone": "联系电话",
        "home_address": "家庭地址",
        "postcode": "邮政编码",
        "employer_name": "工作单位",
        "employer_phone": "单位联系电话",
        "employer_address": "单位地址",
        "employer_postcode": "单位邮政编码",
        "occupation": "职业、工种或工作岗位",
        "employed_since": "参加工作时间",
        "accident": "事故时间、地点及主要原因",
        "accident_date": "事故日期",
        "diagnosed_on": "诊断时间",
        "injured_part": "伤害部位或疾病名称",
        "hazard_post": "接触职业病危害岗位",
        "hazard_period": "接触职业病危害时间",
        "disease_name": "职业病名称",
        "narrative": "受伤害经过简述",
        "request": "申请事项",
        "employer_opinion": "用人单位意见",
    },
    extract=extract,
    begins=begins,
    read_on=read_on,
    required_parts=(
        RequiredPart("cover", "封面", "cover"),
        RequiredPart("table", "职工基本情况表（受伤害经过）页", "table of the worker and the accident"),
        RequiredPart("opinions", "申请事项及用人单位意见（签字盖章）页", "page of the request and the opinions"),
        RequiredPart("instructions", "填表说明页", "page of instructions"),
    ),
    worker={"worker_name": "name", "id_number": "id_number", "sex": "sex", "birth_date": "birth_date"},
    employer={"employer_name": "name"},
)
