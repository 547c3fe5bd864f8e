"""Certificates of kinship in running text and in rows."""

import pytest

from pipeline.extractors import kinship_certificate
from tests.extractors.official import extracted, letter, values

FOOT = ["长春市朝阳区永昌街道办事处", "2026年10月12日"]


@pytest.mark.parametrize(
    ("text", "names", "relation"),
    [
        (
            "兹证明周明轩（身份证号：220104198501019999）与周建国（身份证号：220104195501019999）系父子关系。",
            "周明轩、周建国",
            "父子",
        ),
        ("兹证明我辖区居民周明轩与周建国二人为父子关系。", "周明轩、周建国", "父子"),
        ("兹证明周建国，男，1955年1月1日出生，系死者周明轩之父。", "周建国、周明轩", "父"),
        ("兹证明李桂兰系周明轩的母亲，情况属实。", "李桂兰、周明轩", "母亲"),
        ("经核实，我社区居民周建国（身份证号：220104195501019999）和周明轩系父子关系。", "周建国、周明轩", "父子"),
        ("周建国与周明轩为父子关系，情况属实。", "周建国、周明轩", "父子"),
        ("根据户籍档案记载，李桂兰，女，与周明轩是母子关系。", "李桂兰、周明轩", "母子"),
    ],
)
def test_two_people_in_a_sentence(tmp_path, text, names, relation):
    page = letter("亲属关系证明", [text, "特此证明。"], FOOT)
    assert values(extracted(kinship_certificate, tmp_path, page)) == {
        "names": names,
        "relation": relation,
        "issued_on": "2026-10-12",
    }


def test_a_relative_of_whom_the_next_sentence_tells_the_relation(tmp_path):
    text = "我辖区居民周明轩，男，1985年1月1日出生，其母亲为李桂兰，女，二人为母子关系，因户口不在一处，现予以证明。"
    read = values(extracted(kinship_certificate, tmp_path, letter("关系证明", [text], FOOT)))
    assert (read["names"], read["relation"]) == ("周明轩、李桂兰", "母子")


def test_rows_with_captions(tmp_path):
    page = letter(
        "亲属关系证明",
        [
            "姓名：周明轩",
            "身份证号：220104198501019999",
            "姓名：周建国",
            "身份证号：220104195501019999",
            "双方关系：父子",
        ],
        FOOT,
    )
    read = values(extracted(kinship_certificate, tmp_path, page))
    assert (read["names"], read["relation"]) == ("周明轩、周建国", "父子")


def test_a_list_of_relatives(tmp_path):
    text = "兹证明死者周明轩，男，1985年1月1日出生。其父亲：周建国，母亲：李桂兰，妻子：孙丽娜。"
    read = values(extracted(kinship_certificate, tmp_path, letter("家庭关系证明", [text], FOOT)))
    assert (read["names"], read["relation"]) == ("周明轩、周建国、李桂兰、孙丽娜", "父亲、母亲、妻子")
