"""Which pictures does a claim's report need, and how are they taken with each page in memory once?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.models.page import PageRef
from pipeline.models.report import ClaimReport
from pipeline.report.captions import fields_in_order
from pipeline.report.evidence import Shot, take
from pipeline.report.pair_picture import Half, cut_half, join_halves
from pipeline.report.pairs import Pair, PairSide
from pipeline.report.pictures import Pictures
from pipeline.report.thumbnails import MARK_COLOURS, Place, long_side, thumbnail


@dataclass(frozen=True, slots=True)
class ClaimPictures:
    """All pictures of a report as JPEG: evidence by its name beside the report, thumbnails by page."""

    evidence: Mapping[str, bytes]
    thumbnails: Mapping[PageRef, bytes]


def take_pictures(
    report: ClaimReport, shots: Sequence[Shot], pairs: Sequence[Pair], pictures: Pictures
) -> ClaimPictures:
    """Takes every picture of the report, page by page.

    Args:
        report: the report, its evidence already naming the pictures.
        shots: the evidence to show.
        pairs: the comparisons to show.
        pictures: gives the pages.
    """
    shots_of: defaultdict[PageRef, list[Shot]] = defaultdict(list)
    for shot in shots:
        shots_of[shot.ref].append(shot)
    sides = [side for pair in pairs for side in (pair.left, pair.right)]
    places = _places(report)
    side_px = long_side(len(report.pages))
    evidence: dict[str, bytes] = {}
    thumbnails: dict[PageRef, bytes] = {}
    halves: dict[PairSide, Half] = {}
    for page in report.pages:
        image = pictures.page(page.file, page.page)
        thumbnails[page.ref] = thumbnail(image, tuple(places[page.ref]), side_px)
        evidence |= {shot.name: take(shot, image) for shot in shots_of[page.ref]}
        halves |= {side: cut_half(side, image) for side in sides if side.ref == page.ref}
    evidence |= {pair.name: join_halves(pair, halves[pair.left], halves[pair.right]) for pair in pairs}
    return ClaimPictures(evidence, thumbnails)


def _places(report: ClaimReport) -> defaultdict[PageRef, list[Place]]:
    places: defaultdict[PageRef, list[Place]] = defaultdict(list)
    for document in report.documents:
        for number, (_, field) in enumerate(fields_in_order(document), start=1):
            places[field.ref].append(Place(field.box, number))
        for mark in document.marks:
            if mark.file is not None and mark.page is not None and mark.box is not None:
                ref = PageRef(file=mark.file, page=mark.page)
                places[ref].append(Place(mark.box, None, MARK_COLOURS[mark.state]))
    return places
