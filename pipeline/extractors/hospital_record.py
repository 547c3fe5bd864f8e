"""What hospital records share: a head naming hospital and patient, a diagnosis, a doctor's signature, running pages.

Captions: 病历书写基本规范 (2010) names what each record holds; their wording and variants are from the domain notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

import regex

from pipeline.declare import Extraction, Slot, Trait
from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.marks import judge_closing_signature
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.running_text import first_values, loosely, read_phrases, running_text, wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.transcript import Transcript, join, rows, transcribe
from pipeline.reading.view import View, whole
from pipeline.text.captions import folded
from pipeline.text.dates import find_dates
from pipeline.text.names import Sameness, same_name
from pipeline.text.wording import ANY_DAY

PATIENT_IS_WORKER: Mapping[str, Trait] = MappingProxyType({"patient_name": "name"})
WARD_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "hospital": "医院",
        "patient_name": "姓名",
        "record_number": "病案号",
        "visited_on": "入院日期",
        "diagnosis": "诊断",
    }
)
"""The fields of the records that are kept on a ward, in Chinese."""
DOCTOR_SIGNATURE = Slot("doctor_signature", "signature", "医师签名")
PATIENT = FieldSpec("patient_name", ("伤病员姓名", "患者姓名", "病人姓名", "姓名"), "name")
RECORD_NUMBER = FieldSpec(
    "record_number",
    (
        "门诊号/住院号",
        "门诊（住院）号",
        "门诊/住院号",
        "门（急）诊号",
        "门诊病历号",
        "病历编号",
        "门诊号",
        "急诊号",
        "住院号",
        "病案号",
        "病历号",
        "病志号",
        "病案号码",
        "住院号码",
        "病历号码",
        "病例号",
        "登记号",
        "就诊号",
        "就诊卡号",
        "患者ID",
        "病人ID",
        "ID号",
    ),
    "code",
)
SIGNED = (
    "医师签名（盖章）",
    "医师（签章）",
    "医师（签名）",
    "医师签名",
    "医生签名",
    "医师签字",
    "医生签字",
    "医师签章",
    "记录者签名",
    "记录医师",
    "签名:",
    "医师:",
    "医生:",
)
DOCTORS = (
    ("住院医师", "经治医师", "经治医生", "主管医师", "接诊医师", "首诊医师"),
    ("主治医师",),
    ("记录者", "记录人"),
)
"""Who signs where no 医师签名 is printed; all are captions."""
_HOSPITAL = FieldSpec("hospital", ("医疗机构名称", "医疗机构", "医院名称", "就诊医院", "急救中心:", "急救站:"), "text")
CAPTIONS = tuple(files("pipeline.extractors").joinpath("hospital_captions.txt").read_text(encoding="utf-8").split())
"""Whatever else hospital records print before a colon: a value ends where one of them begins."""
_ANY_DAY = ("就诊日期", "就诊时间", "入院日期", "入院时间", "出车日期", "出车时间", "日期:", "时间:")
_ANY_DIAGNOSIS = (
    *("临床诊断", "初步诊断", "入院诊断", "出院诊断", "门诊诊断", "急诊诊断", "诊断意见", "诊断结果", "诊断结论"),
    *("诊断名称", "诊断:", "印象:", "拟诊:", "初诊:", "确诊:"),
)
"""What records are tried for last: hospitals take other words than the ones of their kind of record, too."""
_HEAD = 0.35
_NAMED = regex.compile(
    r"[^\p{Han}A-Za-z0-9]*(?:(?:医疗机构|医疗卫生机构|就诊医院|医院|急救机构|机构|单位)(?:名称)?[:：]?|急救(?:中心|站)(?:名称)?[:：])?"
    r"(?P<name>(?>[\p{Han}A-Za-z0-9][\p{Han}A-Za-z0-9（）()·]{1,29}"
    r"(?:医院|卫生院|急救中心|急救站|急救分站|防治院|防治所|疗养院|保健院|门诊部|诊所|分站|分院|院区[）)]?|中心)))"
    r"(?!(?:名称)?[:：])"
)
_TOLD = wordings(
    {"patient_name": "name", "record_number": "code", "visited_on": "date"},
    r"(?:\n|^|患者[:：]?)(?P<patient_name>(?![^，]{0,2}[年性])(?!患者|病人|因|于|系|为|家属|入院|今|目前)[\p{Han}·]{2,4}?)"
    r"，?(?:性别)?：?[男女]性?，?\d{1,3}岁",
    r"(?:住院|门诊|病案|病志|病历|登记)号：?(?P<record_number>[A-Z]{0,4}\d{4,12})",
    rf"于(?P<visited_on>{ANY_DAY})[^。，；]{{0,10}}入院",
)
"""What a record tells in its text where it has no captions: 患者张志远，男，41岁…于2026年9月18日入院."""
_LONGEST_HEADING = 40
_NO_NAME = frozenset("，。；,;")
_DATA = regex.compile(r"时间|日期|地点|姓名")
"""A row of data that ends with such a word (死亡地点 医院) is no name."""
_KINDS_OF_INSTITUTION = frozenset(
    {"医院", "卫生院", "急救中心", "急救站", "急救分站", "门诊部", "诊所", "分站", "中心"}
)
"""What a title begins with (急救中心出诊记录) names no institution."""


@dataclass(frozen=True, slots=True)
class HospitalRecord:
    """A kind of record: its titles, and the captions of its day and its diagnosis, each in order of preference.

    ``one_run`` says that all its pages about one patient are one document, titled or not, as progress notes are;
    ``dated`` that the day may stand alone, at the head of a note.
    """

    titles: tuple[str, ...]
    visited_on: tuple[tuple[str, ...], ...]
    diagnosis: tuple[tuple[str, ...], ...]
    record_number: tuple[FieldSpec, ...] = (RECORD_NUMBER,)
    signed: tuple[tuple[str, ...], ...] = (SIGNED, *DOCTORS)
    stops: tuple[str, ...] = ()
    one_run: bool = False
    dated: bool = False

    def extract(self, document: DocumentPages) -> Extraction:
        """Reads the record's five fields and looks for the doctor's signature."""
        views = [whole(page) for page in document.pages]
        fields = self.fields(views)
        if not self.signed:
            return Extraction(fields)
        slots = [SlotSpec(DOCTOR_SIGNATURE.name, DOCTOR_SIGNATURE.kind, captions) for captions in self.signed]
        return Extraction(fields, marks=(judge_closing_signature(views, slots, (*CAPTIONS, *self.stops)),))

    def fields(self, views: Sequence[View]) -> dict[str, Field]:
        """The fields of the pages."""
        specs = (
            PATIENT,
            *self.record_number,
            *(FieldSpec("visited_on", captions, "date") for captions in (*self.visited_on, _ANY_DAY)),
            *(FieldSpec("diagnosis", captions, "diagnosis") for captions in (*self.diagnosis, _ANY_DIAGNOSIS)),
            _HOSPITAL,
        )
        fields = read_fields(views, specs, (*self.stops, *CAPTIONS, *SIGNED, *self.titles))
        head = hospital_in_head(views, "hospital")
        return first_values(head, fields, _first_note(views) if self.dated else {}, told_in_text(views))

    def begins(self, page: ReadPage, before: Sequence[ReadPage]) -> bool:
        """Whether the page begins another record: another patient, a page number seen before, or a second title.

        Records printed from a computer repeat their title on every page, so that a page number that goes on says more.
        """
        if _of_another(page, before):
            return True
        number = page.page.printed_page_number
        if number is not None:
            return number in {member.page.printed_page_number for member in before}
        return not self.one_run and self._titled(page) and any(self._titled(member) for member in before)

    @staticmethod
    def likeness(page: ReadPage, before: Sequence[ReadPage]) -> int:
        """How much of what names patient and stay is the same on the page and on those of a record."""
        own, theirs = _identity(page), [_identity(member) for member in before]
        return max(
            (
                sum(name in other and _compared(field, other[name]) == "same" for name, field in own.items())
                for other in theirs
            ),
            default=0,
        )

    def _titled(self, page: ReadPage) -> bool:
        head = [line for line in page.lines if line.box.y1 < _HEAD * page.page.height_px]
        texts = [folded("".join(line.text for line in row)) for row in rows(head)]
        return any(text.endswith(title) for text in texts for title in self.titles)


def hospital_in_head(views: Sequence[View], name: str) -> dict[str, Field]:
    """The field ``name`` with the hospital's name, where a page's head has one.

    It is the first row that is, or begins with, the name of an institution.
    """
    for view in views:
        head = [line for line in view.lines if line.box.y1 < _HEAD * view.region.height]
        for row in rows(head):
            for lines in (*([line] for line in row), row):
                found = _named(transcribe(view.page.ref, lines))
                if found is not None:
                    return {name: found}
    return {}


def told_in_text(views: Sequence[View]) -> dict[str, Field]:
    """Patient, number and day of admission as the text tells them, where no caption does."""
    return loosely(read_phrases(join(running_text(view) for view in views), _TOLD), "patient_name")


def _named(transcript: Transcript) -> Field | None:
    letters = [index for index, letter in enumerate(transcript.text) if not letter.isspace()]
    text = "".join(transcript.text[index] for index in letters)
    found = None if _NO_NAME & set(text) else _NAMED.match(text)
    if found is None or found["name"] in _KINDS_OF_INSTITUTION or _DATA.search(found["name"]):
        return None
    return transcript.field(letters[found.start("name")], letters[found.end("name") - 1] + 1)


def _first_note(views: Sequence[View]) -> dict[str, Field]:
    """The day at the head of the first note: a short row that begins with a date."""
    for view in views:
        for row in rows(view.lines):
            transcript = transcribe(view.page.ref, row)
            text = transcript.text.strip()
            dates = find_dates(text)
            if dates and text[0].isdigit() and len(text) <= _LONGEST_HEADING:
                found = transcript.field(0, len(transcript.text), dates[0].isoformat())
                return {"visited_on": found} if found is not None else {}
    return {}


def _of_another(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Whether the page surely speaks of another patient or another stay than the pages before it."""
    own = _identity(page)
    for theirs in map(_identity, before):
        for name in own.keys() & theirs.keys():
            if _compared(own[name], theirs[name]) == "different":
                return True
    return False


def _compared(left: Field, right: Field) -> Sameness:
    return same_name(left.value, right.value, left.confidence, right.confidence)


def _identity(page: ReadPage) -> dict[str, Field]:
    return {
        name: field
        for name, field in read_fields([whole(page)], (PATIENT, RECORD_NUMBER), CAPTIONS).items()
        if field.value
    }
