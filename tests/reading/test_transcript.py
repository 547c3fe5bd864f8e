import pytest

from pipeline.models.geometry import Box
from pipeline.reading.transcript import join, rows, transcribe
from tests.typeset import PAGE, line


def test_rows_read_left_to_right_and_gaps_become_tabs():
    page = [line("男", 800, 102), line("姓名张三", 100, 100), line("诊断", 100, 200)]
    assert transcribe(PAGE, page).text == "姓名张三\t男\n诊断\n"


def test_letters_set_wide_keep_their_gaps():
    assert transcribe(PAGE, [line("诊断书", 100, 100, pitch=150)]).text == "诊\t断\t书\n"


def test_a_region_cuts_a_line_between_characters():
    wide = line("申请人张三性别男", 0, 100)
    assert transcribe(PAGE, [wide], Box(200, 90, 1000, 150)).text == "性别男\n"


def test_a_field_knows_its_place_and_its_weakest_character():
    page = transcribe(PAGE, [line("姓名", 100, 100), line("张三", 260, 100, confidence=0.6)])
    start = page.text.index("张")
    field = page.field(start, start + 2)
    assert (field.text, field.confidence) == ("张三", 0.6)
    assert field.box == Box(260, 100, 340, 140)


def test_nothing_but_layout_is_no_field():
    assert transcribe(PAGE, [line("姓名", 100, 100)]).field(2, 3) is None


def test_joined_transcripts_keep_their_places():
    both = join([transcribe(PAGE, [line("甲", 0, 0)]), transcribe(PAGE, [line("乙方", 0, 0)])])
    assert both.text == "甲\n乙方\n"
    assert both.field(2, 4).text == "乙方"


@pytest.mark.parametrize("shift", [0, 12])
def test_a_slightly_sunken_line_stays_in_its_row(shift):
    assert len(rows([line("姓名", 0, 100), line("张三", 300, 100 + shift)])) == 1


def test_lines_on_top_of_each_other_are_two_rows():
    assert len(rows([line("姓名", 0, 100), line("张三", 0, 115)])) == 2
