"""The traffic police's determination (道路交通事故认定书), general or simplified, and 道路交通事故证明.

Contents: 《道路交通事故处理程序规定》 (2018) arts. 43, 60, 64, 67. The paper names parties; which of them is the worker
is known only to the claim (``pipeline.casework.liability``).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.models.document import Field, PartyLiability
from pipeline.reading.captioned import FieldSpec, read_every, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.marks import judge_seal_anywhere, judge_slots
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import (
    NUMBERED,
    Phrase,
    first_values,
    joined,
    read_phrases,
    running_text,
    span_field,
)
from pipeline.reading.slot import SlotSpec
from pipeline.reading.transcript import Transcript, join
from pipeline.reading.view import View, whole
from pipeline.text.liability import DOUBTFUL_SUBJECT, find_parties, read_liabilities, says_undetermined
from pipeline.text.wording import DAY

FIELDS = (
    FieldSpec("accident_date", ("道路交通事故时间", "事故发生时间", "交通事故时间", "事故时间", "发生时间"), "date"),
    FieldSpec(
        "accident_place", ("道路交通事故地点", "事故发生地点", "交通事故地点", "事故地点", "发生地点"), "text_block"
    ),
    FieldSpec("issued_on", ("制作日期:", "认定日期:"), "date"),
)
_PARTY = FieldSpec("parties", ("当事人姓名", "驾驶人姓名", "当事人", "甲方:", "乙方:", "姓名"), "name")
_OFFICER = (
    "交通警察（签名）:",
    "交通警察:",
    "经办交通警察:",
    "经办民警:",
    "办案民警:",
    "承办民警:",
    "办案人:",
    "民警:",
    "交警:",
)
SLOTS = (SlotSpec("officer_signature", "signature", _OFFICER),)
_STOPS = (
    "当事人、车辆、道路和交通环境等基本情况",
    "当事人、车辆、道路和交通环境基本情况",
    "当事人基本情况",
    "当事人的基本情况",
    "道路交通事故发生经过",
    "道路交通事故基本事实",
    "道路交通事故证据及事故形成原因分析",
    "事故证据及事故形成原因分析",
    "当事人导致交通事故的过错及责任或者意外原因",
    "当事人导致道路交通事故的过错及责任或者意外原因",
    "交通事故事实及责任",
    "事故事实",
    "当事人签名",
    "当事人签字",
    "天气",
    "性别",
    "年龄",
    "证件号码",
    "身份证号",
    "身份证号码",
    "身份证或驾驶证号",
    "驾驶证或身份证号码",
    "驾驶证或身份证号",
    "机动车型号、牌号",
    "驾驶证号",
    "驾驶证",
    "驾驶证档案编号",
    "准驾车型",
    "联系电话",
    "联系方式",
    "住址",
    "交通方式",
    "机动车号牌",
    "车辆牌号",
    "车牌号",
    "车型",
    "车辆类型",
    "电话",
    "保险公司",
    "保险凭证号",
    "损害情况",
    "责任",
    "编号",
    "复核",
)
PHRASES = (
    *NUMBERED,
    Phrase(regex.compile(r"(?m)^(?P<document_number>第?\s*[A-Z]?\d{8,24}(?:-\d{1,3})?\s*号)")),
    Phrase(
        regex.compile(rf"(?P<accident_date>{DAY})[^。，]{{0,16}}?(?:许|左右|分|时)?[，,]"), {"accident_date": "date"}
    ),
    Phrase(
        regex.compile(
            r"(?:行驶至|行驶到|行至|途经|在)(?P<accident_place>[^，。；\n]{4,40}?(?:交会处|交汇处|路口|交叉口|路段|[米处]))"
            r"(?:时|，|与|发生)"
        )
    ),
)
_UNDETERMINED_TITLE = "道路交通事故证明"
_TITLE_LETTERS = 80
_NAME = regex.compile(r"[\p{Han}·]{2,15}")
_UNSETTLED = 0.2


def extract(document: DocumentPages) -> Extraction:
    """Reads number, time, place and parties, each party's share of the blame, the officer's signature and the seal."""
    views = [whole(page) for page in document.pages]
    text = join(running_text(view) for view in views)
    parties = _parties(views, text)
    liabilities = _liabilities(text, [party.value for party in parties if party.value])
    fields = first_values(
        read_fields(views, FIELDS, (*_STOPS, *_OFFICER, *_PARTY.captions)),
        closing_day(views, "issued_on"),
        read_phrases(text, PHRASES),
    )
    named = joined(parties)
    if named is not None:
        fields["parties"] = named
    worker = _without_worker(text, views, liabilities)
    if worker is not None:
        fields["worker_liability"] = worker
    return Extraction(
        fields=fields,
        marks=(*judge_slots(views, SLOTS, _STOPS), judge_seal_anywhere(views, "authority_seal")),
        liabilities=liabilities,
    )


def _parties(views: Sequence[View], text: Transcript) -> list[Field]:
    """The parties' names, in the order in which the text, else the table, introduces them."""
    spans = [(text.text.find(name), len(name)) for name in find_parties(text.text)]
    told = [field for start, length in spans if (field := span_field(text, start, start + length, "name")) is not None]
    table = [field for field in read_every(views, _PARTY, _STOPS) if _NAME.fullmatch(field.text)]
    names: dict[str, Field] = {}
    for field in (*table, *told):
        names.setdefault(field.value, field)
    return list(names.values())


