"""The employer's papers, one print each: licence, power of attorney, accident report, filing form, labour relation."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, company_seal, in_words, seal_slot, signature_slot
from samples.generator.layouts.letters import letter
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print


def license_values(case: Case) -> dict[str, str]:
    """What the business licence says."""
    employer = case.employer
    return {
        "credit_code": employer.credit_code,
        "name": employer.name,
        "kind": "有限责任公司（自然人投资或控股）",
        "legal_representative": employer.representative,
        "registered_on": employer.registered_on.isoformat(),
        "valid_until": "长期",
        "address": employer.address,
        "authority": f"长春市{employer.district}市场监督管理局",
    }


def business_license(content: Content, look: Look) -> list[Sheet]:
    """营业执照（副本）, landscape with a frame."""
    sheet = Sheet(297, 210, look.dpi, "license")
    value = content.values
    for inset in (8, 11):
        sheet.box(Area(inset, inset, 297 - inset, 210 - inset), 0.6, 150)
    title = Print(look.face("song"), 15, spacing=0.5, bold=True)
    title.put(sheet, "营业执照", (297 - title.width("营业执照")) / 2, 26)
    small, body = Print(look.face("hei"), 3.8), Print(look.face("song"), 4.3)
    small.put(sheet, "（副本）", 138, 46)
    small.put(sheet, "统一社会信用代码", 28, 36)
    sheet.enter("credit_code", value["credit_code"], body.put(sheet, value["credit_code"], 28, 43))
    rows = (
        ("名称", "name", 28, 66),
        ("类型", "kind", 28, 80),
        ("法定代表人", "legal_representative", 28, 94),
        ("成立日期", "registered_on", 160, 80),
        ("营业期限", "valid_until", 160, 94),
        ("住所", "address", 160, 108),
    )
    for caption, field, x, y in rows:
        small.put(sheet, caption, x, y)
        sheet.enter(field, value[field], body.put(sheet, in_words(value[field]), x + 26, y))
    small.put(sheet, "注册资本", 160, 66)
    body.put(sheet, "伍佰万元整", 186, 66)
    small.put(sheet, "经营范围", 28, 108)
    body.put(sheet, f"{content.case.employer.trade}；相关技术服务。", 54, 108)
    small.put(sheet, "登记机关", 180, 150)
    seal_slot(sheet, content, look, "authority_seal", Seal(value["authority"], "", look.faces.song), (225, 158))
    small.put(sheet, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 28, 190)
    return [sheet]


def attorney_values(case: Case) -> dict[str, str]:
    """What the power of attorney says."""
    return {
        "principal": case.employer.name,
        "legal_representative": case.employer.representative,
        "agent_name": case.employer.agent.name,
        "agent_id_number": case.employer.agent.id_number,
        "matters": f"办理{case.worker.name}工伤认定申请事宜",
        "signed_on": case.filled_on.isoformat(),
        "valid_until": (case.filled_on + timedelta(days=90)).isoformat(),
        "_agent_phone": case.employer.agent.phone,
    }


def power_of_attorney(content: Content, look: Look) -> list[Sheet]:
    """授权委托书 of the employer."""
    text = (
        "委托单位：{principal}",
        "法定代表人：{legal_representative}",
        "受托人：{agent_name}    身份证号：{agent_id_number}",
        "联系电话：{_agent_phone}",
    )
    body = (
        "现委托上述受托人作为我单位代理人，委托事项：{matters}。",
        "代理权限：代为提交申请材料、接收法律文书。委托期限至{valid_until}止。",
    )
    sheet, y = letter("授权委托书", text, body, content, look)
    caption = Print(look.face("song"), 4.6)
    for row, (words, slot, person) in enumerate(
        (
            ("委托单位（盖章）：", "", ""),
            ("法定代表人（签字）：", "legal_representative_signature", content.values["legal_representative"]),
            ("受托人（签字）：", "agent_signature", content.values["agent_name"]),
        )
    ):
        top = y + 12 + 15 * row
        end = caption.put(sheet, words, 90, top).x1
        if slot:
            signature_slot(sheet, content, look, slot, person, Area(end + 1, top - 4, end + 34, top + 8))
        else:
            seal_slot(sheet, content, look, "employer_seal", company_seal(content, look), (end + 22, top + 4))
    day = in_words(content.values["signed_on"])
    sheet.enter(
        "signed_on", content.values["signed_on"], look.fill.resized(4.6).put(sheet, day, 130, y + 60), hand=look.hand
    )
    return [sheet]


def report_values(case: Case) -> dict[str, str]:
    """What the employer's accident report says."""
    return {
        "employer_name": case.employer.name,
        "worker_name": case.worker.name,
        "accident_date": case.occurred_on.isoformat(),
        "accident_place": case.injury.place,
        "injury": case.injury.diagnosis,
        "issued_on": case.filled_on.isoformat(),
        "_hour": f"{case.injury.hour}时{case.injury.minute:02d}分",
        "_job": case.job,
        "_cause": case.injury.cause,
        "_hospital": case.hospital,
        "_trade": case.employer.trade,
    }


