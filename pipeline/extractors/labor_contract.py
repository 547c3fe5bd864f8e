"""The labour contract (劳动合同书): parties, term, post, place, the signing page, and the numbering of its clauses.

What a contract must say: 劳动合同法 art. 17; chapters and captions follow the ministry's model text of 2019.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import regex

from pipeline.declare import DocumentType, Extraction, RequiredPart, Slot
from pipeline.models.document import Field, PartSeen
from pipeline.models.text_line import TextLine
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.marks import SlotSpec, judge_slots
from pipeline.reading.numbering import numbers_seen
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.transcript import Transcript, join
from pipeline.reading.values import ValueKind, normalise
from pipeline.reading.view import View, whole
from pipeline.text.captions import folded

FIELDS = (
    FieldSpec(
        "employer_name",
        (
            "甲方（用人单位）名称",
            "甲方（用人单位）",
            "用人单位（甲方）名称",
            "用人单位（甲方）",
            "甲方（单位）",
            "甲方名称",
            "用人单位名称",
            "甲方:",
        ),
    ),
    FieldSpec("employer_credit_code", ("统一社会信用代码", "社会信用代码"), "credit_code"),
    FieldSpec(
        "legal_representative",
        ("法定代表人（主要负责人）或委托代理人", "法定代表人（主要负责人）", "法定代表人或负责人", "法定代表人"),
        "name",
    ),
    FieldSpec(
        "worker_name",
        (
            "乙方（劳动者）姓名",
            "乙方（劳动者）",
            "劳动者（乙方）姓名",
            "劳动者（乙方）",
            "乙方（职工）",
            "乙方姓名",
            "劳动者姓名",
            "乙方:",
        ),
        "name",
    ),
    FieldSpec(
        "worker_id_number",
        ("居民身份证号码", "公民身份号码", "身份证号码", "居民身份证号", "身份证号", "身份证件号码"),
        "id_number",
    ),
    FieldSpec("job", ("工作岗位（工种）", "岗位（工种）", "工作岗位", "岗位:", "工种:", "工作内容:")),
    FieldSpec("work_place", ("工作地点:", "工作地点为", "工作地址:")),
    FieldSpec("signed_on", ("签订日期", "签订时间", "签约日期", "签署日期"), "date"),
)
_STOPS = (
    "注册地",
    "注册地址",
    "经营地",
    "经营地址",
    "单位地址",
    "单位住所",
    "住所",
    "地址",
    "联系电话",
    "电话",
    "邮政编码",
    "性别",
    "出生日期",
    "户籍地址",
    "户籍所在地",
    "经常居住地",
    "现住址",
    "家庭住址",
    "合同编号",
    "编号",
    "委托代理人",
    "文化程度",
)
SLOTS = (
    SlotSpec(
        "employer_seal", "seal", ("甲方：（盖章）", "甲方：（公章）", "甲方盖章", "用人单位（盖章）", "甲方（签章）")
    ),
    SlotSpec(
        "employer_signature",
        "signature",
        (
            "法定代表人（主要负责人）或委托代理人（签字或盖章）",
            "法定代表人或委托代理人（签字或盖章）",
            "法定代表人（签字或盖章）",
            "法定代表人（签字）",
            "委托代理人（签字或盖章）",
            "法定代表人（主要负责人）",
            "法定代表人或委托代理人",
            "委托代理人",
            "法定代表人",
        ),
    ),
    SlotSpec(
        "worker_signature",
        "signature",
        (
            "乙方：（签字）",
            "乙方：（签名）",
            "乙方：（签字或盖章）",
            "乙方签字",
            "乙方签名",
            "劳动者（签字）",
            "乙方（签章）",
        ),
    ),
)
_SIGNING = tuple(caption for slot in (SLOTS[0], SLOTS[2]) for caption in slot.captions)
_EMPLOYER_SEALS = regex.compile(r"(?:甲方|用人单位)[^，。]{0,8}(?:盖章|公章|签章)")
_WORKER_SIGNS = regex.compile(r"(?:乙方|劳动者)[^，。]{0,8}(?:签字|签名|签章)")
_TITLE_LETTERS = 30
_LINES_AT_ONCE = 6
_CAPTION_STARTS = frozenset(folded(variant)[:5] for spec in FIELDS for variant in spec.captions)
_BLANKS = r"[\s_＿]{0,6}"
_YEAR = r"[\d〇零○OoＯ一二三四五六七八九十]{2,4}"
_DAY = rf"{_YEAR}{_BLANKS}年{_BLANKS}\S{{1,3}}{_BLANKS}月{_BLANKS}\S{{1,3}}{_BLANKS}日"
_TERM = regex.compile(rf"自?{_BLANKS}(?P<starts_on>{_DAY})起?[^。]{{0,12}}?[至到]{_BLANKS}(?P<ends_on>{_DAY})")
_START = regex.compile(rf"自{_BLANKS}(?P<starts_on>{_DAY}){_BLANKS}起")
_ANY_DAY = regex.compile(rf"(?P<signed_on>{_DAY}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})")
_JOB = regex.compile(
    r"(?:从事|担任|安排在)[\s_＿]*(?P<job>[^，。；,;\n岗]{2,16}?)[\s_＿]*(?:岗位|工作岗位|工种|工作|一职)"
    r"|岗位(?:（[^）]{1,6}）|\([^)]{1,6}\))?[\s_＿]*(?:为|是|[:：])[\s_＿]*(?P<job>[^，。；,;\n]{2,16})"
)
_PLACE = regex.compile(r"工作地点[\s_＿]*(?:为|是|在|:|：)[\s_＿]*(?P<work_place>[^。；;\n]{2,40})")


def begins(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Another contract begins when a page with the number 1 comes a second time."""
    number = page.page.printed_page_number
    repeated = number is not None and number in {member.page.printed_page_number for member in before}
    return repeated and number == 1


