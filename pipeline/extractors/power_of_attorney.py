"""The power of attorney (授权委托书) for whoever brings the papers (notice item 9): a letter, or a table."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.declare import DocumentType, Extraction, Slot
from pipeline.models.document import Field, Mark
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.closing import closing_day, closing_office
from pipeline.reading.marks import judge_seal_anywhere, judge_slots
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import first_values, read_phrases, sentences, wordings
from pipeline.reading.slot import SlotSpec
from pipeline.reading.values import ValueKind, until
from pipeline.reading.view import View, whole
from pipeline.text.wording import ANY_DAY, UNIT_ENDS

TITLES = (
    "法定代表人授权委托书",
    "工伤认定授权委托书",
    "工伤认定委托书",
    "单位授权委托书",
    "法人授权委托书",
    "授权委托书",
    "委托书",
)
_AGENT = (
    "受委托人姓名",
    "被委托人姓名",
    "受托人姓名",
    "代理人姓名",
    "受委托人:",
    "被委托人:",
    "委托代理人:",
    "受托人:",
    "代理人:",
)
FIELDS = (
    FieldSpec("principal", ("委托单位名称", "委托单位", "委托人名称", "委托人（单位）", "委托方", "委托人"), "text"),
    FieldSpec("legal_representative", ("法定代表人（负责人）", "法定代表人姓名", "法定代表人", "负责人"), "name"),
    FieldSpec("agent_name", _AGENT, "name"),
    FieldSpec("agent_name", ("姓名:",), "name", below="agent_name"),
    FieldSpec(
        "agent_id_number",
        ("居民身份证号码", "公民身份号码", "身份证号码", "身份证号", "身份证件号码", "证件号码"),
        "id_number",
        below="agent_name",
    ),
    FieldSpec("matters", ("委托事项及权限", "委托事项", "委托事宜", "委托内容"), "text_block"),
    FieldSpec("valid_until", ("委托期限", "委托有效期", "委托时限", "授权期限", "有效期限", "有效期"), "text_block"),
    FieldSpec("signed_on", ("委托日期", "签署日期", "签订日期", "授权日期"), "date"),
)
_PRINCIPAL_SIGNS = (
    "法定代表人（签字或盖章）",
    "法定代表人（签字）",
    "法定代表人（签章）",
    "法定代表人签字",
    "法定代表人签名",
    "法定代表人（签名）",
    "法定代表人（负责人）签字",
    "委托人（签字）",
    "委托人签字",
    "委托人签名",
)
_AGENT_SIGNS = (
    "受托人（签字）",
    "受托人签字",
    "受托人签名",
    "受托人（签名）",
    "受委托人（签字）",
    "受委托人签字",
    "被委托人（签字）",
    "被委托人签字",
    "被委托人（签名）",
    "代理人（签字）",
    "代理人签字",
)
_ENDING = ("委托事项", "委托期限", "代理期限", "授权期限", "代理权限", "委托权限", "特此委托", "特此授权")
"""What stands between the data of both sides and their signatures."""
_SIGNATURES = {
    "legal_representative_signature": (_PRINCIPAL_SIGNS, ("法定代表人:", "委托人:")),
    "agent_signature": (_AGENT_SIGNS, ("受托人:", "被委托人:", "受委托人:", "代理人:")),
}
"""For each slot the captions that say 签字, and those that stand before the data in the head too."""
_STOPS = (
    "统一社会信用代码",
    "单位地址",
    "住所地",
    "住所",
    "地址",
    "住址",
    "性别",
    "年龄",
    "民族",
    "职务",
    "工作单位",
    "联系电话",
    "联系方式",
    "电话",
    "邮政编码",
    "代理权限",
    "委托权限",
    "授权权限",
    "授权范围",
    "附:",
    "注:",
    "特此委托",
    "特此授权",
    "委托单位（盖章）",
    "委托人（盖章）",
    "（盖章）",
    "（公章）",
    "盖章",
    "附件",
    "日期:",
    "年月日",
    *TITLES,
)
_KINDS: dict[str, ValueKind] = {
    "agent_name": "name",
    "agent_id_number": "id_number",
    "legal_representative": "name",
    "valid_until": "text_block",
}
_UNIT = rf"[\p{{Han}}（）·A-Za-z]{{4,36}}?{UNIT_ENDS}"
_PHRASES = wordings(
    _KINDS,
    r"(?:委托|授权|指派)(?:我|本)?(?:单位|公司|厂)?(?:的)?(?:职工|员工|同事|工作人员)?：?(?P<agent_name>[\p{Han}·]{2,4}?)"
    r"(?:同志|先生|女士)?(?:[（，](?:[男女]|身份|性别|公民|居民|职务)|为|作为|代表|代理|前往|到|办理|全权)",
    r"(?:受|被)?(?:委托|代理|托)人[^。]{0,60}?身份证(?:件)?号?码?(?:为)?：?(?P<agent_id_number>[\dXx×]{15,18})",
    r"身份证(?:件)?号?码?(?:为)?：?(?P<agent_id_number>[\dXx×]{15,18})",
    r"(?:代为|代表我[单公]?[位司]?|前往\p{Han}{2,24}|全权|负责|代理我[单公]?[位司]?)(?P<matters>办理[^。；]{4,60}?)(?:[，。；]|。)",
    r"(?P<matters>办理[^，。；]{2,40}(?:事宜|手续|事项|业务|工作))",
    rf"(?:期限|有效期|有效期限)(?:为|：)?(?P<valid_until>自?{ANY_DAY}(?:起)?(?:至|到|-|—){ANY_DAY}|(?:自|至)[^。]{{0,12}}?{ANY_DAY}|[^，。；]{{2,24}})",
    r"(?:委托|授权|指派)(?:我|本)(?:单位|公司|厂|院|店)(?:的)?\p{Han}{0,8}?(?:主任|经理|主管|专员|[部科处厂站]长|干事|文员|会计|助理)"
    r"(?P<agent_name>[\p{Han}·]{2,4}?)(?:同志|先生|女士)?(?=[（，]|为|作为)",
    rf"(?:本人|我)，?\p{{Han}}{{2,4}}，?系(?P<principal>{_UNIT})(?:的)?(?:法定代表人|负责人|经营者)",
    rf"(?:本人|我)，?(?P<legal_representative>\p{{Han}}{{2,4}}?)，?系{_UNIT}(?:的)?(?:法定代表人|负责人|经营者)",
    rf"{_UNIT}的?(?:法定代表人|负责人)(?P<legal_representative>(?!姓名|身份|签)[\p{{Han}}·]{{2,4}})，(?:现|兹|特|授权|委托)",
)


_EMPOWERS = r"(?:委托|授权|指派)(?:(?!办理|事项|事宜|申请|认定|工伤)[^。；（]){0,24}?"
_WITH_NUMBER = r"（[^（）]{0,16}?身份证(?:件)?号?码?：?(?P<agent_id_number>\d{17}[\dXx])"
_AGENT_WITH_NUMBER = wordings(
    _KINDS,
    rf"{_EMPOWERS}(?:主管|经理|专员|职员|主任|科长|部长|会计|文员|干事)(?P<agent_name>[\p{{Han}}·]{{2,3}}){_WITH_NUMBER}",
    rf"{_EMPOWERS}[\p{{Han}}·]{{2,4}}{_WITH_NUMBER}",
)
"""The agent with the number behind the name is told more surely than by a caption that may be the worker's."""


