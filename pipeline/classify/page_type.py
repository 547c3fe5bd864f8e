"""Of which type a page is: by its printed title, else by several captions that belong to one type only.

Better no type than a wrong one: a title must stand out on the page, and captions must point to one type clearly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import regex

from pipeline.declare import DocumentType
from pipeline.models.geometry import around
from pipeline.models.page import BLANK_OR_OTHER
from pipeline.models.text_line import TextLine
from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import rows
from pipeline.text.captions import folded

_TOLERANT_FROM = 5
_LONGEST_TITLE_ROW = 40
_TALL = 1.25
_ALONE = 0.8
_BESIDE = 0.95
_CENTERED = 0.12
_HEAD = 0.35
_TITLE_CONFIDENCE = 0.97
_WEAK_TITLE_CONFIDENCE = 0.9
_CAPTION_SCORE = 2.5
_CAPTION_MARGIN = 1.6
_SHARED_TITLE_SCORE = 1.5
_SUFFIX = regex.compile(r"[（(【\[].*|[:：*]?|[（(]?(?:副本|正本|存根|复印件|第?[一二三四\d]联)[)）]?|表?[一二\d]?")
_SENTENCE = frozenset("，。；,;")
_SOME_TITLE = regex.compile(
    r"[^，。；,;：0-9]{2,24}(?:合同书?|协议书?|证明书?|证书|通知书?|记录|报告单?|登记表|申请表|委托书|承诺书|收据|发票|清单|回执)"
)


@dataclass(frozen=True, slots=True)
class PageType:
    """A page's type with its confidence (0-1); ``titled`` tells that the printed title was found on it."""

    type_id: str
    confidence: float
    titled: bool = False


UNKNOWN = PageType(BLANK_OR_OTHER, 0.0)


def page_type(page: ReadPage, kinds: Sequence[DocumentType]) -> PageType:
    """The type of one page taken alone."""
    return _by_title(page, kinds) or _by_shared_title(page, kinds) or _by_captions(page, kinds)


def _by_title(page: ReadPage, kinds: Sequence[DocumentType]) -> PageType | None:
    best: tuple[int, PageType] | None = None
    for row in rows(page.lines):
        text = folded("".join(line.text for line in row))
        if len(text) > _LONGEST_TITLE_ROW or any(letter in _SENTENCE for letter in text):
            continue
        for kind in kinds:
            for title in kind.titles:
                length = _title_length(text, title)
                prominence = _prominence(page, row, alone=length == len(text)) if length else 0.0
                if prominence and (best is None or length > best[0]):
                    best = (length, PageType(kind.id, prominence, titled=True))
    return best[1] if best else None


def _title_length(text: str, title: str) -> int:
    """How many letters of the row are this title; 0 when the row goes on behind it with anything but a bracket."""
    found = max(_title_pattern(title).finditer(text), key=lambda match: match.end(), default=None)
    if found is None or not _SUFFIX.fullmatch(text[found.end() :]):
        return 0
    return len(title.replace(" ", ""))


@cache
def _title_pattern(title: str) -> regex.Pattern[str]:
    letters = ".{0,24}".join(regex.escape(part) for part in title.split(" "))
    return regex.compile(f"(?:{letters}){{s<=1}}" if len(title) >= _TOLERANT_FROM else letters)


def has_other_title(page: ReadPage) -> bool:
    """Whether the page is headed by the title of some paper that is none of the known types."""
    for row in rows(page.lines):
        text = folded("".join(line.text for line in row))
        if _SOME_TITLE.fullmatch(text) and _prominence(page, row, alone=True) == _TITLE_CONFIDENCE:
            return True
    return False


def _prominence(page: ReadPage, row: Sequence[TextLine], *, alone: bool) -> float:
    """How sure a row looks like a title (``alone``: it says nothing else): 0 for a row of the running text."""
    box = around(line.box for line in row)
    height = float(np.median([line.box.height for line in row]))
    tall = height >= _TALL * page.line_height
    middle = page.page.width_px / 2
    spread = page.page.width_px > page.page.height_px
    centers = (middle,) if not spread else (middle, middle / 2, middle * 1.5)
    centered = min(abs(box.center.x - center) for center in centers) < _CENTERED * page.page.width_px
    in_head = box.y1 < _HEAD * page.page.height_px
    if tall and (in_head or centered):
        return _TITLE_CONFIDENCE
    least = _ALONE if alone else _BESIDE
    return _WEAK_TITLE_CONFIDENCE if in_head and centered and height >= least * page.line_height else 0.0


def _by_shared_title(page: ReadPage, kinds: Sequence[DocumentType]) -> PageType | None:
    """A title that several papers bear (证明, 情况说明), where captions of one of them stand on the page too."""
    (best, type_id), *_ = _caption_scores(page, kinds)
    shared = [title for kind in kinds if kind.id == type_id for title in kind.shared_titles]
    if not shared or best < _SHARED_TITLE_SCORE:
        return None
    for row in rows(page.lines):
        text = folded("".join(line.text for line in row))
        if any(_title_length(text, title) == len(text) for title in shared) and _prominence(page, row, alone=True):
            return PageType(type_id, _WEAK_TITLE_CONFIDENCE, titled=True)
    return None


def _by_captions(page: ReadPage, kinds: Sequence[DocumentType]) -> PageType:
    (best, type_id), second, *_ = _caption_scores(page, kinds)
    title_only = any(kind.title_only for kind in kinds if kind.id == type_id)
    if title_only or best < _CAPTION_SCORE or best < _CAPTION_MARGIN * second[0]:
        return UNKNOWN
    return PageType(type_id, round(min(0.95, 0.6 + 0.05 * best), 4))


def _caption_scores(page: ReadPage, kinds: Sequence[DocumentType]) -> list[tuple[float, str]]:
    """How many captions of each type stand on the page, best first; one that several types have is shared by them."""
    owners: dict[str, int] = {}
    for kind in kinds:
        for caption in kind.captions:
            owners[caption] = owners.get(caption, 0) + 1
    scores = [
        (sum(1 / owners[caption] for caption in kind.captions if caption in page.text), kind.id) for kind in kinds
    ]
    return [*sorted(scores, reverse=True), (0.0, "")]
