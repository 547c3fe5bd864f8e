"""Papers of the family: marriage certificates and certificates of kinship; the certificate of a disabled soldier."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words, seal_slot
from samples.generator.layouts.official import Form, draw_letter, relative_of, stranger, ward
from samples.generator.layouts.prints import PaperPrint
from samples.generator.people import Person
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import RED, Print


def _registry(case: Case) -> str:
    return f"长春市{case.employer.district}民政局"


def marriage_values(case: Case) -> dict[str, str]:
    """What the marriage certificate says: the relative holds it."""
    spouse = relative_of(case)
    day = max(spouse.born, case.worker.born) + timedelta(days=365 * 22 + case.wage // 10)
    return {
        "holder": spouse.name,
        "registered_on": min(day, case.employed_since - timedelta(days=30)).isoformat(),
        "spouse_names": f"{spouse.name}、{case.worker.name}",
        "_number": f"J220104-{day.year}-{case.wage:06d}",
    }


def _couple(case: Case) -> tuple[Person, Person]:
    return relative_of(case), case.worker


def _holder_page(content: Content, look: Look, size: tuple[float, float]) -> Sheet:
    """The inner page with photo, holder, day and number, and the registry's seal."""
    sheet = Sheet(*size, look.dpi, "page")
    caption, value = Print(look.face("song"), 3.8), Print(look.face("kai"), 4.2)
    sheet.box(Area(size[0] / 2 - 26, 14, size[0] / 2 + 26, 48), 0.3, 120)
    y = 58.0
    for words, name in (("持证人", "holder"), ("登记日期", "registered_on"), ("结婚证字号", "_number")):
        caption.put(sheet, words, 14, y)
        place = value.put(sheet, in_words(content.values[name]), 40, y)
        if not name.startswith("_"):
            sheet.enter(name, content.values[name], place)
        y += 12
    caption.put(sheet, "备  注", 14, y)
    caption.put(sheet, "结婚申请，符合《中华人民共和国民法典》规定，", 14, y + 10)
    caption.put(sheet, "予以登记，发给此证。", 14, y + 17)
    caption.put(sheet, "登记机关", 14, y + 28)
    seal = Seal(_registry(content.case), "婚姻登记专用章", look.faces.song, 38.0)
    seal_slot(sheet, content, look, "authority_seal", seal, (size[0] * 0.62, y + 30))
    return sheet


def _people_page(content: Content, look: Look, size: tuple[float, float]) -> Sheet:
    """The inner page with both persons' data."""
    sheet = Sheet(*size, look.dpi, "page")
    caption, value = Print(look.face("song"), 3.8), Print(look.face("kai"), 4.2)
    y, areas = 24.0, []
    for person in _couple(content.case):
        caption.put(sheet, "姓名", 12, y)
        areas.append(value.put(sheet, person.name, 26, y))
        caption.put(sheet, "性别", 66, y)
        value.put(sheet, person.sex, 80, y)
        caption.put(sheet, "国籍", 12, y + 10)
        value.put(sheet, "中国", 26, y + 10)
        caption.put(sheet, "出生日期", 46, y + 10)
        value.put(sheet, in_words(person.born.isoformat()), 64, y + 10)
        caption.put(sheet, "身份证件号", 12, y + 20)
        value.put(sheet, person.id_number, 38, y + 20)
        y += 56
    sheet.enter("spouse_names", content.values["spouse_names"], areas[0].around(areas[1]))
    return sheet


def _open_booklet(content: Content, look: Look) -> list[Sheet]:
    """Both inner pages of the open booklet on one landscape sheet."""
    left, right = _holder_page(content, look, (105, 148)), _people_page(content, look, (105, 148))
    spread = Sheet(212, 150, look.dpi, "page")
    spread.place(left, 1, 1)
    spread.place(right, 106, 1)
    spread.line((106, 2), (106, 148), 0.2, 170)
    return [spread]


def _one_above_the_other(content: Content, look: Look) -> list[Sheet]:
    """Both inner pages copied onto an A4 sheet, one above the other, under a printed cover line."""
    sheet = Sheet.a4(look.dpi, "page")
    Print(look.face("song"), 7, spacing=0.4, ink=RED).put(sheet, "结婚证", 88, 6)
    sheet.place(_holder_page(content, look, (105, 140)), 50, 16)
    sheet.place(_people_page(content, look, (105, 125)), 50, 160)
    return [sheet]


def _two_sheets(content: Content, look: Look) -> list[Sheet]:
    """The inner pages as two pictures."""
    return [_holder_page(content, look, (105, 148)), _people_page(content, look, (105, 148))]


def kinship_values(case: Case) -> dict[str, str]:
    """What the certificate of kinship says of the worker and the relative."""
    relative, relation = relative_of(case), case.situation.relation or "spouse"
    elder, younger = (relative, case.worker) if relation == "parent" else (case.worker, relative)
    words = "夫妻"
    if relation != "spouse":
        words = ("母" if elder.sex == "女" else "父") + ("女" if younger.sex == "女" else "子")
    return {
        "names": f"{elder.name}、{younger.name}",
        "relation": words,
        "issued_on": case.filled_on.isoformat(),
        "_elder": elder.name,
        "_elder_id": elder.id_number,
        "_younger": younger.name,
        "_younger_id": younger.id_number,
        "_office": f"长春市{case.employer.district}{ward(case)}街道办事处",
        "_worker": case.worker.name,
        "_home": case.worker.address,
        "_kin": words,
    }


