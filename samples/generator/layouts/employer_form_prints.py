"""Prints of the employer's forms: the first report of an accident, and the power of attorney as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samples.generator.case import Case
from samples.generator.layouts.closings import day, sealed, signer
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.employer_letter_prints import empowered_values
from samples.generator.layouts.employer_papers import filing_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.sheet import Sheet
from samples.generator.writing import Print


@dataclass(frozen=True, slots=True)
class Form:
    """A table with a title: its signers stand below it, then the unit's seal and the day."""

    title: str
    rows: tuple[Row, ...]
    signers: tuple[tuple[str, str, str], ...]
    day_field: str
    face: str = "song"
    title_size: float = 6.6
    size: float = 3.9
    left: float = 22.0
    outer: bool = True
    unit: str = "单位（盖章）：{employer}"
    day_style: str = "年"
    day_before: str = ""
    above: str = ""


def draw(form: Form) -> Callable[[Content, Look], list[Sheet]]:
    """The function that draws such a form."""

    def drawn(content: Content, look: Look) -> list[Sheet]:
        sheet = Sheet.a4(look.dpi, "form")
        title = Print(look.face("hei"), form.title_size, spacing=0.12)
        title.put(sheet, form.title, (210 - title.width(form.title)) / 2, 24)
        if form.above:
            Print(look.face(form.face), 3.8).put(sheet, form.above.format(**content.values), form.left, 38)
        table = TablePrint(
            form.rows,
            Rules(outer=form.outer),
            form.face,
            form.size,
            left=form.left,
            top=46,
            right=210 - form.left,
            date_style=form.day_style,
        )
        y = draw_table(sheet, table, content, look)
        for words, slot, person in form.signers:
            y += 12
            people = {"representative": content.case.employer.representative, "agent": content.case.employer.agent.name}
            signer(sheet, content, look, words, slot, people[person], (form.left + 4, y))
        sealed(sheet, content, look, form.unit, (84, y + 14))
        day(sheet, content, look, form.day_field, (118, y + 26), style=form.day_style, before=form.day_before)
        return [sheet]

    return drawn


FILING_A = Form(
    "工伤事故备案表",
    (
        Row(13, (Cell("用人单位名称", "employer_name", 32, 134),)),
        Row(13, (Cell("单位地址", "_address", 32, 62), Cell("联系电话", "_phone", 24, 48))),
        Row(13, (Cell("职工姓名", "worker_name", 32, 40), Cell("性别", "_sex", 16, 16), Cell("工种", "_job", 18, 44))),
        Row(13, (Cell("身份证号码", "id_number", 32, 134),)),
        Row(13, (Cell("事故时间", "accident_date", 32, 52), Cell("事故发生地点", "accident_place", 32, 50))),
        Row(36, (Cell("事故经过简述", "_course", 32, 134),)),
        Row(20, (Cell("受伤部位及程度", "injured_part", 32, 134),)),
        Row(13, (Cell("救治医院", "_hospital", 32, 60), Cell("证人", "_witnesses", 20, 54))),
        Row(26, (Cell("备案机构意见", "", 32, 134),)),
    ),
    (("填报人：", "filler_signature", "agent"),),
    "filled_on",
    face="hei",
    size=3.6,
)
FILING_B = Form(
    "工伤事故快报表",
    (
        Row(12, (Cell("单位名称", "employer_name", 28, 80), Cell("参保情况", "_insured", 24, 34))),
        Row(12, (Cell("受伤职工", "worker_name", 28, 44), Cell("身份证号", "id_number", 24, 70))),
        Row(12, (Cell("发生时间", "accident_date", 28, 60), Cell("发生地点", "accident_place", 24, 54))),
        Row(18, (Cell("伤害部位", "injured_part", 28, 138),)),
        Row(44, (Cell("事故简要经过", "_course", 28, 138),)),
        Row(12, (Cell("就诊医院", "_hospital", 28, 138),)),
    ),
    (("填表人（签字）：", "filler_signature", "agent"),),
    "filled_on",
    size=4.2,
    left=18,
    outer=False,
    day_style="-",
    day_before="填报日期：",
    above="长春市工伤保险（事故发生后2日内报送）",
)
FILING_TEST = Form(
    "职工工伤事故备案表",
    (
        Row(12, (Cell("参保单位", "employer_name", 30, 136),)),
        Row(12, (Cell("伤者姓名", "worker_name", 30, 50), Cell("工作岗位", "_job", 30, 56))),
        Row(12, (Cell("公民身份号码", "id_number", 30, 136),)),
        Row(12, (Cell("事故日期", "accident_date", 30, 136),)),
        Row(12, (Cell("事故地点", "accident_place", 30, 136),)),
        Row(18, (Cell("受伤害部位", "injured_part", 30, 136),)),
        Row(40, (Cell("事故经过", "_course", 30, 136),)),
        Row(12, (Cell("现场证人姓名", "_witnesses", 30, 60), Cell("医疗机构", "_hospital", 24, 52))),
    ),
    (("经办人签字：", "filler_signature", "agent"),),
    "filled_on",
    face="kai",
    size=4.0,
    day_style=".",
)
ATTORNEY_TABLE = Form(
    "授权委托书",
    (
        Row(13, (Cell("委托单位", "principal", 32, 134),)),
        Row(13, (Cell("法定代表人", "legal_representative", 32, 50), Cell("单位地址", "_address", 26, 58))),
        Row(
            13,
            (Cell("受托人", "agent_name", 32, 40), Cell("性别", "_sex", 16, 16), Cell("电话", "_agent_phone", 16, 46)),
        ),
        Row(13, (Cell("身份证号", "agent_id_number", 32, 134),)),
        Row(24, (Cell("委托事项", "matters", 32, 134),)),
        Row(13, (Cell("委托权限", "_rights", 32, 134),)),
        Row(13, (Cell("委托期限", "valid_until", 32, 134),)),
    ),
    (
        ("法定代表人（签字或盖章）：", "legal_representative_signature", "representative"),
        ("受托人签名：", "agent_signature", "agent"),
    ),
    "signed_on",
    unit="委托单位（盖章）：{employer}",
)


def form_values(case: Case) -> dict[str, str]:
    """The first report with what other forms ask for."""
    return filing_values(case) | {
        "_address": case.employer.address,
        "_sex": case.worker.sex,
        "_job": case.job,
    }


def attorney_table_values(case: Case) -> dict[str, str]:
    """The power of attorney with its rights."""
    return empowered_values(case) | {"_rights": "提交材料、接收文书"}


_FILING = "accident_filing_form"
FILING_ONE = PaperPrint(_FILING, "filing_hei", "备案表", form_values, draw(FILING_A), ("dev",))
FILING_TWO = PaperPrint(_FILING, "filing_open", "事故快报表", form_values, draw(FILING_B), ("dev",))
FILING_THREE = PaperPrint(_FILING, "filing_test", "备案表", form_values, draw(FILING_TEST), ("test",))
ATTORNEY_FORM = PaperPrint(
    "power_of_attorney", "attorney_table", "授权委托书", attorney_table_values, draw(ATTORNEY_TABLE), ("dev",)
)
