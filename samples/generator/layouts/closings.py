"""The last lines of letters and forms: who signs, the unit's name under its seal, the day."""

from __future__ import annotations

from samples.generator.layouts.content import (
    Content,
    Look,
    company_seal,
    fingerprint_slot,
    in_words,
    seal_slot,
    signature_slot,
)
from samples.generator.seals import stamp
from samples.generator.sheet import Area, Sheet
from samples.generator.signatures import sign
from samples.generator.writing import Print

_DIGITS = "〇一二三四五六七八九"


def signer(
    sheet: Sheet, content: Content, look: Look, words: str, slot: str, person: str, at: tuple[float, float]
) -> float:
    """A caption with room for a signature behind it; says where the room begins.

    A slot whose name begins with ``_`` is none of the contract.
    """
    end = Print(look.face("song"), 4.6).put(sheet, words, *at).x1
    place = Area(end + 1, at[1] - 4, end + 34, at[1] + 8)
    if slot.startswith("_"):
        sign(sheet, person, place, look.faces, look.rng)
    else:
        signature_slot(sheet, content, look, slot, person, place)
    return end


def pressed(sheet: Sheet, content: Content, look: Look, slot: str, at: tuple[float, float]) -> None:
    """A fingerprint over the signature that begins at that place."""
    fingerprint_slot(sheet, content, look, slot, (at[0] + 21, at[1] + 3))


def sealed(
    sheet: Sheet, content: Content, look: Look, words: str, at: tuple[float, float], slot: str = "employer_seal"
) -> Area:
    """The unit's words in type (``{employer}`` is its name), its seal half over them; no slot where there is none."""
    text = words.format(employer=content.case.employer.name)
    area = Print(look.face("song"), 4.6).put(sheet, text, *at)
    seal, centre = company_seal(content, look), ((area.x0 + area.x1) / 2 + 4, at[1] + 6)
    if slot:
        seal_slot(sheet, content, look, slot, seal, centre)
    else:
        stamp(sheet, seal, centre, look.rng)
    return area


def day(
    sheet: Sheet,
    content: Content,
    look: Look,
    field: str,
    at: tuple[float, float],
    *,
    style: str = "年",
    before: str = "",
) -> None:
    """The day in type, or by hand where the blanks are filled so; ``数`` writes it in Chinese numerals."""
    start = Print(look.face("song"), 4.6).put(sheet, before, *at).x1 if before else at[0]
    value = content.values[field]
    text = numerals(value) if style == "数" else in_words(value, style)
    area = look.fill.resized(4.6).put(sheet, text, start, at[1])
    if not field.startswith("_"):
        sheet.enter(field, value, area, hand=look.hand)


def numerals(value: str) -> str:
    """二〇二六年九月十八日."""
    year, month, number = value.split("-")
    return f"{''.join(_DIGITS[int(digit)] for digit in year)}年{_number(int(month))}月{_number(int(number))}日"


def _number(value: int) -> str:
    tens, units = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")
