import pytest

from pipeline.reading.printed_number import printed_number
from tests.typeset import line

BODY = [line("以上情况属实特此说明", 200, 400 + 70 * row) for row in range(8)]


@pytest.mark.parametrize(
    ("foot", "number"),
    [(line("2", 800, 2250, 24), 2), (line("第2页", 800, 2250, 24), 2), (line("2", 200, 2270, 17), None)],
)
def test_a_speck_far_smaller_than_the_text_is_no_page_number(foot, number):
    found = printed_number([*BODY, foot], 2339)
    assert (found.number if found else None) == number


def test_the_foot_goes_before_the_head_and_text_between_gives_none():
    assert printed_number([line("- 1 -", 800, 100), *BODY, line("- 3 -", 800, 2250)], 2339).number == 3
    assert printed_number([line("- 1 -", 800, 100), *BODY], 2339).number == 1
    assert printed_number([*BODY, line("- 1 -", 800, 1000)], 2339) is None
    assert printed_number([], 2339) is None
