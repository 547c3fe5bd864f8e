"""A place for a mark as a document type describes it, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.models.document import Mark, MarkKind, MarkState
from pipeline.models.geometry import Box
from pipeline.reading.page import ReadPage


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """A place for a mark: its name and kind (contract marks.tsv), and the captions that it stands beside.

    ``section`` are captions of the table cell or paragraph that must come before the slot's own caption,
    as 用人单位意见 before 经办人签字: without it the first place with the caption counts, or the last one where the
    mark is ``closing``: what is signed at the end of a letter whose head has the same words (法定代表人). ``until`` are
    captions of the section that comes next, in which others sign under the same words.
    """

    name: str
    kind: MarkKind
    captions: tuple[str, ...]
    section: tuple[str, ...] = ()
    closing: bool = False
    until: tuple[str, ...] = ()


def mark_at(slot: SlotSpec, page: ReadPage, state: MarkState, confidence: float, box: Box, reason_zh: str) -> Mark:
    """What is said of a slot: its state, how sure that is (0-1), where on the page, and why, in Chinese."""
    return Mark(
        slot=slot.name,
        kind=slot.kind,
        state=state,
        confidence=round(confidence, 4),
        file=page.ref.file,
        page=page.ref.page,
        box=box.clipped(page.page.width_px, page.page.height_px),
        reason_zh=reason_zh if state != "present" else "",
    )


def not_found(slot: SlotSpec) -> Mark:
    """The mark of a slot whose caption is nowhere."""
    return Mark(slot=slot.name, kind=slot.kind, state="unsure", confidence=0.0, reason_zh="未找到签章处")
