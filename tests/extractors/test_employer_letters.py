"""The employer's letters and forms on pages set by hand, in words and layouts that no generator of ours draws."""

import pytest

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.extractors import accident_filing_form, labor_relation_certificate, power_of_attorney
from tests.extractors.employer_letters import AGENT, NUMBER, extract, letter, table, values
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


def test_a_power_of_attorney_as_a_letter(tmp_path):
    page = letter(
        "授权委托书",
        [
            "委托单位：长春铭扬模具有限公司",
            "法定代表人：周明轩　职务：总经理",
            "受托人：韩振邦　性别：男　身份证号：22018119780615998X",
            "工作单位：长春铭扬模具有限公司　联系电话：13900001234",
            "现委托上述受托人办理我单位职工张志远工伤认定申请事宜。",
            "代理权限：提交材料、签收文书。",
            "委托期限：自2026年9月20日起至2026年12月19日止。",
        ],
        ["委托单位（盖章）", "法定代表人（签字）：", "受托人（签字）：", "2026年9月20日"],
    )
    extraction = extract(power_of_attorney, tmp_path, page)
    assert values(extraction) == {
        "principal": "长春铭扬模具有限公司",
        "legal_representative": "周明轩",
        "agent_name": "韩振邦",
        "agent_id_number": AGENT,
        "matters": "办理我单位职工张志远工伤认定申请事宜",
        "valid_until": "2026-12-19",
        "signed_on": "2026-09-20",
    }
    assert {mark.slot: mark.state for mark in extraction.marks} == {
        "legal_representative_signature": "absent",
        "employer_seal": "absent",
        "agent_signature": "absent",
    }


def test_a_power_of_attorney_as_one_sentence(tmp_path):
    page = letter(
        "委托书",
        [
            "长春市朝阳区人力资源和社会保障局：",
            "兹委托韩振邦同志（身份证号码：22018119780615998X）为我公司代理人，",
            "代表我公司办理职工张志远的工伤认定申请手续，委托期限至2026年12月31日。",
            "特此委托。",
        ],
        ["长春铭扬模具有限公司", "2026年9月20日"],
    )
    read = values(extract(power_of_attorney, tmp_path, page))
    assert read["principal"] == "长春铭扬模具有限公司"
    assert (read["agent_name"], read["agent_id_number"]) == ("韩振邦", AGENT)
    assert read["matters"] == "办理职工张志远的工伤认定申请手续"
    assert (read["valid_until"], read["signed_on"]) == ("2026-12-31", "2026-09-20")


def test_a_power_of_attorney_as_a_table(tmp_path):
    lines, cells = table([
        [("委托单位", 250), ("单位名称", 250), ("长春铭扬模具有限公司", 900)],
        [("法定代表人", 250), ("周明轩", 250), ("身份证号", 200), (NUMBER, 700)],
        [("受托人", 250), ("韩振邦", 250), ("身份证号", 200), (AGENT, 700)],
        [("委托事项", 300), ("代为提交张志远工伤认定申请", 1100)],
        [("委托期限", 300), ("2026年9月20日至2026年12月19日", 1100)],
    ])  # fmt: skip
    page = [line("法定代表人授权委托书", 450, 160, size=60), *lines, line("日期：2026年9月20日", 900, 1500, size=36)]
    read = values(extract(power_of_attorney, tmp_path, page, cells=cells))
    assert (read["agent_id_number"], read["legal_representative"]) == (AGENT, "周明轩")
    assert read["principal"] == "长春铭扬模具有限公司"
    assert (read["matters"], read["valid_until"]) == ("代为提交张志远工伤认定申请", "2026-12-19")
    assert read["signed_on"] == "2026-09-20"


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


def test_a_power_of_attorney_with_a_block_for_each_side(tmp_path):
    page = letter(
        "授权委托书",
        [
            "委托人：长春铭扬模具有限公司",
            "法定代表人：周明轩",
            "身份证号码：220104198501019999",
            "受托人：",
            "姓名：韩振邦 性别：男",
            "身份证号码：22018119780615998X",
            "委托事项：代为办理张志远工伤认定的申请、举证、签收等事项。",
            "委托期限：自2026年9月20日起至2026年12月19日止",
        ],
        ["委托人（盖章）：", "受托人签名：", "二〇二六年九月二十日"],
    )
    read = values(extract(power_of_attorney, tmp_path, page))
    assert (read["principal"], read["legal_representative"]) == ("长春铭扬模具有限公司", "周明轩")
    assert (read["agent_name"], read["agent_id_number"]) == ("韩振邦", AGENT)
    assert read["matters"] == "代为办理张志远工伤认定的申请、举证、签收等事项"
    assert (read["valid_until"], read["signed_on"]) == ("2026-12-19", "2026-09-20")


