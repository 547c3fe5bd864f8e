"""What a paper says, apart from how it looks: field values, slots to be filled, and the look it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from random import Random

from samples.generator.case import Case
from samples.generator.fingerprints import press
from samples.generator.fonts import Typefaces
from samples.generator.seals import Seal, stamp
from samples.generator.sheet import Area, Sheet, SlotState
from samples.generator.signatures import sign
from samples.generator.writing import Pen, Print


@dataclass(frozen=True, slots=True)
class Content:
    """A paper's field values in their normal form (dates YYYY-MM-DD) and which of its slots are filled."""

    type: str
    case: Case
    values: Mapping[str, str]
    slots: Mapping[str, SlotState] = field(default_factory=dict)

    def state(self, slot: str) -> SlotState:
        """What is in the slot; filled unless said otherwise."""
        return self.slots.get(slot, "present")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paper is drawn: typefaces, resolution, what fills its blanks, and the dice."""

    faces: Typefaces
    dpi: int
    fill: Print | Pen
    rng: Random

    @property
    def hand(self) -> bool:
        """Whether the blanks are filled by hand."""
        return isinstance(self.fill, Pen)

    def face(self, name: str) -> str:
        """The font file of a style: song, hei or kai."""
        return {"song": self.faces.song, "hei": self.faces.hei, "kai": self.faces.kai}[name]


def in_words(value: str, style: str = "年") -> str:
    """A date as papers write it: 2026年3月5日, 2026-03-05, 2026.03.05 or 2026/3/5; other values stay as they are."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    forms = {
        "年": f"{day.year}年{day.month}月{day.day}日",
        "-": f"{day:%Y-%m-%d}",
        ".": f"{day:%Y.%m.%d}",
        "/": f"{day.year}/{day.month}/{day.day}",
    }
    return forms[style]


def date_blank(sheet: Sheet, value: str, area: Area, look: Look, printed: Print) -> Area:
    """A blank with 年 月 日 printed in it; year, month and day stand in between unless the value is empty."""
    numbers = [str(int(part)) for part in value.split("-")] if value else ["", "", ""]
    share = min(1.0, area.width / 42)
    fill, unit_print = look.fill.resized(printed.size * 1.1 * share), printed.resized(printed.size * share)
    y = area.y0 + (area.height - unit_print.size) / 2 - 0.4
    x, pieces = area.x0 + 0.5, []
    for number, unit, room in zip(numbers, "年月日", (12.0, 8.0, 8.0), strict=True):
        width = max(room * share, fill.width(number) + 0.6)
        if number:
            pieces.append(fill.put(sheet, number, x + (width - fill.width(number)) / 2, y))
        pieces.append(unit_print.put(sheet, unit, x + width, y))
        x = pieces[-1].x1
    return reduce(Area.around, pieces)


def signature_slot(sheet: Sheet, content: Content, look: Look, slot: str, person: str, place: Area) -> None:
    """Signs at the place, prints the name there instead, or leaves it empty, as the content says."""
    state = content.state(slot)
    area = place
    if state == "present":
        area = sign(sheet, person, place, look.faces, look.rng)
    elif state == "printed":
        size = min(4.2, place.height * 0.6)
        area = Print(look.faces.song, size).put(sheet, person, place.x0 + 2, (place.y0 + place.y1 - size) / 2)
    sheet.mark(slot, "signature", state, area)


def seal_slot(sheet: Sheet, content: Content, look: Look, slot: str, seal: Seal, centre: tuple[float, float]) -> None:
    """Stamps the seal near the centre (mm) or leaves the place empty."""
    state = content.state(slot)
    rng = look.rng
    near = (centre[0] + rng.uniform(-4, 4), centre[1] + rng.uniform(-4, 4))
    if state == "present":
        area = stamp(sheet, seal, near, rng, weak=rng.choice((0.1, 0.3, 0.3, 0.6, 0.9)))
    else:
        half = seal.diameter / 2
        area = Area(centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half)
    sheet.mark(slot, "seal", state, area)


def fingerprint_slot(sheet: Sheet, content: Content, look: Look, slot: str, centre: tuple[float, float]) -> None:
    """Presses a finger near the centre (mm) or leaves the place empty."""
    state = content.state(slot)
    rng = look.rng
    area = Area(centre[0] - 7, centre[1] - 9, centre[0] + 7, centre[1] + 9)
    if state == "present":
        area = press(sheet, (centre[0] + rng.uniform(-3, 3), centre[1] + rng.uniform(-2, 2)), rng)
    sheet.mark(slot, "fingerprint", state, area)


def company_seal(content: Content, look: Look, label: str = "") -> Seal:
    """The employer's round seal with a star."""
    return Seal(content.case.employer.name, label, look.faces.song, diameter=look.rng.choice((38.0, 40.0, 42.0)))
