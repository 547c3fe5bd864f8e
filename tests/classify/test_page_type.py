import pytest

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.models.geometry import Box
from tests.typeset import line, read_page

BODY = [line("兹有以下情况说明如下内容", 150, 500 + 60 * row, size=36) for row in range(10)]


def typed(folder, lines, **facts):
    return page_type(read_page(folder, [*lines, *BODY], **facts), document_types()).type_id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("工伤认定申请表", "work_injury_application"),
        ("长春市春晖骨科医院诊断证明书", "diagnosis_certificate"),
        ("职业病诊断证明书", "occupational_disease_certificate"),
        ("劳动合同书", "labor_contract"),
        ("劳动合同（通用）", "labor_contract"),
        ("解除劳动合同证明书", "blank_or_other"),
        ("授权委托书", "power_of_attorney"),
        ("出院记录", "discharge_record"),
        ("工伤认定申请受理通知书", "acceptance_notice"),
        ("证人证言", "witness_statement"),
    ],
)
def test_a_large_centered_title_decides(tmp_path, title, expected):
    x = (1654 - 60 * len(title)) / 2
    assert typed(tmp_path, [line(title, x, 150, size=60)]) == expected


@pytest.mark.parametrize("title", ["长春市绿洲人民医院诊断书", "长春市绿洲人民医院门诊诊断书"])
def test_a_title_behind_its_hospital_is_one_though_no_larger_than_the_text(tmp_path, title):
    """A half sheet in which everything is printed alike."""
    x = (1654 - 40 * len(title)) / 2
    assert typed(tmp_path, [line(title, x, 150), line("休息建议：休息四周", 150, 400)]) == "diagnosis_certificate"


def test_a_letter_spaced_title(tmp_path):
    letters = [line(letter, 420 + 120 * index, 200, size=60) for index, letter in enumerate("工伤认定申请表")]
    assert typed(tmp_path, letters) == "work_injury_application"


def test_a_title_mentioned_in_a_sentence_does_not(tmp_path):
    assert typed(tmp_path, [line("现提交诊断证明书，请予受理", 150, 200, size=36)]) == "blank_or_other"


def test_several_captions_of_one_type_decide_without_a_title(tmp_path):
    captions = ["申请事项：", "用人单位意见：", "社会保险行政部门审查资料和受理意见", "申请人签字："]
    lines = [line(caption, 150, 1200 + 80 * row, size=36) for row, caption in enumerate(captions)]
    assert typed(tmp_path, lines) == "work_injury_application"


def test_general_words_do_not(tmp_path):
    assert typed(tmp_path, [line("姓名 性别 年龄 日期", 150, 200)]) == "blank_or_other"


def heading(text, y=150, size=60):
    return line(text, (1654 - size * len(text)) / 2, y, size=size)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("急诊抢救记录", "rescue_record"),
        ("120抢救记录", "rescue_record"),
        ("120急救记录", "emergency_120_record"),
        ("出院诊断证明书", "diagnosis_certificate"),
        ("职业痛诊断证明书", "blank_or_other"),
        ("工伤鉴定申请表", "blank_or_other"),
        ("不予受理通知书", "supplement_notice"),
        ("解除劳动关系证明", "blank_or_other"),
        ("社会关系证明", "blank_or_other"),
        ("房屋买卖合同", "blank_or_other"),
        ("门诊病历（续）", "outpatient_record"),
    ],
)
def test_look_alike_titles_are_kept_apart(tmp_path, title, expected):
    assert typed(tmp_path, [heading(title)]) == expected


def test_a_title_over_two_rows(tmp_path):
    assert typed(tmp_path, [heading("长春市工伤保险"), heading("事故报告备案表", 230)]) == "accident_filing_form"


def test_a_title_with_a_number_beside_it(tmp_path):
    number = line("编号：2026-031", 1300, 160, size=36)
    assert typed(tmp_path, [line("出院记录", 620, 150, size=60), number]) == "discharge_record"


def test_a_title_in_a_small_cell_of_a_table_is_none(tmp_path):
    cells = (Box(560, 420, 1100, 520),)
    assert typed(tmp_path, [heading("诊断证明书", 440)], cells=cells) == "blank_or_other"


def test_a_notice_that_lists_papers_is_a_notice(tmp_path):
    listed = [line(text, 200, 700 + 70 * row, size=40) for row, text in enumerate(("诊断证明书", "劳动合同书"))]
    lines = [heading("工伤认定申请补正材料通知书"), *listed]
    assert typed(tmp_path, lines) == "supplement_notice"


def test_a_short_title_behind_a_foreign_word_needs_captions(tmp_path):
    captions = [line(text, 150, 1300 + 80 * row, size=36) for row, text in enumerate(("委托事项：", "受托人："))]
    assert typed(tmp_path, [heading("购房委托书")]) == "blank_or_other"
    assert typed(tmp_path, [heading("购房委托书"), *captions]) == "power_of_attorney"


def test_a_misread_title_is_believed_with_captions(tmp_path):
    captions = [line(text, 150, 1300 + 80 * row, size=36) for row, text in enumerate(("诊断结论：", "职业病名称："))]
    assert typed(tmp_path, [heading("职业痛诊断证明书"), *captions]) == "occupational_disease_certificate"


def test_what_is_left_of_a_torn_title_is_completed_by_captions(tmp_path):
    words = ("诊断结论：", "职业病名称：", "职业病危害接触史：", "诊断机构：")
    captions = [line(text, 150, 1300 + 80 * row, size=36) for row, text in enumerate(words)]
    assert typed(tmp_path, [heading("诊断证明书"), *captions]) == "occupational_disease_certificate"


@pytest.mark.parametrize(
    "title", ["中华人民共和国机动车驾驶证", "吉林省社会保障卡", "特种作业操作证", "中华人民共和国居民身份证"]
)
def test_another_card_with_the_lines_of_an_identity_card_is_none(tmp_path, title):
    captions = ("姓名何志勇性别男国籍中国", "住址吉林省榆树市", "出生日期1993-05-26", "有效期限2019-08-14至2029-08-14")
    lines = [line(title, (1654 - 36 * len(title)) / 2, 150, size=36)]
    lines += [line(text, 300, 260 + 60 * row, size=36) for row, text in enumerate(captions)]
    known = "id_card" if title.endswith("居民身份证") else "blank_or_other"
    assert page_type(read_page(tmp_path, lines), document_types()).type_id == known


def test_a_residence_permit_is_no_identity_card(tmp_path):
    card = ["居住证", "姓名邬志国", "性别男民族汉", "出生1976年5月8日", "住址长春市", "公民身份号码21010419760508633X"]
    back = ["中华人民共和国", "居住证", "签发机关长春市公安局", "有效期限2025.08.01-2026.07.31"]
    lines = [line(text, (1654 - 36 * len(text)) / 2, 200 + 60 * row, size=36) for row, text in enumerate(card + back)]
    assert page_type(read_page(tmp_path, lines), document_types()).type_id == "residence_proof"
    remark = line("仅供办理居住证使用", 700, 60, size=36)
    copied = [remark, *lines[1:6], *lines[8:]]
    assert page_type(read_page(tmp_path, copied), document_types()).type_id == "id_card"