def extract(document: DocumentPages) -> Extraction:
    """Reads who empowers whom to do what until when, and the three marks."""
    views = [whole(page) for page in document.pages]
    told = sentences(views)
    fields = first_values(
        read_phrases(told, _AGENT_WITH_NUMBER),
        read_fields(views, FIELDS, (*_STOPS, *_AGENT_SIGNS)),
        read_phrases(told, _PHRASES),
        closing_office(views, "principal"),
        closing_day(views, "signed_on"),
    )
    if "valid_until" in fields:
        fields["valid_until"] = until(fields["valid_until"])
    if "matters" in fields:
        fields["matters"] = _sentence(fields["matters"])
    stops = (*_STOPS, *(caption for spec in FIELDS for caption in spec.captions), "日期")
    representative, agent = (_signature(views, slot, stops) for slot in _SIGNATURES)
    return Extraction(fields=fields, marks=(representative, judge_seal_anywhere(views, "employer_seal"), agent))


def _signature(views: Sequence[View], name: str, stops: Sequence[str]) -> Mark:
    """The signature where the paper says 签字, else behind the name's caption below the matters."""
    said, plain = _SIGNATURES[name]
    others = [caption for other, (captions, _) in _SIGNATURES.items() if other != name for caption in captions]
    (mark,) = judge_slots(views, (SlotSpec(name, "signature", said, closing=True),), (*stops, *others))
    if mark.box is None:
        beyond = [stop for stop in stops if stop not in _ENDING]
        (mark,) = judge_slots(views, (SlotSpec(name, "signature", plain, section=_ENDING, closing=True),), beyond)
    return mark


def _sentence(matters: Field) -> Field:
    return matters.model_copy(update={"value": matters.value.rstrip("。")})


TYPE = DocumentType(
    id="power_of_attorney",
    name_zh="授权委托书",
    titles=TITLES,
    captions=(
        "委托单位",
        "委托人",
        "受托人",
        "被委托人",
        "受委托人",
        "委托事项",
        "代理权限",
        "委托权限",
        "委托期限",
        "特此委托",
        "授权委托",
        "受托人签字",
        "委托单位（盖章）",
    ),
    slots=(
        Slot("legal_representative_signature", "signature", "法定代表人（签字）"),
        Slot("employer_seal", "seal", "委托单位（盖章）"),
        Slot("agent_signature", "signature", "受托人签字"),
    ),
    fields={
        "principal": "委托单位",
        "legal_representative": "法定代表人",
        "agent_name": "受托人",
        "agent_id_number": "受托人身份证号",
        "matters": "委托事项",
        "signed_on": "日期",
        "valid_until": "委托期限",
    },
    extract=extract,
    employer={"principal": "name"},
)
