"""Several people's cards copied on one sheet: whose side lies where, and which side goes with which.

A front is found by its number, a back by its issuer; how far the card reaches around them follows from its format
(ISO/IEC 7810 ID-1, 85.6 x 54 mm) and its layout (GA 461: the number line begins at 6 % of the width and ends at 91 %).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import regex

from pipeline.models.geometry import Box, around
from pipeline.models.text_line import TextLine
from pipeline.reading.page import ReadPage

_NUMBER = "公民身份"
_ISSUED_BY = "签发机关"
_NUMBER_LINE = 0.85
_ASPECT = 54 / 85.6
_CARD_IN_LINES = 24
_FRONT = (0.06, 0.85)
_BACK = (0.2, 0.7)
"""Where the number line, and the issuer, begin on their sides: shares of the card's width and height."""
_ISSUER = regex.compile(rf"{_ISSUED_BY}[:：|]*(?P<issuer>[^|]{{3,24}})")
_ADDRESS = regex.compile(rf"住址(?P<address>.{{4,60}}?){_NUMBER}")
_OFFICE = regex.compile("公安局|公安|分局|派出所")
_PLACE_ENDS = regex.compile("[省市区县旗|]")


def likeness(page: ReadPage, before: Sequence[ReadPage]) -> int:
    """How well the issuer on one side fits the address on the other: 1 the same district, -1 nothing in common."""
    pages = (page, *before)
    issuer = next((found["issuer"] for member in pages if (found := _ISSUER.search(member.text))), "")
    address = next((found["address"] for member in pages if (found := _ADDRESS.search(member.text))), "")
    places = [place for place in _PLACE_ENDS.split(_OFFICE.sub("", issuer)) if len(place) > 1]
    if not places or not address:
        return 0
    if not any(place in address for place in places):
        return -1
    return int(len(places) > 1 and places[-1] in address)


def split(page: ReadPage) -> tuple[ReadPage, ...]:
    """The page as one for each person when it shows two fronts or two backs, else the page as it is."""
    fronts, backs = _lines_with(page, _NUMBER), _lines_with(page, _ISSUED_BY)
    if max(len(fronts), len(backs)) < 2:
        return (page,)
    width = _card_width(fronts, backs)
    people = [[_card(line.box, width, _FRONT)] for line in fronts]
    alone = list(people)
    for line in backs:
        back = _card(line.box, width, _BACK)
        if alone:
            owner = max(alone, key=partial(_fit, page, back))
            alone = [person for person in alone if person is not owner]
            owner.append(back)
        else:
            people.append([back])
    return tuple(_only(page, sides) for sides in people)


def _lines_with(page: ReadPage, words: str) -> list[TextLine]:
    return [line for line in page.lines if words in "".join(line.text.split())]


def _card_width(fronts: Sequence[TextLine], backs: Sequence[TextLine]) -> float:
    whole = [line.box.width / _NUMBER_LINE for line in fronts if sum(letter.isdigit() for letter in line.text) > 14]
    return max(whole) if whole else _CARD_IN_LINES * max(line.box.height for line in (*fronts, *backs))


def _card(line: Box, width: float, begins: tuple[float, float]) -> Box:
    """The card whose line begins at those shares of its width and height."""
    x0, y0 = line.x0 - begins[0] * width, line.y0 - begins[1] * width * _ASPECT
    return Box(round(x0), round(y0), round(x0 + width), round(y0 + width * _ASPECT))


def _fit(page: ReadPage, back: Box, person: Sequence[Box]) -> tuple[int, float]:
    """How well a back goes with a front: by place names, then by how near they lie."""
    front = person[0]
    apart = abs(front.center.x - back.center.x) + abs(front.center.y - back.center.y)
    return likeness(_only(page, [back]), [_only(page, [front])]), -apart


def _only(page: ReadPage, sides: Sequence[Box]) -> ReadPage:
    """The page with the text of these cards alone."""
    kept = [index for index, line in enumerate(page.lines) if any(side.contains(line.box.center) for side in sides)]
    region = around(sides)
    return replace(
        page,
        lines=tuple(page.lines[index] for index in kept),
        heads={place: page.heads[index] for place, index in enumerate(kept) if index in page.heads},
        cells=tuple(cell for cell in page.cells if region.contains(cell.center)),
    )
