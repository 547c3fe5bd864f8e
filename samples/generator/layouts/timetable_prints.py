"""Prints of tables of words: hours of work, attendance, payroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samples.generator.case import Case
from samples.generator.layouts.closings import day, sealed
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import PaperPrint
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, fitted


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
_HOURS, _BOOKS = "work_schedule", "attendance_payroll"
HOURS_ONE = PaperPrint(_HOURS, "schedule_seasons", "作息时间表", schedule_values, timetable(SCHEDULE_A), ("dev",))
HOURS_TWO = PaperPrint(_HOURS, "schedule_shifts", "工作时间表", schedule_values, timetable(SCHEDULE_B), ("dev",))
HOURS_THREE = PaperPrint(_HOURS, "schedule_test", "作息时间表", schedule_values, timetable(SCHEDULE_TEST), ("test",))
BOOKS_ONE = PaperPrint(_BOOKS, "attendance", "考勤记录", schedule_values, timetable(ATTENDANCE_A), ("dev",))
BOOKS_TWO = PaperPrint(_BOOKS, "payroll", "工资表", schedule_values, timetable(PAYROLL_A), ("dev",))
BOOKS_THREE = PaperPrint(_BOOKS, "payroll_test", "工资明细", schedule_values, timetable(PAYROLL_TEST), ("test",))
