"""Signatures, seals and fingerprints in the places where a document wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.imaging.fingerprint import SMALL_PRINT, find_fingerprints, find_red_blots
from pipeline.imaging.seal import SealFound, find_seals
from pipeline.models.document import Mark, MarkKind, MarkState
from pipeline.models.geometry import Box
from pipeline.reading.captioned import Captioned, captioned_places
from pipeline.reading.page import ReadPage
from pipeline.reading.seal_text import bears_text, seal_text
from pipeline.reading.signature import above_day, at_the_end, judge_signed, with_surroundings
from pipeline.reading.signature_zone import caption_rows, lone_captions, pixels_in_millimetre
from pipeline.reading.slot import SlotSpec, mark_at, not_found
from pipeline.reading.view import View, halves, whole

_SEAL_REACH_MM = 75.0
"""A seal of up to 45 mm touches its caption or the unit's name before it."""
_PRINT_REACH_MM = 45.0
"""A fingerprint lies on or beside the signature."""
_SURE_SEAL = 0.5
_DARK = 0.4
_OTHER_SEAL = 0.3
"""A square seal bears a person's name, a slice at the page edge joins pages: near its place one has to be looked at."""
_FRAMED_SEAL, _SQUARE = 0.45, (0.77, 1.3)
"""Offices have rectangular seals for many purposes: somebody has to read which one it is."""
_MOST_OF_A_SLICE, _MOST_OF_A_SEAL = 0.4, 0.6
"""A seal across several pages shows about half of itself on each at most; what shows more was meant for this one."""
_ANOTHER = 0.4
"""From this confidence a mark elsewhere on the page makes it doubtful that the slot is empty."""
_SAME_HEIGHT = 0.5
_A3_HEIGHT_MM, _MM_PER_INCH = 297, 25.4
_UNITS_SEAL = "employer_seal"
"""The seal that must bear the name of the unit that the papers name."""


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
        places = _places([view.looked_at_again for view in views], groups)
    colour = any(view.page.colour for view in views)
    found = [_place_of(slot, places) for slot in slots]
    parties = [place for slot, place in zip(slots, found, strict=True) if place and slot.kind == "signature"]
    marks = []
    for slot, place in zip(slots, found, strict=True):
        if place is None:
            marks.append(not_found(slot))
        elif slot.kind == "signature":
            others = [party.caption for party in parties if party.view is place.view and party != place]
            mark = judge_signed(slot, _rows(slot, place, places), _captions_beside(place, places), others)
            marks.append(mark if mark.state != "absent" else above_day(slot, place, mark, others))
        else:
            marks.append(_inked(slot, place, colour=colour))
    return tuple(
        with_surroundings(mark, slot, _rows(slot, place, places), places, marks)
        if place is not None and slot.kind == "signature"
        else mark
        for slot, place, mark in zip(slots, found, marks, strict=True)
    )


def judge_closing_signature(views: Sequence[View], slots: Sequence[SlotSpec], stops: Sequence[str]) -> Mark:
    """The signature that closes a document: beside the last of its captions.

    Where several descriptions are on the paper (住院医师, 主治医师) one signature is enough; else the first counts.
    Where none is, printed notes are signed under their last row.

    Args:
        views: the logical pages in order.
        slots: descriptions of the one slot in order of preference.
        stops: captions of anything else on the paper.
    """
    groups = [*(slot.captions for slot in slots), *((stop,) for stop in stops)]
    places = _places(views, groups)
    if not any(place.captions == slot.captions for place in places for slot in slots):
        places = _places([views[-1].looked_at_again], groups)
    last = {place.captions: place for place in places}
    named = [(slot, place) for slot in slots if (place := last.get(slot.captions)) is not None]
    marks = [judge_signed(slot, [place], _captions_beside(place, places), ()) for slot, place in named]
    if not marks:
        return at_the_end(slots[0], views[-1]) or not_found(slots[0])
    signed = next((mark for mark in marks if mark.state == "present"), None)
    return signed or with_surroundings(marks[0], named[0][0], [named[0][1]], places, marks)


