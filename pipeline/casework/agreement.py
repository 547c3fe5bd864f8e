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
from pipeline.models.text_line import Char
from pipeline.text.confidence import SURE
from pipeline.text.credit_code import credit_code_faults
from pipeline.text.masking import mask_id_number
from pipeline.text.names import Sameness
from pipeline.text.normalise import comparable

PORTAL = Text("网上申报信息", "the portal's data")
NAME, ID_NUMBER, CREDIT_CODE = "name", "id_number", "credit_code"
_AGREEING = 2
_RIVAL = 0.02
"""The share from which a reader's other candidate for a character counts: it saw 马素并 with 芹 at 0.09."""
_STRONG_RIVAL = 0.1
"""The share where only one check character of a credit code bears the other candidate out: a G was 6 with G at 0.29."""


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
    readings = _settled(readings, same)
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


def _settled(readings: Sequence[Reading], same: Callable[[Reading, Reading], Sameness]) -> Sequence[Reading]:
    """The readings without those that say nothing against what all others surely say.

    A character that the reader was in doubt about, and for which it took the expected one into account, does not
    contradict at least two places that were surely read and agree, nor one valid credit code whose check characters
    bear it out. A character that was surely read always counts, and so does every digit of another number or a date,
    where one is as likely as the other.
    """
    sure = [reading for reading in readings if reading.confidence >= SURE]
    if any(same(left, right) != "same" for left, right in combinations(sure, 2)):
        return readings
    if sure and all(reading.trait == CREDIT_CODE for reading in readings):
        expected = sure[0].value
        return [one for one in readings if one in sure or not _misread_code(one, expected)]
    if len(sure) < _AGREEING or any(reading.trait != NAME for reading in readings):
        return readings
    return [one for one in readings if one in sure or not (one.field and may_be_read_as(one.field, sure[0].value))]


def _misread_code(reading: Reading, expected: str) -> bool:
    """Whether a code is a valid one misread: its check characters do not fit it, and they fit the valid one.

    Where one of the two fits both, the reader must have come closer to the valid one.
    """
    faults = {*credit_code_faults(reading.value)}
    if not faults or credit_code_faults(expected) or reading.field is None:
        return False
    both = {"check_character", "subject_check_character"} <= faults
    return may_be_read_as(reading.field, expected, _RIVAL if both else _STRONG_RIVAL)


def may_be_read_as(field: Field, value: str, least_share: float = _RIVAL) -> bool:
    """Whether the reader itself took this value into account: each other character doubtful, the wanted one a rival."""
    chars = [char for line in field.lines for char in line.chars if comparable(char.text)]
    read, wanted = comparable(field.value), comparable(value)
    start = "".join(comparable(char.text)[0] for char in chars).find(read)
    if start < 0 or len(read) != len(wanted):
        return False
    return all(_may_be(char, letter, least_share) for char, letter in zip(chars[start:], wanted, strict=False))


def _may_be(char: Char, letter: str, least_share: float) -> bool:
    if comparable(char.text) == letter:
        return True
    rivals = {comparable(rival) for rival, share in char.alternatives if share >= least_share}
    return char.confidence < SURE and letter in rivals


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
