"""The employer's certificate of the labour relation (劳动关系证明), for a worker without a contract (notice item 7).

Its one sentence runs: 兹证明X（身份证号Y）系我单位职工，自…起在我单位从事Z岗位工作，存在劳动关系。Some employers
use a form instead.
"""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day, closing_office
from pipeline.reading.marks import judge_seal_anywhere
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values, read_phrases, sentences, wordings
from pipeline.reading.values import ValueKind
from pipeline.reading.view import whole
from pipeline.text.wording import ANY_DAY, NAME, UNIT_ENDS

_OURS = r"(?:我|本|该)?(?:单位|公司|厂|店|校|院|企业|处)"
FIELDS = (
    FieldSpec("employer_name", ("用人单位名称", "单位名称", "用人单位", "工作单位", "单位:"), "text"),
    FieldSpec("worker_name", ("职工姓名", "员工姓名", "劳动者姓名", "姓名"), "name"),
    FieldSpec("worker_id_number", ("居民身份证号码", "公民身份号码", "身份证号码", "身份证号"), "id_number"),
    FieldSpec("since", ("入职时间", "入职日期", "到岗时间", "用工起始时间", "用工之日", "参加工作时间"), "date"),
    FieldSpec("job", ("工作岗位", "岗位（工种）", "从事岗位", "岗位:", "职务", "工种"), "text"),
    FieldSpec("issued_on", ("开具日期", "出具日期", "证明日期", "填写日期"), "date"),
)
_STOPS = (
    "性别",
    "年龄",
    "民族",
    "出生日期",
    "联系电话",
    "住址",
    "单位（盖章）",
    "盖章",
    "特此证明",
    "经办人",
    "法定代表人",
)
_KINDS: dict[str, ValueKind] = {"worker_name": "name", "worker_id_number": "id_number", "since": "date"}
_PHRASES = wordings(
    _KINDS,
    rf"(?:有|证明)(?:{_OURS})?(?:职工|员工|劳动者)?：?(?P<worker_name>{NAME})(?:同志|先生|女士)?"
    r"[（，](?:[男女性]|身份|公民|居民|系|为|是|于|自|从|\d)",
    rf"(?:证明|职工|员工)：?(?P<worker_name>{NAME})(?:同志|先生|女士)?(?:系|为|是|于\d|[（，](?:[男女]，)?(?:居民|公民)?身份)",
    r"身份证?(?:号码|号)?(?:为|是)?：?(?P<worker_id_number>[\dXx×]{15,18})",
    rf"(?:自|从|于)(?P<since>{ANY_DAY})(?:起|开始|入职|至今|到|进入|在|以来|被)",
    rf"(?:在{_OURS}|期间|一直|至今|起)[，、]?(?:主要)?(?:从事|担任)(?P<job>[^，。；（]{{2,18}}?)(?:岗位|工作|一职|职务|工种|，|。)",
    r"(?:现任|担任|从事)(?P<job>[^，。；（]{2,18}?)(?:岗位|工作|一职|职务|工种)",
    r"(?:岗位|职务|工种)(?:为|是|：)(?P<job>[^，。；（]{2,18}?)(?:岗位)?[，。；（]",
    r"(?:系|为|是)(?P<employer_name>(?:(?![我本兹])[\p{Han}（）]){4,30}?"
    rf"{UNIT_ENDS})(?:的|正式)*[职员]工",
)


def extract(document: DocumentPages) -> Extraction:
    """Reads the sentence or the form, the closing lines and the employer's seal."""
    views = [whole(page) for page in document.pages]
    fields = first_values(
        read_phrases(sentences(views), _PHRASES),
        read_fields(views, FIELDS, _STOPS),
        closing_office(views, "employer_name"),
        closing_day(views, "issued_on"),
    )
    return Extraction(fields=fields, marks=(judge_seal_anywhere(views, "employer_seal"),))


TYPE = DocumentType(
    id="labor_relation_certificate",
    name_zh="存在劳动关系证明",
    titles=(
        "事实劳动关系证明",
        "存在劳动关系证明",
        "劳动关系证明书",
        "劳动关系证明",
        "职工劳动关系证明",
        "劳动关系确认书",
    ),
    shared_titles=("在职证明", "工作证明", "用工证明", "证明"),
    captions=(
        "在我单位工作",
        "在我公司工作",
        "我单位职工",
        "我公司职工",
        "我公司员工",
        "系我单位职工",
        "系我公司职工",
        "系我公司员工",
        "系我单位员工",
        "为我公司员工",
        "在我单位从事",
        "在我公司从事",
        "存在劳动关系",
        "存在事实劳动关系",
        "劳动关系",
    ),
    slots=(Slot("employer_seal", "seal", "单位（盖章）"),),
    fields={
        "employer_name": "单位",
        "worker_name": "姓名",
        "worker_id_number": "身份证号",
        "since": "劳动关系起始日期",
        "job": "岗位",
        "issued_on": "日期",
    },
    extract=extract,
    worker={"worker_name": "name", "worker_id_number": "id_number"},
    employer={"employer_name": "name"},
)
