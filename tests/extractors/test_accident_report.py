"""The employer's accident report on pages set by hand, in words and layouts that no generator of ours draws."""

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.extractors import accident_investigation_report
from tests.extractors.employer_letters import extract, letter, table, values
from tests.typeset import line, read_page

REPORT = [
    "一、事故发生单位概况",
    " 长春盛坤环保设备有限公司，主要从事环保设备制造。",
    "二、事故时间：2026年9月18日14时20分许",
    "三、事故地点：一号车间",
    "四、伤者情况：张志远，男，41岁，车工。",
    "五、事故经过",
    " 当日，张志远操作车床时左手被卷入。",
]
REPORT_END = [
    "六、受伤情况：经长春市春晖骨科医院诊断为左手示指末节开放性骨折。",
    "七、事故原因",
    "（一）直接原因：未停机清理。",
    "（二）间接原因：安全教育不足。",
    "八、防范措施：加强培训。",
    "调查人员签字：",
]


def test_a_report_of_two_pages(tmp_path):
    first = letter("工伤事故调查报告", REPORT)
    second = [line(text, 150, 200 + 64 * n, size=36) for n, text in enumerate(REPORT_END)]
    second += [line("长春盛坤环保设备有限公司", 900, 900, size=36), line("2026年9月25日", 1000, 970, size=36)]
    extraction = extract(accident_investigation_report, tmp_path, first, second)
    assert values(extraction) == {
        "employer_name": "长春盛坤环保设备有限公司",
        "worker_name": "张志远",
        "accident_date": "2026-09-18",
        "accident_place": "一号车间",
        "injury": "左手示指末节开放性骨折",
        "issued_on": "2026-09-25",
    }
    assert {mark.slot: mark.state for mark in extraction.marks} == {
        "employer_seal": "absent",
        "investigator_signature": "absent",
    }
    assert {part.name for part in extraction.parts} == {"course", "causes"}
    assert [(seen.number, seen.page) for seen in extraction.numbers] == [
        *((number, 1) for number in range(1, 6)),
        *((number, 2) for number in range(6, 9)),
    ]


def test_a_report_whose_second_page_is_missing_shows_no_causes(tmp_path):
    extraction = extract(accident_investigation_report, tmp_path, letter("工伤事故调查报告", REPORT))
    assert [part.name for part in extraction.parts] == ["course"]


def test_the_second_page_of_a_report_is_told_without_a_title(tmp_path):
    second = [line(text, 150, 200 + 64 * n, size=36) for n, text in enumerate(REPORT_END)]
    page = read_page(tmp_path, second)
    assert page_type(page, document_types()).type_id == "accident_investigation_report"


def test_a_report_that_names_the_worker_in_its_title(tmp_path):
    page = letter(
        "关于张志远工伤事故的调查报告",
        [
            "事故单位：长春盛坤环保设备有限公司",
            "发生时间：2026/9/18 14:20",
            "发生地点：厂区东侧通道",
            "事故经过：张志远推运货物时滑倒。",
            "伤情：右外踝骨折",
            "调查结论：属于工伤。",
        ],
        ["二〇二六年九月二十五日"],
    )
    assert values(extract(accident_investigation_report, tmp_path, page)) == {
        "employer_name": "长春盛坤环保设备有限公司",
        "worker_name": "张志远",
        "accident_date": "2026-09-18",
        "accident_place": "厂区东侧通道",
        "injury": "右外踝骨折",
        "issued_on": "2026-09-25",
    }


def test_a_report_whose_place_and_injury_stand_in_running_text_only(tmp_path):
    page = letter(
        "工伤事故调查报告",
        [
            "一、基本情况",
            "受伤职工：张志远，男，身份证号220104198501019999，系我公司装配工。",
            "二、事故经过",
            "2026年9月18日14时20分许，张志远在公司装配车间进行装配作业时，",
            "左手被滑块压伤，经医院诊断为左手示指末节开放性骨折。",
            "三、事故原因",
            "光电保护失灵。",
            "四、处理意见",
            "同意申报工伤。",
        ],
        ["长春盛坤环保设备有限公司", "2026-09-25"],
    )
    assert values(extract(accident_investigation_report, tmp_path, page)) == {
        "employer_name": "长春盛坤环保设备有限公司",
        "worker_name": "张志远",
        "accident_date": "2026-09-18",
        "accident_place": "公司装配车间",
        "injury": "左手示指末节开放性骨折",
        "issued_on": "2026-09-25",
    }


def test_a_hotels_management_company_is_named_to_its_end(tmp_path):
    report = [REPORT[0], " 长春市云舒酒店管理有限公司成立于2018年，主要从事住宿服务。", *REPORT[2:]]
    extraction = extract(accident_investigation_report, tmp_path, letter("工伤事故调查报告", report))
    assert values(extraction)["employer_name"] == "长春市云舒酒店管理有限公司"


def test_a_table_whose_numbered_captions_join_day_and_place(tmp_path):
    rows = [
        [("1、单位概况", 380), ("长春盛坤环保设备有限公司，职工186人。", 1100)],
        [("2、受伤职工情况", 380), ("张志远，男，岗位：车工。", 1100)],
        [("3、事故时间、地点", 380), ("2026年9月18日14时20分；三号楼三层东侧。当日无雨。", 1100)],
        [("4、事故经过", 380), ("张志远站在脚手板上传递横杆时踩空坠落。", 1100)],
        [("5、受伤情况及救治", 380), ("经检查诊断为1.左桡骨远端骨折，收入骨二科住院治疗，10月9日出院。", 1100)],
        [("6、直接原因", 380), ("脚手板未绑扎。", 1100)],
    ]
    lines, cells = table(rows)
    said = values(
        extract(accident_investigation_report, tmp_path, [line("事故调查报告", 560, 160, 60), *lines], cells=cells)
    )
    assert (said["accident_date"], said["accident_place"]) == ("2026-09-18", "三号楼三层东侧")
    assert said["employer_name"] == "长春盛坤环保设备有限公司"
    assert said["injury"] == "1.左桡骨远端骨折"


def test_a_report_in_sentences_names_worker_and_place_around_a_remark(tmp_path):
    rows = [
        " 我公司成立于2014年7月3日，主营机械加工。",
        " 2026年9月18日7时25分，我单位职工张志远（男，岗位为车工）在东盛大街与荣光路交会处发生事故。",
        "一、事故经过",
        " 张志远骑车上班时被撞倒。",
        "二、事故原因",
        " 对方未让行。",
    ]
    said = values(extract(accident_investigation_report, tmp_path, letter("工伤事故调查报告", rows)))
    assert (said["worker_name"], said["accident_place"]) == ("张志远", "东盛大街与荣光路交会处")
    assert said["accident_date"] == "2026-09-18"