def _liabilities(text: Transcript, parties: Sequence[str]) -> tuple[PartyLiability, ...]:
    found = []
    for said in read_liabilities(text.text, parties):
        field = span_field(text, said.start, said.end)
        if field is not None:
            sure = field.confidence if said.plainness > DOUBTFUL_SUBJECT else min(field.confidence, DOUBTFUL_SUBJECT)
            share = field.model_copy(update={"value": said.share, "confidence": sure})
            found.append(PartyLiability(party=said.party, said=share))
    return tuple(found)


def _without_worker(text: Transcript, views: Sequence[View], liabilities: Sequence[PartyLiability]) -> Field | None:
    """What can be said of the worker before anyone knows who that is: the cause is unknown, or all bear the same."""
    proof = _UNDETERMINED_TITLE in views[0].text[:_TITLE_LETTERS]
    if not liabilities:
        found = regex.search(r"[^。\n]*(?:无法|不能|难以|未能)[^。\n]*", text.text)
        if proof or says_undetermined(text.text):
            span = found.span() if found else (0, min(len(text.text), _TITLE_LETTERS))
            field = span_field(text, *span)
            return field.model_copy(update={"value": "undetermined"}) if field else None
        return None
    first = liabilities[0].said
    if len(liabilities) > 1 and len({liability.said.value for liability in liabilities}) == 1:
        return first
    return first.model_copy(update={"value": "", "confidence": _UNSETTLED})


TYPE = DocumentType(
    id="traffic_accident_determination",
    name_zh="道路交通事故认定书",
    titles=(
        "道路交通事故自行协商协议书",
        "道路交通事故责任认定书",
        "道路交通事故认定书",
        "交通事故责任认定书",
        "交通事故认定书",
        "道路交通事故证明",
    ),
    captions=(
        "公安局交通警察支队",
        "公交认字",
        "当事人、车辆、道路和交通环境",
        "道路交通事故发生经过",
        "道路交通事故基本事实",
        "事故形成原因分析",
        "当事人导致交通事故的过错及责任",
        "承担全部责任",
        "承担主要责任",
        "承担同等责任",
        "承担次要责任",
        "此事故的全部责任",
        "此事故的主要责任",
        "驾驶证号",
        "机动车号牌",
        "交通警察",
        "事故处理专用章",
        "道路交通安全法",
        "道路交通事故处理程序规定",
        "申请复核",
    ),
    slots=(
        Slot("authority_seal", "seal", "道路交通事故处理专用章"),
        Slot("officer_signature", "signature", "交通警察"),
    ),
    fields={
        "document_number": "文号",
        "accident_date": "事故时间",
        "accident_place": "事故地点",
        "parties": "当事人",
        "worker_liability": "职工责任",
        "issued_on": "日期",
    },
    values={
        "none": "无责任",
        "secondary": "次要责任",
        "equal": "同等责任",
        "main": "主要责任",
        "full": "全部责任",
        "undetermined": "责任无法认定",
    },
    extract=extract,
)
