"""Draws the application form: cover, table, opinions and instructions, as A4 sides or as two A3 spreads."""

from __future__ import annotations

from dataclasses import replace

from samples.generator.case import Case
from samples.generator.layouts.application_prints import FormPrint, Opinion
from samples.generator.layouts.content import (
    Content,
    Look,
    company_seal,
    date_blank,
    fingerprint_slot,
    in_words,
    seal_slot,
    signature_slot,
)
from samples.generator.layouts.tables import draw_table
from samples.generator.seals import stamp
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, fitted, paragraph

TYPE = "work_injury_application"
REQUIRED_CELLS = (
    "id_number",
    "home_address",
    "employer_name",
    "occupation",
    "employed_since",
    "accident",
    "diagnosed_on",
    "injured_part",
    "narrative",
    "phone",
)
_INSTRUCTIONS = (
    "用钢笔或签字笔填写，字迹工整清楚。",
    "申请人为用人单位的，在首页申请人处加盖单位公章。",
    "受伤害部位一栏填写受伤害的具体部位。",
    "诊断时间一栏，职业病者，按职业病确诊时间填写；受伤或死亡的，按初诊时间填写。",
    "受伤害经过简述，应写明事故发生的时间、地点，当时所从事的工作，受伤害的原因以及伤害部位和程度。职业病患者应写明在何单位从事何种有害作业，起止时间，确诊结果。",
    "申请人提出工伤认定申请时，应当提交受伤害职工的居民身份证；医疗机构出具的职工受伤害时初诊诊断证明书；职工受伤害或者诊断患职业病时与用人单位之间的劳动、聘用合同或者其他存在劳动、人事关系的证明。",
    "申请事项栏，应写明受伤害职工或者其近亲属、工会组织提出工伤认定申请并签字。",
    "用人单位意见栏，应签署是否同意申请工伤，所填情况是否属实，经办人签字并加盖单位公章。",
    "社会保险行政部门审查资料和受理意见栏，应填写补正材料或是否受理的意见。",
    "此表一式二份，社会保险行政部门、申请人各留存一份。",
)


def _harm(case: Case) -> str:
    return "所患职业病" if case.situation.kind == "occupational_disease" else "此次所受伤害"


def values(case: Case) -> dict[str, str]:
    """What the form says of the case, field by field."""
    worker, employer = case.worker, case.employer
    disease = case.situation.kind == "occupational_disease"
    return {
        "applicant_name": case.applicant_name,
        "worker_name": worker.name,
        "applicant_relation": case.relation_zh,
        "filled_on": case.filled_on.isoformat(),
        "sex": worker.sex,
        "birth_date": worker.born.isoformat(),
        "id_number": worker.id_number,
        "phone": worker.phone,
        "home_address": worker.address,
        "postcode": employer.postcode[:4] + "00",
        "employer_name": employer.name,
        "employer_phone": employer.phone,
        "employer_address": employer.address,
        "employer_postcode": employer.postcode,
        "occupation": case.job,
        "employed_since": case.employed_since.isoformat(),
        "accident": case.accident(),
        "diagnosed_on": case.diagnosed_on.isoformat(),
        "injured_part": case.injury.diagnosis,
        "disease_name": case.injury.diagnosis if disease else "",
        "hazard_post": case.job if disease else "",
        "hazard_period": case.working_years() if disease else "",
        "narrative": case.told(),
        "request": f"申请认定{worker.name}{_harm(case)}为工{'亡' if case.died_on else '伤'}。",
        "employer_opinion": "情况属实，同意申报工伤。",
        "_employer_address": employer.address,
        "_employer_postcode": employer.postcode,
        "_employer_phone": employer.phone,
        "_kind": "工伤",
        "_ethnicity": worker.ethnicity,
        "_age": str(case.age),
    }


def draw(form: FormPrint, content: Content, look: Look) -> list[Sheet]:
    """The four sides: cover, table, opinions, instructions."""
    return [
        _cover(form, content, look),
        _table(form, content, look),
        _opinions(form, content, look),
        _instructions(look),
    ]


def folded(sides: list[Sheet]) -> list[Sheet]:
    """The same four sides as two A3 spreads of a folded sheet: outside 4 | 1, inside 2 | 3."""
    cover, table, opinions, instructions = sides
    return [_spread(instructions, cover), _spread(table, opinions)]


def _cover(form: FormPrint, content: Content, look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "cover")
    body = Print(look.face("song"), 4.9)
    body.put(sheet, "编号：", 128, 30)
    title = Print(look.face(form.title_face), 9.5, spacing=form.title_gap, bold=form.title_face == "song")
    title.put(sheet, form.title, (210 - title.width(form.title)) / 2, 72)
    pitch = 17 if len(form.cover) < 6 else 14
    for index, (caption, field) in enumerate(form.cover):
        _cover_line(sheet, form, caption, field, 118 + index * pitch, content, look)
    maker = Print(look.face("kai"), 4.9)
    maker.put(sheet, form.maker, (210 - maker.width(form.maker)) / 2, 262)
    if content.case.situation.applicant == "employer" and content.state("employer_seal") == "present":
        stamp(sheet, company_seal(content, look), (128, 122), look.rng)
    return sheet


