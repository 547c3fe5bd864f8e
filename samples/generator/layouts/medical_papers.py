"""Medical papers other than the diagnosis certificate: outpatient record, discharge record, imaging report."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words, signature_slot
from samples.generator.layouts.flow import Block, Margins, end_of, paginate, set_page
from samples.generator.layouts.prints import PaperPrint
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print


def values(case: Case) -> dict[str, str]:
    """What the hospital's records say."""
    return {
        "hospital": case.hospital,
        "patient_name": case.worker.name,
        "record_number": case.record_number,
        "visited_on": case.diagnosed_on.isoformat(),
        "diagnosis": case.injury.diagnosis,
        "_sex": case.worker.sex,
        "_age": f"{case.age}岁",
        "_department": case.department,
        "_advice": case.advice,
        "_left": (case.diagnosed_on + timedelta(days=6)).isoformat(),
        "_cause": case.injury.cause,
    }


def outpatient_record(content: Content, look: Look) -> list[Sheet]:
    """门诊病历 of the first visit."""
    return _record(
        "门诊病历",
        (
            "姓名：{patient_name}   性别：{_sex}   年龄：{_age}   科别：{_department}",
            "门诊号：{record_number}   就诊时间：{visited_on}",
            "主诉：外伤后疼痛、活动受限1小时。",
            "现病史：患者于1小时前{_cause}，伤后局部疼痛、肿胀，由同事送来我院。",
            "既往史：否认高血压、糖尿病史，否认药物过敏史。",
            "查体：神志清楚，生命体征平稳，伤处肿胀，压痛明显。",
            "辅助检查：X线检查已行，结果回报。",
            "诊断：{diagnosis}",
            "处理：{_advice}",
        ),
        content,
        look,
    )


def discharge_record(content: Content, look: Look) -> list[Sheet]:
    """出院记录."""
    return _record(
        "出院记录",
        (
            "姓名：{patient_name}   性别：{_sex}   年龄：{_age}   科别：{_department}",
            "住院号：{record_number}",
            "入院日期：{visited_on}   出院日期：{_left}   住院天数：6天",
            "入院情况：患者因外伤入院，伤处疼痛肿胀，活动受限。",
            "入院诊断：{diagnosis}",
            "诊疗经过：入院后完善相关检查，予以消肿、止痛、固定等对症治疗，病情好转。",
            "出院诊断：{diagnosis}",
            "出院情况：一般状态良好，伤处疼痛减轻。",
            "出院医嘱：{_advice}",
        ),
        content,
        look,
    )


def imaging_report(content: Content, look: Look) -> list[Sheet]:
    """DR检查报告单: its impression is no diagnosis for the comparison."""
    return _record(
        "DR检查报告单",
        (
            "姓名：{patient_name}   性别：{_sex}   年龄：{_age}   检查号：{record_number}",
            "检查日期：{visited_on}   申请科室：{_department}   检查部位：伤处正侧位",
            "影像所见：所摄伤处骨质结构清晰，局部骨皮质连续性欠佳，周围软组织肿胀。",
            "印象：{diagnosis}可能，请结合临床。",
            "报告医师签名以纸质报告为准，本报告仅供临床医师参考。",
        ),
        content,
        look,
    )


def _record(title: str, lines: tuple[str, ...], content: Content, look: Look) -> list[Sheet]:
    sheet = Sheet.a4(look.dpi, "record")
    style = Print(look.face("song"), 4.3)
    hospital = content.values["hospital"]
    blocks = [
        Block(hospital, Print(look.face("song"), 6.2, spacing=0.1), centred=True),
        Block(title, Print(look.face("hei"), 7, spacing=0.3), centred=True, leading=2.1),
        *(Block(line, style, above=2, leading=1.7) for line in lines),
    ]
    laid = paginate(blocks, Margins(), content, look)[0]
    set_page(sheet, laid, content, look)
    sheet.enter("hospital", hospital, Area(50, 26, 160, 34))
    y = end_of(laid) + 12
    end = style.put(sheet, "医师签名：", 116, y).x1
    signature_slot(sheet, content, look, "doctor_signature", content.case.doctor, Area(end + 1, y - 4, end + 32, y + 8))
    style.put(sheet, in_words(content.values["visited_on"]), 130, y + 14)
    return [sheet]


OUTPATIENT = PaperPrint("outpatient_record", "outpatient_record_plain", "门诊病历", values, outpatient_record)
DISCHARGE = PaperPrint("discharge_record", "discharge_record_plain", "出院记录", values, discharge_record)
IMAGING = PaperPrint("imaging_report", "imaging_report_plain", "检查报告", values, imaging_report)
