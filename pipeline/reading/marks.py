"""Signatures, seals and fingerprints in the places where a document wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.imaging.fingerprint import SMALL_PRINT, find_fingerprints, find_red_blots
from pipeline.imaging.handwriting import judge_signature
from pipeline.imaging.red_ink import red_stamp
from pipeline.imaging.seal import SealFound, find_seals
from pipeline.models.document import Mark, MarkKind, MarkState
from pipeline.models.geometry import Box
from pipeline.reading.captioned import Captioned, captioned_places
from pipeline.reading.page import ReadPage
from pipeline.reading.seal_text import bears_text, seal_text
from pipeline.reading.signature_zone import (
    caption_rows,
    lone_captions,
    pixels_in_millimetre,
    print_around,
    room_above_day,
    share_columns,
    signature_zones,
)
from pipeline.reading.view import View, halves, whole

_SEAL_REACH_MM = 75.0
"""A seal of up to 45 mm touches its caption or the unit's name before it."""
_PRINT_REACH_MM = 45.0
"""A fingerprint lies on or beside the signature."""
_SURE_SEAL = 0.5
_DARK = 0.4
_OTHER_SEAL = 0.3
"""A square seal bears a person's name, a slice at the page edge joins pages: near its place one has to be looked at."""
_ANOTHER = 0.4
"""From this confidence a mark elsewhere on the page makes it doubtful that the slot is empty."""
_A3_HEIGHT_MM, _MM_PER_INCH = 297, 25.4
_UNITS_SEAL = "employer_seal"
"""The seal that must bear the name of the unit that the papers name."""
_MOST_TELLING: tuple[MarkState, ...] = ("present", "unsure", "absent")


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """A place for a mark: its name and kind (contract marks.tsv), and the captions that it stands beside.

    ``section`` are captions of the table cell or paragraph that must come before the slot's own caption,
    as 用人单位意见 before 经办人签字: without it the first place with the caption counts, or the last one where the
    mark is ``closing``: what is signed at the end of a letter whose head has the same words (法定代表人).
    """

    name: str
    kind: MarkKind
    captions: tuple[str, ...]
    section: tuple[str, ...] = ()
    closing: bool = False


def judge_slots(views: Sequence[View], slots: Sequence[SlotSpec], stops: Sequence[str]) -> tuple[Mark, ...]:
    """One mark for each slot, in order. A slot whose caption is nowhere is unsure: a person must look.

    Args:
        views: the logical pages on which the slots may be.
        slots: the slots of this document type.
        stops: captions of anything else on the paper.
    """
    groups = [*{slot.captions: None for slot in slots}, *((stop,) for stop in stops)]
    groups += [slot.section for slot in slots if slot.section and slot.section not in groups]
    places = _places(views, groups)
    if any(slot.kind == "signature" and _place_of(slot, places) is None for slot in slots):
        places = _places(_looked_at_again(views), groups)
    colour = any(view.page.colour for view in views)
    found = [_place_of(slot, places) for slot in slots]
    parties = [place for slot, place in zip(slots, found, strict=True) if place and slot.kind == "signature"]
    marks = []
    for slot, place in zip(slots, found, strict=True):
        if place is None:
            marks.append(Mark(slot=slot.name, kind=slot.kind, state="unsure", confidence=0.0, reason_zh="未找到签章处"))
        elif slot.kind == "signature":
            others = [party.caption for party in parties if party.view is place.view and party != place]
            mark = _signature(slot, _rows(slot, place, places), _captions_beside(place, places), others)
            marks.append(mark if mark.state != "absent" else _above_day(slot, place, mark, others))
        else:
            marks.append(_inked(slot, place, colour=colour))
    return tuple(marks)


def judge_closing_signature(views: Sequence[View], slots: Sequence[SlotSpec], stops: Sequence[str]) -> Mark:
    """The signature that closes a document: beside the last of its captions.

    Where several descriptions are on the paper (住院医师, 主治医师) one signature is enough; else the first counts.

    Args:
        views: the logical pages in order.
        slots: descriptions of the one slot in order of preference.
        stops: captions of anything else on the paper.
    """
    groups = [*(slot.captions for slot in slots), *((stop,) for stop in stops)]
    places = _places(views, groups)
    if not any(place.captions == slot.captions for place in places for slot in slots):
        places = _places(_looked_at_again(views[-1:]), groups)
    last = {place.captions: place for place in places}
    marks = [
        _signature(slot, [place], _captions_beside(place, places), ())
        for slot in slots
        if (place := last.get(slot.captions)) is not None
    ]
    if not marks:
        name, kind = slots[0].name, slots[0].kind
        return Mark(slot=name, kind=kind, state="unsure", confidence=0.0, reason_zh="未找到签章处")
    return next((mark for mark in marks if mark.state == "present"), marks[0])


