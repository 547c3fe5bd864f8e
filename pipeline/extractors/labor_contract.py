"""The labour contract (劳动合同书): parties, term, post, place, the signing page, and the numbering of its clauses.

What a contract must say: 劳动合同法 art. 17; chapters and captions follow the ministry's model text of 2019.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.declare import DocumentType, Extraction, RequiredPart, Slot
from pipeline.extractors.contract_clauses import is_preface, signing_day, term, with_clauses_read, work
from pipeline.models.document import Field, PartSeen
from pipeline.models.geometry import Box
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.marks import judge_slots
from pipeline.reading.numbering import numbers_seen
from pipeline.reading.page import DocumentPages, ReadPage, as_begun
from pipeline.reading.slot import SlotSpec
from pipeline.reading.transcript import join
from pipeline.reading.view import View, halves
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
    FieldSpec("employer_name", ("单位名称", "单位全称")),
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
    FieldSpec("worker_name", ("姓名",), "name"),
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
        "employer_seal",
        "seal",
        (
            "甲方：（盖章）",
            "甲方：（公章）",
            "甲方盖章",
            "用人单位（盖章）",
            "甲方（签章）",
            "单位名称（盖章）",
            "单位（盖章）",
        ),
    ),
    SlotSpec(
        "employer_signature",
        "signature",
        (
            "法定代表人（主要负责人）或委托代理人（签字或盖章）",
            "法定代表人或委托代理人（签字或盖章）",
            "法定代表人/委托代理人（签字或盖章）",
            "法定代表人（签字或盖章）",
            "法定代表人（签字）",
            "委托代理人（签字或盖章）",
            "法定代表人（主要负责人）",
            "法定代表人或委托代理人",
            "法定代表人/委托代理人",
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
            "乙方（签字、手印）",
            "乙方（签字并按手印）",
            "乙方（签字按手印）",
            "乙方（签字摁手印）",
            "乙方签字",
            "乙方签名",
            "劳动者（签字）",
            "乙方（签章）",
            "姓名（签字）",
            "姓名（签名）",
        ),
    ),
)
_CAPTIONS = tuple(caption for spec in FIELDS for caption in spec.captions)
_SIGNING = tuple(caption for slot in (SLOTS[0], SLOTS[2]) for caption in slot.captions)
_EMPLOYER_SEALS = regex.compile(r"(?:甲方|用人单位|单位名称)[^，。]{0,8}(?:盖章|公章|签章)")
_PLACE = regex.compile(r"(?:甲方|乙方|用人单位|劳动者)：?（(?:盖章|公章|签章|签字|签名|签字或盖章)）")
_ANNEX = regex.compile(r"(?:续[订签]|变更)劳动合同书?|劳动合同书?(?:续[订签]|变更)(?:书|协议书?)?")
_WORKER_SIGNS = regex.compile(r"(?:乙方|劳动者|姓名)[^，。]{0,8}(?:签字|签名|签章)")


def begins(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Another contract begins when a page with the number 1 comes a second time."""
    number = page.page.printed_page_number
    repeated = number is not None and number in {member.page.printed_page_number for member in before}
    return repeated and number == 1


def extract(document: DocumentPages) -> Extraction:
    """Reads the parties, the term and the work from captions and clauses, and the marks of the signing page."""
    pages = with_clauses_read(document.pages, _CAPTIONS)
    views = [view for page in pages for view in halves(page)]
    text = join(view.transcript for view in views)
    # The numbered notes before the contract (注意事项) are not its chapters.
    body = join(view.transcript for view in views if not is_preface(view.page))
    fields = read_fields(views, FIELDS, (*_STOPS, *_SIGNING))
    fields |= {name: told for name, told in work(text).items() if not _says(fields.get(name))}
    fields |= term(text)
    # The printed notes name seals and signatures too (用人单位应加盖公章).
    clauses = [part for page in pages if not is_preface(page) for part in _without_annexes(page)]
    signing = [view for view in clauses if _is_signing_page(view)] or [view for view in clauses if _has_a_place(view)]
    if signing and not ("signed_on" in fields and fields["signed_on"].value):
        fields |= signing_day(signing[0].transcript)
    return Extraction(
        fields=fields,
        marks=judge_slots(signing, SLOTS, _STOPS) if signing else (),
        parts=_parts(views, signing),
        numbers=(*numbers_seen(body, "chapter"), *numbers_seen(body, "clause")),
    )


def _without_annexes(page: ReadPage) -> Iterator[View]:
    """The page, each half of a spread by itself, above the forms for renewing or changing it that follow a contract.

    They have places to sign of their own, which stay blank as long as nothing is renewed.
    """
    for view in halves(page):
        tops = [line.box.y0 for line in view.lines if _ANNEX.fullmatch(folded(line.text))]
        end = min(tops, default=view.region.y1)
        if end > view.region.y0:
            yield View(page, Box(view.region.x0, view.region.y0, view.region.x1, end))


def _says(field: Field | None) -> bool:
    """Whether a caption gave a value, and not the rest of a sentence that a row breaks off: 工作地点 / 为朝阳区."""
    return field is not None and field.value[:1] not in ("", "为", "是")


def _is_signing_page(view: View) -> bool:
    return bool(_EMPLOYER_SEALS.search(view.text) and _WORKER_SIGNS.search(view.text))


def _has_a_place(view: View) -> bool:
    """Whether one of the parties has a place there; the other's caption is overlooked now and then beside writing."""
    return any(_PLACE.match(folded(line.text)) for line in view.lines)


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
    fields={
        "employer_name": "甲方（用人单位）",
        "employer_credit_code": "甲方统一社会信用代码",
        "legal_representative": "法定代表人",
        "worker_name": "乙方（职工）",
        "worker_id_number": "乙方身份证号码",
        "term_kind": "合同期限类型",
        "starts_on": "起始日期",
        "ends_on": "终止日期",
        "job": "工作岗位",
        "work_place": "工作地点",
        "signed_on": "签订日期",
    },
    values={
        "fixed": "固定期限",
        "open_ended": "无固定期限",
        "task": "以完成一定工作任务为期限",
    },
    extract=extract,
    begins=begins,
    running=("甲方", "乙方"),
    read_on=as_begun,
    required_parts=(
        RequiredPart("parties", "甲乙双方信息页", "page of the parties"),
        RequiredPart("signing_page", "签字盖章页", "signing page"),
    ),
    worker={"worker_name": "name", "worker_id_number": "id_number"},
    employer={"employer_name": "name", "employer_credit_code": "credit_code"},
)
