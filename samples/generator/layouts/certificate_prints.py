"""The prints of the hospitals' diagnosis certificates: every hospital has its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samples.generator.fonts import Split
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint

Paper = tuple[float, float]
A4: Paper = (210.0, 297.0)
A5_ACROSS: Paper = (210.0, 148.0)
A5: Paper = (148.0, 210.0)


@dataclass(frozen=True, slots=True)
class CertificatePrint:
    """One hospital's print.

    ``head`` are rows of (caption, field); ``body`` the blocks below them; ``underlined`` puts lines under blanks;
    ``table`` replaces both by a ruled table. ``numbered`` breaks a diagnosis list into one line an item, ``hanging``
    begins it beside its caption; ``doctor_printed`` has the doctor's name in type beside the signature.
    """

    id: str
    split: Split
    paper: Paper
    title: str
    title_face: str
    title_gap: float
    head: tuple[tuple[tuple[str, str], ...], ...]
    body: tuple[tuple[str, str], ...]
    doctor: str
    date: str
    date_style: str = "年"
    colon: str = "："
    red_head: bool = False
    underlined: bool = True
    body_face: str = "song"
    size: float = 4.4
    hanging: bool = False
    numbered: bool = True
    seal: tuple[str, Literal["date", "side"]] = ("诊断证明专用章", "date")
    note: str = ""
    doctor_printed: bool = False
    table: TablePrint | None = None


_DIAGNOSIS_TABLE = TablePrint(
    (
        Row(
            13,
            (
                Cell("姓名", "patient_name", 20, 34),
                Cell("性别", "sex", 16, 16),
                Cell("年龄", "age", 16, 18),
                Cell("科别", "department", 18, 30),
            ),
        ),
        Row(13, (Cell("门诊号", "record_number", 24, 60), Cell("就诊日期", "visited_on", 26, 58))),
        Row(13, (Cell("工作单位", "_employer", 24, 144),)),
        Row(62, (Cell("诊断", "diagnosis", 24, 144),)),
        Row(48, (Cell("处理意见", "advice", 24, 144),)),
    ),
    Rules(0.25, 40),
    "song",
    4.2,
    left=20,
    top=62,
    right=190,
    spaced=True,
)
_TEST_TABLE = TablePrint(
    (
        Row(
            10,
            (
                Cell("姓名", "patient_name", 16, 30),
                Cell("性别", "sex", 14, 14),
                Cell("年龄", "age", 14, 18),
                Cell("住院号", "record_number", 18, 44),
            ),
        ),
        Row(10, (Cell("科室", "department", 16, 58), Cell("入院日期", "visited_on", 22, 72))),
        Row(30, (Cell("疾病诊断", "diagnosis", 22, 146),)),
        Row(22, (Cell("医师建议", "advice", 22, 146),)),
    ),
    Rules(0.18, 90, outer=False),
    "hei",
    3.6,
    left=18,
    top=38,
    right=192,
)

PRINTS = (
    CertificatePrint(
        "lined",
        "dev",
        A4,
        "诊断证明书",
        "song",
        0.6,
        (
            (("姓名", "patient_name"), ("性别", "sex"), ("年龄", "age")),
            (("科别", "department"), ("门诊号", "record_number")),
            (("就诊日期", "visited_on"),),
        ),
        (("诊断", "diagnosis"), ("处理意见", "advice")),
        "医师签名",
        "日期",
        note="注：未盖章无效，涂改无效。",
    ),
    CertificatePrint(
        "table",
        "dev",
        A4,
        "疾病诊断证明书",
        "hei",
        0.2,
        (),
        (),
        "主治医师",
        "开具日期",
        colon=":",
        red_head=True,
        table=_DIAGNOSIS_TABLE,
        seal=("医务科", "side"),
        note="此证明一式两份，未加盖公章无效",
    ),
    CertificatePrint(
        "half_sheet",
        "dev",
        A5_ACROSS,
        "门诊诊断证明书",
        "song",
        0.3,
        (
            (("姓 名", "patient_name"), ("性 别", "sex"), ("年 龄", "age"), ("科 室", "department")),
            (("病历号", "record_number"), ("就诊时间", "visited_on")),
        ),
        (("临床诊断", "diagnosis"), ("建 议", "advice")),
        "医师",
        "日期",
        date_style="-",
        underlined=False,
        size=3.9,
        hanging=True,
        numbered=False,
        note="仅供工伤认定使用",
    ),
    CertificatePrint(
        "plain",
        "dev",
        A4,
        "诊 断 书",
        "hei",
        0.0,
        (
            (("患者姓名", "patient_name"), ("性别", "sex"), ("年龄", "age")),
            (("住院号", "record_number"), ("科别", "department"), ("入院日期", "visited_on")),
        ),
        (("诊断意见", "diagnosis"), ("医嘱", "advice")),
        "经治医师",
        "签发日期",
        date_style="/",
        underlined=False,
        body_face="hei",
        size=4.0,
        red_head=True,
        colon="：",
        doctor_printed=True,
    ),
    CertificatePrint(
        "test_table",
        "test",
        A5_ACROSS,
        "住院诊断证明书",
        "hei",
        0.1,
        (),
        (),
        "医师签字",
        "日期",
        date_style=".",
        table=_TEST_TABLE,
        seal=("诊断证明专用章", "side"),
        size=3.6,
    ),
    CertificatePrint(
        "test_block",
        "test",
        A4,
        "疾病诊断书",
        "song",
        0.9,
        (
            (("姓名", "patient_name"), ("性别", "sex"), ("年龄", "age"), ("科室", "department")),
            (("病案号", "record_number"), ("就诊日期", "visited_on")),
        ),
        (("初步诊断", "diagnosis"), ("治疗意见", "advice")),
        "医师（签章）",
        "日期",
        red_head=True,
        body_face="kai",
        size=4.7,
        hanging=True,
        note="本证明涂改无效",
        doctor_printed=True,
    ),
    CertificatePrint(
        "test_upright_half",
        "test",
        A5,
        "诊断证明",
        "hei",
        0.5,
        (
            (("姓名", "patient_name"), ("性别", "sex"), ("年龄", "age")),
            (("科别", "department"), ("ID号", "record_number")),
            (("就诊日期", "visited_on"),),
        ),
        (("诊断结果", "diagnosis"), ("处理", "advice")),
        "接诊医师",
        "证明日期",
        date_style="-",
        size=3.8,
        colon=":",
        numbered=False,
    ),
)
