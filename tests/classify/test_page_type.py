import pytest

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
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
