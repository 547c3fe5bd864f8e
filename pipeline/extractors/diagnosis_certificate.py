"""The hospital's diagnosis certificate (诊断证明书): the reference for the character-exact comparison.

Captions and titles: domain notes on medical papers; hospitals print their own forms, so the variants are many. The
diagnosis runs from its caption to the next caption and wraps over rows.
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.extractors.hospital_record import DOCTOR_SIGNATURE, PATIENT, RECORD_NUMBER, hospital_in_head, told_in_text
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.marks import judge_seal_anywhere, judge_slots
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values, read_phrases, sentences, wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole

TITLES = (
    "疾病诊断证明书",
    "医疗诊断证明书",
    "门诊诊断证明书",
    "住院诊断证明书",
    "门诊诊断书",
    "住院诊断书",
    "急诊诊断书",
    "诊断证明书",
    "疾病诊断书",
    "病情证明书",
    "诊断及休假证明",
    "诊断证明",
    "诊断书",
)
_DIAGNOSIS = (
    "病情及诊断",
    "临床诊断",
    "初步诊断",
    "出院诊断",
    "入院诊断",
    "诊断意见",
    "诊断结果",
    "诊断结论",
    "主要诊断",
    "疾病诊断",
    "门诊诊断",
    "诊断",
    "印象",
)
_ADVICE = ("处理意见", "治疗意见", "休息建议", "医师建议", "医生建议", "诊疗建议", "建议:", "医嘱:", "处理:")
_DOCTOR = (
    "主治医师签名",
    "主治医师签字",
    "主任医师签名",
    "住院医师签名",
    "经治医师签名",
    "经治医生签名",
    "接诊医师签名",
    "诊断医师签名",
    "医师签名（盖章）",
    "医师（签章）",
    "医师（签名）",
    "医师签名",
    "医师签章",
    "医生签章",
    "医生签名",
    "医师签字",
    "医生签字",
    "主治医师",
    "经治医师",
    "经治医生",
    "诊断医师",
    "接诊医师",
    "医师",
    "医生",
)
_ISSUED = ("开具日期", "签发日期", "出具日期", "证明日期", "日期", "时间:")

FIELDS = (
    PATIENT,
    FieldSpec("sex", ("性别",), "sex"),
    FieldSpec("age", ("年龄",), "text"),
    FieldSpec("department", ("就诊科室", "科别", "科室"), "text"),
    RECORD_NUMBER,
    FieldSpec(
        "visited_on", ("就诊日期", "就诊时间", "初诊日期", "门诊日期", "入院日期", "住院日期", "住院时间"), "date"
    ),
    FieldSpec("diagnosis", _DIAGNOSIS, "diagnosis"),
    FieldSpec("advice", _ADVICE, "text_block"),
    FieldSpec("doctor", _DOCTOR, "name"),
    FieldSpec("issued_on", _ISSUED, "date"),
)
_STOPS = (
    "职业:",
    "工作单位",
    "住址",
    "地址",
    "家庭住址",
    "床号",
    "身份证号",
    "身份证号码",
    "电话",
    "联系电话",
    "出院日期",
    "出院时间",
    "主诉",
    "病情摘要",
    "病情及诊疗经过",
    "诊疗经过",
    "检查结果",
    "备注",
    "说明:",
    "注:",
    "注意事项",
    "编号",
    "单位（盖章）",
    "医院（盖章）",
    "（医院盖章）",
    "（医院公章）",
    "医疗机构（盖章）",
    "盖章",
    "（盖章）",
    "此证明",
    "未盖章无效",
    "本证明",
    "特此证明",
    "诊断证明专用章",
    "科主任",
    "打印时间",
    "打印日期",
    "打印人",
    *TITLES,
)
_SEX_AND_AGE = wordings({"sex": "sex"}, r"患者[\p{Han}·]{2,4}，?(?P<sex>[男女])性?，?(?P<age>\d{1,3}岁)")
_SIGNATURE = SlotSpec("doctor_signature", "signature", _DOCTOR)


def extract(document: DocumentPages) -> Extraction:
    """Reads the certificate's fields, the doctor's signature and the hospital's seal."""
    views = [whole(page) for page in document.pages]
    told = told_in_text(views) | read_phrases(sentences(views), _SEX_AND_AGE)
    read = first_values(read_fields(views, FIELDS, _STOPS), told)
    fields = closing_day(views, "issued_on") | read | hospital_in_head(views, "hospital")
    other_captions = (*_STOPS, *(caption for spec in FIELDS if spec.name != "doctor" for caption in spec.captions))
    signature = judge_slots(views, (_SIGNATURE,), other_captions)
    return Extraction(fields=fields, marks=(*signature, judge_seal_anywhere(views, "hospital_seal")))


TYPE = DocumentType(
    id="diagnosis_certificate",
    name_zh="诊断证明书",
    titles=TITLES,
    captions=(
        "诊断意见",
        "处理意见",
        "医师签名",
        "医师（签章）",
        "诊断证明专用章",
        "科别",
        "建议休息",
        "休息建议",
        "未盖章无效",
        "就诊日期",
    ),
    slots=(
        DOCTOR_SIGNATURE,
        Slot("hospital_seal", "seal", "诊断证明专用章"),
    ),
    fields={
        "hospital": "医院名称",
        "patient_name": "姓名",
        "sex": "性别",
        "age": "年龄",
        "department": "科别",
        "record_number": "门诊号或住院号",
        "visited_on": "就诊日期",
        "diagnosis": "诊断",
        "advice": "处理意见",
        "doctor": "医师",
        "issued_on": "日期",
    },
    extract=extract,
    worker={"patient_name": "name", "sex": "sex"},
)
