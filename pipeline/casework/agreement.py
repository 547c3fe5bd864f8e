"""Do all places that name the same thing agree, and how is it said, side by side, when they do not?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.casework.findings import Message, failed, field_evidence, id_number_evidence, off_page, unsure
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.document import Field
from pipeline.models.finding import Evidence, Finding
from pipeline.text.masking import mask_id_number
from pipeline.text.names import Sameness

PORTAL = Text("网上申报信息", "the portal's data")
ID_NUMBER = "id_number"


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that says something, such as a name. ``field`` is None for what the portal knows (claim.json)."""

    trait: str
    value: str
    confidence: float
    place: Text
    field: Field | None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The place on the page, or nothing for claim.json."""
        if self.field is None:
            return ()
        return (id_number_evidence(self.field) if self.trait == ID_NUMBER else field_evidence(self.field),)

    @property
    def shown(self) -> str:
        """The value for a message; the middle of an ID number is covered."""
        return mask_id_number(self.value) if self.trait == ID_NUMBER else self.value


def disagreement(
    check: Check, name: Text, readings: Sequence[Reading], same: Callable[[Reading, Reading], Sameness], remedy_zh: str
) -> Finding | None:
    """The finding when readings of one trait do not all agree: ``fail`` when two of them surely differ.

    Args:
        check: the check that speaks.
        name: what the readings name, such as 职工姓名, "worker's name".
        readings: all readings of it.
        same: whether two of them agree.
        remedy_zh: what has to be corrected.
    """
    answers = [same(left, right) for left, right in combinations(readings, 2)]
    if all(answer == "same" for answer in answers):
        return None
    certain = "different" in answers
    shown = _distinct(readings)
    says = Text("不一致", "differs") if certain else Text("可能不一致", "may differ")
    places_zh = "；".join(f"{one.place.zh}为“{one.shown}”" for one in shown)
    places_en = "; ".join(f"{one.shown} in {one.place.en}" for one in shown)
    message = Message(
        f"{name.zh}{says.zh}：{places_zh}{_positions(shown)}。", f"The {name.en} {says.en}: {places_en}.", remedy_zh
    )
    evidence = [spot for reading in readings for spot in reading.evidence]
    if not evidence:
        return off_page(check, "fail" if certain else "unsure", message, readings[0].place)
    return (failed if certain else unsure)(check, message, evidence)


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """The first reading of every value."""
    by_value: dict[str, Reading] = {}
    for reading in readings:
        by_value.setdefault(reading.value, reading)
    return list(by_value.values())


def _positions(shown: Sequence[Reading]) -> str:
    """Where two ID numbers of one length differ, since their middle is covered in messages."""
    if shown[0].trait != ID_NUMBER or len(shown) != 2 or len(shown[0].value) != len(shown[1].value):
        return ""
    pairs = enumerate(zip(shown[0].value, shown[1].value, strict=True), start=1)
    return f"（第{'、'.join(str(place) for place, (left, right) in pairs if left != right)}位不同）"
