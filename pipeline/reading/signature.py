"""Did someone sign at a caption? A missing signature is called absent only where nothing near it may be one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import regex

from pipeline.imaging.handwriting import COLOURLESS, PRINTED_NAME, judge_signature
from pipeline.imaging.red_ink import red_stamp
from pipeline.models.document import Mark, MarkState
from pipeline.models.geometry import Box, around
from pipeline.reading.captioned import Captioned
from pipeline.reading.page import ReadPage
from pipeline.reading.page_lines import FOOTER
from pipeline.reading.signature_zone import (
    LONGEST_NAME,
    pixels_in_millimetre,
    print_around,
    room_above_day,
    share_columns,
    signature_zones,
)
from pipeline.reading.slot import SlotSpec, mark_at
from pipeline.reading.unclaimed_writing import writing_near
from pipeline.reading.view import View
from pipeline.text.captions import folded

_OR_SEALED = regex.compile(r"签[字名]?(?:或者?|[/／、])?[（(]?(?:盖|印)?章|盖章或签[字名]")
"""签字或盖章, 签章, 签名（章）: a name seal is as good as a signature there."""
_SURE_NAME_SEAL, _TOUCHING_NAME_SEAL, _OVER_CAPTION, _COVERED = 0.6, 0.7, 0.25, 0.9
_NAME_SEAL_MM, _NAME_SEAL_ASPECT = (9.0, 26.0), 1.6
_READ_AS_PRINT = 0.95
_MOST_TELLING: tuple[MarkState, ...] = ("present", "unsure", "absent")


def judge_signed(slot: SlotSpec, rows: Sequence[Captioned], captions: Sequence[Box], parties: Sequence[Box]) -> Mark:
    """The most telling of the zones that belong to the caption's rows.

    Args:
        slot: what is to be signed.
        rows: the rows of its caption.
        captions: boxes of all captions on the page.
        parties: boxes of the captions at which others sign.
    """
    marks = [_written(slot, rows, zone, captions) for zone in signature_zones(rows, captions, parties)]
    return min(marks, key=lambda mark: _MOST_TELLING.index(mark.state))


def above_day(slot: SlotSpec, place: Captioned, missing: Mark, parties: Sequence[Box]) -> Mark:
    """What is written under the caption and above its day; whose, is doubtful where others sign in the same column."""
    room = room_above_day(place)
    mark = missing if room is None else _written(slot, [place], room, parties)
    if room is None or mark.state != "present" or not any(share_columns(room, party) for party in parties):
        return mark if mark.state != "absent" else missing
    return mark.model_copy(update={"state": "unsure", "reason_zh": "签字处下方有笔迹，不能确定是谁的签名"})


def at_the_end(slot: SlotSpec, view: View) -> Mark | None:
    """The handwriting under the last row of a printed text that has no caption for it, as doctors sign their notes.

    None where nothing surely is a signature, or where the text is written by hand itself.
    """
    page, bottom = view.page, round(FOOTER * view.page.page.height_px)
    text = [line for line in view.lines if len(line.chars) > LONGEST_NAME and line.box.y1 < bottom]
    last = max(text, key=lambda line: line.box.y1, default=None)
    if last is None or float(np.median([line.confidence for line in text])) < _READ_AS_PRINT:
        return None
    zone = Box(view.region.x0 + view.region.width // 3, last.box.y1, view.region.x1, bottom)
    if zone.height < last.box.height:
        return None
    found = judge_signature(page.image, zone, print_around(view, zone), page.page.dpi, colour=page.colour)
    sure = found.state == "present" and found.box is not None
    return mark_at(slot, page, "present", found.confidence, found.box or zone, "") if sure else None


def with_surroundings(
    mark: Mark, slot: SlotSpec, rows: Sequence[Captioned], places: Sequence[Captioned], marks: Sequence[Mark]
) -> Mark:
    """The mark, in doubt instead of absent where there is writing around its caption that nothing else claims.

    Args:
        mark: what was found where signatures belong.
        slot: what is to be signed.
        rows: the rows of its caption.
        places: all captioned places that are known.
        marks: the marks of all slots.
    """
    if mark.state != "absent":
        return mark
    page = rows[0].view.page
    on_page = [other for other in marks if (other.file, other.page) == (page.ref.file, page.ref.page) and other.box]
    taken = [other.box for other in on_page if other.box and _is_seen(other)]
    writing = writing_near(rows, places, taken)
    return (
        mark if writing is None else mark_at(slot, page, "unsure", 0.5, writing, "签字处附近有笔迹，不能确定是否为签名")
    )


def _is_seen(mark: Mark) -> bool:
    """Whether the mark's box is around ink: its place is empty otherwise."""
    return mark.kind == "signature" and (mark.state != "absent" or mark.reason_zh == PRINTED_NAME)


