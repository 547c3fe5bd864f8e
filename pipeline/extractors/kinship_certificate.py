"""A certificate of kinship (亲属关系证明) of a sub-district office, a community committee, a village or the police."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_every, read_fields
from pipeline.reading.closing import closing_day
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import Phrase, first_values, joined, read_phrases, running_text, span_field
from pipeline.reading.transcript import Transcript, join
from pipeline.reading.view import whole
from pipeline.text.wording import PERSON, PERSON_ENDS

_NAMES = FieldSpec("names", ("申请人姓名", "关系人姓名", "死者姓名", "亲属姓名", "姓名"), "name")
FIELDS = (
    FieldSpec("relation", ("与死者关系", "与申请人关系", "与职工关系", "与本人关系", "亲属关系:", "双方关系", "关系:")),
    FieldSpec("issued_on", ("出具日期:", "开具日期:"), "date"),
)
_STOPS = (
    "性别",
    "民族",
    "出生日期",
    "出生年月",
    "身份证号",
    "身份证号码",
    "公民身份号码",
    "证件号码",
    "住址",
    "现住址",
    "户籍地址",
    "工作单位",
    "联系电话",
    "备注",
    "特此证明",
    "经办人",
    "单位（盖章）",
    "亲属关系证明",
)
_NO_NAME = r"(?!兹|经[查核]|现|我[辖社村所]|本[辖社村人]|特此|以上|根据|申请|情况|该)"
_LEAD = r"(?:^|[，。：:、\n]|证明|兹有|现有)(?:[^。，\n]{0,12}?(?:居民|村民|职工|死者|户主))?"
_ONE = rf"{_LEAD}{_NO_NAME}(?P<one>{PERSON}){PERSON_ENDS}[^。\n]{{0,120}}?"
_OTHER = rf"(?:死者|职工|居民|村民|其)?{_NO_NAME}(?P<other>{PERSON})(?=[（(，,、性男女身系是之为的]|二人|两人|双方)"
_KIN = r"(?P<relation>\p{Han}{1,6}?)"
PHRASES = (
    Phrase(
        regex.compile(rf"{_ONE}[与和同]{_OTHER}[^。\n]{{0,120}}?[系为是](?!我)(?:直系|法定)?{_KIN}关系"),
    ),
    Phrase(regex.compile(rf"{_ONE}[系是为]{_OTHER}[^。，\n]{{0,60}}?[之的]{_KIN}(?=[，。；]|$)")),
    Phrase(regex.compile(rf"(?:二人|两人|双方)[系为是](?:直系|法定)?{_KIN}关系")),
)
_RELATIVE = regex.compile(
    r"(?:其|死者)?(?P<relation>父亲|母亲|妻子|丈夫|配偶|儿子|女儿|长子|次子|长女|次女)"
    rf"(?:姓名)?(?:[：:是为、]|系)?(?P<name>{PERSON})(?=[，,、。；;（(\n]|性别|[男女][，,]|身份证|$)"
)
_DECEASED = regex.compile(rf"(?:死者|证明|职工|居民|村民)(?P<name>{PERSON}){PERSON_ENDS}")


def extract(document: DocumentPages) -> Extraction:
    """Reads who is related to whom and how, the day, and the office's seal."""
    views = [whole(page) for page in document.pages]
    text = join(running_text(view) for view in views)
    told = read_phrases(text, PHRASES)
    captioned = read_fields(views, FIELDS, (*_STOPS, *_NAMES.captions))
    relations = [spec for spec in FIELDS if spec.name == "relation"]
    stops = (*_STOPS, *(caption for spec in relations for caption in spec.captions))
    named = joined(read_every(views, _NAMES, stops))
    relation = {name: field for name, field in told.items() if name == "relation"}
    names = first_values(_both(told), {"names": named} if named is not None else {}, relation, _listed(text))
    return Extraction(
        fields=first_values(
            names,
            closing_day(views, "issued_on"),
            captioned,
        ),
        marks=(judge_seal_anywhere(views, "authority_seal"),),
    )


def _both(told: Mapping[str, Field]) -> dict[str, Field]:
    pair = [told[name] for name in ("one", "other") if name in told]
    both = joined(pair)
    return {"names": both} if both is not None else {}


def _listed(text: Transcript) -> dict[str, Field]:
    """A person and the relatives listed behind: 死者周明轩…其父亲：周建国，母亲：李桂兰."""
    person = _DECEASED.search(text.text)
    relatives = list(_RELATIVE.finditer(text.text))
    if person is None or not relatives:
        return {}
    names = [span_field(text, *found.span("name"), "name") for found in (person, *relatives)]
    relations = [span_field(text, *found.span("relation")) for found in relatives]
    fields = {
        "names": joined([name for name in names if name is not None]),
        "relation": joined([relation for relation in relations if relation is not None]),
    }
    return {name: field for name, field in fields.items() if field is not None}


TYPE = DocumentType(
    id="kinship_certificate",
    name_zh="亲属关系证明",
    titles=("亲属关系证明书", "亲属关系证明", "家庭关系证明", "直系亲属证明", "亲子关系证明", "关系证明"),
    captions=(
        "父子关系",
        "父女关系",
        "母子关系",
        "母女关系",
        "夫妻关系",
        "亲属关系",
        "双方关系",
        "家庭成员",
        "直系亲属",
        "独生子女",
        "系其父亲",
        "系其母亲",
        "系其妻子",
        "系其丈夫",
        "系其儿子",
        "系其女儿",
        "街道办事处",
        "村民委员会",
        "与死者关系",
        "与申请人关系",
        "社区居民委员会",
    ),
    shared_titles=("证明",),
    slots=(Slot("authority_seal", "seal", "街道 / 社区章"),),
    fields={
        "names": "双方姓名",
        "relation": "关系",
        "issued_on": "日期",
    },
    extract=extract,
)