def _kin_letter(content: Content, look: Look) -> list[Sheet]:
    form = Form(
        "亲属关系证明",
        (
            "兹证明{_elder}（身份证号：{_elder_id}）与{_younger}（身份证号：{_younger_id}）系{relation}关系。",
            "特此证明。",
        ),
        size=5.4,
        leading=2.0,
    )
    return draw_letter(form, content, look, {"names": content.values["names"]})


def _kin_rows(content: Content, look: Look) -> list[Sheet]:
    form = Form(
        "关系证明",
        (
            "姓名：{_elder}",
            "身份证号码：{_elder_id}",
            "姓名：{_younger}",
            "身份证号码：{_younger_id}",
            "住址：{_home}",
            "双方关系：{relation}",
            "以上情况属实，特此证明。",
        ),
        face="kai",
        title_face="song",
        day="〇",
    )
    return draw_letter(form, content, look, {"names": content.values["names"]})


def _kin_resident(content: Content, look: Look) -> list[Sheet]:
    form = Form(
        "亲属关系证明书",
        (
            "经查，我辖区居民{_elder}，身份证号{_elder_id}，与{_younger}，身份证号{_younger_id}，为{relation}关系，情况属实。",
        ),
        title_face="song",
        title_size=7,
        size=5.0,
    )
    return draw_letter(form, content, look, {"names": content.values["names"]})


def soldier_values(case: Case) -> dict[str, str]:
    """What a disabled soldier's certificate says; no field of it is read."""
    return {
        "_name": case.worker.name,
        "_sex": case.worker.sex,
        "_born": in_words(case.worker.born.isoformat()),
        "_id": case.worker.id_number,
        "_grade": "八级",
        "_nature": "因公",
        "_number": f"吉军{case.wage * 7}",
        "_day": in_words(case.employed_since.isoformat()),
        "_office": f"长春市{case.employer.district}退役军人事务局",
        "_doctor": stranger(case, "doctor").name,
    }


_SOLDIER = (
    ("姓名", "_name"),
    ("性别", "_sex"),
    ("出生日期", "_born"),
    ("公民身份号码", "_id"),
    ("残疾等级", "_grade"),
    ("残疾性质", "_nature"),
    ("证件编号", "_number"),
    ("发证机关", "_office"),
    ("发证日期", "_day"),
)


def _soldier(content: Content, look: Look, titled: str) -> list[Sheet]:
    sheet = Sheet(150, 210, look.dpi, "page")
    title = Print(look.face("song"), 6.4, spacing=0.15)
    title.put(sheet, titled, (150 - title.width(titled)) / 2, 14)
    caption, value = Print(look.face("hei"), 4.0), Print(look.face("kai"), 4.4)
    for row, (words, name) in enumerate(_SOLDIER):
        caption.put(sheet, words, 18, 40 + 14 * row)
        value.put(sheet, content.values[name], 52, 40 + 14 * row)
    return [sheet]


def _soldier_spread(content: Content, look: Look) -> list[Sheet]:
    """The open booklet: title and photo on the left, data on the right."""
    sheet = Sheet(210, 148, look.dpi, "page")
    title = Print(look.face("hei"), 5.4)
    title.put(sheet, "中华人民共和国", 30, 20)
    title.put(sheet, "残疾军人证", 34, 30)
    sheet.box(Area(34, 48, 70, 96), 0.3, 120)
    style = Print(look.face("song"), 3.8)
    for row, (words, name) in enumerate(_SOLDIER):
        style.put(sheet, f"{words}：{content.values[name]}", 112, 18 + 13 * row)
    sheet.line((105, 4), (105, 144), 0.2, 170)
    return [sheet]


MARRIAGE = PaperPrint("marriage_certificate", "marriage_booklet", "结婚证", marriage_values, _open_booklet, ("dev",))
MARRIAGE_SHEETS = PaperPrint(
    "marriage_certificate", "marriage_sheets", "结婚证", marriage_values, _two_sheets, ("dev",)
)
MARRIAGE_COPY = PaperPrint(
    "marriage_certificate", "marriage_copy", "结婚证", marriage_values, _one_above_the_other, ("test",)
)
KIN_LETTER = PaperPrint("kinship_certificate", "kinship_letter", "亲属关系证明", kinship_values, _kin_letter, ("dev",))
KIN_ROWS = PaperPrint("kinship_certificate", "kinship_rows", "关系证明", kinship_values, _kin_rows, ("dev",))
KIN_RESIDENT = PaperPrint(
    "kinship_certificate", "kinship_resident", "亲属关系证明", kinship_values, _kin_resident, ("test",)
)
SOLDIER = PaperPrint(
    "retired_soldier_certificate",
    "soldier_certificate",
    "残疾军人证",
    soldier_values,
    lambda content, look: _soldier(content, look, "中华人民共和国残疾军人证"),
    ("dev",),
)
SOLDIER_OLD = PaperPrint(
    "retired_soldier_certificate",
    "soldier_certificate_old",
    "伤残军人证",
    soldier_values,
    lambda content, look: _soldier(content, look, "革命伤残军人证"),
    ("dev",),
)
SOLDIER_SPREAD = PaperPrint(
    "retired_soldier_certificate", "soldier_spread", "残疾军人证", soldier_values, _soldier_spread, ("test",)
)