def judge_seal_anywhere(views: Sequence[View], name: str, *, booklet_mm: float | None = None) -> Mark:
    """A seal that may lie anywhere on the paper, as a hospital's, which people set over date, text or title.

    Args:
        views: the pages.
        name: the slot.
        booklet_mm: the shorter side of a booklet's page. A photo does not tell its scale: taken for A4, a booklet's
            seal would look twice as large as seals are.
    """
    slot = SlotSpec(name, "seal", ())
    inked = [(view.page, *candidate) for view in views for candidate in _candidates("seal", view)]
    inked = [candidate for candidate in inked if candidate[2] >= _ANOTHER]
    if not inked and booklet_mm is not None:
        inked = [(view.page, *candidate) for view in views for candidate in _in_booklet(view.page, booklet_mm)]
    if inked:
        page, box, confidence = max(inked, key=lambda candidate: candidate[2])
        return _mark(slot, page, "present" if confidence >= _SURE_SEAL else "unsure", confidence, box, "印迹不清")
    page = views[-1].page
    if any(view.page.colour for view in views):
        return _mark(slot, page, "absent", 0.9, page.size, "全页没有印章")
    return _mark(slot, page, "unsure", 0.3, page.size, "页面无色彩，无法辨认红色印章")


def _places(views: Sequence[View], groups: Sequence[tuple[str, ...]]) -> list[Captioned]:
    """Where the captions stand; a cell that holds one alone counts where it names no other place."""
    named = [place for view in views for place in captioned_places(view, groups)]
    missing = [group for group in groups if not any(place.captions == group for place in named)]
    return named + [place for view in views for place in lone_captions(view, missing)]


def _looked_at_again(views: Sequence[View]) -> list[View]:
    """The same views with the lines that were overlooked at first: the caption of a slot is not among those read."""
    return [replace(view, page=view.page.looked_at_again) for view in views]


def _place_of(slot: SlotSpec, places: Sequence[Captioned]) -> Captioned | None:
    own = [place for place in places if place.captions == slot.captions]
    if slot.section:
        sections = [place for place in places if place.captions == slot.section]
        own = [place for place in own if any(_follows(place, section) for section in sections)]
        own += [section for section in sections if slot.kind != "signature"]
    return own[-1 if slot.closing else 0] if own else None


def _rows(slot: SlotSpec, place: Captioned, places: Sequence[Captioned]) -> list[Captioned]:
    return caption_rows(place, [other for other in places if other.captions == slot.captions])


def _captions_beside(place: Captioned, places: Sequence[Captioned]) -> list[Box]:
    return [other.caption for other in places if other.view is place.view]


def _follows(place: Captioned, section: Captioned) -> bool:
    return place.view is section.view and place.caption.y1 >= section.caption.y0


def _signature(slot: SlotSpec, places: Sequence[Captioned], captions: Sequence[Box], parties: Sequence[Box]) -> Mark:
    """The most telling of the zones that belong to the caption's rows."""
    marks = [_written(slot, places[0], zone, captions) for zone in signature_zones(places, captions, parties)]
    return min(marks, key=lambda mark: _MOST_TELLING.index(mark.state))


def _above_day(slot: SlotSpec, place: Captioned, missing: Mark, parties: Sequence[Box]) -> Mark:
    """What is written under the caption and above its day; whose, is doubtful where others sign in the same column."""
    room = room_above_day(place)
    mark = missing if room is None else _written(slot, place, room, parties)
    if room is None or mark.state != "present" or not any(share_columns(room, party) for party in parties):
        return mark if mark.state != "absent" else missing
    return mark.model_copy(update={"state": "unsure", "reason_zh": "签字处下方有笔迹，不能确定是谁的签名"})


def _written(slot: SlotSpec, place: Captioned, zone: Box, captions: Sequence[Box]) -> Mark:
    page = place.view.page
    printed = [*captions, *print_around(place.view, zone)]
    found = judge_signature(page.image, zone, printed, page.page.dpi, colour=page.colour, caption=place.caption)
    stamp = _name_seal(page, zone) if found.state == "absent" else None
    if stamp is not None:
        return _mark(slot, page, "unsure", 0.5, stamp, "只有人名章，没有手写签名")
    return _mark(slot, page, found.state, found.confidence, found.box or zone, found.reason_zh)