def judge_seal_anywhere(views: Sequence[View], name: str, *, booklet_mm: float | None = None) -> Mark:
    """A seal that may lie anywhere on the paper, as a hospital's, which people set over date, text or title.

    Args:
        views: the pages.
        name: the slot.
        booklet_mm: the shorter side of a booklet's page. A photo does not tell its scale: taken for A4, a booklet's
            seal would look twice as large as seals are.
    """
    slot = SlotSpec(name, "seal", ())
    seen = [(view.page, _candidates("seal", view)) for view in views]
    inked = [(page, mark) for page, found in seen for mark in found if mark.confidence >= _ANOTHER]
    inked = [
        (page, mark) for page, mark in inked if not _goes_on(mark, [other for of, other in seen if of is not page])
    ]
    if not inked and booklet_mm is not None:
        inked = [(view.page, mark) for view in views for mark in _in_booklet(view.page, booklet_mm)]
    if inked:
        page, mark = max(inked, key=lambda found: found[1].confidence)
        return mark.at(slot, page)
    page = views[-1].page
    if any(view.page.colour for view in views):
        return mark_at(slot, page, "absent", 0.9, page.size, "全页没有印章")
    return mark_at(slot, page, "unsure", 0.3, page.size, "页面无色彩，无法辨认红色印章")


@dataclass(frozen=True, slots=True)
class _Inked:
    """A seal or a fingerprint: its box, how sure it is that it is one, why not more, and whether the edge cuts it."""

    box: Box
    confidence: float
    doubt_zh: str = "印迹不清"
    at_edge: bool = False

    def at(self, slot: SlotSpec, page: ReadPage) -> Mark:
        state: MarkState = "present" if self.confidence >= _SURE_SEAL else "unsure"
        return mark_at(slot, page, state, self.confidence, self.box, self.doubt_zh)


def _goes_on(mark: _Inked, elsewhere: Sequence[Sequence[_Inked]]) -> bool:
    """Whether a seal at the edge of one page goes on at the same height on another."""
    cut = [other for found in elsewhere for other in found if other.at_edge]
    return mark.at_edge and any(mark.box.vertical_overlap(other.box) > _SAME_HEIGHT for other in cut)


def _places(views: Sequence[View], groups: Sequence[tuple[str, ...]]) -> list[Captioned]:
    """Where the captions stand; a cell that holds one alone counts where it names no other place."""
    named = [place for view in views for place in captioned_places(view, groups)]
    missing = [group for group in groups if not any(place.captions == group for place in named)]
    return named + [place for view in views for place in lone_captions(view, missing)]


def _place_of(slot: SlotSpec, places: Sequence[Captioned]) -> Captioned | None:
    own = [place for place in places if place.captions == slot.captions]
    if slot.section:
        sections = [place for place in places if place.captions == slot.section]
        ends = [place for place in places if place.captions[0] in slot.until]
        own = [place for place in own if any(_is_in(place, section, ends) for section in sections)]
        own += [section for section in sections if slot.kind != "signature"]
    return own[-1 if slot.closing else 0] if own else None


def _rows(slot: SlotSpec, place: Captioned, places: Sequence[Captioned]) -> list[Captioned]:
    return caption_rows(place, [other for other in places if other.captions == slot.captions])


def _captions_beside(place: Captioned, places: Sequence[Captioned]) -> list[Box]:
    return [other.caption for other in places if other.view is place.view]


def _is_in(place: Captioned, section: Captioned, ends: Sequence[Captioned]) -> bool:
    """Whether a place follows the head of a section, and no other section begins between them."""
    between = (end for end in ends if _follows(end, section) and _follows(place, end))
    return _follows(place, section) and not any(end.caption.y0 > section.caption.y0 for end in between)


def _follows(place: Captioned, section: Captioned) -> bool:
    return place.view is section.view and place.caption.y1 >= section.caption.y0


