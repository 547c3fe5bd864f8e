"""The marriage certificate (结婚证), a booklet: holder, day and number on one inner page, both persons on the other.

Layout: the Ministry of Civil Affairs' print of 2004 and later; older prints name the couple in one paragraph.
"""

from __future__ import annotations

import regex

from pipeline.declare import DocumentType, Extraction, RequiredPart, Slot
from pipeline.reading.captioned import FieldSpec, read_every, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.parts import parts_seen
from pipeline.reading.running_text import Phrase, first_values, joined, read_phrases, running_text
from pipeline.reading.transcript import join
from pipeline.reading.view import View, halves, whole
from pipeline.text.wording import PERSON

_NAMES = FieldSpec("spouse_names", ("姓名",), "name")
FIELDS = (
    FieldSpec("holder", ("持证人",), "name"),
    FieldSpec("registered_on", ("登记日期", "结婚登记日期", "发证日期"), "date"),
)
_STOPS = (
    "性别",
    "国籍",
    "出生日期",
    "身份证件号",
    "身份证件号码",
    "身份证号",
    "身份证号码",
    "结婚证字号",
    "备注",
    "登记机关",
    "婚姻登记员",
    "结婚申请",
    "中华人民共和国结婚证",
)
PHRASES = (
    Phrase(
        regex.compile(rf"(?P<one>{PERSON})[与和](?P<other>{PERSON})(?:自愿|申请)?(?:登记)?结婚[^。]{{0,40}}?符合"),
    ),
)

_REGISTRATION_SIGNS = ("持证人", "登记日期", "结婚证字号", "发给此证", "发证机关")
_COUPLE_SIGNS = ("国籍", "身份证件号", "出生日期", "性别")
_PAGE_MM = 105.0
"""The shorter side of a page of the booklet."""


def extract(document: DocumentPages) -> Extraction:
    """Reads holder, day and both names, wherever the booklet's pages lie, and the registry's seal."""
    views = [view for page in document.pages for view in _pages(page)]
    told = read_phrases(join(running_text(view) for view in views), PHRASES)
    names = joined(read_every(views, _NAMES, (*_STOPS, *(caption for spec in FIELDS for caption in spec.captions))))
    couple = joined([told[name] for name in ("one", "other") if name in told])
    return Extraction(
        fields=first_values(
            read_fields(views, FIELDS, (*_STOPS, *_NAMES.captions)),
            {"spouse_names": names} if names is not None else {},
            {"spouse_names": couple} if couple is not None else {},
            closing_day(views, "registered_on"),
        ),
        marks=(judge_seal_anywhere([whole(page) for page in document.pages], "authority_seal", booklet_mm=_PAGE_MM),),
        parts=parts_seen(views, {"registration": _REGISTRATION_SIGNS, "couple": _COUPLE_SIGNS}),
    )


def _pages(page: ReadPage) -> tuple[View, ...]:
    """The open booklet as its two pages, where the captions of both lie beside each other."""
    left, *right = halves(page)
    if right and "姓名" in right[0].text and "持证人" not in right[0].text and "持证人" in left.text:
        return (left, *right)
    return (whole(page),)


TYPE = DocumentType(
    id="marriage_certificate",
    name_zh="结婚证",
    titles=("中华人民共和国结婚证", "结婚证", "离婚证"),
    captions=(
        "持证人",
        "结婚证字号",
        "身份证件号",
        "结婚申请，符合",
        "婚姻登记员",
        "婚姻登记专用章",
        "国籍",
        "登记日期",
    ),
    slots=(Slot("authority_seal", "seal", "婚姻登记专用章"),),
    fields={
        "holder": "持证人",
        "registered_on": "登记日期",
        "spouse_names": "双方姓名",
    },
    extract=extract,
    begins=lambda page, before: page.page.same_as is None and _has_holder(page) and any(map(_has_holder, before)),
    required_parts=(
        RequiredPart("registration", "登记日期及结婚证字号页", "page of the registration"),
        RequiredPart("couple", "双方身份信息页", "page of both persons"),
    ),
)


def _has_holder(page: ReadPage) -> bool:
    return "持证人" in page.text