def test_a_name_in_the_head_is_no_signature_at_the_end(tmp_path):
    page = letter(
        "授权委托书",
        ["委托人：张志远", "受托人：韩振邦 身份证号：22018119780615998X", "现委托受托人办理工伤认定事宜。"],
        ["2026年9月20日"],
    )
    marks = extract(power_of_attorney, tmp_path, page).marks
    states = {mark.slot: mark.state for mark in marks if mark.kind == "signature"}
    assert states == {"legal_representative_signature": "unsure", "agent_signature": "unsure"}


def test_the_agent_is_not_the_word_below_an_empty_signature(tmp_path):
    page = letter(
        "法人授权委托书",
        [
            "兹授权我单位员工韩振邦（性别：男，身份证号：22018119780615998X）为我单位",
            "合法代理人，全权办理张志远工伤认定申请相关事宜，代理期限自2026年9月20日至",
            "2026年12月31日。",
        ],
        ["法定代表人（签字或盖章）：", "代理人（签字）：", "日期：2026年9月20日"],
    )
    read = values(extract(power_of_attorney, tmp_path, page))
    assert (read["agent_name"], read["agent_id_number"]) == ("韩振邦", AGENT)
    assert (read["valid_until"], read["matters"]) == ("2026-12-31", "办理张志远工伤认定申请相关事宜")


def test_who_represents_the_employer_in_the_sentence_that_empowers(tmp_path):
    page = letter(
        "授权委托书",
        ["长春铭扬模具有限公司法定代表人周明轩，现授权委托", "韩振邦作为我公司代理人，办理张志远工伤认定申请事宜。"],
        ["法定代表人（签字）：", "被委托人（签字）："],
    )
    assert values(extract(power_of_attorney, tmp_path, page))["legal_representative"] == "周明轩"


def test_who_empowers_whom_in_one_sentence_in_the_first_person(tmp_path):
    page = letter(
        "法定代表人授权委托书",
        [
            "本授权委托书声明：我沈跃系吉林省盛源物流集团有限公司的",
            "法定代表人，现授权委托本公司综合部主任刘畅（身份证号：",
            f"{NUMBER}）为我方代理人，全权办理员工李秀英的工伤",
            "认定申请及相关手续。",
            "法定代表人（签章）：",
            "被委托人签字：刘畅",
        ],
        ["签发日期：2026年8月13日"],
    )
    read = values(extract(power_of_attorney, tmp_path, page))
    assert (read["principal"], read["legal_representative"]) == ("吉林省盛源物流集团有限公司", "沈跃")
    assert (read["agent_name"], read["agent_id_number"]) == ("刘畅", NUMBER)


@pytest.mark.parametrize(
    ("empowers", "agent"),
    [
        ("现授权委托本单位人力资源部主管佘婉婷（身份证号：", ("佘婉婷", "220102197908236648")),
        ("现授权委托佘婉婷同志（女，身份证号：", ("佘婉婷", "220102197908236648")),
    ],
)
def test_the_number_behind_the_agents_name_is_the_agents_not_the_workers_further_on(tmp_path, empowers, agent):
    rows = [
        f"我贺明轩系长春盛坤环保设备有限公司的法定代表人，{empowers}",
        "220102197908236648，联系电话：17700002958）为我单位代理人，",
        "办理我单位职工张志远（身份证号：220104198501011234）工伤认定申请事宜。",
    ]
    said = values(extract(power_of_attorney, tmp_path, letter("授权委托书", rows)))
    assert (said.get("agent_name"), said.get("agent_id_number")) == agent


def test_those_who_sign_behind_their_mere_names_captions_below_the_term(tmp_path):
    page = letter(
        "法定代表人授权委托书",
        [
            "我解振东系吉林省瀚林印务股份有限公司的法定代表人，现授权委托霍思琪为我单位代理人。",
            "委托期限：2026年11月16日至2027年5月18日。",
        ],
        ["受托人：", "法定代表人：", "2026年11月16日"],
    )
    states = {mark.slot: mark.state for mark in extract(power_of_attorney, tmp_path, page).marks}
    assert (states["agent_signature"], states["legal_representative_signature"]) == ("absent", "absent")