def _inked(slot: SlotSpec, place: Captioned, *, colour: bool) -> Mark:
    """A seal or a fingerprint near its caption. Without any colour in the document absence cannot be told."""
    page = place.view.page
    reach = (_SEAL_REACH_MM if slot.kind == "seal" else _PRINT_REACH_MM) * pixels_in_millimetre(page)
    found = _candidates(slot.kind, place.view)
    near = [one for one in found if min(one.box.distance(place.caption), one.box.distance(place.place)) <= reach]
    if near:
        chosen = max(near, key=lambda one: one.confidence)
        mark = chosen.at(slot, page)
        read = slot.name == _UNITS_SEAL and mark.state == "present"
        return mark.model_copy(update={"text": seal_text(page, chosen.box)}) if read else mark
    zone = place.caption.expanded(round(reach / 2), round(reach / 3)).clipped(page.page.width_px, page.page.height_px)
    blots = _blots_near(place, round(reach)) if slot.kind == "fingerprint" and page.colour else []
    if blots:
        return mark_at(slot, page, "unsure", 0.4, blots[0], "有红色印迹，不能确认是手印")
    elsewhere = [one.box for one in found if one.confidence >= _ANOTHER]
    if elsewhere:
        return mark_at(slot, page, "unsure", 0.5, elsewhere[0], "印迹不在应盖的位置")
    if not colour:
        return mark_at(slot, page, "unsure", 0.3, zone, "页面无色彩，无法辨认红色印迹")
    return mark_at(slot, page, "absent", 0.9, zone, "应盖处没有印迹")


def _candidates(kind: MarkKind, view: View) -> list[_Inked]:
    """The seals or fingerprints of the view with their confidence.

    Name seals, framed ones and slices of cross-page seals are never sure. A dark ring on a grey copy may be a drawing
    (2 of 10 were found, others were not seals) unless text is read along its rim. Blots inside a seal are parts of it.
    """
    page, spread = view.page, _spread_dpi(view.page)
    if kind == "seal":
        seals = page.seals if spread is None else (*page.seals, *find_seals(page.image, spread))
        inked = [_judged(page, seal) for seal in seals]
    else:
        blots = page.fingerprints if spread is None else (*page.fingerprints, *find_fingerprints(page.image, spread))
        inked = [
            _Inked(blot.box, blot.confidence)
            for blot in blots
            if blot.confidence > SMALL_PRINT or not any(seal.box.contains(blot.box.center) for seal in page.seals)
        ]
    return [one for one in inked if view.region.contains(one.box.center)]


def _spread_dpi(page: ReadPage) -> int | None:
    """The resolution of a photo that may show a spread of A3, on which marks look too small when it is taken for A4."""
    size = page.size
    if page.page.dpi is not None or halves(page) == (whole(page),):
        return None
    return round(min(size.width, size.height) / _A3_HEIGHT_MM * _MM_PER_INCH)


def _in_booklet(page: ReadPage, shorter_mm: float) -> list[_Inked]:
    """The red seals of a page of unknown scale that shows a booklet's page and nothing around it."""
    if page.page.dpi is not None:
        return []
    dpi = round(min(page.page.width_px, page.page.height_px) / shorter_mm * _MM_PER_INCH)
    return [_Inked(seal.box, seal.confidence) for seal in find_seals(page.image, dpi) if seal.colour == "red"]


def _judged(page: ReadPage, seal: SealFound) -> _Inked:
    """The seal with the confidence that it is the one that was asked for."""
    if seal.at_edge and seal.shown < _MOST_OF_A_SEAL:
        most = _OTHER_SEAL if seal.shown < _MOST_OF_A_SLICE else _FRAMED_SEAL
        return _Inked(seal.box, min(most, seal.confidence), "印章不完整，可能是骑缝章", at_edge=True)
    if seal.shape == "square":
        return _Inked(seal.box, min(_OTHER_SEAL, seal.confidence))
    if seal.shape == "framed" and not _SQUARE[0] <= seal.box.width / seal.box.height <= _SQUARE[1]:
        return _Inked(seal.box, min(_FRAMED_SEAL, seal.confidence), "印章为长方形，请核对是否为应盖的印章")
    sure = seal.colour == "red" or (seal.shape == "round" and bears_text(page, seal.box))
    return _Inked(seal.box, seal.confidence if sure else _DARK * seal.confidence, at_edge=seal.at_edge)


def _blots_near(place: Captioned, reach: int) -> list[Box]:
    """Red ink near the caption that belongs to no seal and has the size of a fingerprint, if not its shape."""
    page = place.view.page
    near = place.caption.expanded(reach)
    return [
        blot
        for blot in find_red_blots(page.image, page.page.dpi)
        if blot.intersection(near) and not any(seal.box.intersection(blot) for seal in page.seals)
    ]
