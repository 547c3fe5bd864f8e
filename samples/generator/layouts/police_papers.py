"""Receipts of the police for those who call, and what proves where somebody lives."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words, seal_slot
from samples.generator.layouts.official import Form, draw_letter, stranger, ward
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, paragraph


def police_values(case: Case) -> dict[str, str]:
    """What the police station wrote down when somebody called."""
    station = f"长春市公安局{case.employer.district.removesuffix('区')}区分局{ward(case)}派出所"
    return {
        "reporter": case.worker.name,
        "reported_on": case.occurred_on.isoformat(),
        "station": station,
        "_day": (case.occurred_on + timedelta(days=1)).isoformat(),
        "_phone": case.worker.phone,
        "_id": case.worker.id_number,
        "_when": case.when,
        "_place": case.injury.place,
        "_story": f"{case.worker.name}称其在{case.injury.place}{case.injury.cause}。",
        "_officer": stranger(case, "policeman").name,
        "_case": f"{case.wage * 13}",
        "_how": "110指令",
        "_done": "民警到场后将双方带回所内调查，伤者由同事送医。",
    }


def _call_table(content: Content, look: Look) -> list[Sheet]:
    """接处警情况登记表."""
    rows = (
        Row(12, (Cell("报警人", "reporter", 24, 36), Cell("联系电话", "_phone", 22, 44))),
        Row(12, (Cell("报警时间", "reported_on", 24, 46), Cell("报警方式", "_how", 22, 34))),
        Row(12, (Cell("接警单位", "station", 24, 102),)),
        Row(12, (Cell("案发地点", "_place", 24, 102),)),
        Row(36, (Cell("报警内容", "_story", 24, 102),)),
        Row(30, (Cell("处警情况", "_done", 24, 102),)),
        Row(12, (Cell("处警民警", "_officer", 24, 46), Cell("备注", "", 22, 34))),
    )
    sheet = Sheet.a4(look.dpi, "page")
    title = Print(look.face("song"), 7.6, spacing=0.15, bold=True)
    words = "接处警情况登记表"
    title.put(sheet, words, (210 - title.width(words)) / 2, 26)
    y = draw_table(sheet, TablePrint(rows, Rules(), "song", 4.0, top=44, date_style="-"), content, look)
    style = Print(look.face("song"), 4.4)
    style.put(sheet, "（盖章）", 150, y + 12)
    style.put(sheet, in_words(content.values["_day"]), 142, y + 22)
    seal_slot(
        sheet, content, look, "authority_seal", Seal(content.values["station"], "", look.faces.song), (156, y + 18)
    )
    return [sheet]


def _call_certificate(content: Content, look: Look) -> list[Sheet]:
    """报警证明 in running text."""
    form = Form(
        "报警证明",
        (
            "兹证明{_when}许，我所接到{reporter}（身份证号：{_id}，联系电话：{_phone}）电话报警，{_story}"
            "我所民警接警后立即赶赴现场处置，案件正在进一步调查中。",
            "特此证明。",
        ),
        office="station",
        day="〇",
        day_value="_day",
        size=5.4,
        leading=2.0,
    )
    sheets = draw_letter(form, content, look)
    sheets[0].enter("reported_on", content.values["reported_on"], Area(26, 60, 180, 68))
    return sheets


def _case_receipt(content: Content, look: Look) -> list[Sheet]:
    """受案回执 to the caller."""
    form = Form(
        "受案回执",
        (
            "{reporter}：",
            "你（单位）于{reported_on}报称的被他人殴打一案我单位已受理（受案登记表文号为长公受案字〔2026〕{_case}号）。",
            "你（单位）可通过110或者到我单位查询案件进展情况。",
            "联系人：{_officer}",
        ),
        office="station",
        day_value="_day",
        face="kai",
        title_face="song",
        title_size=9,
        spacing=0.6,
    )
    return draw_letter(form, content, look)


def residence_values(case: Case) -> dict[str, str]:
    """What proves where the worker lives; no field of it is read."""
    landlord = stranger(case, "landlord")
    return {
        "_worker": case.worker.name,
        "_id": case.worker.id_number,
        "_sex": case.worker.sex,
        "_home": case.worker.address,
        "_since": in_words(case.employed_since.isoformat()),
        "_day": case.filled_on.isoformat(),
        "_office": f"{ward(case)}街道{ward(case)}社区居民委员会",
        "_station": f"长春市公安局{case.employer.district}分局{ward(case)}派出所",
        "_landlord": landlord.name,
        "_landlord_id": landlord.id_number,
        "_rent": f"{case.wage // 5}",
        "_number": f"2201{case.wage * 71}",
        "_until": in_words((case.filled_on + timedelta(days=300)).isoformat()),
    }


def _community(content: Content, look: Look) -> list[Sheet]:
    """居住证明 of a community committee."""
    form = Form(
        "居住证明",
        (
            "兹证明{_worker}，{_sex}，身份证号：{_id}，自{_since}起至今居住于{_home}，系我社区常住居民。",
            "特此证明。",
        ),
        day_value="_day",
        size=5.4,
        leading=2.0,
    )
    return draw_letter(form, content, look)


def _station_certificate(content: Content, look: Look) -> list[Sheet]:
    """居住情况证明 of a police station, in rows."""
    form = Form(
        "居住情况证明",
        (
            "姓名：{_worker}",
            "性别：{_sex}",
            "公民身份号码：{_id}",
            "现居住地址：{_home}",
            "居住时间：{_since}至今",
            "以上情况属实，特此证明。",
        ),
        office="_station",
        day_value="_day",
        day="〇",
        face="kai",
        title_face="song",
        number="编号：{_number}",
    )
    return draw_letter(form, content, look)


def _lease(content: Content, look: Look) -> list[Sheet]:
    """房屋租赁合同, one page, signed by both sides and sealed by nobody."""
    sheet = Sheet.a4(look.dpi, "page")
    title, style = Print(look.face("hei"), 8, spacing=0.4), Print(look.face("song"), 4.6)
    title.put(sheet, "房屋租赁合同", (210 - title.width("房屋租赁合同")) / 2, 24)
    value, y = content.values, 46.0
    for text in (
        f"出租方（甲方）：{value['_landlord']}    身份证号：{value['_landlord_id']}",
        f"承租方（乙方）：{value['_worker']}    身份证号：{value['_id']}",
        "根据《中华人民共和国民法典》及相关规定，甲乙双方就房屋租赁事宜协商一致，订立本合同。",
        f"一、房屋坐落：{value['_home']}，用途为居住。",
        f"二、租赁期限：自{value['_since']}起至{value['_until']}止。",
        f"三、租金：每月人民币{value['_rent']}元，按季支付，押金为一个月租金。",
        "四、租赁期间水费、电费、燃气费、物业费由乙方承担。",
        "五、乙方不得擅自改变房屋结构，不得转租；租赁期满，乙方应如期交还房屋。",
        "六、本合同一式两份，甲乙双方各执一份，自双方签字之日起生效。",
    ):
        y = paragraph(sheet, text, Area(26, y, 184, 280), style, 1.8).y1 + 3
    style.put(sheet, f"甲方（签字）：{value['_landlord']}", 26, y + 14)
    style.put(sheet, f"乙方（签字）：{value['_worker']}", 112, y + 14)
    style.put(sheet, value["_since"], 130, y + 28)
    return [sheet]


CALL_TABLE = PaperPrint(
    "police_receipt", "police_call_table", "接处警登记表", police_values, _call_table, ("dev",), 0.3
)
CALL_CERTIFICATE = PaperPrint(
    "police_receipt", "police_certificate", "报警证明", police_values, _call_certificate, ("dev",)
)
CASE_RECEIPT = PaperPrint("police_receipt", "police_case_receipt", "受案回执", police_values, _case_receipt, ("test",))
COMMUNITY = PaperPrint("residence_proof", "residence_community", "居住证明", residence_values, _community, ("dev",))
LEASE = PaperPrint("residence_proof", "residence_lease", "租房合同", residence_values, _lease, ("dev",))
STATION = PaperPrint(
    "residence_proof", "residence_station", "居住证明", residence_values, _station_certificate, ("test",)
)
