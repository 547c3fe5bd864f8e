"""Letters of offices: red head or plain title, number, paragraphs without underlines, office and day under a seal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Literal

from samples.generator.case import AS_OF, Case
from samples.generator.layouts.content import Content, Look, in_words, seal_slot
from samples.generator.layouts.flow import Block, Margins, end_of, paginate, set_page
from samples.generator.people import Person, draw_person
from samples.generator.seals import Seal, stamp
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import RED, Print

_FIGURES = "〇一二三四五六七八九"
_ROADS = ("南湖", "红旗", "永昌", "桂林", "清和", "繁荣", "卫星", "临河", "东盛", "飞跃")


@dataclass(frozen=True, slots=True)
class Form:
    """How an office sets its letters.

    ``red_head`` is printed large and red over a red rule; ``number`` is a text with blanks; ``office`` is the value
    that names who signs; ``page_numbers`` how pages are numbered (with {number} and {count}), "" not at all. A seal
    without a slot's name ("") is stamped and is no slot.
    """

    title: str
    body: tuple[str, ...]
    office: str = "_office"
    number: str = ""
    number_at: Literal["right", "centre", "left"] = "right"
    red_head: str = ""
    face: Literal["song", "kai", "hei"] = "song"
    size: float = 4.8
    title_face: Literal["song", "hei"] = "hei"
    title_size: float = 8.0
    spacing: float = 0.25
    leading: float = 1.8
    top: float = 30.0
    day: Literal["年", "〇"] = "年"
    day_value: str = "issued_on"
    seal: str = "authority_seal"
    label: str = ""
    page_numbers: str = ""
    foot: tuple[str, ...] = ()
    parts: tuple[str, ...] = ("page",)


def in_characters(value: str) -> str:
    """A day in Chinese numerals: 二〇二六年九月十八日."""
    day = date.fromisoformat(value)
    year = "".join(_FIGURES[int(figure)] for figure in str(day.year))
    return f"{year}年{_number(day.month)}月{_number(day.day)}日"


def stranger(case: Case, role: str, sex: str = "") -> Person:
    """Someone in that role whom the case does not know: the same person for every paper of the case."""
    rng = Random(f"{case.worker.id_number}/{role}")  # noqa: S311  the dice decide what is drawn, nothing secret
    known = {case.worker.name, *(witness.name for witness in case.witnesses)}
    person = draw_person(AS_OF, rng)
    while person.name in known or (sex and person.sex != sex):
        person = draw_person(AS_OF, rng)
    return person


def relative_of(case: Case) -> Person:
    """The worker's relative of the claim, or a spouse where the claim knows none."""
    return case.relative or stranger(case, "spouse", "女" if case.worker.sex == "男" else "男")


def ward(case: Case) -> str:
    """The part of the town that the worker's station and community are named after."""
    return Random(case.worker.id_number).choice(_ROADS)  # noqa: S311  nothing secret


def draw_letter(form: Form, content: Content, look: Look, also: Mapping[str, str] | None = None) -> list[Sheet]:
    """The letter on as many sides as it needs. ``also``: fields that stand in the body in several pieces, and values.

    The seal lies over the office and the day on the last side.
    """
    style = Print(look.face(form.face), form.size)
    printed = replace(look, fill=style)
    margins = Margins(top=form.top + (30 if form.red_head else 0))
    pages = paginate(_blocks(form, content, look, style), margins, content, printed)
    sheets = []
    for number, lines in enumerate(pages, 1):
        part = form.parts[min(number, len(form.parts)) - 1]
        sheet = Sheet.a4(look.dpi, part, number if form.page_numbers else None)
        set_page(sheet, lines, content, printed, underlined=False)
        if form.page_numbers:
            words = form.page_numbers.format(number=number, count=len(pages))
            small = style.resized(3.6)
            small.put(sheet, words, (210 - small.width(words)) / 2, 280)
        sheets.append(sheet)
    if form.red_head:
        _red_head(sheets[0], form, look)
    for name, value in (also or {}).items():
        sheets[0].enter(name, value, Area(margins.left, margins.top, margins.right, end_of(pages[0])))
    _close(sheets[-1], form, content, look, end_of(pages[-1]))
    return sheets


def _blocks(form: Form, content: Content, look: Look, style: Print) -> list[Block]:
    blocks = []
    title = Print(look.face(form.title_face), form.title_size, spacing=form.spacing)
    words = Block(form.title, title, centred=True, leading=1.9)
    if form.number and form.number_at == "centre":
        blocks = [Block(form.number, style, centred=True, leading=2.2), words]
    elif form.number:
        room = 156 - style.width(f" {form.number.format(**content.values)} ")
        indent = 0.0 if form.number_at == "left" else room / form.size
        blocks = [words, Block(form.number, style, indent=indent, leading=2.2)]
    else:
        blocks = [words]
    for index, text in enumerate(form.body):
        addressee = text.endswith("：")
        blocks.append(
            Block(text, style, indent=0 if addressee else 2, above=3 if index == 0 else 0, leading=form.leading)
        )
    return blocks


def _red_head(sheet: Sheet, form: Form, look: Look) -> None:
    head = Print(look.face("song"), min(13.0, 150 / len(form.red_head)), ink=RED, bold=True)
    head.put(sheet, form.red_head, (210 - head.width(form.red_head)) / 2, 26)
    y = round(sheet.px(form.top + 22))
    sheet.image.paste(RED, (round(sheet.px(24)), y, round(sheet.px(186)), y + max(2, round(sheet.px(0.6)))))


def _close(sheet: Sheet, form: Form, content: Content, look: Look, y: float) -> None:
    """Office, day and seal at the right under the text, then the rows of the foot."""
    style = Print(look.face(form.face), form.size)
    office = content.values[form.office]
    value = content.values.get(form.day_value, "")
    top = min(y + 12, 240.0)
    place = style.put(sheet, office, max(60.0, 182 - style.width(office)), top)
    if not form.office.startswith("_"):
        sheet.enter(form.office, office, place)
    words = in_characters(value) if form.day == "〇" and value else in_words(value)
    day = style.put(sheet, words, 176 - style.width(words), top + form.size * 2)
    if not form.day_value.startswith("_"):
        sheet.enter(form.day_value, value, day)
    centre = ((place.x0 + place.x1) / 2, top + form.size * 1.6)
    seal = Seal(office, form.label, look.faces.song)
    if form.seal:
        seal_slot(sheet, content, look, form.seal, seal, centre)
    else:
        stamp(sheet, seal, centre, look.rng)
    for row, text in enumerate(form.foot):
        style.resized(form.size * 0.9).put(sheet, text.format(**content.values), 26, top + 34 + 7 * row)


def _number(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else _FIGURES[tens]) + ("十" if tens else "") + (_FIGURES[ones] if ones or not tens else "")