def _name_seal(page: ReadPage, zone: Box) -> Box | None:
    """A name seal in the zone, also one that touches another mark."""
    whole = [seal.box for seal in page.seals if seal.shape == "square" and zone.contains(seal.box.center)]
    known = [*(seal.box for seal in page.seals), *(finger.box for finger in page.fingerprints)]
    return whole[0] if whole else red_stamp(page.image, zone, known, pixels_in_millimetre(page))


def _inked(slot: SlotSpec, place: Captioned, *, colour: bool) -> Mark:
    """A seal or a fingerprint near its caption. Without any colour in the document absence cannot be told."""
    page = place.view.page
    reach = (_SEAL_REACH_MM if slot.kind == "seal" else _PRINT_REACH_MM) * pixels_in_millimetre(page)
    found = _candidates(slot.kind, place.view)
    near = [
        (box, confidence)
        for box, confidence in found
        if min(box.distance(place.caption), box.distance(place.place)) <= reach
    ]
    if near:
        box, confidence = max(near, key=lambda mark: mark[1])
        mark = _mark(slot, page, "present" if confidence >= _SURE_SEAL else "unsure", confidence, box, "印迹不清")
        read = slot.name == _UNITS_SEAL and mark.state == "present"
        return mark.model_copy(update={"text": seal_text(page, box)}) if read else mark
    zone = place.caption.expanded(round(reach / 2), round(reach / 3)).clipped(page.page.width_px, page.page.height_px)
    blots = _blots_near(place, round(reach)) if slot.kind == "fingerprint" and page.colour else []
    if blots:
        return _mark(slot, page, "unsure", 0.4, blots[0], "有红色印迹，不能确认是手印")
    elsewhere = [box for box, confidence in found if confidence >= _ANOTHER]
    if elsewhere:
        return _mark(slot, page, "unsure", 0.5, elsewhere[0], "印迹不在应盖的位置")
    if not colour:
        return _mark(slot, page, "unsure", 0.3, zone, "页面无色彩，无法辨认红色印迹")
    return _mark(slot, page, "absent", 0.9, zone, "应盖处没有印迹")


def _candidates(kind: MarkKind, view: View) -> list[tuple[Box, float]]:
    """The seals or fingerprints of the view with their confidence.

    Name seals and slices of cross-page seals are never sure. A dark ring on a grey copy may be a drawing (2 of 10 were
    found, others were not seals) unless text is read along its rim. Blots inside a seal are parts of it.
    """
    page, spread = view.page, _spread_dpi(view.page)
    if kind == "seal":
        seals = page.seals if spread is None else (*page.seals, *find_seals(page.image, spread))
        inked = [(seal.box, _trusted(page, seal)) for seal in seals]
    else:
        blots = page.fingerprints if spread is None else (*page.fingerprints, *find_fingerprints(page.image, spread))
        inked = [
            (blot.box, blot.confidence)
            for blot in blots
            if blot.confidence > SMALL_PRINT or not any(seal.box.contains(blot.box.center) for seal in page.seals)
        ]
    return [(box, confidence) for box, confidence in inked if view.region.contains(box.center)]


def _spread_dpi(page: ReadPage) -> int | None:
    """The resolution of a photo that may show a spread of A3, on which marks look too small when it is taken for A4."""
    size = page.size
    if page.page.dpi is not None or halves(page) == (whole(page),):
        return None
    return round(min(size.width, size.height) / _A3_HEIGHT_MM * _MM_PER_INCH)


def _in_booklet(page: ReadPage, shorter_mm: float) -> list[tuple[Box, float]]:
    """The red seals of a page of unknown scale that shows a booklet's page and nothing around it."""
    if page.page.dpi is not None:
        return []
    dpi = round(min(page.page.width_px, page.page.height_px) / shorter_mm * _MM_PER_INCH)
    return [(seal.box, seal.confidence) for seal in find_seals(page.image, dpi) if seal.colour == "red"]


def _trusted(page: ReadPage, seal: SealFound) -> float:
    if seal.at_edge or seal.shape == "square":
        return min(_OTHER_SEAL, seal.confidence)
    sure = seal.colour == "red" or (seal.shape == "round" and bears_text(page, seal.box))
    return seal.confidence if sure else _DARK * seal.confidence


def _blots_near(place: Captioned, reach: int) -> list[Box]:
    """Red ink near the caption that belongs to no seal and has the size of a fingerprint, if not its shape."""
    page = place.view.page
    near = place.caption.expanded(reach)
    return [
        blot
        for blot in find_red_blots(page.image, page.page.dpi)
        if blot.intersection(near) and not any(seal.box.intersection(blot) for seal in page.seals)
    ]


def _mark(slot: SlotSpec, page: ReadPage, state: MarkState, confidence: float, box: Box, reason_zh: str) -> Mark:
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
