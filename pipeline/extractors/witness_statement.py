"""What a witness saw (证人证言): a letter in the first person, a form, or a table (notice item 4: two witnesses).

Each witness is a document of their own, also where the second statement has no title.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.heading import is_headed
from pipeline.reading.marks import judge_slots
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.running_text import first_values, loosely, read_phrases, sentences, span_field, wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.transcript import Transcript
from pipeline.reading.values import ValueKind
from pipeline.reading.view import whole
from pipeline.text.wording import ANY_DAY, NAME

TITLES = (
    "目击证人证言",
    "证人证言",
    "证人证词",
    "证人证明材料",
    "证人证明",
    "旁证材料",
    "证人笔录",
    "事故证人证言",
    "工伤事故证人证言",
    "工伤证人证言",
)
_SHARED_TITLES = ("证明材料", "情况说明", "事故情况说明", "证言", "证明", "证词", "目击证明")
FIELDS = (
    FieldSpec("witness_name", ("证人姓名", "证明人姓名", "姓名"), "name"),
    FieldSpec(
        "witness_id_number",
        ("证人身份证号码", "证人身份证号", "居民身份证号码", "公民身份号码", "身份证号码", "身份证号", "身份证件号码"),
        "id_number",
    ),
    FieldSpec("witness_phone", ("联系电话", "联系方式", "手机号码", "手机号", "电话号码", "电话", "手机"), "digits"),
    FieldSpec(
        "worker_name",
        (
            "受伤害职工姓名",
            "受伤职工姓名",
            "受伤害职工",
            "受伤职工",
            "受伤人员",
            "被证明人姓名",
            "被证明人",
            "伤者姓名",
            "伤者",
        ),
        "name",
    ),
    FieldSpec("accident_date", ("事故发生时间", "事故时间", "事发时间", "事故日期", "发生时间"), "date"),
    FieldSpec(
        "statement",
        (
            "证言内容",
            "证明内容",
            "证词内容",
            "证明事项",
            "陈述内容",
            "证言",
            "事故经过",
            "事情经过",
            "所见情况",
            "证明:",
        ),
        "text_block",
    ),
    FieldSpec("signed_on", ("证明日期", "出证日期", "签字日期", "作证日期"), "date"),
)
_SIGNED_BY = FieldSpec("witness_name", ("证人:", "证明人:"), "name")
"""Behind these stands a signature more often than a name in print."""
_SIGNS = (
    "证明人（签名、按手印）",
    "证明人（签字、按手印）",
    "证人（签名、按手印）",
    "证人（签名、手印）",
    "证人（签字并按手印）",
    "证明人（签名）",
    "证明人（签字）",
    "证人（签名）",
    "证人（签字）",
    "证明人签名",
    "证明人签字",
    "证人签名",
    "证人签字",
    "签名（手印）",
    "证明人:",
    "证人:",
    "签名:",
    "签字:",
)
_STOPS = (
    "性别",
    "年龄",
    "民族",
    "出生日期",
    "文化程度",
    "职业",
    "职务",
    "岗位",
    "工种",
    "工作单位",
    "单位",
    "住址",
    "家庭住址",
    "现住址",
    "地址",
    "与受伤职工关系",
    "与受伤害职工关系",
    "与伤者关系",
    "与被证明人关系",
    "与当事人关系",
    "事故地点",
    "事故发生地点",
    "目击地点",
    "附:",
    "注:",
    "备注",
    "按手印",
    "（手印）",
    "年月日",
    *TITLES,
)
SLOTS = (
    SlotSpec("witness_signature", "signature", _SIGNS, closing=True),
    SlotSpec("witness_fingerprint", "fingerprint", _SIGNS, closing=True),
)
_KINDS: dict[str, ValueKind] = {
    "witness_name": "name",
    "worker_name": "name",
    "witness_id_number": "id_number",
    "witness_phone": "digits",
    "accident_date": "date",
}
_DATA = r"(?:（|，(?:[男女]|性别|身份|年龄|今年|现|系|是|住|电话|联系|手机|[汉满回]族|\d))"
"""What follows a name that a witness introduces."""
_WORKER = r"(?![在有人其到正从和与大一受职员同]|工[友人]|关系)(?:(?![们把被他她了的我])[\p{Han}·]){2,4}?"
_HAPPENED = r"(?:在|被|从|受|正|的|于|摔|倒|滑|操作|不慎|搬|推|清理|检修|经过|登上|[骑开站走躺蹲坐])"
_PHRASES = wordings(
    _KINDS,
    rf"(?:我叫|我名叫)：?(?P<witness_name>{NAME})[，（。；]",
    rf"(?:我是|本人|证明人|证人)：?(?P<witness_name>{NAME}){_DATA}",
    rf"我是\p{{Han}}{{4,30}}(?:职工|员工|工人|班长|工友)(?P<witness_name>{NAME})[，。（]",
    r"身份证(?:件)?号?码?(?:为|是)?：?(?P<witness_id_number>[\dXx×]{15,18})",
    r"(?:电话|手机|联系方式)(?:号码?)?(?:为|是)?：?(?P<witness_phone>1\d{10}|0\d{2,3}-?\d{7,8})",
    rf"(?:与|和|跟|同(?!事))(?:受伤害?)?(?:职工|员工|工友|同事)?(?P<worker_name>{_WORKER})(?:同志)?(?:是|系|为|同在|在|一起(?!\p{{Han}}{{0,4}}[把将给帮扶抬送救看听跑])|同为|同是)",
    rf"(?:证明|看见|看到|目睹|发现)(?:我们?\p{{Han}}{{0,4}}的?)?(?:同事|工友|职工|单位)?(?P<worker_name>{_WORKER})"
    rf"(?:同志)?{_HAPPENED}",
    rf"(?:同事|工友|职工)(?P<worker_name>{_WORKER})(?:同志)?{_HAPPENED}",
    rf"[，。；](?P<worker_name>{_WORKER})(?:同志)?(?:就|正)?在我(?:的)?(?:旁边|对面|身边|身旁|[前后左右]边|[前后]面)",
    rf"(?P<accident_date>{ANY_DAY})(?:\d|上午|下午|凌晨|中午|晚|早|，|左右|许|[^\p{{Han}}])",
)
_BODY = regex.compile(
    r"(?:^|[：。；]|\d{15,17}[\dXx]|同事|工友)(?P<statement>(?:我|本人|兹|证明|事发|当天|当时|\d{4}年)[^：]{10,}?)"
    r"(?=(?:证明人|证人|签名|签字|见证人)[（：签]|$)"
)


def begins(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Another statement begins with a title, but for the next numbered page, and where another witness speaks."""
    number, last = page.page.printed_page_number, before[-1].page.printed_page_number
    if number is not None and last is not None and number == last + 1:
        return False
    return is_headed(page, (*TITLES, *_SHARED_TITLES)) or _another_witness(page, before)


