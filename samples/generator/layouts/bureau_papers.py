"""Papers of the bureau of human resources: acceptance, and what it asks for when it does not accept."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words, seal_slot
from samples.generator.layouts.official import Form, draw_letter, in_characters
from samples.generator.layouts.other_papers import notice_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print


def _bureau(case: Case) -> str:
    return f"长春市{case.employer.district}人力资源和社会保障局"


def acceptance_values(case: Case) -> dict[str, str]:
    """What an acceptance notice says, with what else its prints tell."""
    return notice_values(case) | {
        "document_number": f"长人社工受字〔{case.submitted_on.year}〕{case.wage // 7}号",
        "_office": _bureau(case),
        "_id": case.worker.id_number,
        "_employer": case.employer.name,
        "_filed": in_words((case.submitted_on - timedelta(days=1)).isoformat()),
        "_when": in_words(case.occurred_on.isoformat()),
    }


def _decision(content: Content, look: Look) -> list[Sheet]:
    """工伤认定申请受理决定书: red head, the people as lines of data, a day in characters."""
    form = Form(
        "工伤认定申请受理决定书",
        (
            "申请人：{applicant_name}",
            "受伤害职工：{worker_name}",
            "身份证号码：{_id}",
            "用人单位：{_employer}",
            "你（单位）于{_filed}提交的工伤认定申请收悉。经审查，符合《工伤认定办法》规定的受理条件，本机关决定予以受理。",
            "本机关将自受理之日起60日内作出是否认定工伤的决定。",
        ),
        number="{document_number}",
        number_at="centre",
        red_head=content.values["_office"],
        face="kai",
        title_face="song",
        title_size=7.4,
        day="〇",
    )
    return draw_letter(form, content, look)


def _receipt(content: Content, look: Look) -> list[Sheet]:
    """工伤认定受理通知书 to the employer with the worker's number in brackets and a line for the receiver."""
    form = Form(
        "工伤认定受理通知书",
        (
            "{applicant_name}：",
            "你单位于{_filed}为职工{worker_name}（公民身份号码：{_id}）提出的工伤认定申请，本局已收悉。经审查，"
            "申请材料完整，符合受理条件，现决定予以受理。",
            "特此通知。",
        ),
        number="编号：{document_number}",
        size=5.2,
        foot=("本通知书一式二份，申请人、社会保险行政部门各一份。", "签收人：                年    月    日"),
    )
    return draw_letter(form, content, look)


def _table_notice(content: Content, look: Look) -> list[Sheet]:
    """受理通知书 as a table."""
    rows = (
        Row(14, (Cell("申请人", "applicant_name", 26, 132),)),
        Row(14, (Cell("职工姓名", "worker_name", 26, 50), Cell("身份证号码", "_id", 26, 56))),
        Row(14, (Cell("用人单位", "_employer", 26, 132),)),
        Row(40, (Cell("受理意见", "_opinion", 26, 132),)),
    )
    sheet = Sheet.a4(look.dpi, "page")
    title = Print(look.face("song"), 8, spacing=0.2, bold=True)
    title.put(sheet, "工伤认定申请受理通知书", (210 - title.width("工伤认定申请受理通知书")) / 2, 28)
    small = Print(look.face("song"), 4.2)
    words = f"文号：{content.values['document_number']}"
    place = small.put(sheet, words, 186 - small.width(words), 46)
    number = Area(place.x0 + small.width("文号："), place.y0, place.x1, place.y1)
    sheet.enter("document_number", content.values["document_number"], number)
    y = draw_table(sheet, TablePrint(rows, Rules(0.3, 20), "hei", 4.0, top=54), content, look)
    office = content.values["_office"]
    small.put(sheet, office, 180 - small.width(office), y + 14)
    words = in_characters(content.values["issued_on"])
    day = small.put(sheet, words, 176 - small.width(words), y + 23)
    sheet.enter("issued_on", content.values["issued_on"], day)
    seal_slot(sheet, content, look, "authority_seal", Seal(office, "", look.faces.song), (150, y + 20))
    return [sheet]


