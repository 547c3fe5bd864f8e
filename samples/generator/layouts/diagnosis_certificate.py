"""Draws a hospital's diagnosis certificate."""

from __future__ import annotations

from samples.generator.case import Case
from samples.generator.layouts.certificate_prints import CertificatePrint
from samples.generator.layouts.content import Content, Look, in_words, seal_slot, signature_slot
from samples.generator.layouts.flow import LIST_ITEM
from samples.generator.layouts.tables import draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import BLACK, RED, Print, fitted, paragraph

TYPE = "diagnosis_certificate"


def values(case: Case) -> dict[str, str]:
    """What the certificate says of the case, field by field."""
    return {
        "hospital": case.hospital,
        "patient_name": case.worker.name,
        "sex": case.worker.sex,
        "age": f"{case.age}岁",
        "department": case.department,
        "record_number": case.record_number,
        "visited_on": case.diagnosed_on.isoformat(),
        "diagnosis": case.injury.diagnosis,
        "advice": case.advice,
        "doctor": case.doctor,
        "issued_on": case.diagnosed_on.isoformat(),
        "_employer": case.employer.name,
    }


def draw(form: CertificatePrint, content: Content, look: Look) -> list[Sheet]:
    """The certificate's one side."""
    width, height = form.paper
    sheet = Sheet(width, height, look.dpi, "certificate")
    y = _head(sheet, form, content, look)
    if form.table is not None:
        y = draw_table(sheet, form.table, content, look)
    else:
        for row in form.head:
            y = _row(sheet, form, row, y, content, look)
        for caption, field in form.body:
            y = _block(sheet, form, caption, field, y + 2, content, look)
    _foot(sheet, form, y, content, look)
    return [sheet]


def _head(sheet: Sheet, form: CertificatePrint, content: Content, look: Look) -> float:
    small = form.paper[1] < 250
    colour = RED if form.red_head else BLACK
    hospital = Print(look.face("song"), 5.6 if small else 7.2, spacing=0.15, ink=colour, bold=True)
    name = content.values["hospital"]
    top = 9.0 if small else 24.0
    area = hospital.put(sheet, name, (sheet.width - hospital.width(name)) / 2, top)
    sheet.enter("hospital", name, area)
    title = Print(look.face(form.title_face), 6.2 if small else 8.4, spacing=form.title_gap, ink=colour)
    area = title.put(sheet, form.title, (sheet.width - title.width(form.title)) / 2, area.y1 + (2 if small else 5))
    return area.y1 + (5 if small else 12)


def _row(
    sheet: Sheet, form: CertificatePrint, row: tuple[tuple[str, str], ...], y: float, content: Content, look: Look
) -> float:
    margin = 14.0 if form.paper[1] < 250 else 24.0
    body = Print(look.face(form.body_face), form.size)
    weights = [len(caption) + 1 + max(4, len(content.values.get(field, "")) * 1.2) for caption, field in row]
    unit = (sheet.width - 2 * margin) / sum(weights)
    x = margin
    for (caption, field), weight in zip(row, weights, strict=True):
        end = body.put(sheet, caption + form.colon, x, y).x1
        place = Area(end + 0.5, y - form.size * 0.35, x + weight * unit - 1.5, y + form.size * 1.3)
        _fill(sheet, form, field, place, content, look)
        x += weight * unit
    return y + form.size * 2.4


def _fill(sheet: Sheet, form: CertificatePrint, field: str, place: Area, content: Content, look: Look) -> None:
    if form.underlined:
        sheet.line((place.x0, place.y1), (place.x1, place.y1), 0.15, 60)
    value = content.values.get(field, "")
    area = (
        fitted(sheet, in_words(value, form.date_style), place, look.fill.resized(form.size * 1.05)) if value else place
    )
    sheet.enter(field, value, area, hand=look.hand)


def _block(
    sheet: Sheet, form: CertificatePrint, caption: str, field: str, y: float, content: Content, look: Look
) -> float:
    margin = 14.0 if form.paper[1] < 250 else 24.0
    body = Print(look.face(form.body_face), form.size)
    end = body.put(sheet, caption + form.colon, margin, y).x1
    value = content.values.get(field, "")
    writing = look.fill.resized(form.size * 1.1)
    area = Area(end + 1, y, sheet.width - margin, y + form.size * 1.6)
    if not form.hanging:
        area = Area(margin + 2 * form.size, y + form.size * 2, sheet.width - margin, y + form.size * 3.6)
    written = area
    for item in _items(value) if form.numbered else [value] if value else []:
        part = paragraph(sheet, item, area, writing, 1.55)
        written = part if written is area and part.y0 == written.y0 else written.around(part)
        area = Area(area.x0, part.y1 + form.size * 0.5, area.x1, part.y1 + 2 * form.size)
    sheet.enter(field, value, written, hand=look.hand)
    room = form.size * (5.5 if form.paper[1] > 250 else 2.2)
    return max(written.y1, y + form.size * 2) + room * (1.0 if field == "diagnosis" else 0.7)


def _items(diagnosis: str) -> list[str]:
    """A numbered list in its items; any other text in one piece."""
    return [item.strip() for item in LIST_ITEM.split(diagnosis) if item.strip()]


def _foot(sheet: Sheet, form: CertificatePrint, y: float, content: Content, look: Look) -> None:
    body = Print(look.face(form.body_face), form.size)
    small = form.paper[1] < 250
    line = min(max(y + 4, sheet.height * (0.62 if small else 0.66)), sheet.height - (34 if small else 50))
    x = sheet.width * 0.5
    end = body.put(sheet, form.doctor + form.colon, x, line).x1
    doctor = content.values["doctor"]
    if form.doctor_printed:
        name = body.put(sheet, doctor, end + 1, line)
        sheet.enter("doctor", doctor, name)
        end = name.x1 + 1
    place = Area(end + 1, line - 4, min(end + 34, sheet.width - 8), line + form.size + 3)
    signature_slot(sheet, content, look, "doctor_signature", doctor, place)
    if content.state("doctor_signature") == "printed":
        sheet.enter("doctor", doctor, place)
    date_y = line + (11 if small else 15)
    end = body.put(sheet, form.date + form.colon, x, date_y).x1
    issued = in_words(content.values["issued_on"], form.date_style)
    sheet.enter(
        "issued_on",
        content.values["issued_on"],
        look.fill.resized(form.size).put(sheet, issued, end + 1, date_y),
        hand=look.hand,
    )
    label, where = form.seal
    centre = (end + 18, date_y + 1) if where == "date" else (sheet.width * 0.25, date_y - 2)
    seal = Seal(content.values["hospital"], label, look.faces.song, diameter=36 if small else 40, star=False)
    seal_slot(sheet, content, look, "hospital_seal", seal, centre)
    if form.note:
        Print(look.face(form.body_face), form.size * 0.75).put(
            sheet, form.note, 16, sheet.height - (9 if small else 22)
        )
