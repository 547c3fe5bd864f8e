"""Of which type a page is: told from title, captions and layout together.

Better no type than a wrong one: a title must stand out on the page, a doubtful title needs captions of its type, and
captions alone must point to one type clearly, more clearly still under the heading of some other paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from pipeline.classify.captions import caption_support
from pipeline.classify.titles import TitleFound, find_titles, headings
from pipeline.declare import DocumentType
from pipeline.models.page import BLANK_OR_OTHER
from pipeline.reading.page import ReadPage

_TITLE_CONFIDENCE = 0.97
_WEAK_TITLE_CONFIDENCE = 0.9
_DOUBTFUL_SUPPORT = 1.0
_PLAIN_SUPPORT = 0.3
_LONG_TITLE = 5
_CAPTION_SCORE = 2.5
_CAPTION_SCORE_UNDER_ANOTHER_TITLE = 4.5
_CAPTION_MARGIN = 1.6
_CONTRADICTED = 3.0
_TORN_MARGIN = 1.5
_SOME_TITLE = regex.compile(
    r"[^，。；,;：0-9]{2,24}(?:合同书?|协议书?|证明书?|证书?|通知书?|记录单?|报告单?|登记表|申请表|审批表|委托书|承诺书|收据"
    r"|发票|票据|清单|回执|回单|保险单|处方笺?|条|纪要|规程|许可证|操作证|驾驶证|行驶证|签到表|名单|报销单)"
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
    support = caption_support(page, kinds)
    titles = find_titles(page, kinds)
    sure = [title for title in titles if not title.doubtful and not _outdone(title, titles)]
    doubtful = [title for title in titles if title not in sure]
    doubtful.sort(key=lambda title: (title.heading.tall, support[title.type_id]), reverse=True)
    for title in (*sure, *doubtful):
        if _believed(title, support, doubtful=title in doubtful):
            confidence = _TITLE_CONFIDENCE if title.heading.tall else _WEAK_TITLE_CONFIDENCE
            return PageType(_whole_title(title, kinds, support), confidence, titled=True)
    return _by_captions(page, kinds, support)


def has_other_title(page: ReadPage) -> bool:
    """Whether the page is headed by the title of some paper that is none of the known types."""
    return any(heading.tall and _SOME_TITLE.fullmatch(heading.text) for heading in headings(page))


def _outdone(title: TitleFound, titles: Sequence[TitleFound]) -> bool:
    """Whether the heading may be another type's longer title, misread: 职业痛诊断证明书 is no 诊断证明书."""
    return any(
        other.heading is title.heading and other.type_id != title.type_id and other.letters > title.letters
        for other in titles
    )


def _whole_title(title: TitleFound, kinds: Sequence[DocumentType], support: Mapping[str, float]) -> str:
    """The type whose longer title this is the rest of, when the captions say so (a torn 职业病诊断证明书)."""
    own = support[title.type_id]
    longer = [
        kind.id
        for kind in kinds
        if support[kind.id] > own + _TORN_MARGIN
        and any(words != title.words and words.endswith(title.words) for words in kind.titles)
    ]
    return max(longer, key=lambda type_id: support[type_id], default=title.type_id)


def _believed(title: TitleFound, support: Mapping[str, float], *, doubtful: bool) -> bool:
    own = support[title.type_id]
    if doubtful and own < _DOUBTFUL_SUPPORT:
        return False
    if not title.heading.tall and title.letters < _LONG_TITLE and own < _PLAIN_SUPPORT:
        return False
    strongest = max(support.values(), default=0.0)
    return title.letters >= _LONG_TITLE or strongest < _CONTRADICTED + own


def _by_captions(page: ReadPage, kinds: Sequence[DocumentType], support: Mapping[str, float]) -> PageType:
    scores = sorted(((score, kind_id) for kind_id, score in support.items()), reverse=True)
    (best, type_id), second = scores[0], scores[1][0] if len(scores) > 1 else 0.0
    least = _CAPTION_SCORE_UNDER_ANOTHER_TITLE if has_other_title(page) else _CAPTION_SCORE
    title_only = any(kind.title_only for kind in kinds if kind.id == type_id)
    if title_only or best < least or best < _CAPTION_MARGIN * second:
        return UNKNOWN
    return PageType(type_id, round(min(0.95, 0.6 + 0.05 * best), 4))
