"""What claim to make."""

from __future__ import annotations

from dataclasses import dataclass

from samples.generator.fonts import Split
from samples.generator.situation import Kind, Situation


@dataclass(frozen=True, slots=True)
class Order:
    """One claim; the same order gives the same claim.

    ``check`` names the check that must find a defect, None makes a faultless claim. ``full`` is whether all papers of
    the local list are in it or only the core ones; ``rotated`` how often a page is turned; ``device`` takes all
    pictures when given; ``small`` keeps the files small at the cost of resolution. ``situation`` is what kind of case
    it is (drawn by dice when None, of that ``kind`` when given); ``again`` is the same case handed in once more, in
    other pictures.
    """

    claim_id: str
    split: Split
    seed: int
    check: str | None = None
    full: bool = True
    rotated: float = 0.05
    device: str | None = None
    small: bool = False
    situation: Situation | None = None
    kind: Kind | None = None
    again: bool = False
