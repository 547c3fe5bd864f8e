"""With which inks was a paper filled in? Asked of the papers that applicants write, once they are sorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.imaging.arrays import Image
from pipeline.imaging.handwriting import looks_printed
from pipeline.imaging.ink import InkRun, PageInk, find_inks
from pipeline.imaging.seal_slice import find_slices
from pipeline.models.document import Document
from pipeline.models.geometry import Box, around
from pipeline.models.page import Ink, Judgement
from pipeline.reading.page import ReadPage

_SURE_PIECES = 3
"""Characters' widths of coloured writing from which a page is certainly not written in black."""
_FEWEST_PENCIL = 5
"""Characters' widths of pencil: 2 in dates written with a thin pen (n=3), 8 to 195 on pages written with a pencil
(n=13)."""
_MOST_LOOKS = 24
_DRAWN = frozenset({"commute_route_map"})
"""Papers whose coloured roads and routes run over the names beside them: only what was filled in or signed counts."""
_IN_PLACE = 0.5
_HEAD, _FOOT = 0.15, 0.92
_NAMES: dict[Ink, tuple[str, str]] = {
    "black": ("黑色", "black"),
    "blue": ("蓝色", "blue"),
    "red": ("红色", "red"),
    "pencil": ("铅笔", "pencil"),
}


def with_ink(page: ReadPage, document: Document) -> ReadPage:
    """The page, knowing its inks and whether something on it is written with another than black ink.

    Coloured print (letterheads, headings) is no writing; where print and writing cannot be told apart in a place that
    was filled in, that is ``unsure``. A picture without colour hides blue, so that ``black`` is not said of it either.
    """
    image, facts = page.image, page.page
    here = [mark for mark in document.marks if mark.state != "absent" and _is_on(page, mark.file, mark.page)]
    signed = [mark.box for mark in here if mark.kind == "signature" and not mark.stamped and mark.box]
    # A seal is now and then found in its place only: on a photographed spread, or where a name seal touches another.
    inked = [mark for mark in here if mark.stamped or (mark.kind != "signature" and mark.state == "present")]
    placed = [mark.box for mark in inked if mark.box]
    filled = [field.box for field in document.fields.values() if field.ref == page.ref]
    rows = [page.heads[index].box if index in page.heads else line.box for index, line in enumerate(page.lines)]
    stamped = [*(seal.box for seal in page.seals), *(finger.box for finger in page.fingerprints), *placed]
    found = _without_slices(image, find_inks(image, [*rows, *signed], stamped, facts.dpi), facts.dpi)
    if document.type in _DRAWN:
        entered = [run for run in found.runs if any(run.box.intersection(box) for box in (*signed, *filled))]
        found = replace(found, runs=tuple(entered))
    written, doubtful = written_runs(image, found, signed, filled, facts.dpi)
    inks = {run.ink for run in (*written, *doubtful)} | ({"black"} & set(found.inks))
    seen = () if found.grey else tuple(ink for ink in _NAMES if ink in inks)
    return page.knowing({"ink": seen, "pen": _judged(found, written, doubtful)})


def _without_slices(image: Image, found: PageInk, dpi: int | None) -> PageInk:
    """The inks without the letters in the slice of a seal that was stamped across the edges of several sheets."""
    if not any(run.ink == "red" for run in found.runs):
        return found
    slices = find_slices(image, dpi)
    runs = [run for run in found.runs if run.ink != "red" or not any(run.box.intersection(part) for part in slices)]
    return replace(found, runs=tuple(runs))


def written_runs(
    image: Image, found: PageInk, signed: Sequence[Box], filled: Sequence[Box], dpi: int | None
) -> tuple[list[InkRun], list[InkRun]]:
    """The stretches that a hand wrote, and those that may be print.

    In the page's head, where letterheads are, and in its foot, where page numbers are, only places that were filled in
    count. Neat writing looks like print, so that blue or grey text that does is doubtful; red print is common and
    counts in places that were filled in only. So does pencil where such places are known: small print out of focus is
    as pale and as uneven. Outside signatures a little pencil is none: a thin pen's figures are as pale.
    """
    pencil = [run for run in found.runs if run.ink == "pencil" and not _lies_in(run.box, signed)]
    thin = pencil if sum(run.pieces for run in pencil) < _FEWEST_PENCIL else []
    told = [run for run in found.runs if run not in thin]
    written: list[InkRun] = []
    doubtful: list[InkRun] = []
    for run in sorted(told, key=lambda run: -run.pieces)[:_MOST_LOOKS]:
        in_place = _lies_in(run.box, filled)
        in_margin = run.box.y1 < _HEAD * image.shape[0] or run.box.y0 > _FOOT * image.shape[0]
        if _lies_in(run.box, signed):
            written.append(run)
        elif not in_place and (in_margin or (run.ink == "pencil" and (filled or signed))):
            continue
        elif not looks_printed(image, run.box, dpi):
            written.append(run)
        elif in_place or run.ink != "red":
            doubtful.append(run)
    return written, doubtful


def _lies_in(row: Box, places: Sequence[Box]) -> bool:
    """Whether most of the row lies in one of the places: the caption above a block and the row below it do not."""
    return any(row.share_inside(place.expanded(row.height // 4)) > _IN_PLACE for place in places)


def _is_on(page: ReadPage, file: str | None, number: int | None) -> bool:
    return (page.ref.file, page.ref.page) == (file, number)


def _judged(found: PageInk, written: Sequence[InkRun], doubtful: Sequence[InkRun]) -> Judgement:
    """Whether the page is written with another ink than black.

    Pencil is never sure: pale black pens in unseen pictures were taken for it five times on six faultless claims.
    """
    pieces = sum(run.pieces for run in written if run.ink != "pencil")
    if found.grey and not written:
        return Judgement(state="unsure", reason_zh="页面没有色彩，无法判断墨色", reason_en="no colour to judge ink by")
    runs = [*written, *doubtful]
    if not runs:
        return Judgement(state="no", confidence=0.9)
    sure = pieces >= _SURE_PIECES and not found.grey
    names = [_NAMES[ink] for ink in _NAMES if any(run.ink == ink for run in runs)]
    zh, en = "、".join(name for name, _ in names), " and ".join(name for _, name in names)
    return Judgement(
        state="yes" if sure else "unsure",
        confidence=0.95 if sure else 0.5,
        reason_zh=f"手写部分{'' if sure else '可能'}为{zh}笔迹" if written else f"有{zh}文字，不能确定是否手写",
        reason_en=f"writing {'' if sure else 'perhaps '}in {en}"
        if written
        else f"{en} text that may be written by hand",
        box=around(run.box for run in runs[:1]),
    )