def _cover_line(
    sheet: Sheet, form: FormPrint, caption: str, field: str, y: float, content: Content, look: Look
) -> None:
    body = Print(look.face("song"), 4.9)
    text = caption if form.cover_boxed else f"{caption}："
    x = body.put(sheet, text, 38, y).x1 + 2
    place = Area(x, y - 2.5, 176, y + 7.5)
    sheet.line((x, y + 7), (176, y + 7))
    value = content.values.get(field, "")
    area = fitted(sheet, in_words(value), place.inset(2), look.fill) if value else place
    if not field.startswith("_"):
        sheet.enter(field, value, area, hand=look.hand)


def _table(form: FormPrint, content: Content, look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "table")
    draw_table(sheet, form.table, content, look)
    sheet.entries[:] = [entry for entry in sheet.entries if entry.name != "applicant_name"]
    if content.case.situation.kind != "occupational_disease":
        day = content.case.occurred_on.isoformat()
        told = [entry for entry in sheet.entries if entry.name == "accident" and entry.value]
        sheet.entries += [replace(entry, name="accident_date", value=day) for entry in told]
    return sheet


def _opinions(form: FormPrint, content: Content, look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "opinions")
    table = form.table
    y = table.top
    for opinion in form.opinions:
        box = Area(table.left, y, table.right, y + opinion.height)
        sheet.box(box, table.rules.width, table.rules.shade)
        _opinion(sheet, form, opinion, box, content, look)
        y = box.y1
    return sheet


def _opinion(sheet: Sheet, form: FormPrint, opinion: Opinion, box: Area, content: Content, look: Look) -> None:
    caption = Print(look.face(form.table.caption), form.table.size + 0.3)
    if form.opinion_column:
        column = Area(box.x0, box.y0, box.x0 + 12, box.y1)
        sheet.line((column.x1, box.y0), (column.x1, box.y1), form.table.rules.width, form.table.rules.shade)
        fitted(sheet, opinion.caption, column.inset(3, 1), caption, centre=True)
        inside = Area(column.x1 + 4, box.y0 + 4, box.x1 - 4, box.y1)
    else:
        caption.put(sheet, opinion.caption, box.x0 + 3, box.y0 + 3)
        inside = Area(box.x0 + 8, box.y0 + 12, box.x1 - 6, box.y1)
    if opinion.field:
        value = content.values.get(opinion.field, "")
        area = paragraph(sheet, value, inside, look.fill) if value else inside
        sheet.enter(opinion.field, value, area, hand=look.hand)
    _signs(sheet, form, opinion, inside, content, look)


def _signs(sheet: Sheet, form: FormPrint, opinion: Opinion, inside: Area, content: Content, look: Look) -> None:
    caption = Print(look.face(form.table.caption), form.table.size + 0.3)
    bottom = inside.y1 - 9
    date_x = inside.x1 - 46
    for index, (words, slot) in enumerate(opinion.signs):
        y = bottom - 11 * (len(opinion.signs) - index)
        x = inside.x0 + (inside.width * 0.34)
        end = caption.put(sheet, words, x, y).x1
        if slot:
            _signed(sheet, slot, Area(end + 1, y - 4, end + 38, y + 7), content, look)
    if opinion.signs:
        written = bool(opinion.field and content.values.get(opinion.field))
        signed_on = content.values["filled_on"] if written else ""
        if form.table.preprinted_dates or not written:
            date_blank(sheet, signed_on, Area(date_x, bottom - 2, date_x + 40, bottom + 6), look, caption)
        else:
            look.fill.put(sheet, in_words(signed_on), date_x, bottom)
    if opinion.seal:
        caption.put(sheet, opinion.seal, inside.x1 - 34, bottom - 10)
        if opinion.field:
            seal_slot(sheet, content, look, "employer_seal", company_seal(content, look), (inside.x1 - 27, bottom - 8))


def _signed(sheet: Sheet, slot: str, place: Area, content: Content, look: Look) -> None:
    if slot == "applicant_signature":
        signature_slot(sheet, content, look, slot, content.case.signer, place)
        fingerprint_slot(sheet, content, look, "applicant_fingerprint", (place.x0 + 24, place.y0 + 5))
    else:
        signature_slot(sheet, content, look, slot, content.case.employer.representative, place)


def _instructions(look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "instructions")
    title = Print(look.face("hei"), 6.5, spacing=0.5)
    title.put(sheet, "填表说明", (210 - title.width("填表说明")) / 2, 34)
    body = Print(look.face("song"), 4.4)
    y = 54.0
    for number, point in enumerate(_INSTRUCTIONS, 1):
        y = paragraph(sheet, f"{number}.{point}", Area(26, y, 186, 290), body, 1.6).y1 + 3
    return sheet


def _spread(left: Sheet, right: Sheet) -> Sheet:
    sheet = Sheet(2 * left.width, left.height, left.dpi, f"{left.part}+{right.part}")
    sheet.place(left, 0, 0)
    sheet.place(right, left.width, 0)
    return sheet
