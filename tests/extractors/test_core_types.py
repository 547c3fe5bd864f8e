"""The core extractors on pages set by hand: layouts that no generator of ours draws."""

from pipeline.extractors import diagnosis_certificate, id_card, labor_contract
from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page


def rows(texts, x=150, size=36, start=300, step=70):
    return [line(text, x, start + step * row, size=size) for row, text in enumerate(texts)]


def extract(kind, folder, *pages):
    read = tuple(read_page(folder, lines, page=number) for number, lines in enumerate(pages, start=1))
    return kind.extract(DocumentPages(kind.TYPE.id, read))


def values(extraction):
    return {name: field.value for name, field in extraction.fields.items()}


def test_a_certificate_with_a_wrapped_diagnosis(tmp_path):
    page = [
        line("长春市春晖骨科医院", 500, 100, size=60),
        line("疾病诊断证明书", 560, 190, size=60),
        line("姓名：张志远", 150, 320),
        line("性别：男", 700, 320),
        line("年龄：41岁", 1100, 320),
        line("科别：手外科", 150, 400),
        line("门诊号：20260918032", 700, 400),
        line("临床诊断：左手示指末节开放性骨折伴", 150, 480),
        line("甲床损伤", 150, 550),
        line("处理意见：建议休息贰周", 150, 620),
        line("医师签名：", 150, 900),
        line("日期：2026年9月18日", 900, 980),
    ]
    extraction = extract(diagnosis_certificate, tmp_path, page)
    assert values(extraction) == {
        "hospital": "长春市春晖骨科医院",
        "patient_name": "张志远",
        "sex": "男",
        "age": "41岁",
        "department": "手外科",
        "record_number": "20260918032",
        "diagnosis": "左手示指末节开放性骨折伴甲床损伤",
        "advice": "建议休息贰周",
        "doctor": "",
        "issued_on": "2026-09-18",
    }
    states = {mark.slot: mark.state for mark in extraction.marks}
    assert states == {"doctor_signature": "absent", "hospital_seal": "absent"}


def test_a_card_with_both_sides_in_two_pictures(tmp_path):
    front = rows(
        [
            "姓名张志远",
            "性别男民族汉",
            "出生1985年1月1日",
            "住址吉林省长春市朝阳区",
            "前进大街1号",
            "公民身份号码220104198501019999",
        ]
    )
    back = rows(["中华人民共和国", "居民身份证", "签发机关长春市公安局朝阳分局", "有效期限2015.03.08-2035.03.08"])
    assert values(extract(id_card, tmp_path, front, back)) == {
        "name": "张志远",
        "sex": "男",
        "ethnicity": "汉",
        "birth_date": "1985-01-01",
        "address": "吉林省长春市朝阳区前进大街1号",
        "id_number": "220104198501019999",
        "issuer": "长春市公安局朝阳分局",
        "valid_from": "2015-03-08",
        "valid_until": "2035-03-08",
    }


def test_a_card_whose_sides_lie_beside_each_other(tmp_path):
    front = rows(["姓名张志远", "住址吉林省长春市朝阳区", "前进大街1号", "公民身份号码220104198501019999"], x=100)
    back = rows(["中华人民共和国", "居民身份证", "签发机关长春市公安局", "有效期限2015.03.08-2035.03.08"], x=1100)
    read = values(extract(id_card, tmp_path, front + back))
    assert (read["address"], read["issuer"]) == ("吉林省长春市朝阳区前进大街1号", "长春市公安局")


def test_a_card_without_end(tmp_path):
    back = rows(["签发机关长春市公安局", "有效期限2015.03.08-长期"])
    assert values(extract(id_card, tmp_path, back))["valid_until"] == "长期"


CONTRACT = [
    "甲方（用人单位）：长春安捷物流有限公司",
    "统一社会信用代码：91220104MA99YY0260",
    "法定代表人：周明轩",
    "乙方（劳动者）：张志远",
    "居民身份证号码：220104198501019999",
    "一、劳动合同期限",
    "第一条 固定期限：自2024年3月1日起至2027年2月28日止。",
    "二、工作内容和工作地点",
    "第二条 乙方从事叉车司机岗位工作，工作地点为长春市朝阳区。",
    "四、劳动报酬",
    "第五条 甲方按月支付工资。",
]


def test_a_contract_and_the_gap_in_its_numbering(tmp_path):
    extraction = extract(labor_contract, tmp_path, rows(CONTRACT))
    assert values(extraction) == {
        "employer_name": "长春安捷物流有限公司",
        "employer_credit_code": "91220104MA99YY0260",
        "legal_representative": "周明轩",
        "worker_name": "张志远",
        "worker_id_number": "220104198501019999",
        "term_kind": "fixed",
        "starts_on": "2024-03-01",
        "ends_on": "2027-02-28",
        "job": "叉车司机",
        "work_place": "长春市朝阳区",
    }
    numbers = [(seen.kind, seen.number) for seen in extraction.numbers]
    assert [number for kind, number in numbers if kind == "chapter"] == [1, 2, 4]
    assert [number for kind, number in numbers if kind == "clause"] == [1, 2, 5]
    assert [part.name for part in extraction.parts] == ["parties"]


