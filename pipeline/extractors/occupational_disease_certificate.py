"""The certificate of an occupational disease (职业病诊断证明书): its 诊断结论 is what the form must copy.

Captions: GBZ/T 267-2015 and the law's list of contents (domain notes 3.16).
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.extractors.hospital_record import CAPTIONS, hospital_in_head
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.marks import judge_closing_signature, judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values
from pipeline.reading.slot import SlotSpec
from pipeline.reading.values import until
from pipeline.reading.view import whole

FIELDS = (
    FieldSpec("worker_name", ("劳动者姓名", "劳动者（姓名）", "患者姓名", "姓名", "劳动者:"), "name"),
    FieldSpec(
        "id_number",
        ("居民身份证号码", "公民身份号码", "身份证件号码", "身份证号码", "身份证号", "证件号码"),
        "id_number",
    ),
    FieldSpec("employer_name", ("用人单位名称", "用人单位:", "工作单位", "所在单位"), "text"),
    FieldSpec("employer_name", ("单位名称", "名称:"), "text"),
    FieldSpec("diagnosis", ("职业病诊断结论", "诊断结论", "结论:"), "text_block"),
    FieldSpec("diagnosis", ("职业病名称",), "text_block"),
    FieldSpec(
        "institution",
        ("职业病诊断机构名称", "职业病诊断机构", "诊断机构名称", "诊断机构", "诊断单位", "出具机构"),
        "text",
    ),
    FieldSpec("issued_on", ("诊断日期", "诊断时间", "签发日期", "出具日期", "发证日期", "证明日期"), "date"),
    FieldSpec("issued_on", ("日期:",), "date"),
    FieldSpec("valid_until", ("有效期至", "有效期限至", "有效期限", "有效日期", "有效期"), "date"),
)
_STOPS = (
    *CAPTIONS,
    "编号",
    "证书编号",
    "邮政编码",
    "接触史:",
    "职业史:",
    "职业病危害接触史",
    "职业病危害因素接触史",
    "接触的职业病危害因素",
    "接触职业病危害因素",
    "职业病危害因素",
    "接害工龄",
    "接触时间",
    "工种:",
    "岗位:",
    "工种岗位",
    "程度（期别）",
    "程度:",
    "期别:",
    "诊断标准",
    "依据标准",
    "诊断医师",
    "诊断医师（签名）",
    "诊断医师签名",
    "审核人",
    "盖章:",
    "（公章）",
    "（盖章）",
    "如对本诊断有异议",
    "如对本诊断结论有异议",
    "如对诊断结论有异议",
    "当事人对职业病诊断有异议",
    "此证明",
    "本证明",
    "以下空白",
)
_SIGNED = (
    ("诊断医师签名", "诊断医师（签名）", "诊断医师签字", "诊断医师（签章）", "诊断医师签章"),
    ("诊断医师", "职业病诊断医师", "医师签名", "医师（签名）", "医师:"),
)


def extract(document: DocumentPages) -> Extraction:
    """Reads the certificate's fields, the diagnosing doctors' signature and the institution's seal."""
    views = [whole(page) for page in document.pages]
    fields = first_values(
        read_fields(views, FIELDS, _STOPS), hospital_in_head(views, "institution"), closing_day(views, "issued_on")
    )
    if "valid_until" in fields:
        fields["valid_until"] = until(fields["valid_until"])
    slots = [SlotSpec("doctor_signature", "signature", captions) for captions in _SIGNED]
    signature = judge_closing_signature(views, slots, _STOPS)
    return Extraction(fields, marks=(judge_seal_anywhere(views, "institution_seal"), signature))


TYPE = DocumentType(
    id="occupational_disease_certificate",
    name_zh="职业病诊断证明书",
    titles=("职业病诊断证明书", "职业病诊断证明"),
    captions=(
        "劳动者",
        "用人单位",
        "职业病危害接触史",
        "职业病危害因素",
        "接触史",
        "诊断结论",
        "职业病名称",
        "程度（期别）",
        "诊断医师",
        "诊断机构",
        "如对本诊断",
        "申请鉴定",
    ),
    slots=(Slot("institution_seal", "seal", "诊断机构章"), Slot("doctor_signature", "signature", "诊断医师")),
    fields={
        "worker_name": "劳动者",
        "id_number": "身份证号",
        "employer_name": "用人单位",
        "diagnosis": "诊断结论",
        "institution": "诊断机构",
        "issued_on": "诊断日期",
        "valid_until": "有效期",
    },
    extract=extract,
    worker={"worker_name": "name", "id_number": "id_number"},
    employer={"employer_name": "name"},
)
