"""The employer's letters and forms on pages set by hand, in words and layouts that no generator of ours draws."""

import pytest

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.extractors import accident_filing_form, labor_relation_certificate
from tests.extractors.employer_letters import NUMBER, extract, letter, table, values
from tests.typeset import line, read_page


def test_a_labour_relation_in_one_sentence_over_rows(tmp_path):
    page = letter(
        "证明",
        [
            "兹证明张志远（身份证号：220104198501019999）系我",
            "单位职工，自2024年3月1日起在我单位从事叉车司机岗位",
            "工作，存在劳动关系。",
            "特此证明。",
        ],
        ["长春安捷物流有限公司（盖章）", "2026年10月8日"],
    )
    extraction = extract(labor_relation_certificate, tmp_path, page)
    assert values(extraction) == {
        "employer_name": "长春安捷物流有限公司",
        "worker_name": "张志远",
        "worker_id_number": NUMBER,
        "since": "2024-03-01",
        "job": "叉车司机",
        "issued_on": "2026-10-08",
    }
    assert [(mark.slot, mark.state) for mark in extraction.marks] == [("employer_seal", "absent")]


def test_a_labour_relation_in_other_words(tmp_path):
    page = letter(
        "劳动关系证明",
        [
            "兹有我公司员工司马成，男，公民身份号码220104198501019999，",
            "于2023年12月15日入职，一直从事冲压工工作，未签订书面劳动合同，",
            "双方存在事实劳动关系。特此证明",
        ],
        ["单位（公章）：吉林省辰启电子科技有限公司", "二〇二六年十月八日"],
    )
    assert values(extract(labor_relation_certificate, tmp_path, page)) == {
        "employer_name": "吉林省辰启电子科技有限公司",
        "worker_name": "司马成",
        "worker_id_number": NUMBER,
        "since": "2023-12-15",
        "job": "冲压工",
        "issued_on": "2026-10-08",
    }


def test_those_named_above_are_no_name(tmp_path):
    rows = ["职工姓名：司马成", "上述人员确系我厂职工，未签订书面劳动合同，存在事实劳动关系。"]
    page = letter("事实劳动关系证明", rows, ["德惠市兴农粮油加工厂", "2026年6月30日"])
    assert values(extract(labor_relation_certificate, tmp_path, page))["worker_name"] == "司马成"


def test_the_blanks_of_a_sentence_are_blank(tmp_path):
    page = letter(
        "存在劳动关系证明",
        ["兹证明张志远（身份证号：220104198501019999）系我单位职工，", "自____年__月__日起在我单位从事木工岗位工作。"],
        ["年月日"],
    )
    extraction = extract(labor_relation_certificate, tmp_path, page)
    assert extraction.fields["since"].value == ""
    assert extraction.fields["issued_on"].value == ""


def test_a_filing_form(tmp_path):
    lines, cells = table([
        [("单位名称", 300), ("长春盛坤环保设备有限公司", 600), ("参保情况", 200), ("已参保", 300)],
        [("受伤职工姓名", 300), ("张志远", 200), ("身份证号", 200), (NUMBER, 700)],
        [("事故发生时间", 300), ("2026年9月18日14时", 600), ("事故地点", 200), ("一号车间", 300)],
        [("事故经过", 300), ("操作车床时左手被卷入", 1100)],
        [("诊治时间", 300), ("2026年9月18日", 400), ("受伤部位", 250), ("左手示指", 450)],
    ])  # fmt: skip
    page = [
        line("工伤事故备案表", 560, 160, size=60),
        *lines,
        line("填表人：", 150, 900, size=36),
        line("单位（盖章）", 700, 900, size=36),
        line("2026年9月19日", 1100, 980, size=36),
    ]
    extraction = extract(accident_filing_form, tmp_path, page, cells=cells)
    assert values(extraction) == {
        "employer_name": "长春盛坤环保设备有限公司",
        "worker_name": "张志远",
        "id_number": NUMBER,
        "accident_date": "2026-09-18",
        "accident_place": "一号车间",
        "injured_part": "左手示指",
        "filled_on": "2026-09-19",
    }


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        (
            "承诺书",
            ["本单位郑重承诺：所提交的材料真实有效，如有虚假，承担法律责任。", "承诺单位（盖章）"],
            "commitment_letter",
        ),
        ("作息时间表", ["上班时间：8:00", "下班时间：17:00", "午休：12:00-13:00"], "work_schedule"),
        ("考勤表", ["上班时间", "下班时间", "午休", "夏季"], "work_schedule"),
        ("考勤表", ["应出勤", "实出勤", "迟到", "缺勤"], "attendance_payroll"),
        ("情况说明", ["关于我单位迁址的说明，我单位已迁至新址。"], "blank_or_other"),
        ("证明", ["兹证明李某现居住于本社区。"], "blank_or_other"),
        ("上下班路线图", ["起点：家", "终点：单位"], "commute_route_map"),
        ("2026年9月份工资表", ["姓名", "应发工资", "实发工资"], "attendance_payroll"),
    ],
)
def test_papers_that_look_alike_are_kept_apart(tmp_path, title, rows, expected):
    assert page_type(read_page(tmp_path, letter(title, rows)), document_types()).type_id == expected


def test_a_labour_relation_as_lines_of_data(tmp_path):
    page = letter(
        "存在劳动关系证明",
        [
            "单位：长春安捷物流有限公司",
            "姓名：张志远 性别：男",
            "身份证号：220104198501019999",
            "岗位：叉车司机",
            "自2024.3.1起与我单位存在劳动关系，未签订劳动合同。",
        ],
        ["单位（盖章）：", "日期：2026.10.8"],
    )
    assert values(extract(labor_relation_certificate, tmp_path, page)) == {
        "employer_name": "长春安捷物流有限公司",
        "worker_name": "张志远",
        "worker_id_number": NUMBER,
        "since": "2024-03-01",
        "job": "叉车司机",
        "issued_on": "2026-10-08",
    }