def _another_witness(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    here, there = _witness([page]), _witness(before)
    return any(
        here[name] != there[name] for name in ("witness_id_number", "witness_name") if name in here and name in there
    )


def _witness(pages: Sequence[ReadPage]) -> dict[str, str]:
    fields = _read(pages)
    return {name: fields[name].value for name in ("witness_id_number", "witness_name") if _filled(fields, name)}


def _filled(fields: dict[str, Field], name: str) -> bool:
    return name in fields and bool(fields[name].value)


def extract(document: DocumentPages) -> Extraction:
    """Reads who the witness is, what they saw, and how they signed and pressed."""
    views = [whole(page) for page in document.pages]
    stops = (*_STOPS, *(caption for spec in FIELDS if spec.name != "witness_name" for caption in spec.captions))
    marks = judge_slots(views, SLOTS, (*stops, "日期"))
    return Extraction(fields=_read(document.pages), marks=marks)


def _read(pages: Sequence[ReadPage]) -> dict[str, Field]:
    views = [whole(page) for page in pages]
    text = sentences(views)
    fields = first_values(
        read_fields(views, FIELDS, (*_STOPS, *_SIGNS)),
        loosely(read_phrases(text, _PHRASES), "worker_name"),
        read_fields(views, (_SIGNED_BY,), _STOPS),
        closing_day(views, "signed_on"),
    )
    statement = _statement(text)
    return first_values(fields, {"statement": statement} if statement else {})


def _statement(text: Transcript) -> Field | None:
    """The sentences between the lines of data and the signature."""
    found = _BODY.search(text.text)
    if found is None:
        return None
    return span_field(text, *found.span("statement"), "text_block")


TYPE = DocumentType(
    id="witness_statement",
    name_zh="证人证言",
    titles=TITLES,
    shared_titles=_SHARED_TITLES,
    captions=(
        "证人姓名",
        "证明人姓名",
        "证人",
        "证明人",
        "证人签名",
        "证人签字",
        "证明人签名",
        "证明人（签名",
        "证明人（签字",
        "证人（签名",
        "证人（签字",
        "与受伤职工关系",
        "与受伤害职工关系",
        "与被证明人关系",
        "与伤者关系",
        "我看见",
        "我看到",
        "我叫",
        "亲眼",
        "目睹",
        "以上情况属实",
        "以上属实",
        "以上内容属实",
        "以上证言",
        "以上所述属实",
        "如有虚假",
        "如有不实",
        "愿负法律责任",
        "愿承担法律责任",
        "按手印",
        "被证明人",
        "证言内容",
        "作证",
    ),
    slots=(
        Slot("witness_signature", "signature", "证人签名"),
        Slot("witness_fingerprint", "fingerprint", "证人手印"),
    ),
    fields={
        "witness_name": "证人姓名",
        "witness_id_number": "证人身份证号",
        "witness_phone": "联系电话",
        "worker_name": "受伤职工",
        "accident_date": "事故时间",
        "statement": "证言",
        "signed_on": "日期",
    },
    extract=extract,
    begins=begins,
    worker={"worker_name": "name"},
)
