"""Prints of the employer's forms: first report of an accident, power of attorney, hours of work, payroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samples.generator.case import Case
from samples.generator.layouts.closings import day, sealed, signer
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.employer_letter_prints import empowered_values
from samples.generator.layouts.employer_papers import filing_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, fitted


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


def schedule_values(case: Case) -> dict[str, str]:
    """Hours of work."""
    early = case.wage % 1000 < 500
    return {
        "_on": "8:00" if early else "8:30",
        "_off": "17:00" if early else "17:30",
        "_noon": "12:00-13:00",
        "_day": case.filled_on.isoformat(),
        "_name": case.worker.name,
        "_job": case.job,
        "_employer": case.employer.name,
        "_wage": str(case.wage),
        "_month": f"{case.occurred_on.year}年{case.occurred_on.month}月",
    }


def _grid(sheet: Sheet, rows: Sequence[Sequence[str]], area: Area, look: Look, size: float = 4.0) -> None:
    """A table of words, all columns alike."""
    height, width = area.height / len(rows), area.width / len(rows[0])
    for n, row in enumerate(rows):
        for m, words in enumerate(row):
            cell = Area(
                area.x0 + m * width, area.y0 + n * height, area.x0 + (m + 1) * width, area.y0 + (n + 1) * height
            )
            sheet.box(cell, 0.25)
            if words:
                fitted(sheet, words, cell.inset(1), Print(look.face("song"), size), centre=True)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A titled table of words with an unrecorded day and the unit's seal below it."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    area: Area
    slot: str = "employer_seal"
    note: str = ""
    across: bool = False


def timetable(table: Timetable) -> Callable[[Content, Look], list[Sheet]]:
    """The function that draws such a table."""

    def drawn(content: Content, look: Look) -> list[Sheet]:
        sheet = Sheet(297, 210, look.dpi, "form") if table.across else Sheet.a4(look.dpi, "form")
        words = table.title.format(**content.values)
        title = Print(look.face("hei"), 7.4, spacing=0.2)
        title.put(sheet, words, (sheet.width - title.width(words)) / 2, 24)
        rows = [[cell.format(**content.values) for cell in row] for row in table.rows]
        _grid(sheet, rows, table.area, look)
        y = table.area.y1 + 10
        if table.note:
            Print(look.face("song"), 4.2).put(sheet, table.note, table.area.x0, y)
        if table.slot:
            sealed(sheet, content, look, "单位（盖章）：{employer}", (table.area.x0 + 60, y + 14), table.slot)
            day(sheet, content, look, "_day", (table.area.x0 + 90, y + 26))
        return [sheet]

    return drawn


SCHEDULE_A = Timetable(
    "作息时间表",
    (
        ("季节", "上午上班时间", "午休", "下午下班时间"),
        ("夏季", "{_on}", "{_noon}", "{_off}"),
        ("冬季", "{_on}", "{_noon}", "16:30"),
    ),
    Area(24, 50, 186, 100),
    note="注：周六、周日休息，如遇加班另行通知。",
)
SCHEDULE_B = Timetable(
    "员工工作时间表",
    (
        ("班次", "上班时间", "下班时间", "休息时间"),
        ("白班", "{_on}", "{_off}", "{_noon}"),
        ("中班", "16:00", "24:00", "20:00-20:30"),
        ("夜班", "0:00", "8:00", "4:00-4:30"),
        ("{_name}", "白班", "{_job}", ""),
    ),
    Area(20, 46, 190, 120),
)
SCHEDULE_TEST = Timetable(
    "{_employer}作息时间安排表",
    (
        ("项目", "时间"),
        ("早班上班时间", "{_on}"),
        ("午休时间", "{_noon}"),
        ("早班下班时间", "{_off}"),
        ("夜班上班时间", "20:00"),
        ("夜班下班时间", "次日8:00"),
    ),
    Area(40, 50, 170, 130),
)
ATTENDANCE_A = Timetable(
    "{_month}考勤记录",
    (
        ("姓名", "应出勤", "实出勤", "迟到", "缺勤", "加班"),
        ("{_name}", "22", "22", "0", "0", "2"),
        ("合计", "22", "22", "0", "0", "2"),
    ),
    Area(20, 50, 190, 100),
    slot="",
    note="考勤员：            审核人：",
)
PAYROLL_A = Timetable(
    "{_month}工资表",
    (
        ("序号", "姓名", "岗位", "基本工资", "绩效工资", "应发工资", "代扣社保", "实发工资", "签收"),
        ("1", "{_name}", "{_job}", "{_wage}", "800", "{_wage}", "420", "{_wage}", ""),
        ("2", "合计", "", "", "", "", "", "", ""),
    ),
    Area(16, 50, 281, 100),
    slot="",
    note="制表人：            财务负责人：",
    across=True,
)
PAYROLL_TEST = Timetable(
    "工资发放明细表",
    (
        ("月份", "姓名", "应发合计", "扣款", "实发合计", "领取人签字"),
        ("{_month}", "{_name}", "{_wage}", "320", "{_wage}", ""),
    ),
    Area(20, 50, 190, 86),
    slot="",
    note="单位：元    制表日期：",
)
_FILING = "accident_filing_form"
FILING_ONE = PaperPrint(_FILING, "filing_hei", "备案表", form_values, draw(FILING_A), ("dev",))
FILING_TWO = PaperPrint(_FILING, "filing_open", "事故快报表", form_values, draw(FILING_B), ("dev",))
FILING_THREE = PaperPrint(_FILING, "filing_test", "备案表", form_values, draw(FILING_TEST), ("test",))
ATTORNEY_FORM = PaperPrint(
    "power_of_attorney", "attorney_table", "授权委托书", attorney_table_values, draw(ATTORNEY_TABLE), ("dev",)
)
_HOURS, _BOOKS = "work_schedule", "attendance_payroll"
HOURS_ONE = PaperPrint(_HOURS, "schedule_seasons", "作息时间表", schedule_values, timetable(SCHEDULE_A), ("dev",))
HOURS_TWO = PaperPrint(_HOURS, "schedule_shifts", "工作时间表", schedule_values, timetable(SCHEDULE_B), ("dev",))
HOURS_THREE = PaperPrint(_HOURS, "schedule_test", "作息时间表", schedule_values, timetable(SCHEDULE_TEST), ("test",))
BOOKS_ONE = PaperPrint(_BOOKS, "attendance", "考勤记录", schedule_values, timetable(ATTENDANCE_A), ("dev",))
BOOKS_TWO = PaperPrint(_BOOKS, "payroll", "工资表", schedule_values, timetable(PAYROLL_A), ("dev",))
BOOKS_THREE = PaperPrint(_BOOKS, "payroll_test", "工资明细", schedule_values, timetable(PAYROLL_TEST), ("test",))
