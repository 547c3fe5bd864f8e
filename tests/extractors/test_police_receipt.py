"""Police receipts: a letter, a certificate, a table."""

from pipeline.extractors import police_receipt
from pipeline.models.geometry import Box
from pipeline.reading.page import DocumentPages
from tests.extractors.official import extracted, letter, values
from tests.typeset import line, read_page


def test_a_receipt_that_addresses_the_caller(tmp_path):
    page = letter(
        "受案回执",
        [
            "赵铁柱：",
            "你（单位）于2026年7月9日报称的赵铁柱被殴打一案我单位已受理（受案登记表文号为长公（朝）受案字〔2026〕1234号）。",
        ],
        ["长春市公安局朝阳区分局南湖派出所", "2026年7月10日"],
    )
    assert values(extracted(police_receipt, tmp_path, page)) == {
        "reporter": "赵铁柱",
        "reported_on": "2026-07-09",
        "station": "长春市公安局朝阳区分局南湖派出所",
    }


def test_a_certificate_in_running_text(tmp_path):
    page = letter(
        "报警证明",
        [
            "兹证明2026年7月9日22时40分许，我所接到赵铁柱（身份证号220104198501019999）电话报警，称其在岗亭被人殴打。",
            "特此证明。",
        ],
        ["长春市公安局朝阳区分局南湖派出所", "二〇二六年七月十日"],
    )
    assert values(extracted(police_receipt, tmp_path, page)) == {
        "reporter": "赵铁柱",
        "reported_on": "2026-07-09",
        "station": "长春市公安局朝阳区分局南湖派出所",
    }


def test_a_table(tmp_path):
    rows = [("报警人", "赵铁柱", "联系电话", "13800000000"), ("报警时间", "2026-07-09 22:41", "接警单位", "南湖派出所")]
    cells, lines = [], [line("接处警情况登记表", 600, 200, size=60)]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            box = Box(150 + 330 * column, 400 + 90 * number, 480 + 330 * column, 490 + 90 * number)
            cells.append(box)
            lines.append(line(text, box.x0 + 20, box.y0 + 25, size=36, pitch=17 if text[0].isdigit() else 36))
    page = read_page(tmp_path, lines, cells=cells)
    read = police_receipt.extract(DocumentPages("police_receipt", (page,)))
    assert values(read) == {"reporter": "赵铁柱", "reported_on": "2026-07-09", "station": "南湖派出所"}


def test_a_printed_receipt_with_captions_in_rows(tmp_path):
    page = letter(
        "接报警回执单",
        ["报警人：赵铁柱", "报警时间：2026年07月09日22时41分", "报警内容：在岗亭被他人持木棍殴打", "接警民警：孙德胜"],
        ["长春市公安局朝阳区分局南湖派出所（盖章）", "2026年7月9日"],
    )
    assert values(extracted(police_receipt, tmp_path, page)) == {
        "reporter": "赵铁柱",
        "reported_on": "2026-07-09",
        "station": "长春市公安局朝阳区分局南湖派出所",
    }


def test_a_blank_receipt(tmp_path):
    page = letter("报警回执", ["报警人：", "报警时间：    年    月    日", "接警单位："], ["年    月    日"])
    read = extracted(police_receipt, tmp_path, page)
    assert values(read) == {"reporter": "", "reported_on": "", "station": ""}
    assert [mark.state for mark in read.marks] == ["absent"]


def test_the_day_under_the_seal_is_no_station(tmp_path):
    rows = ["长春市公安局二道区分局", "受案单位（印）", "二〇二六年七月十日"]
    page = letter("受案回执", ["赵铁柱：", "你（单位）于2026年7月9日报称的赵铁柱被殴打一案我单位已受理。"], rows[1:])
    named = [line(rows[0], 500, 100, size=48), *page]
    assert values(extracted(police_receipt, tmp_path, named))["station"] == rows[0]
    assert "station" not in values(extracted(police_receipt, tmp_path, page))