def accident_report(content: Content, look: Look) -> list[Sheet]:
    """单位工伤事故调查报告."""
    body = (
        "一、事故发生单位概况：{employer_name}，主要从事{_trade}业务。",
        "二、伤者情况：{worker_name}，系我单位职工，从事{_job}岗位工作。",
        "三、事故时间：{accident_date}{_hour}。事故地点：{accident_place}。",
        "四、事故经过：当日{worker_name}{_cause}。事故发生后，现场人员立即停止作业并将其送往{_hospital}。",
        "五、受伤情况：经诊断为{injury}。",
        "六、事故原因：直接原因为作业时防护不到位；间接原因为现场安全管理不到位、安全教育不足。",
        "七、防范措施：加强设备点检和安全培训，落实岗位安全责任制，杜绝类似事故再次发生。",
        "八、结论：经调查，{worker_name}系在工作时间、工作场所内因工作原因受伤，同意申请工伤认定。",
    )
    sheet, y = letter("工伤事故调查报告", (), body, content, look)
    caption = Print(look.face("song"), 4.6)
    end = caption.put(sheet, "调查人员签字：", 26, y + 16).x1
    place = Area(end + 1, y + 12, end + 32, y + 24)
    signature_slot(sheet, content, look, "investigator_signature", content.case.employer.agent.name, place)
    caption.put(sheet, content.values["employer_name"], 106, y + 28)
    seal_slot(sheet, content, look, "employer_seal", company_seal(content, look), (140, y + 32))
    day = in_words(content.values["issued_on"])
    sheet.enter("issued_on", content.values["issued_on"], caption.put(sheet, day, 124, y + 38))
    return [sheet]


def filing_values(case: Case) -> dict[str, str]:
    """What the employer reported in the first days."""
    return {
        "employer_name": case.employer.name,
        "worker_name": case.worker.name,
        "id_number": case.worker.id_number,
        "accident_date": case.occurred_on.isoformat(),
        "accident_place": case.injury.place,
        "injured_part": case.injury.diagnosis,
        "filled_on": (case.occurred_on + timedelta(days=1)).isoformat(),
        "_phone": case.employer.phone,
        "_course": case.accident(),
        "_witnesses": "、".join(witness.name for witness in case.witnesses),
        "_hospital": case.hospital,
        "_insured": "已参保",
    }


def filing_form(content: Content, look: Look) -> list[Sheet]:
    """长春市工伤保险事故报告备案表."""
    rows = (
        Row(14, (Cell("单位名称", "employer_name", 26, 80), Cell("参保情况", "_insured", 22, 30))),
        Row(14, (Cell("受伤职工姓名", "worker_name", 32, 40), Cell("身份证号", "id_number", 24, 62))),
        Row(14, (Cell("事故发生时间", "accident_date", 32, 48), Cell("事故地点", "accident_place", 24, 54))),
        Row(44, (Cell("事故经过", "_course", 26, 132),)),
        Row(18, (Cell("受伤部位", "injured_part", 26, 132),)),
        Row(14, (Cell("现场证人", "_witnesses", 26, 50), Cell("救治医疗单位", "_hospital", 32, 50))),
    )
    sheet = Sheet.a4(look.dpi, "filing")
    title = Print(look.face("hei"), 6.6, spacing=0.1)
    words = "长春市工伤保险事故报告备案表"
    title.put(sheet, words, (210 - title.width(words)) / 2, 24)
    y = draw_table(sheet, TablePrint(rows, Rules(), "song", 3.9, top=44), content, look)
    caption = Print(look.face("song"), 4.2)
    end = caption.put(sheet, "填表人：", 26, y + 10).x1
    signature_slot(
        sheet,
        content,
        look,
        "filler_signature",
        content.case.employer.agent.name,
        Area(end + 1, y + 6, end + 32, y + 17),
    )
    caption.put(sheet, "单位（盖章）", 110, y + 10)
    seal_slot(sheet, content, look, "employer_seal", company_seal(content, look), (134, y + 20))
    day = in_words(content.values["filled_on"])
    sheet.enter(
        "filled_on", content.values["filled_on"], look.fill.resized(4.2).put(sheet, day, 124, y + 26), hand=look.hand
    )
    return [sheet]


def relation_values(case: Case) -> dict[str, str]:
    """What a certificate of the labour relation says."""
    return {
        "employer_name": case.employer.name,
        "worker_name": case.worker.name,
        "worker_id_number": case.worker.id_number,
        "since": case.employed_since.isoformat(),
        "job": case.job,
        "issued_on": case.filled_on.isoformat(),
    }


def relation_certificate(content: Content, look: Look) -> list[Sheet]:
    """存在劳动关系证明, for a worker without a contract."""
    body = (
        "兹证明{worker_name}（身份证号：{worker_id_number}）系我单位职工，自{since}起在我单位从事{job}岗位工作，存在劳动关系。",
        "特此证明。",
    )
    sheet, y = letter("存在劳动关系证明", (), body, content, look)
    caption = Print(look.face("song"), 4.8)
    name = content.values["employer_name"]
    sheet.enter("employer_name", name, caption.put(sheet, name, 100, y + 20))
    seal_slot(sheet, content, look, "employer_seal", company_seal(content, look), (134, y + 26))
    day = in_words(content.values["issued_on"])
    sheet.enter("issued_on", content.values["issued_on"], caption.put(sheet, day, 120, y + 31))
    return [sheet]


LICENSE = PaperPrint("business_license", "business_license_plain", "营业执照", license_values, business_license)
ATTORNEY = PaperPrint("power_of_attorney", "power_of_attorney_plain", "授权委托书", attorney_values, power_of_attorney)
REPORT = PaperPrint(
    "accident_investigation_report",
    "accident_investigation_report_plain",
    "事故调查报告",
    report_values,
    accident_report,
)
FILING = PaperPrint("accident_filing_form", "accident_filing_form_plain", "备案表", filing_values, filing_form)
RELATION = PaperPrint(
    "labor_relation_certificate",
    "labor_relation_certificate_plain",
    "劳动关系证明",
    relation_values,
    relation_certificate,
)
