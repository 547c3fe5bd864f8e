"""The household register: its first page and the cards of its members, as a booklet or copied onto A4."""

from __future__ import annotations

from datetime import date

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words, seal_slot
from samples.generator.layouts.official import relative_of
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, fitted


def register_values(case: Case) -> dict[str, str]:
    """What the household register says: head and worker, or worker and relative."""
    relative = relative_of(case)
    elder = case.situation.relation == "parent"
    head, other = (relative, case.worker) if elder else (case.worker, relative)
    child = "女" if other.sex == "女" else "子"
    kin = child if case.situation.relation else "妻" if other.sex == "女" else "夫"
    return {
        "head_name": head.name,
        "member_name": f"{head.name}、{other.name}",
        "relation": f"户主、{kin}",
        "id_number": f"{head.id_number}、{other.id_number}",
        "_address": head.address,
        "_number": f"{case.wage * 97:09d}",
        "_kind": "家庭户",
        "_police": head.issuer,
    }


def _members(content: Content) -> list[dict[str, str]]:
    """The cards' contents, from the joined fields."""
    joined = [content.values[name].split("、") for name in ("member_name", "relation", "id_number")]
    cards = []
    for name, relation, number in zip(*joined, strict=True):
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
        cards.append(
            {
                "_name": name,
                "_relation": relation,
                "_id": number,
                "_born": in_words(born.isoformat()),
                "_sex": "男" if int(number[16]) % 2 else "女",
                "_people": "汉族",
                "_school": "高中",
                "_married": "已婚",
                "_none": "",
                "_from": "本市",
            }
        )
    return cards


_CARD = (
    Row(11, (Cell("姓    名", "_name", 20, 34), Cell("户主或与户主关系", "_relation", 30, 26))),
    Row(11, (Cell("曾 用 名", "_none", 20, 34), Cell("性    别", "_sex", 30, 26))),
    Row(11, (Cell("出 生 地", "_from", 20, 34), Cell("民    族", "_people", 30, 26))),
    Row(11, (Cell("籍    贯", "_from", 20, 34), Cell("出生日期", "_born", 24, 32))),
    Row(11, (Cell("公民身份证件编号", "_id", 32, 42), Cell("身高", "_none", 16, 20))),
    Row(11, (Cell("文化程度", "_school", 20, 34), Cell("婚姻状况", "_married", 30, 26))),
    Row(11, (Cell("服务处所", "_none", 20, 40), Cell("职    业", "_none", 24, 26))),
    Row(11, (Cell("何时由何地迁来本址", "_none", 34, 76),)),
)


def _card(content: Content, look: Look, person: dict[str, str], rules: Rules) -> Sheet:
    sheet = Sheet(148, 125, look.dpi, "card")
    title = Print(look.face("song"), 5.6, spacing=0.3)
    title.put(sheet, "常住人口登记卡", (148 - title.width("常住人口登记卡")) / 2, 6)
    own = Content(content.type, content.case, person, content.slots)
    table = TablePrint(_CARD, rules, "song", 3.4, left=8, top=16, right=140)
    y = draw_table(sheet, table, own, look)
    Print(look.face("song"), 3.2).put(sheet, "承办人签章：", 14, y + 4)
    return sheet


def _first_page(content: Content, look: Look) -> Sheet:
    sheet = Sheet(148, 105, look.dpi, "first")
    caption, value = Print(look.face("song"), 4.0), Print(look.face("kai"), 4.2)
    for words, name, x, y in (
        ("户    别", "_kind", 12, 14),
        ("户主姓名", "head_name", 78, 14),
        ("户    号", "_number", 12, 28),
    ):
        caption.put(sheet, words, x, y)
        place = value.put(sheet, content.values[name], x + 24, y)
        if name == "head_name":
            sheet.enter(name, content.values[name], place)
    caption.put(sheet, "住    址", 12, 42)
    fitted(sheet, content.values["_address"], Area(36, 39, 140, 52), value)
    caption.put(sheet, "户口登记机关（户口专用章）", 70, 66)
    seal = Seal(content.values["_police"], "户口专用章", look.faces.song, 36.0)
    seal_slot(sheet, content, look, "authority_seal", seal, (100, 80))
    return sheet


def _record_cards(sheet: Sheet, content: Content, area: Area) -> None:
    for name in ("member_name", "relation", "id_number"):
        sheet.enter(name, content.values[name], area)


def _booklet(content: Content, look: Look) -> list[Sheet]:
    """The first page and each card as a side of its own."""
    cards = [_card(content, look, person, Rules(0.25, 40)) for person in _members(content)]
    _record_cards(cards[0], content, Area(10, 16, 138, 100))
    return [_first_page(content, look), *cards]


def _copied(content: Content, look: Look) -> list[Sheet]:
    """The first page and a card on one A4 side, the next card on another."""
    first, second = Sheet.a4(look.dpi, "page"), Sheet.a4(look.dpi, "page")
    cards = [_card(content, look, person, Rules(0.35, 20)) for person in _members(content)]
    first.place(_first_page(content, look), 30, 14)
    first.place(cards[0], 30, 140)
    _record_cards(first, content, Area(40, 156, 168, 240))
    second.place(cards[1], 30, 30)
    return [first, second]


def _all_on_one(content: Content, look: Look) -> list[Sheet]:
    """The cards one above the other on an A4 side, the first page on another, as a copying shop does it."""
    first, second = Sheet.a4(look.dpi, "page"), Sheet.a4(look.dpi, "page")
    first.place(_first_page(content, look), 12, 20)
    for row, person in enumerate(_members(content)):
        second.place(_card(content, look, person, Rules(0.2, 90)), 31, 16 + 136 * row)
    _record_cards(second, content, Area(40, 30, 170, 260))
    return [first, second]


REGISTER = PaperPrint("household_register", "register_booklet", "户口本", register_values, _booklet, ("dev",), 0.0)
REGISTER_COPY = PaperPrint("household_register", "register_copied", "户口簿", register_values, _copied, ("dev",), 0.0)
REGISTER_STACK = PaperPrint(
    "household_register", "register_stack", "户口本", register_values, _all_on_one, ("test",), 0.0
)
