"""The record of the ambulance (120院前急救病历): times of the run, findings, first diagnosis, treatment, who took over.

Captions: domain notes 2.5. Centres print their own forms; many give the day once and the times of the run by the clock.
"""

from __future__ import annotations

from pipeline.declare import DocumentType
from pipeline.extractors.hospital_record import (
    DOCTOR_SIGNATURE,
    PATIENT_IS_WORKER,
    RECORD_NUMBER,
    SIGNED,
    HospitalRecord,
)
from pipeline.reading.captioned import FieldSpec

_RECORD = HospitalRecord(
    titles=(
        "院前医疗急救病历",
        "院前急救病历",
        "院前急救记录单",
        "院前急救记录",
        "急救中心出诊记录",
        "急救出诊记录",
        "院前出诊记录",
        "120急救记录",
        "120急救病历",
        "120出诊记录",
        "急救病历",
        "院前病历",
    ),
    visited_on=(
        ("出车时间", "出车日期", "出诊时间", "出诊日期", "出动时间", "派车时间"),
        ("日期:", "任务日期", "急救日期", "就诊日期"),
        ("呼救时间", "接警时间", "受理时间", "来电时间", "接诊时间", "到达现场时间"),
    ),
    diagnosis=(("初步诊断", "急救诊断", "院前诊断", "现场诊断", "诊断印象", "初步印象", "诊断意见", "诊断:", "印象:"),),
    record_number=(
        RECORD_NUMBER,
        FieldSpec("record_number", ("任务编号", "任务号", "急救编号", "车次号", "流水号", "事件编号", "编号"), "code"),
    ),
    signed=(
        ("出诊医师签名", "出诊医师签字", "出诊医生签名", "急救医师签名", "急救医生签名", "出诊医师（签名）"),
        ("出诊医师", "出诊医生", "急救医师", "急救医生", "随车医师", "随车医生"),
        SIGNED,
    ),
    stops=(
        "呼救电话",
        "呼救原因",
        "呼救人",
        "现场地点",
        "现场地址",
        "接车地点",
        "出诊地点",
        "离开现场时间",
        "到达医院时间",
        "送达医院时间",
        "返回时间",
        "病情:",
        "病情分级",
        "生命体征",
        "意识:",
        "瞳孔:",
        "GCS评分",
        "现场救治",
        "救治措施",
        "急救措施",
        "抢救措施",
        "用药:",
        "病情转归",
        "送往医院",
        "送达医院",
        "接诊医院",
        "接诊医师",
        "接诊医师签字",
        "接诊医师签名",
        "接诊护士",
        "驾驶员",
        "司机:",
        "担架员",
        "担架员签名",
        "急救站:",
        "急救中心:",
        "车牌号",
        "车辆编号",
    ),
)

TYPE = DocumentType(
    id="emergency_120_record",
    name_zh="120院前急救病历",
    titles=_RECORD.titles,
    captions=(
        "呼救时间",
        "接警时间",
        "出车时间",
        "到达现场时间",
        "离开现场时间",
        "送达医院时间",
        "到达医院时间",
        "呼救电话",
        "呼救原因",
        "现场地点",
        "现场地址",
        "GCS评分",
        "现场救治",
        "急救措施",
        "送往医院",
        "出诊医师",
        "驾驶员",
        "担架员",
        "急救站",
    ),
    slots=(DOCTOR_SIGNATURE,),
    extract=_RECORD.extract,
    begins=_RECORD.begins,
    worker=PATIENT_IS_WORKER,
)
