"""Prints of the way to work (上下班路线图): a sketch with few words, a map with a legend; and of promises (承诺书)."""

from __future__ import annotations

from random import Random

from samples.generator.case import Case
from samples.generator.layouts.closings import day, sealed, signer
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.letter_pages import LetterLook, letter_pages
from samples.generator.layouts.prints import PaperPrint
from samples.generator.people import draw_road
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print


def route_values(case: Case) -> dict[str, str]:
    """Home, work, two roads and how far it is."""
    dice = Random(case.worker.id_number)  # noqa: S311  the dice decide what is drawn, nothing secret
    return {
        "_home": case.worker.address,
        "_employer": case.employer.name,
        "_work": case.employer.address,
        "_road": draw_road(dice),
        "_street": draw_road(dice),
        "_far": f"{dice.randrange(2, 18)}公里",
        "_day": case.filled_on.isoformat(),
        "_name": case.worker.name,
        "_place": case.injury.place,
    }


def sketch(content: Content, look: Look) -> list[Sheet]:
    """A sketch: two roads that cross, home, work, and where it happened."""
    value, sheet = content.values, Sheet.a4(look.dpi, "map")
    title = Print(look.face("hei"), 8.0, spacing=0.3)
    title.put(sheet, "上下班路线图", (210 - title.width("上下班路线图")) / 2, 24)
    words = look.fill.resized(4.6)
    for offset in (0, 6):
        sheet.line((30, 120 + offset), (180, 120 + offset), 0.4)
        sheet.line((100 + offset, 60), (100 + offset, 210), 0.4)
    for label, x, y in (("家", 40, 96), ("单位", 150, 180)):
        sheet.box(Area(x - 6, y - 4, x + 20, y + 10), 0.5)
        words.put(sheet, label, x, y)
    words.put(sheet, value["_road"], 44, 128)
    words.put(sheet, value["_street"], 110, 70)
    words.put(sheet, "×事故地点", 104, 140)
    words.put(sheet, f"全程约{value['_far']}", 40, 220)
    signer(sheet, content, look, "申请人签字：", "applicant_signature", value["_name"], (110, 240))
    look.fill.resized(4.6).put(sheet, value["_day"], 130, 256)
    return [sheet]


def legend(content: Content, look: Look) -> list[Sheet]:
    """A map with its data above it."""
    value, sheet = content.values, Sheet.a4(look.dpi, "map")
    title = Print(look.face("song"), 7.2, spacing=0.2, bold=True)
    title.put(sheet, "上下班交通路线图", (210 - title.width("上下班交通路线图")) / 2, 22)
    text = Print(look.face("song"), 4.2)
    rows = (
        f"起点（居住地址）：{value['_home']}",
        f"终点（单位地址）：{value['_work']}",
        f"途经：{value['_road']}、{value['_street']}",
        f"距离：约{value['_far']}",
    )
    for n, row in enumerate(rows):
        text.put(sheet, row, 26, 40 + 8 * n)
    sheet.box(Area(24, 80, 186, 220), 0.4)
    for n, road in enumerate((value["_road"], value["_street"])):
        sheet.line((30, 110 + 50 * n), (180, 100 + 60 * n), 1.2, 120)
        text.put(sheet, road, 60 + 30 * n, 114 + 50 * n)
    sheet.line((90, 86), (110, 214), 1.0, 120)
    text.put(sheet, "事故地点", 112, 150)
    signer(sheet, content, look, "申请人签名：", "applicant_signature", value["_name"], (30, 236))
    return [sheet]


def test_route(content: Content, look: Look) -> list[Sheet]:
    """Another sketch under another title."""
    value, sheet = content.values, Sheet(297, 210, look.dpi, "map")
    title = Print(look.face("hei"), 7.0)
    title.put(sheet, "上下班路线示意图", (297 - title.width("上下班路线示意图")) / 2, 18)
    words = look.fill.resized(4.6)
    for start, end in (((40, 160), (140, 60)), ((140, 60), (260, 90)), ((40, 160), (260, 170))):
        sheet.line(start, end, 0.8)
    for label, x, y in (("居住地", 30, 166), ("工作单位", 250, 78), ("事故地点", 150, 48), (value["_road"], 70, 90)):
        words.put(sheet, label, x, y)
    signer(sheet, content, look, "本人签字：", "applicant_signature", value["_name"], (200, 186))
    return [sheet]


def promise(content: Content, look: Look) -> list[Sheet]:
    """The employer's promise."""
    body = (
        "我单位就{_name}工伤认定申请一事郑重承诺：",
        "一、所提交的申请材料真实有效，复印件与原件一致。",
        "二、如有弄虚作假，愿承担法律责任及由此产生的一切后果。",
        "特此承诺。",
    )
    sheets, y = letter_pages("承诺书", (), body, content, look, LetterLook(title_spacing=0.8))
    sealed(sheets[-1], content, look, "承诺单位（盖章）：{employer}", (84, y + 20), "")
    day(sheets[-1], content, look, "_day", (120, y + 34))

    return sheets


def promise_of_person(content: Content, look: Look) -> list[Sheet]:
    """A person's promise on the truth of the papers."""
    body = (
        "本人{_name}，现申请工伤认定，本人承诺所填写的内容和提交的材料真实、完整、有效。",
        "如有隐瞒或提供虚假材料，本人自愿承担相应的法律责任。",
    )
    sheets, y = letter_pages(
        "申请材料真实性承诺书", (), body, content, look, LetterLook("kai", 5.0, 2.1, "song", 7.4, 0.1)
    )
    signer(sheets[-1], content, look, "承诺人（签字）：", "_promisor", content.values["_name"], (100, y + 18))
    day(sheets[-1], content, look, "_day", (124, y + 34))

    return sheets


_ROUTE, _PROMISE = "commute_route_map", "commitment_letter"
SKETCH = PaperPrint(_ROUTE, "route_sketch", "上下班路线图", route_values, sketch, ("dev",), hand=0.7)
LEGEND = PaperPrint(_ROUTE, "route_legend", "路线图", route_values, legend, ("dev",), hand=0.0)
TEST_ROUTE = PaperPrint(_ROUTE, "route_test", "路线示意图", route_values, test_route, ("test",), hand=0.6)
PROMISE = PaperPrint(_PROMISE, "promise_of_unit", "承诺书", route_values, promise, ("dev",), hand=0.2)
PROMISE_OF_PERSON = PaperPrint(_PROMISE, "promise_of_person", "承诺书", route_values, promise_of_person)
