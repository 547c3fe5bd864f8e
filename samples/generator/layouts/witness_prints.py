"""More prints of witness statements: a form with a table, a letter by hand, a statement under another title."""

from __future__ import annotations

from samples.generator.case import Case
from samples.generator.layouts.closings import day, pressed, signer
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.letter_pages import LetterLook, letter_pages
from samples.generator.layouts.other_papers import witness_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.sheet import Sheet
from samples.generator.writing import Print

_TYPE = "witness_statement"


def seen_values(case: Case) -> dict[str, str]:
    """The statement in three wordings, of which each print takes one."""
    witness, worker, injury = case.witnesses[0], case.worker.name, case.injury
    return witness_values(case) | {
        "_age": str((case.filled_on - witness.born).days // 365),
        "_home": witness.address,
        "_hour": f"{injury.hour}时{injury.minute:02d}分",
        "_told": (
            f"{case.when}左右，我在{injury.place}上班，看见{worker}{injury.cause}。我和工友马上过去把他扶起来，"
            f"班长叫车送到{case.hospital}。"
        ),
    }


def table_form(content: Content, look: Look) -> list[Sheet]:
    """A table of the witness's data over the statement."""
    sheet = Sheet.a4(look.dpi, "statement")
    title = Print(look.face("hei"), 7.4, spacing=0.6)
    title.put(sheet, "证人证言", (210 - title.width("证人证言")) / 2, 24)
    rows = (
        Row(13, (Cell("证人姓名", "witness_name", 26, 40), Cell("性别", "_sex", 16, 16), Cell("年龄", "_age", 16, 20))),
        Row(13, (Cell("身份证号", "witness_id_number", 26, 60), Cell("联系电话", "witness_phone", 24, 44))),
        Row(13, (Cell("工作单位", "_employer", 26, 128),)),
        Row(13, (Cell("受伤职工", "worker_name", 26, 40), Cell("与受伤职工关系", "_relation", 36, 52))),
        Row(13, (Cell("事故时间", "accident_date", 26, 128),)),
        Row(84, (Cell("证言内容", "statement", 26, 128),)),
    )
    y = draw_table(sheet, TablePrint(rows, Rules(), "song", 3.9, top=44), content, look)
    note = Print(look.face("song"), 4.2)
    note.put(sheet, "以上内容属实，如有虚假，本人愿承担法律责任。", 26, y + 8)
    end = signer(
        sheet, content, look, "证人签名（按手印）：", "witness_signature", content.values["witness_name"], (90, y + 24)
    )
    pressed(sheet, content, look, "witness_fingerprint", (end, y + 24))
    day(sheet, content, look, "signed_on", (130, y + 40))
    return [sheet]


def first_person(content: Content, look: Look) -> list[Sheet]:
    """A letter in one's own words, all by hand but the title when the blanks are."""
    body = (
        "我叫{witness_name}，{_sex}，身份证号{witness_id_number}，电话{witness_phone}，是{_employer}职工，"
        "与{worker_name}是同事。",
        "{accident_date}{_hour}左右，我在{_place}干活，亲眼看到{worker_name}{_cause}。我和工友立即上前帮忙，"
        "随后单位派车把他送到医院。",
        "以上情况属实，如有不实，本人愿负法律责任。",
    )
    style = LetterLook("kai", 5.2, 2.1, "song", 9.0, 0.6)
    sheets, y = letter_pages("证 明 材 料", (), body, content, look, style)
    sheet, name = sheets[-1], content.values["witness_name"]
    end = signer(sheet, content, look, "证明人：", "witness_signature", name, (108, y + 14))
    pressed(sheet, content, look, "witness_fingerprint", (end, y + 14))
    day(sheet, content, look, "signed_on", (124, y + 32))
    return sheets


def test_statement(content: Content, look: Look) -> list[Sheet]:
    """Lines of data with underlined blanks, then the statement."""
    head = (
        "证明人姓名：{witness_name}    性别：{_sex}    年龄：{_age}",
        "证明人身份证号码：{witness_id_number}",
        "住址：{_home}    手机号码：{witness_phone}",
        "被证明人：{worker_name}",
    )
    body = (
        "{accident_date}{_hour}，本人在{_place}目睹{worker_name}{_cause}，当时在场的还有其他工友。",
        "以上证言真实，特此作证。",
    )
    style = LetterLook("hei", 4.6, 2.1, "hei", 7.6, 0.3)
    sheets, y = letter_pages("目击证人证言", head, body, content, look, style)
    sheet, name = sheets[-1], content.values["witness_name"]
    end = signer(sheet, content, look, "证人签字（按手印）：", "witness_signature", name, (26, y + 16))
    pressed(sheet, content, look, "witness_fingerprint", (end, y + 16))
    day(sheet, content, look, "signed_on", (26, y + 34), style="-", before="日期：")
    return sheets


def told_values(case: Case) -> dict[str, str]:
    """The statement of the table form stands in a cell of its own."""
    values = seen_values(case)
    return values | {"statement": values["_told"], "_relation": "同事"}


TABLE = PaperPrint(_TYPE, "witness_table", "证人证言", told_values, table_form, ("dev",), hand=0.4)
LETTER = PaperPrint(_TYPE, "witness_first_person", "证明材料", seen_values, first_person, ("dev",), hand=0.5)
TEST = PaperPrint(_TYPE, "witness_test", "目击证人证言", seen_values, test_statement, ("test",), hand=0.4)
