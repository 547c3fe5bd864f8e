"""More prints of the employer's letters: labour relation, power of attorney, report on the accident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.closings import day, sealed, signer
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.employer_papers import attorney_values, relation_values, report_values
from samples.generator.layouts.letter_pages import LetterLook, letter_pages
from samples.generator.layouts.prints import PaperPrint
from samples.generator.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: title, lines of data, paragraphs, looks, and what closes it (slot, caption, whose name)."""

    title: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    style: LetterLook
    signers: tuple[tuple[str, str, str], ...]
    day_field: str
    unit: str = "{employer}"
    day_style: str = "年"
    day_before: str = ""


def draw(letter: Letter) -> Callable[[Content, Look], list[Sheet]]:
    """The function that draws such a letter."""

    def drawn(content: Content, look: Look) -> list[Sheet]:
        title = letter.title.format(**content.values)
        sheets, y = letter_pages(title, letter.head, letter.body, content, look, letter.style)
        last = sheets[-1]
        if y > 268 - 18 * (len(letter.signers) + 2):
            last = Sheet.a4(look.dpi, "body", len(sheets) + 1 if letter.style.numbered else None)
            sheets.append(last)
            y = 20.0
        for words, slot, person in letter.signers:
            y += 14
            signer(last, content, look, words, slot, _person(person, content), (26, y))
        area = sealed(last, content, look, letter.unit, (96, y + 16))
        if "employer_name" in content.values and not _entered(sheets, "employer_name"):
            last.enter("employer_name", content.values["employer_name"], area)
        day(last, content, look, letter.day_field, (118, y + 28), style=letter.day_style, before=letter.day_before)
        return sheets

    return drawn


def _entered(sheets: list[Sheet], name: str) -> bool:
    return any(entry.name == name for sheet in sheets for entry in sheet.entries)


def _person(person: str, content: Content) -> str:
    people = {"representative": content.case.employer.representative, "agent": content.case.employer.agent.name}
    return people.get(person, person)


def told_values(case: Case) -> dict[str, str]:
    """The report with all that longer ones tell."""
    employer, worker = case.employer, case.worker
    return report_values(case) | {
        "_address": employer.address,
        "_representative": employer.representative,
        "_sex": worker.sex,
        "_age": str(case.age),
        "_id": worker.id_number,
        "_since": case.employed_since.isoformat(),
        "_told": case.told(),
        "_team": f"{employer.agent.name}、{employer.representative}",
        "_found": (case.occurred_on + timedelta(days=2)).isoformat(),
    }


_COURSE = (
    "{_told}事故发生后，现场负责人立即停止作业，保护现场，并将情况逐级上报。单位当日成立事故调查组，"
    "对事故现场进行了勘查，对相关人员进行了询问，查明了事故发生的经过和原因。"
)
_CAUSES = (
    "作业人员安全意识不强，作业前未对设备和环境进行检查确认，作业过程中防护措施落实不到位，是事故发生的直接原因。",
    "单位安全生产责任制落实不到位，对作业现场的监督检查不够，对职工的安全教育培训缺乏针对性，是事故发生的间接原因。",
)
_MEASURES = (
    "1.立即在全单位范围内开展一次安全生产大检查，对存在的隐患逐项登记、限期整改。",
    "2.加强对职工的安全教育和岗位技能培训，未经培训考核合格的人员不得上岗作业。",
    "3.完善设备操作规程，作业现场设专人监护，严禁违章指挥、违章作业、违反劳动纪律。",
    "4.为作业人员配备合格的劳动防护用品，并监督其正确佩戴和使用。",
)

RELATION_LETTER = Letter(
    "证    明",
    (),
    (
        "兹证明{worker_name}，{_sex}，身份证号码：{worker_id_number}，系我公司职工，自{since}起在我公司从事{job}工作至今，"
        "双方未签订书面劳动合同，存在事实劳动关系。",
        "特此证明。",
    ),
    LetterLook(size=5.4, leading=2.2, title_size=10),
    (),
    "issued_on",
    day_style="数",
)
RELATION_TO_BUREAU = Letter(
    "劳动关系证明",
    ("人力资源和社会保障局：",),
    (
        "{employer_name}职工{worker_name}（身份证号：{worker_id_number}），于{since}入职，现任{job}岗位，"
        "与我单位存在劳动关系。",
        "以上情况属实，特此证明。",
    ),
    LetterLook("kai", 5.0, 2.0, "song", 9.0, 0.2),
    (("经办人（签字）：", "_handler", "agent"),),
    "issued_on",
    unit="单位（盖章）：{employer}",
    day_style=".",
)
RELATION_TEST = Letter(
    "事实劳动关系证明",
    (),
    (
        "兹有我单位员工{worker_name}同志，公民身份号码{worker_id_number}，从{since}开始在我单位工作，从事{job}岗位，"
        "工资按月发放，双方存在事实劳动关系。",
        "本单位对上述内容的真实性负责。",
    ),
    LetterLook("hei", 4.4, 2.1, "song", 7.4, 0.1),
    (),
    "issued_on",
    unit="单位名称（公章）：{employer}",
    day_style="-",
    day_before="日期：",
)


