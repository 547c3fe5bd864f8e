"""What makes a claim differ from a faultless one: values, slots, pages and files that a seeded defect changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from samples.generator.sheet import SlotState

Place = tuple[str, str]
Damage = Literal["truncated", "encrypted", "odd", "empty"]
Device = Literal["fax", "blurred", "copier"]
Ink = Literal["blue", "red", "pencil"]
Witnesses = Literal["two", "one", "no_card", "same_person", "worker"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The changes. Places are (document type, field) or (document type, slot) or (document type, part of the sheet).

    ``dropped_parts`` may name ``middle`` for any page that is neither first nor last; ``inks`` are those that fill a
    paper's blanks; ``shrunk`` papers are smaller than A4 by that share; ``witnesses`` tells who states and
    shows a card;
    ``portal`` are keys of claim.json that are to be there and to say this.
    """

    values: Mapping[Place, str] = field(default_factory=dict)
    slots: Mapping[Place, SlotState] = field(default_factory=dict)
    dropped_types: frozenset[str] = frozenset()
    dropped_parts: frozenset[Place] = frozenset()
    devices: Mapping[str, Device] = field(default_factory=dict)
    inks: Mapping[str, Ink] = field(default_factory=dict)
    shrunk: Mapping[str, float] = field(default_factory=dict)
    twice: str = ""
    strange_page: bool = False
    damage: Damage | None = None
    a4_sides: bool = False
    witnesses: Witnesses = "two"
    portal: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defect:
    """A seeded defect: the check that must not pass, and in what way the claim is wrong."""

    check: str
    detail: str