def extract(document: DocumentPages) -> Extraction:
    """Reads the parties, the term and the work from captions and clauses, and the marks of the signing page."""
    views = [whole(page) for page in _with_term_and_work_read(document.pages)]
    text = join(view.transcript for view in views)
    # The numbered notes before the contract (注意事项) are not its chapters.
    body = join(view.transcript for view in views if not _is_preface(view.page))
    fields = read_fields(views, FIELDS, (*_STOPS, *_SIGNING))
    for name, pattern in (("job", _JOB), ("work_place", _PLACE)):
        found = pattern.search(text.text)
        if found and not (name in fields and fields[name].value):
            fields |= _group(text, found, name, "text")
    fields |= _term(text)
    signing = [view for view in views if _is_signing_page(view)]
    if signing and not ("signed_on" in fields and fields["signed_on"].value):
        fields |= _signing_day(signing[0].transcript)
    return Extraction(
        fields=fields,
        marks=judge_slots(signing, SLOTS, _STOPS) if signing else (),
        parts=_parts(views, signing),
        numbers=(*numbers_seen(body, "chapter"), *numbers_seen(body, "clause")),
    )


def _with_term_and_work_read(pages: Sequence[ReadPage]) -> list[ReadPage]:
    """The pages with the lines of the parties read in full, and the clauses until term, post and place are known.

    Those stand before the third chapter (hours), so what follows it is not read in full either.
    """
    read: list[ReadPage] = []
    for page in pages:
        known = page.completed(_begins_with_caption)
        end = _third_chapter(page)
        over = bool(read) and any(_third_chapter(before) is not None for before in read)
        heights = sorted(quad.box.center.y for quad in known.heads.values() if end is None or quad.box.center.y < end)
        while heights and not over and not _is_preface(page) and not _tells_term_and_work([*read, known]):
            reach, heights = heights[:_LINES_AT_ONCE][-1], heights[_LINES_AT_ONCE:]
            known = known.completed(partial(_stands_above, reach + 1))
        read.append(known)
    return read


def _stands_above(height: float, line: TextLine) -> bool:
    return line.box.center.y <= height


def _begins_with_caption(line: TextLine) -> bool:
    """Whether a line, of which the first letters are known, goes on with the value of a caption."""
    text = folded(line.text)
    return any(text.find(start) in range(3) for start in _CAPTION_STARTS)


def _without_half_read_lines(page: ReadPage) -> ReadPage:
    return replace(
        page, lines=tuple(line for index, line in enumerate(page.lines) if index not in page.heads), heads={}
    )


def _is_preface(page: ReadPage) -> bool:
    """Whether the page holds the notes before the contract."""
    return "注意事项" in page.text[:_TITLE_LETTERS]