def relation_said(case: Case) -> dict[str, str]:
    """The labour relation with the worker's sex."""
    return relation_values(case) | {"_sex": case.worker.sex}


ATTORNEY_SENTENCE = Letter(
    "委托书",
    ("人力资源和社会保障局：",),
    (
        "{principal}法定代表人{legal_representative}，现授权委托{agent_name}（身份证号码：{agent_id_number}，"
        "联系电话：{_agent_phone}）作为我公司代理人，代表我公司{matters}。",
        "代理人在代理权限内签署的一切文件，我公司均予承认。代理人无转委托权。",
        "委托期限：自签署之日起至{valid_until}。",
        "特此委托。",
    ),
    LetterLook("song", 5.0, 2.0, "song", 9.0, 0.5),
    (
        ("法定代表人（签字）：", "legal_representative_signature", "representative"),
        ("被委托人（签字）：", "agent_signature", "agent"),
    ),
    "signed_on",
    unit="委托单位（盖章）：{employer}",
)
ATTORNEY_LINES = Letter(
    "法定代表人授权委托书",
    (
        "委托人：{principal}",
        "住所：{_address}",
        "法定代表人：{legal_representative}    职务：总经理",
        "受委托人：{agent_name}    性别：{_sex}",
        "身份证号：{agent_id_number}    联系电话：{_agent_phone}",
        "委托事项：{matters}",
        "委托权限：代为填写、提交申请材料，代为领取法律文书。",
        "委托期限：{_from}至{valid_until}",
    ),
    (),
    LetterLook("kai", 4.7, 2.3, "hei", 7.6, 0.2),
    (
        ("法定代表人签字：", "legal_representative_signature", "representative"),
        ("受委托人签字：", "agent_signature", "agent"),
    ),
    "signed_on",
    unit="委托人（盖章）：{employer}",
    day_style=".",
)
ATTORNEY_TEST = Letter(
    "工伤认定授权委托书",
    (
        "委托单位名称：{principal}",
        "负责人：{legal_representative}",
        "被委托人姓名：{agent_name}",
        "被委托人身份证号码：{agent_id_number}",
    ),
    (
        "我单位委托上述人员到社会保险行政部门{matters}，被委托人办理的上述事项我单位均予以认可。",
        "有效期至{valid_until}。",
    ),
    LetterLook("hei", 4.5, 2.0, "song", 8.0, 0.1),
    (
        ("法定代表人（签章）：", "legal_representative_signature", "representative"),
        ("被委托人签字：", "agent_signature", "agent"),
    ),
    "signed_on",
    unit="单位公章：{employer}",
    day_style="-",
    day_before="日期：",
)


def empowered_values(case: Case) -> dict[str, str]:
    """The power of attorney with address, sex and first day."""
    return attorney_values(case) | {
        "_address": case.employer.address,
        "_sex": case.employer.agent.sex,
        "_from": case.filled_on.isoformat(),
    }


