"""The front page of an inpatient record, whose cells say what it is."""

import pytest

from pipeline.extractors import inpatient_front_page
from pipeline.models.geometry import Box
from tests.extractors.hospital import COMMON, HEAD, read, rows, values
from tests.typeset import line


def test_the_front_page_by_its_cells(tmp_path):
    lines = [
        line("医疗机构：长春市春晖骨科医院", 150, 100, size=36),
        line("住院病案首页", 600, 170, size=60),
        line("病案号：ZY0012345", 1100, 260, size=36),
        line("姓名", 110, 320, size=30),
        line("张志远", 310, 320, size=30),
        line("入院时间", 610, 320, size=30),
        line("2026年09月18日16时", 810, 320, size=30),
        line("门（急）诊诊断", 110, 390, size=30),
        line("右膝外伤", 410, 390, size=30),
        line("出院诊断", 110, 460, size=30),
        line("疾病编码", 810, 460, size=30),
        line("主要诊断：右胫骨平台骨折", 110, 530, size=30),
        line("S82.101", 810, 530, size=30),
        line("其他诊断：-", 110, 600, size=30),
        line("-", 810, 600, size=30),
    ]
    cells = [
        *(Box(x0, 310, x1, 360) for x0, x1 in ((100, 298), (300, 598), (600, 798), (800, 1500))),
        *(Box(x0, 380, x1, 430) for x0, x1 in ((100, 398), (400, 1500))),
        *(Box(x0, y, x1, y + 60) for y in (450, 520, 590) for x0, x1 in ((100, 798), (800, 1500))),
    ]
    extraction = read(inpatient_front_page, tmp_path, lines, cells=cells)
    assert values(extraction) == COMMON
    assert extraction.marks == ()


def test_the_front_page_with_its_diagnoses_in_two_columns(tmp_path):
    texts = [
        ["出院诊断", "疾病编码", "入院病情", "出院诊断", "疾病编码", "入院病情"],
        ["主要诊断：右胫骨平", "S82.101", "1", "其他诊断：", "", ""],
        ["其他诊断：", "", "", "", "", ""],
    ]
    columns = [(100, 498), (500, 698), (700, 848), (850, 1248), (1250, 1398), (1400, 1598)]
    cells = [Box(x0, 500 + 100 * row, x1, 596 + 100 * row) for row in range(3) for x0, x1 in columns]
    lines = [
        line(text, x0 + 10, 510 + 100 * row, size=28)
        for row, words in enumerate(texts)
        for text, (x0, _) in zip(words, columns, strict=True)
        if text
    ]
    wrapped = line("台骨折", 110, 650, size=28)
    head = [
        *rows(["医疗机构 长春市春晖骨科医院（组织机构代码：41270001-3）", "病案号 ZY0012345"], start=100),
        line("姓名 张志远 性别 1 出生日期 1985年1月1日", 150, 300, size=30),
        line("入院时间 2026年9月18日16时 入院科别 骨一科", 150, 370, size=30),
    ]
    assert values(read(inpatient_front_page, tmp_path, [*head, *lines, wrapped], cells=cells)) == COMMON


@pytest.mark.parametrize("told", ["右胫骨平台骨折", "T12椎体压缩性骨折"])
def test_the_front_page_where_the_rules_were_not_seen(tmp_path, told):
    page = [
        *HEAD,
        *rows(["病案号：ZY0012345", "姓名：张志远", "入院时间：2026-09-18"]),
        line(f"主要诊断：{told}", 150, 600, size=36),
        line("S82.101", 900, 600, size=36),
        line("1", 1300, 600, size=36),
        line("其他诊断：-", 150, 670, size=36),
    ]
    assert values(read(inpatient_front_page, tmp_path, page)) == {**COMMON, "diagnosis": told}
