"""Draws both sides of an ID card of the second generation, as cards or on one A4 sheet as offices copy them."""

from __future__ import annotations

from random import Random
from typing import Literal

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.generator.layouts.content import Content, Look
from samples.generator.people import Person
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, paragraph

TYPE = "id_card"
CARD = (85.6, 54.0)
Arrangement = Literal["cards", "one_sheet", "two_sheets"]
_CAPTION = (70, 120, 160)
_VALUE = (25, 25, 30)


def values(person: Person) -> dict[str, str]:
    """What the card says, field by field."""
    return {
        "name": person.name,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "birth_date": person.born.isoformat(),
        "address": person.address,
        "id_number": person.id_number,
        "issuer": person.issuer,
        "valid_from": person.card_from.isoformat(),
        "valid_until": person.card_until.isoformat() if person.card_until else "长期",
    }


def draw(content: Content, look: Look, arrangement: Arrangement) -> list[Sheet]:
    """The card's sides: two crops of the card, or copied on one or two A4 sheets."""
    front, back = _front(content, look), _back(content, look)
    if arrangement == "cards":
        return [front, back]
    if arrangement == "two_sheets":
        return [_copied([front], look), _copied([back], look)]
    return [_copied([front, back], look)]


def _ground(look: Look, part: str, tint: tuple[int, int, int]) -> Sheet:
    sheet = Sheet(*CARD, look.dpi, part)
    width, height = sheet.image.size
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    waves = np.sin(xs / 9 + 2.5 * np.sin(ys / 31)) * 0.5 + np.sin(ys / 7 + 2 * np.sin(xs / 43)) * 0.5
    base = np.asarray(tint, np.float32) + 5 * waves[..., None]
    sheet.image = Image.fromarray(base.clip(0, 255).astype(np.uint8))
    return sheet


def _front(content: Content, look: Look) -> Sheet:
    sheet = _ground(look, "front", (226, 236, 240))
    caption = Print(look.faces.hei, 2.9, ink=_CAPTION)
    text = Print(look.faces.hei, 3.6, ink=_VALUE)
    value = content.values
    year, month, day = value["birth_date"].split("-")
    for words, x, y in (
        ("姓名", 5, 6),
        ("性别", 5, 14),
        ("民族", 21, 14),
        ("出生", 5, 21.5),
        ("年", 24, 21.5),
        ("月", 34, 21.5),
        ("日", 43, 21.5),
        ("住址", 5, 29),
    ):
        caption.put(sheet, words, x, y)
    sheet.enter("name", value["name"], text.resized(4.1).put(sheet, value["name"], 13.5, 5.2))
    sheet.enter("sex", value["sex"], text.put(sheet, value["sex"], 13.5, 13.4))
    sheet.enter("ethnicity", value["ethnicity"], text.put(sheet, value["ethnicity"], 29.5, 13.4))
    born = [
        text.put(sheet, words, x, 20.9) for words, x in ((year, 14), (str(int(month)), 28.5), (str(int(day)), 38.5))
    ]
    sheet.enter("birth_date", value["birth_date"], born[0].around(born[2]))
    sheet.enter("address", value["address"], paragraph(sheet, value["address"], Area(13.5, 28.5, 54, 44), text, 1.3))
    caption.put(sheet, "公民身份号码", 5, 45.5)
    number = Print(look.faces.hei, 4.3, spacing=0.06, ink=_VALUE)
    sheet.enter("id_number", value["id_number"], number.put(sheet, value["id_number"], 28, 44.4))
    _portrait(sheet, Area(58, 9, 80, 37), look.rng)
    return sheet


def _back(content: Content, look: Look) -> Sheet:
    sheet = _ground(look, "back", (232, 238, 234))
    ink = ImageDraw.Draw(sheet.image)
    x, y, r = sheet.px(13), sheet.px(13), sheet.px(7.5)
    ink.ellipse((x - r, y - r, x + r, y + r), fill=(205, 60, 50), outline=(190, 150, 60), width=max(2, round(r / 8)))
    ink.ellipse((x - r / 2, y - r / 2, x + r / 2, y + r / 2), fill=(225, 180, 70))
    Print(look.faces.song, 5.6, spacing=0.12, ink=_VALUE, bold=True).put(sheet, "中华人民共和国", 27, 7)
    Print(look.faces.hei, 8, spacing=0.14, ink=_VALUE).put(sheet, "居民身份证", 26, 16.5)
    caption = Print(look.faces.hei, 2.9, ink=_VALUE)
    caption.put(sheet, "签发机关", 17, 36.6)
    caption.put(sheet, "有效期限", 17, 43.6)
    text = Print(look.faces.hei, 3.3, ink=_VALUE)
    value = content.values
    sheet.enter("issuer", value["issuer"], text.put(sheet, value["issuer"], 34, 36.4))
    start, end = (value[name].replace("-", ".") for name in ("valid_from", "valid_until"))
    area = text.put(sheet, f"{start}-{end}", 34, 43.4)
    sheet.enter("valid_from", value["valid_from"], area)
    sheet.enter("valid_until", value["valid_until"], area)
    return sheet


def _portrait(sheet: Sheet, area: Area, rng: Random) -> None:
    """A head and shoulders that are nobody's: shapes in skin, hair and cloth colours."""
    width, height = round(sheet.px(area.width)), round(sheet.px(area.height))
    picture = Image.new("RGB", (width, height), (228, 234, 238))
    ink = ImageDraw.Draw(picture)
    skin = (rng.randrange(205, 235), rng.randrange(165, 190), rng.randrange(140, 165))
    cloth = tuple(rng.randrange(30, 120) for _ in range(3))
    ink.ellipse((0.02 * width, 0.68 * height, 0.98 * width, 1.5 * height), fill=cloth)
    ink.rectangle((0.4 * width, 0.55 * height, 0.6 * width, 0.75 * height), fill=skin)
    ink.ellipse((0.22 * width, 0.08 * height, 0.78 * width, 0.5 * height), fill=(35, 30, 30))
    ink.ellipse((0.26 * width, 0.16 * height, 0.74 * width, 0.66 * height), fill=skin)
    for x in (0.38, 0.62):
        ink.ellipse(((x - 0.04) * width, 0.36 * height, (x + 0.04) * width, 0.4 * height), fill=(40, 35, 35))
    ink.line((0.43 * width, 0.54 * height, 0.57 * width, 0.54 * height), fill=(160, 90, 85), width=max(1, width // 50))
    softened = picture.filter(ImageFilter.GaussianBlur(width / 60))
    sheet.image.paste(softened, (round(sheet.px(area.x0)), round(sheet.px(area.y0))))


def _copied(cards: list[Sheet], look: Look) -> Sheet:
    """The cards copied on an A4 sheet, one below the other, a little askew."""
    rng = look.rng
    sheet = Sheet.a4(look.dpi, "+".join(card.part for card in cards))
    x = rng.uniform(45, 75)
    y = rng.uniform(40, 70)
    for card in cards:
        dx = x + rng.uniform(-6, 6)
        sheet.place(card, dx, y)
        sheet.box(Area(dx, y, dx + CARD[0], y + CARD[1]), 0.2, 170)
        y += CARD[1] + rng.uniform(12, 35)
    return sheet