REPORT_LONG = Letter(
    "工伤事故调查报告",
    (),
    (
        "#一、事故发生单位概况",
        "{employer_name}位于{_address}，法定代表人{_representative}，主要从事{_trade}业务，现有职工一百二十余人，"
        "设有安全管理部门并配备专职安全员。",
        "#二、事故发生时间、地点",
        "事故时间：{accident_date}{_hour}",
        "事故地点：{accident_place}",
        "#三、伤者基本情况",
        "{worker_name}，{_sex}，{_age}岁，身份证号{_id}，{_since}入职，从事{_job}岗位工作，上岗前接受过三级安全教育。",
        "#四、事故经过及救援情况",
        _COURSE,
        "#五、受伤情况",
        "经{_hospital}诊断为：{injury}。",
        "#六、事故原因分析",
        "（一）直接原因：" + _CAUSES[0],
        "（二）间接原因：" + _CAUSES[1],
        "#七、事故性质及责任认定",
        "经调查认定，本次事故为一起因现场防护不到位引发的一般生产安全责任事故。伤者本人负次要责任，班组长负管理责任。",
        "#八、防范和整改措施",
        *_MEASURES,
        "#九、调查结论",
        "{worker_name}系在工作时间和工作场所内，因工作原因受到事故伤害，我单位同意为其申请工伤认定。",
    ),
    LetterLook(numbered="第{number}页 共{count}页"),
    (("调查组成员签字：", "investigator_signature", "agent"),),
    "issued_on",
)
REPORT_ABOUT = Letter(
    "关于{worker_name}工伤事故的调查报告",
    (),
    (
        "{_found}，我单位组成由{_team}参加的事故调查组，对职工{worker_name}受伤一事进行了调查，现将有关情况报告如下：",
        "一、单位概况：{employer_name}，地址为{_address}，主要从事{_trade}业务。",
        "二、发生时间：{accident_date}{_hour}",
        "三、发生地点：{accident_place}",
        "四、事故经过：" + _COURSE,
        "五、伤情：{injury}",
        "六、事故原因：" + "".join(_CAUSES),
        "七、处理意见：对相关责任人进行批评教育，并在全单位通报。",
        "八、整改措施：" + "".join(_MEASURES),
        "九、调查结论：属于在工作时间、工作场所因工作原因受伤，同意申报工伤。",
    ),
    LetterLook("song", 5.0, 1.95, "song", 7.0, 0.1, numbered="- {number} -"),
    (("调查人员（签名）：", "investigator_signature", "agent"),),
    "issued_on",
    day_style="数",
)
REPORT_TEST = Letter(
    "职工伤亡事故调查报告",
    (
        "事故单位名称：{employer_name}",
        "受伤职工姓名：{worker_name}    性别：{_sex}    工种：{_job}",
        "事故发生时间：{accident_date}{_hour}",
        "事故发生地点：{accident_place}",
    ),
    (
        "#（一）事故发生经过",
        _COURSE,
        "#（二）人员受伤情况",
        "{injury}。",
        "#（三）事故原因",
        *_CAUSES,
        "#（四）防范措施",
        *_MEASURES,
        "#（五）单位意见",
        "情况属实，同意申请工伤认定。",
    ),
    LetterLook("kai", 4.6, 2.0, "hei", 7.0, 0.2, numbered="{number}/{count}"),
    (("调查人签字：", "investigator_signature", "agent"),),
    "issued_on",
    unit="单位（盖章）：{employer}",
    day_style="-",
)
_RELATION, _ATTORNEY, _REPORT = "labor_relation_certificate", "power_of_attorney", "accident_investigation_report"
RELATION_A = PaperPrint(_RELATION, "relation_letter", "劳动关系证明", relation_said, draw(RELATION_LETTER), ("dev",))
RELATION_B = PaperPrint(
    _RELATION, "relation_to_bureau", "劳动关系证明", relation_said, draw(RELATION_TO_BUREAU), ("dev",)
)
RELATION_C = PaperPrint(_RELATION, "relation_test", "劳动关系证明", relation_said, draw(RELATION_TEST), ("test",))
ATTORNEY_A = PaperPrint(
    _ATTORNEY, "attorney_sentence", "授权委托书", empowered_values, draw(ATTORNEY_SENTENCE), ("dev",)
)
ATTORNEY_B = PaperPrint(_ATTORNEY, "attorney_lines", "授权委托书", empowered_values, draw(ATTORNEY_LINES), ("dev",))
ATTORNEY_C = PaperPrint(_ATTORNEY, "attorney_test", "授权委托书", empowered_values, draw(ATTORNEY_TEST), ("test",))
REPORT_A = PaperPrint(_REPORT, "report_long", "事故调查报告", told_values, draw(REPORT_LONG), ("dev",), hand=0.0)
REPORT_B = PaperPrint(_REPORT, "report_about", "事故调查报告", told_values, draw(REPORT_ABOUT), ("dev",), hand=0.0)
REPORT_C = PaperPrint(_REPORT, "report_test", "事故调查报告", told_values, draw(REPORT_TEST), ("test",), hand=0.1)
