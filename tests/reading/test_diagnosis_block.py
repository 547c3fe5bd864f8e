"""Diagnoses set as hospitals set them: what follows and what stands beside them is none of theirs."""

import pytest

from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.view import whole
from tests.typeset import line, read_page

SPEC = FieldSpec("diagnosis", ("初步诊断", "诊断:"), "diagnosis")
ONE, TWO = "右胫骨平台骨折", "1.右胫骨平台骨折2.右膝皮肤挫裂伤"


def diagnosis(folder, lines):
    return read_fields([whole(read_page(folder, lines))], (SPEC,), ("医嘱:", "医师签名"))["diagnosis"].value


def rows(*texts):
    return [line(text, 150, 300 + 70 * row, size=36) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("诊断：右胫骨平台骨折", "治疗方案：石膏外固定"), ONE),
        (("初步诊断：", "右胫骨平台骨折", "治疗方案：石膏外固定"), ONE),
        (("4.诊断：右胫骨平台骨折", "5.治疗方案：石膏外固定"), ONE),
        (("四、诊断：右胫骨平台骨折", "五、治疗方案", "石膏外固定"), ONE),
        (("诊断：右胫骨平台骨折", "随诊医嘱：休息"), ONE),
        (("诊断：右胫骨平台骨折", "R：石膏外固定"), ONE),
        (("诊断：右胫骨平台骨折", "（以下空白）"), ONE),
        (("诊断：1.右胫骨平台骨折", "2.右膝皮肤挫裂伤", "患者因外伤2小时入院，右膝肿胀。"), TWO),
        (("诊断：1.右胫骨平台骨折", "2.右膝皮肤挫裂伤", "入院时体征：右膝肿痛"), TWO),
        (("诊断：1.右胫骨平台骨折2.右膝皮肤挫", "裂伤", "医嘱：休息"), TWO),
        (("外伤2小时，初步诊断：右胫骨平台骨折。予石膏固定，", "抬高患肢。"), ONE),
        (("诊断：右胫骨平台骨折。",), ONE),
        (("诊断：右胫骨平台骨折（S82.101）",), ONE),
        (("诊断：S82.101 右胫骨平台骨折",), ONE),
        (("诊断：右膝外伤：1.前交叉韧带断裂；2.内侧半月板撕裂",), "右膝外伤：1.前交叉韧带断裂；2.内侧半月板撕裂"),
        (("诊断：1.右膝皮肤裂伤", "2.颅脑损伤：脑挫裂伤"), "1.右膝皮肤裂伤2.颅脑损伤：脑挫裂伤"),
        (("诊断：1.右胫骨平台骨折。", "2.右膝皮肤挫裂伤。"), "1.右胫骨平台骨折。2.右膝皮肤挫裂伤"),
        (("诊断：T12椎体压缩性骨折", "L1椎体骨折"), "T12椎体压缩性骨折L1椎体骨折"),
    ],
)
def test_a_diagnosis_ends_where_another_part_of_the_paper_begins(tmp_path, texts, told):
    assert diagnosis(tmp_path, rows(*texts)) == told


def test_codes_in_a_column_of_their_own(tmp_path):
    codes = [line("S82.101", 900, 370, size=36), line("S81.000", 900, 440, size=36)]
    assert diagnosis(tmp_path, [*rows("诊断：", "1.右胫骨平台骨折", "2.右膝皮肤挫裂伤"), *codes]) == TWO


def test_what_stands_beside_it_under_a_heading_of_its_own(tmp_path):
    assert diagnosis(tmp_path, [*rows("诊断：右胫骨平台骨折"), line("病情：稳定", 900, 300, size=36)]) == ONE


def test_a_name_whose_caption_was_not_read(tmp_path):
    assert diagnosis(tmp_path, [*rows("诊断：右胫骨平台骨折"), line("翟明轩", 1100, 380, size=60)]) == ONE


def test_what_stands_far_below(tmp_path):
    assert diagnosis(tmp_path, [*rows("诊断：右胫骨平台骨折"), line("复诊时携带此单", 150, 1500, size=30)]) == ONE


@pytest.mark.parametrize("height", [300, 335, 370, 405])
def test_a_list_goes_on_left_of_a_signatures_caption(tmp_path, height):
    sign = line("医师签名：王强", 1000, height, size=36)
    assert diagnosis(tmp_path, [*rows("初步诊断：", "1.右胫骨平台骨折", "2.右膝皮肤挫裂伤"), sign]) == TWO


def test_a_diagnosis_under_its_caption_with_another_part_in_the_right_column(tmp_path):
    advice = [line("医嘱：石膏外固定", 900, 300, size=36), line("卧床休息", 1000, 370, size=36)]
    assert diagnosis(tmp_path, [*rows("诊断：", "右胫骨平台骨折"), *advice]) == ONE


def test_what_goes_on_below_a_caption_at_the_right_is_not_taken_without_a_number(tmp_path):
    sign = line("医师签名：王强", 1000, 300, size=36)
    assert diagnosis(tmp_path, [*rows("诊断：右胫骨平台骨折", "石膏外固定四周"), sign]) == ONE