def _table_values(case: Case) -> dict[str, str]:
    opinion = f"{in_words(case.submitted_on.isoformat())}收到的申请材料齐全，符合受理条件，予以受理，60日内作出决定。"
    return acceptance_values(case) | {"_opinion": opinion}


def supplement_values(case: Case) -> dict[str, str]:
    """What a supplement notice says; no field of it is read."""
    number = f"长人社工补字〔{case.submitted_on.year}〕{case.wage // 9}号"
    day = case.submitted_on.isoformat()
    return {"_number": number, "_to": case.applicant_name, "_worker": case.worker.name, "_office": _bureau(case)} | {
        "_day": day,
        "_filed": in_words((case.submitted_on - timedelta(days=2)).isoformat()),
    }


def _supplement(content: Content, look: Look) -> list[Sheet]:
    """补正材料通知书 with a list."""
    form = Form(
        "工伤认定申请补正材料通知书",
        (
            "{_to}：",
            "你单位于{_filed}提交的{_worker}工伤认定申请材料收悉。经审查，申请材料不完整，需补正下列材料：",
            "1．医疗机构出具的受伤后诊断证明书；",
            "2．与用人单位存在劳动关系的证明材料；",
            "3．证人证言及证人身份证复印件。",
            "请于收到本通知之日起15日内补正，逾期未补正的，视为撤回工伤认定申请。",
        ),
        number="{_number}",
        day_value="_day",
        seal="",
        foot=("签收人：                年    月    日",),
    )
    return draw_letter(form, content, look)


def _refusal(content: Content, look: Look) -> list[Sheet]:
    """不予受理决定书."""
    form = Form(
        "工伤认定申请不予受理决定书",
        (
            "申请人：{_to}",
            "你（单位）于{_filed}提交的{_worker}的工伤认定申请收悉。经审查，该申请不符合受理条件，"
            "依据《工伤保险条例》第十七条的规定，决定不予受理。",
            "如对本决定不服，可在收到本决定书之日起60日内申请行政复议，或者6个月内向人民法院提起行政诉讼。",
        ),
        number="{_number}",
        number_at="centre",
        face="kai",
        day="〇",
        day_value="_day",
        seal="",
    )
    return draw_letter(form, content, look)


def _burden(content: Content, look: Look) -> list[Sheet]:
    """限期举证通知书."""
    form = Form(
        "工伤认定限期举证通知书",
        (
            "{_to}：",
            "职工{_worker}于{_filed}向本局提出工伤认定申请，本局已受理。根据《工伤保险条例》第十九条的规定，"
            "职工认为是工伤，用人单位不认为是工伤的，由用人单位承担举证责任。",
            "请你单位自收到本通知书之日起十日内将举证材料送达本局。逾期不举证的，本局将根据职工提供的证据作出认定结论。",
        ),
        number="{_number}",
        size=5.0,
        title_face="song",
        day_value="_day",
        seal="",
    )
    return draw_letter(form, content, look)


DECISION = PaperPrint(
    "acceptance_notice", "acceptance_decision_red_head", "受理决定书", acceptance_values, _decision, ("dev",)
)
RECEIPT = PaperPrint(
    "acceptance_notice", "acceptance_notice_receipt", "受理通知书", acceptance_values, _receipt, ("dev",)
)
TABLE = PaperPrint(
    "acceptance_notice", "acceptance_notice_table", "受理通知书", _table_values, _table_notice, ("test",), 0.0
)
SUPPLEMENT = PaperPrint(
    "supplement_notice", "supplement_notice_list", "补正材料通知书", supplement_values, _supplement, ("dev",)
)
REFUSAL = PaperPrint("supplement_notice", "supplement_refusal", "不予受理决定书", supplement_values, _refusal, ("dev",))
BURDEN = PaperPrint("supplement_notice", "supplement_burden", "举证通知书", supplement_values, _burden, ("test",))