def _tells_term_and_work(pages: Sequence[ReadPage]) -> bool:
    """Whether the lines that were read to their ends tell them: 自2026年6月9日起至 is the beginning of a term only."""
    text = join(whole(_without_half_read_lines(page)).transcript for page in pages).text
    return all((_TERM.search(text) or _START.search(text), _JOB.search(text), _PLACE.search(text)))


def _third_chapter(page: ReadPage) -> float | None:
    """Where on the page the chapter on hours begins, in pixels from the top."""
    starts = [line.box.center.y for line in page.lines if "工作时间" in line.text[:9] and "休" in line.text[:9]]
    return min(starts, default=None)


def _group(text: Transcript, found: regex.Match[str], name: str, kind: ValueKind) -> dict[str, Field]:
    field = text.field(*found.span(name))
    return {name: field.model_copy(update={"value": normalise(kind, field.text)})} if field else {}


def _term(text: Transcript) -> dict[str, Field]:
    """The term clause: both dates for a fixed term, the first alone for an open-ended one."""
    found = _TERM.search(text.text)
    if found:
        kind = text.field(*found.span())
        named = {"term_kind": kind.model_copy(update={"value": "fixed"})} if kind else {}
        return named | _group(text, found, "starts_on", "date") | _group(text, found, "ends_on", "date")
    found = _START.search(text.text)
    if found is None:
        return {}
    kind = text.field(*found.span())
    term = "task" if "工作任务" in text.text[found.start() : found.end() + 60] else "open_ended"
    return ({"term_kind": kind.model_copy(update={"value": term})} if kind else {}) | _group(
        text, found, "starts_on", "date"
    )


def _signing_day(text: Transcript) -> dict[str, Field]:
    """The first date on the signing page, where the parties date their signatures."""
    found = _ANY_DAY.search(text.text)
    return _group(text, found, "signed_on", "date") if found else {}


def _is_signing_page(view: View) -> bool:
    return bool(_EMPLOYER_SEALS.search(view.text) and _WORKER_SIGNS.search(view.text))


def _parts(views: list[View], signing: list[View]) -> tuple[PartSeen, ...]:
    parties = [view for view in views if "甲方" in view.text and "乙方" in view.text and "身份证" in view.text]
    named = [("parties", view) for view in parties[:1]] + [("signing_page", view) for view in signing[:1]]
    return tuple(PartSeen(name=name, file=view.page.ref.file, page=view.page.ref.page) for name, view in named)


TYPE = DocumentType(
    id="labor_contract",
    name_zh="劳动合同书",
    titles=(
        "固定期限劳动合同书",
        "无固定期限劳动合同书",
        "劳动合同（通用）",
        "劳动合同（劳务派遣）",
        "简易劳动合同",
        "固定期限劳动合同",
        "无固定期限劳动合同",
        "劳动合同书",
        "劳动合同",
        "聘用合同书",
    ),
    captions=(
        "甲方（用人单位）",
        "乙方（劳动者）",
        "劳动合同期限",
        "工作内容和工作地点",
        "工作时间和休息休假",
        "劳动报酬",
        "社会保险和福利待遇",
        "劳动保护、劳动条件",
        "职业培训和劳动保护",
        "劳动合同的变更",
        "劳动合同的解除",
        "劳动争议",
        "劳动争议仲裁",
        "劳动争议处理",
        "劳动合同法",
        "劳动纪律",
        "规章制度",
        "休息休假",
        "社会保险费",
        "最低工资标准",
        "经济补偿",
        "解除或终止",
        "书面劳动合同",
        "自用工之日起",
        "签订劳动合同",
        "劳动合同时使用",
    ),
    slots=(
        Slot("employer_seal", "seal", "甲方（盖章）"),
        Slot("employer_signature", "signature", "法定代表人或委托代理人（签字或盖章）"),
        Slot("worker_signature", "signature", "乙方（签字）"),
    ),
    extract=extract,
    begins=begins,
    running=("甲方", "乙方"),
    skimmed=True,
    required_parts=(
        RequiredPart("parties", "甲乙双方信息页", "page of the parties"),
        RequiredPart("signing_page", "签字盖章页", "signing page"),
    ),
    worker={"worker_name": "name", "worker_id_number": "id_number"},
    employer={"employer_name": "name", "employer_credit_code": "credit_code"},
)
