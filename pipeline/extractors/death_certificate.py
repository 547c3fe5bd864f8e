"""The medical certificate of death (居民死亡医学证明（推断）书), in the print of four slips and that of July 2026.

Captions: domain notes 3.14. Crematory and police papers that prove a death share the type; they name less.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.extractors.hospital_record import CAPTIONS, DOCTOR_SIGNATURE, DOCTORS, SIGNED, hospital_in_head
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_office
from pipeline.reading.marks import judge_closing_signature, judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole

FIELDS = (
    FieldSpec("deceased_name", ("死者姓名", "死亡者姓名", "逝者姓名"), "name"),
    FieldSpec("deceased_name", ("姓名", "死者:"), "name"),
    FieldSpec(
        "id_number",
        (
            "有效身份证件号码",
            "身份证件号码",
            "居民身份证号码",
            "公民身份号码",
            "身份证号码",
            "身份证号",
            "证件号码",
            "证件号",
        ),
        "id_number",
    ),
    FieldSpec("died_on", ("死亡日期", "死亡时间", "死亡年月日"), "date"),
    FieldSpec(
        "cause",
        (
            "（a）直接导致死亡的疾病或情况",
            "直接导致死亡的疾病或情况",
            "直接导致死亡的疾病",
            "（a）直接死亡原因",
            "直接死亡原因",
            "直接死因",
        ),
        "text_block",
    ),
    FieldSpec("cause", ("死亡原因", "根本死亡原因", "死因:"), "text_block"),
    FieldSpec(
        "institution",
        (
            "医疗卫生机构名称",
            "医疗机构名称",
            "医疗卫生机构（名称）",
            "填报单位",
            "签发单位",
            "出具单位",
            "医疗卫生机构",
        ),
        "text",
    ),
    FieldSpec(
        "institution",
        ("医疗卫生机构盖章", "医疗卫生机构（盖章）", "医疗机构盖章", "医疗机构（盖章）", "单位盖章"),
        "text",
    ),
)
_INSTITUTION = regex.compile(r"(?:[院所站局队部科室]|中心)(?:[（(].*)?$")
_STOPS = (
    *CAPTIONS,
    "编号",
    "行政区划代码",
    "国家或地区",
    "身份证件类别",
    "证件类型",
    "证件类别",
    "文化程度",
    "个人身份",
    "死亡地点",
    "死亡时是否处于妊娠期或妊娠终止后42天内",
    "生前工作单位",
    "户籍地址",
    "常住地址",
    "可联系的家属姓名",
    "家属联系电话",
    "家属住址",
    "家属住址或工作单位",
    "致死的主要疾病诊断",
    "疾病名称",
    "疾病名称（勿填症状体征）",
    "发病至死亡大概间隔时间",
    "发病到死亡的大概时间间隔",
    "大概时间间隔",
    "引起（a）的疾病或情况",
    "（b）引起（a）的疾病或情况",
    "（c）引起（b）的疾病或情况",
    "（d）引起（c）的疾病或情况",
    "其他疾病诊断（促进死亡，但与导致死亡无关的其他重要情况）",
    "其他疾病诊断",
    "生前主要疾病最高诊断单位",
    "生前主要疾病最高诊断依据",
    "最高诊断单位",
    "最高诊断依据",
    "引起上述疾病或情况的外部原因",
    "引起上述情况的外部原因",
    "民警签名",
    "填表日期",
    "填报日期",
    "签发日期",
    "死亡调查记录",
    "被调查者姓名",
    "调查者签名",
    "派出所意见",
    "以下由编码人员填写",
    "根本死亡原因ICD编码",
)
_UNSIGNED = ("火化证明", "户口注销证明")
"""What a crematory and the police write, whom no doctor signs for."""
_SIGNED = (SIGNED, ("填报医师", "诊断医师"), *DOCTORS)


def extract(document: DocumentPages) -> Extraction:
    """Reads the certificate's fields, the doctor's signature and the institution's seal."""
    views = [whole(page) for page in document.pages]
    read = read_fields(views, FIELDS, (*_STOPS, *SIGNED))
    # Where the seal belongs its name is printed now and then; else the next thing there is a day or a signature.
    if "institution" in read and not _hospital(read["institution"]):
        del read["institution"]
    closing = {name: office for name, office in closing_office(views, "institution").items() if _hospital(office)}
    fields = first_values(read, hospital_in_head(views, "institution"), closing)
    seal = judge_seal_anywhere(views, "institution_seal")
    text = "".join(view.text for view in views)
    if any(title in text for title in _UNSIGNED) and "医师" not in text:
        return Extraction(fields, marks=(seal,))
    slots = [SlotSpec(DOCTOR_SIGNATURE.name, DOCTOR_SIGNATURE.kind, captions) for captions in _SIGNED]
    return Extraction(fields, marks=(seal, judge_closing_signature(views, slots, _STOPS)))


def _hospital(institution: Field) -> bool:
    return bool(_INSTITUTION.search(institution.value))


TYPE = DocumentType(
    id="death_certificate",
    name_zh="居民死亡医学证明（推断）书",
    titles=(
        "居民死亡医学证明（推断）书",
        "居民死亡医学证明书",
        "居民死亡医学证明",
        "死亡医学证明（推断）书",
        "死亡医学证明书",
        "居民死亡殡葬证",
        "死亡证明书",
        "死亡证明",
        "火化证明",
        "户口注销证明",
    ),
    captions=(
        "死者姓名",
        "死亡日期",
        "死亡地点",
        "致死的主要疾病诊断",
        "直接导致死亡的疾病或情况",
        "直接死亡原因",
        "发病到死亡的大概时间间隔",
        "死亡原因",
        "生前工作单位",
        "生前主要疾病最高诊断单位",
        "最高诊断依据",
        "医疗卫生机构盖章",
        "行政区划代码",
    ),
    slots=(Slot("institution_seal", "seal", "医疗机构章"), replace(DOCTOR_SIGNATURE, always=False)),
    fields={
        "deceased_name": "死者姓名",
        "id_number": "证件号码",
        "died_on": "死亡日期",
        "cause": "直接导致死亡的疾病或情况",
        "institution": "医疗卫生机构",
    },
    extract=extract,
    worker={"deceased_name": "name", "id_number": "id_number"},
)
