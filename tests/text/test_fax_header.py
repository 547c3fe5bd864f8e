import pytest

from pipeline.text.fax_header import fax_header_score


@pytest.mark.parametrize(
    "row",
    [
        "2026-03-05 14:22 FROM:吉林XX公司 TO:043187605083 P.01/03",
        "MAR-05-2026 14:22 From:0431-87605083 To:0431-88990000 P.1/3",
        "2026/03/05 14:22 传真:0431-87605083 PAGE 001",
    ],
)
def test_fax_headers(row):
    assert fax_header_score(row) >= 0.75


@pytest.mark.parametrize(
    "row",
    ["传真：0431-87605083 电话：0431-87605000", "打印时间：2026-03-05 14:22 第1页 共1页", "工伤认定申请表", ""],
)
def test_letterheads_and_print_times_are_none(row):
    assert fax_header_score(row) < 0.75


def test_print_time_beside_telephone_and_fax_number_is_not_certain():
    assert fax_header_score("电话:0431-87605000 传真:0431-87605083 打印时间:2026-03-05 14:22") < 1
    assert fax_header_score("2026-03-05 14:22 FROM:吉林XX公司 TO:043187605083 P.01/03") == 1


def test_fine_print_read_with_slips_is_certain_still():
    assert fax_header_score("2026-07-0313:00 FAXO.:0431-82822724 PACE003") == 1
