"""Household registers: a first page and cards, as tables and as rows without rules."""

import cv2
import numpy as np

from pipeline.extractors import household_register
from pipeline.models.geometry import Box
from pipeline.reading.page import DocumentPages
from tests.extractors.official import extracted, values
from tests.typeset import line, read_page

FIRST = [
    line("户别", 200, 500),
    line("家庭户口", 400, 500),
    line("户主姓名", 800, 500),
    line("周建国", 1100, 500),
    line("户号", 200, 600),
    line("020123456", 400, 600),
    line("住址", 200, 700),
    line("吉林省长春市朝阳区前进大街1号", 400, 700),
]


def card(name, relation, number):
    rows = [
        ("姓名", name, "户主或与户主关系", relation),
        ("性别", "男", "民族", "汉族"),
        ("公民身份证件编号", number, "文化程度", "大专"),
    ]
    lines, cells = [line("常住人口登记卡", 600, 200, size=60)], []
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            box = Box(100 + 370 * x, 400 + 90 * y, 470 + 370 * x, 490 + 90 * y)
            cells.append(box)
            lines.append(line(text, box.x0 + 10, box.y0 + 25, size=36, pitch=18 if text[0].isdigit() else 36))
    return lines, cells


def test_a_booklet_with_two_cards(tmp_path):
    pages = [read_page(tmp_path, FIRST, page=1)]
    for number, (name, relation, identity) in enumerate(
        (("周建国", "户主", "220104195501019999"), ("周明轩", "子", "220104198501019999")), start=2
    ):
        lines, cells = card(name, relation, identity)
        pages.append(read_page(tmp_path, lines, cells=cells, page=number))
    assert values(household_register.extract(DocumentPages("household_register", tuple(pages)))) == {
        "head_name": "周建国",
        "member_name": "周建国、周明轩",
        "relation": "户主、子",
        "id_number": "220104195501019999、220104198501019999",
    }
    begins = household_register.begins
    assert not begins(pages[1], pages[:1])
    assert not begins(pages[2], pages[:2])
    assert begins(pages[0], pages)


def test_a_card_without_rules(tmp_path):
    lines = [
        line("常住人口登记卡", 600, 200, size=60),
        line("姓名", 200, 400),
        line("周明轩", 400, 400),
        line("户主或与户主关系", 800, 400),
        line("长子", 1250, 400),
        line("公民身份证件编号", 200, 500),
        line("220104198501019999", 700, 500, pitch=22),
    ]
    read = values(extracted(household_register, tmp_path, lines))
    assert read == {"member_name": "周明轩", "relation": "长子", "id_number": "220104198501019999"}


def test_a_seal_on_a_photographed_page_of_the_booklet_is_seen(tmp_path):
    page = read_page(tmp_path, FIRST, size=(2600, 1844), dpi=None)
    blank = household_register.extract(DocumentPages("household_register", (page,)))
    assert [mark.state for mark in blank.marks] == ["absent"]
    image = page.image
    cv2.circle(image, (1750, 1300), 310, (40, 30, 200), 14)
    np.save(page.pixels, image)
    sealed = household_register.extract(DocumentPages("household_register", (page,)))
    assert [mark.state for mark in sealed.marks] == ["present"]


def test_a_first_page_and_a_card_are_parts(tmp_path):
    assert [part.name for part in extracted(household_register, tmp_path, FIRST).parts] == ["first_page"]
    lines, _ = card("周明轩", "子", "220104198501019999")
    assert [part.name for part in extracted(household_register, tmp_path, FIRST, lines).parts] == ["first_page", "card"]
