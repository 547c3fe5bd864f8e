"""The household register (居民户口簿): its first page, and a card (常住人口登记卡) for each member.

Captions: the Ministry of Public Security's print of 1995, still in use. The booklet is one document; the fields of its
cards are listed in the order of the cards.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.declare import DocumentType, Extraction, RequiredPart, Slot
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_every, read_fields
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.parts import parts_seen
from pipeline.reading.running_text import joined
from pipeline.reading.view import View, whole

_HEAD = (FieldSpec("head_name", ("户主姓名",), "name"),)
_CARD = (
    FieldSpec("member_name", ("姓名",), "name"),
    FieldSpec("relation", ("户主或与户主关系", "户主或与户主的关系", "与户主关系"), "text"),
    FieldSpec("id_number", ("公民身份证件编号", "公民身份证编号", "身份证件编号", "公民身份号码"), "id_number"),
)
_STOPS = (
    "户别",
    "户号",
    "住址",
    "省级公安机关",
    "户口登记机关",
    "曾用名",
    "性别",
    "出生地",
    "民族",
    "籍贯",
    "出生日期",
    "本市（县）其他住址",
    "宗教信仰",
    "身高",
    "血型",
    "文化程度",
    "婚姻状况",
    "兵役状况",
    "服务处所",
    "职业",
    "何时由何地迁来本市（县）",
    "何时由何地迁来本址",
    "承办人签章",
    "登记日期",
    "签发日期",
    "常住人口登记卡",
    "登记事项变更和更正记载",
)

_FIRST_SIGNS = ("户主姓名", "户别", "户号", "居民户口簿", "户口登记机关", "集体户")
_CARD_SIGNS = ("常住人口登记卡", "与户主关系", "证件编号", "文化程度", "服务处所")
_PAGE_MM = 105.0
"""The shorter side of a page of the booklet."""


def extract(document: DocumentPages) -> Extraction:
    """Reads the head's name from the first page, name, relation and number from each card, and the police's seal."""
    views = [whole(page) for page in document.pages]
    cards = [view for view in views if _is_card(view)]
    fields = read_fields(views, _HEAD, (*_STOPS, *(caption for spec in _CARD for caption in spec.captions)))
    for spec in _CARD:
        stops = (*_STOPS, "户主姓名", *(caption for other in _CARD if other is not spec for caption in other.captions))
        values = joined([value for card in cards for value in _of_card(card, spec, stops)])
        if values is not None:
            fields[spec.name] = values
    return Extraction(
        fields=fields,
        marks=(judge_seal_anywhere(views, "authority_seal", booklet_mm=_PAGE_MM),),
        parts=parts_seen(views, {"first_page": _FIRST_SIGNS, "card": _CARD_SIGNS}),
    )


def _of_card(card: View, spec: FieldSpec, stops: Sequence[str]) -> Sequence[Field]:
    """The field on one card: one value, or one for each of the cards that were copied onto one sheet."""
    return read_every([card], spec, stops)


def _is_card(view: View) -> bool:
    return (
        sum(caption in view.text for caption in ("常住人口登记卡", "与户主关系", "证件编号", "文化程度", "服务处所"))
        >= 2
    )


def begins(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Another booklet begins with a first page that comes a second time."""
    return _is_first(page) and any(_is_first(member) for member in before)


def _is_first(page: ReadPage) -> bool:
    return "户主姓名" in page.text and "户别" in page.text and not _is_card(whole(page))


TYPE = DocumentType(
    id="household_register",
    name_zh="居民户口簿",
    titles=("居民户口簿", "常住人口登记卡", "集体户口卡", "户口簿", "户口本"),
    captions=(
        "户别",
        "户主姓名",
        "与户主关系",
        "户号",
        "常住人口登记卡",
        "公民身份证件编号",
        "何时由何地迁来",
        "承办人签章",
        "户口专用章",
        "曾用名",
        "宗教信仰",
        "兵役状况",
        "服务处所",
        "登记事项变更和更正记载",
    ),
    slots=(Slot("authority_seal", "seal", "户口专用章"),),
    fields={
        "head_name": "户主姓名",
        "member_name": "成员姓名",
        "relation": "与户主关系",
        "id_number": "公民身份证件编号",
    },
    extract=extract,
    begins=begins,
    required_parts=(
        RequiredPart("first_page", "户口簿首页", "first page of the register"),
        RequiredPart("card", "常住人口登记卡", "card of a member"),
    ),
)
