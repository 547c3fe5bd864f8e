"""Blocks of text that run on in columns, on pages set by hand."""

from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.view import whole
from tests.typeset import line, read_page

SPECS = (FieldSpec("diagnosis", ("初步诊断",), "text_block"),)


def values(folder, lines):
    read = read_fields([whole(read_page(folder, lines))], SPECS, ("修正诊断", "医师签名", "姓名"))
    return {name: field.value for name, field in read.items()}


def test_two_diagnoses_beside_each_other(tmp_path):
    page = [
        line("修正诊断：", 150, 100),
        line("初步诊断：", 900, 100),
        line("1.右胫骨骨折", 150, 170),
        line("1.右膝外伤", 900, 170),
        line("2.右腓骨骨折", 150, 240),
        line("3.右踝扭伤", 150, 310),
        line("医师签名：", 150, 400),
        line("医师签名：", 900, 400),
    ]
    assert values(tmp_path, page) == {"diagnosis": "1.右膝外伤"}


def test_a_value_that_begins_beside_its_caption_in_the_right_column(tmp_path):
    page = [
        line("修正诊断：右胫骨骨折", 150, 100),
        line("初步诊断：1.右膝外伤", 900, 100),
        line("右腓骨骨折", 350, 170),
        line("2.右踝扭伤", 1080, 170),
        line("医师签名：", 900, 240),
    ]
    assert values(tmp_path, page) == {"diagnosis": "1.右膝外伤2.右踝扭伤"}


def test_a_value_that_wraps_to_the_margin_stays_whole(tmp_path):
    page = [
        line("姓名：张志远", 150, 100),
        line("初步诊断：左手示指末节", 700, 100),
        line("开放性骨折", 150, 170),
        line("医师签名：", 150, 240),
    ]
    assert values(tmp_path, page) == {"diagnosis": "左手示指末节开放性骨折"}
