"""Marriage certificates: two inner pages copied apart or as one open booklet."""

from pipeline.extractors import marriage_certificate
from pipeline.reading.page import DocumentPages
from tests.extractors.official import extracted, values
from tests.typeset import line, read_page

EXPECTED = {"holder": "李春燕", "registered_on": "2012-05-20", "spouse_names": "李春燕、周明轩"}


def left(x):
    return [
        line("持证人 李春燕", x, 700),
        line("登记日期 2012年05月20日", x, 800),
        line("结婚证字号 J220104-2012-001234", x, 900, pitch=20),
        line("备注", x, 1000),
    ]


def right(x):
    rows = []
    for number, (name, sex, born) in enumerate(
        (("李春燕", "女", "1990年05月02日"), ("周明轩", "男", "1985年01月01日"))
    ):
        y = 500 + 400 * number
        rows += [
            line(f"姓名 {name}", x, y, size=32),
            line(f"性别 {sex}", x + 360, y, size=32),
            line("国籍 中国", x, y + 80, size=32),
            line(f"出生日期 {born}", x + 240, y + 80, size=24),
            line("身份证件号 220104198501019999", x, y + 160, size=32, pitch=20),
        ]
    return rows


def test_two_pages(tmp_path):
    assert values(extracted(marriage_certificate, tmp_path, left(200), right(200))) == EXPECTED


def test_an_open_booklet(tmp_path):
    page = read_page(tmp_path, left(150) + right(1250), size=(2339, 1654))
    assert values(marriage_certificate.extract(DocumentPages("marriage_certificate", (page,)))) == EXPECTED


def test_a_second_booklet_begins_with_a_second_holder(tmp_path):
    pages = [read_page(tmp_path, left(150), page=1), read_page(tmp_path, right(150), page=2)]
    assert marriage_certificate.TYPE.begins is not None
    assert not marriage_certificate.TYPE.begins(pages[1], pages[:1])
    assert marriage_certificate.TYPE.begins(pages[0], pages)


def test_both_inner_pages_are_parts(tmp_path):
    assert [part.name for part in extracted(marriage_certificate, tmp_path, left(200)).parts] == ["registration"]
    assert [part.name for part in extracted(marriage_certificate, tmp_path, right(200)).parts] == ["couple"]
