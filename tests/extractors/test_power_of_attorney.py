"""Powers of attorney on pages set by hand: letters, tables, sentences."""

import pytest

from pipeline.extractors import power_of_attorney
from tests.extractors.employer_letters import AGENT, NUMBER, extract, letter, table, values
from tests.typeset import line


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
