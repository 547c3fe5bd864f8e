import pytest

from pipeline.reading.closing import read_closing
from pipeline.reading.view import whole
from tests.typeset import line, read_page


@pytest.mark.parametrize(
    ("row", "office"),
    [
        ("委托单位（盖章）：长春市二道区园林管理中心", "长春市二道区园林管理中心"),
        ("委托单位(盖章)长春市二道区园林管理中心", "长春市二道区园林管理中心"),
        ("长春市二道区园林管理中心（盖章）", "长春市二道区园林管理中心"),
    ],
)
def test_the_office_is_what_the_word_for_the_seal_stands_beside(row, office, tmp_path):
    """A seal over the row easily hides the colon between them."""
    page = read_page(tmp_path, [line(row, 400, 1800, 30), line("2026年11月19日", 700, 1900, 30)])
    closing = read_closing([whole(page)])
    assert closing.office.value == office
    assert closing.day.value == "2026-11-19"