def test_the_signing_page_is_told_by_both_parties_places(tmp_path):
    signing = [
        line("甲方（盖章）", 150, 300),
        line("乙方（签字）", 900, 300),
        line("法定代表人或委托代理人（签字或盖章）", 150, 500),
        line("2024年2月28日", 150, 700),
    ]
    extraction = extract(labor_contract, tmp_path, rows(CONTRACT), signing)
    assert [(part.name, part.page) for part in extraction.parts] == [("parties", 1), ("signing_page", 2)]
    assert extraction.fields["signed_on"].value == "2024-02-28"
    assert {mark.slot: mark.state for mark in extraction.marks} == {
        "employer_seal": "absent",
        "employer_signature": "absent",
        "worker_signature": "absent",
    }


def test_a_signing_page_whose_places_are_named_under_the_parties(tmp_path):
    signing = [
        line("甲方（用人单位）", 300, 200),
        line("乙方（劳动者）", 1000, 200),
        line("单位名称（盖章）：", 150, 300),
        line("姓名（签字）：", 900, 300),
        line("法定代表人/委托代理人", 150, 500),
        line("（签字或盖章）：", 150, 540),
        line("日期：2026年7月18日", 150, 900),
    ]
    extraction = extract(labor_contract, tmp_path, rows(CONTRACT), signing)
    assert [(part.name, part.page) for part in extraction.parts] == [("parties", 1), ("signing_page", 2)]
    assert {mark.slot for mark in extraction.marks} == {"employer_seal", "employer_signature", "worker_signature"}
    assert {mark.state for mark in extraction.marks} == {"absent"}


def test_a_signing_page_on_which_one_partys_place_was_overlooked(tmp_path):
    signing = rows(
        ["第二十五条 本合同一式两份，自双方签字或盖章之日起生效。", "甲方：（公章）", "签订日期：2024年3月1日"]
    )
    extraction = extract(labor_contract, tmp_path, rows(CONTRACT), signing)
    assert [(part.name, part.page) for part in extraction.parts] == [("parties", 1), ("signing_page", 2)]
    assert {mark.slot: mark.state for mark in extraction.marks}["worker_signature"] == "unsure"


def test_the_notes_before_a_contract_are_not_its_chapters(tmp_path):
    notes = ["注意事项", "一、本合同文本供用人单位与劳动者签订劳动合同时使用。", "二、依法订立书面劳动合同。"]
    extraction = extract(labor_contract, tmp_path, rows(notes), rows(CONTRACT))
    assert [seen.number for seen in extraction.numbers if seen.kind == "chapter"] == [1, 2, 4]
    assert {seen.page for seen in extraction.numbers} == {2}


def test_a_certificate_dated_without_a_caption_and_signed_by_the_physician_in_charge(tmp_path):
    page = [
        line("疾病诊断证明书", 560, 190, size=60),
        line("入院日期：2026年9月18日", 150, 320),
        line("临床诊断：右胫骨平台骨折", 150, 480),
        line("医师建议：休息四周", 150, 620),
        line("主治医师签名：", 900, 900),
        line("2026年9月28日", 900, 980),
    ]
    told = values(extract(diagnosis_certificate, tmp_path, page))
    assert (told["advice"], told["doctor"], told["issued_on"]) == ("休息四周", "", "2026-09-28")


def test_a_place_of_work_that_rows_break_off(tmp_path):
    broken = [
        *CONTRACT[:8],
        "第二条 乙方担任叉车司机岗位工作，工作地",
        "点为长春市朝阳区富锋街",
        "道硅谷大街。",
        *CONTRACT[9:],
    ]
    assert values(extract(labor_contract, tmp_path, rows(broken)))["work_place"] == "长春市朝阳区富锋街道硅谷大街"


def test_a_place_of_work_whose_row_ends_before_its_verb(tmp_path):
    broken = [*CONTRACT[:8], "第二条 乙方担任叉车司机岗位工作，工作地点", "为长春市朝阳区。", *CONTRACT[9:]]
    assert values(extract(labor_contract, tmp_path, rows(broken)))["work_place"] == "长春市朝阳区"


def test_a_certificate_of_a_stay_signed_with_a_seal_and_printed_from_a_computer(tmp_path):
    lines = rows(
        [
            "姓名：张志远 性别：男 年龄：41岁",
            "住院日期：2026-10-28 至 2026-11-11",
            "诊断：左示指末节骨折",
            "建议：石膏外固定4周，不适随诊。",
            "打印日期：2026-11-11",
            "医师签章：翟璐",
        ]
    )
    said = values(extract(diagnosis_certificate, tmp_path, [line("诊断证明书", 560, 160, size=60), *lines]))
    assert (said["visited_on"], said["doctor"]) == ("2026-10-28", "翟璐")
    assert said["advice"] == "石膏外固定4周，不适随诊。"


def test_a_certificate_in_sentences_names_the_patient(tmp_path):
    page = [
        line("吉林省春晖骨科医院", 500, 100, size=60),
        line("诊断证明书", 560, 190, size=60),
        *rows(["患者张志远，女，47岁，住院号：261027093。科别：骨二科，就诊日", "期：2026年9月18日。"], start=320),
        line("诊断：右侧外踝骨折", 150, 480),
        line("医师签名：", 150, 900),
    ]
    said = values(extract(diagnosis_certificate, tmp_path, page))
    assert (said["patient_name"], said["sex"], said["age"]) == ("张志远", "女", "47岁")
    assert (said["record_number"], said["visited_on"]) == ("261027093", "2026-09-18")