def _written(slot: SlotSpec, rows: Sequence[Captioned], zone: Box, captions: Sequence[Box]) -> Mark:
    place, page = rows[0], rows[0].view.page
    printed = [*captions, *print_around(place.view, zone)]
    found = judge_signature(page.image, zone, printed, page.page.dpi, colour=page.colour, caption=place.caption)
    if found.state == "present" and found.box and _is_under_dark_seal(page, found.box):
        return mark_at(slot, page, "unsure", 0.5, found.box, COLOURLESS)
    stamped = _stamped(slot, rows, zone) if found.state == "absent" else None
    return stamped or mark_at(slot, page, found.state, found.confidence, found.box or zone, found.reason_zh)


def _is_under_dark_seal(page: ReadPage, strokes: Box) -> bool:
    """Whether a copied seal covers the strokes, which may all be its own."""
    return any(seal.colour == "dark" and strokes.share_inside(seal.box) > _COVERED for seal in page.seals)


def _stamped(slot: SlotSpec, rows: Sequence[Captioned], zone: Box) -> Mark | None:
    """What a seal in the place of a signature says: enough where the caption takes a name seal for one."""
    page, enough = rows[0].view.page, bool(_OR_SEALED.search(_words(rows)))
    names = [seal for seal in page.seals if seal.shape == "square" and zone.contains(seal.box.center)]
    known = [*(seal.box for seal in page.seals), *(finger.box for finger in page.fingerprints)]
    stamp = names[0].box if names else red_stamp(page.image, zone, known, pixels_in_millimetre(page))
    if stamp is not None:
        sure = names[0].confidence if names else _confidence(stamp, pixels_in_millimetre(page))
        state: MarkState = "present" if enough and sure >= _SURE_NAME_SEAL else "unsure"
        mark = mark_at(slot, page, state, sure if state == "present" else 0.5, stamp, "只有人名章，没有手写签名")
        return mark.model_copy(update={"stamped": True})
    near = around([zone, *(row.caption for row in rows)])
    over = [seal.box for seal in page.seals if enough and seal.box.share_inside(near) > _OVER_CAPTION]
    return mark_at(slot, page, "unsure", 0.5, over[0], "签字处压有印章，不能确认其中有无人名章") if over else None


def _confidence(stamp: Box, millimetre: float) -> float:
    """How sure it is that red ink which touches another seal is a name seal: by its size and its shape."""
    shorter, longer = sorted((stamp.width / millimetre, stamp.height / millimetre))
    fits = _NAME_SEAL_MM[0] <= shorter and longer <= _NAME_SEAL_MM[1] and longer <= _NAME_SEAL_ASPECT * shorter
    return _TOUCHING_NAME_SEAL if fits else 0.0


def _words(rows: Sequence[Captioned]) -> str:
    """The caption as it was read, letter by letter, for what stands behind it in its line is not its own."""
    read = [
        char.text
        for row in rows
        for line in row.view.lines
        for char, middle in zip(line.chars, line.centers, strict=True)
        if row.caption.contains(middle)
    ]
    return folded("".join(read))
