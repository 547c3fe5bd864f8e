"""More prints of the employer's letters: labour relation and power of attorney."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samples.generator.case import Case
from samples.generator.layouts.closings import day, sealed, signer
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.employer_papers import attorney_values, relation_values
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


_RELATION, _ATTORNEY = "labor_relation_certificate", "power_of_attorney"
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
