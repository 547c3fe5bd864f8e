import pytest

from pipeline.errors import PrecheckError
from pipeline.reading.printed_number import printed_number, with_overlooked_numbers
from tests.typeset import SilentEngine, line, read_page

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


@pytest.mark.parametrize("numbers", [("2", "3"), ("- 8 -", "- 1 -"), ("第2页", "第3页")])
def test_a_spread_has_no_number_of_its_own(numbers):
    left, right = numbers
    assert printed_number([*BODY, line(left, 700, 2250), line(right, 2200, 2250)], 2339) is None


def test_number_and_total_side_by_side_are_one_pages():
    assert printed_number([*BODY, line("第2页", 400, 2250), line("共8页", 1400, 2250)], 2339) == (2, 8)


class Closer(SilentEngine):
    """Finds this number when it looks at a part of the page."""

    def __init__(self, text):
        self.text = text

    def detect(self, image):
        return (line(self.text, 400, 100).quad,) if image.shape[1] < 1654 else ()

    def recognise(self, image, quads):
        return tuple(line(self.text, 400, 100) for _ in quads)


def test_a_number_overlooked_beside_a_numbered_page_is_looked_for_again(tmp_path):
    def page(number, *, sees="", **facts):
        return read_page(tmp_path, BODY, page=number, engine=Closer(sees) if sees else None, **facts)

    def numbers(*pages):
        return [read.page.printed_page_number for read in with_overlooked_numbers(pages)]

    third = page(3, printed_page_number=3)
    assert numbers(page(1, sees="-1-"), page(2, sees="- 2 -"), third, page(4, sees="4")) == [1, 2, 3, 4]
    assert numbers(page(1, sees="-1-"), page(2, sees="- 5 -"), third, page(4)) == [None, None, 3, None]
    last = page(3, printed_page_number=3, printed_page_count=3)
    assert numbers(page(2, sees="第2页共3页"), last, page(4, sees="第4页共3页")) == [2, 3, None]
    assert numbers(page(2, sees="第2页共4页"), last) == [None, 3]


class Failing(SilentEngine):
    def __init__(self, code):
        self.code = code

    def detect(self, image):
        raise PrecheckError(self.code, zh="失败。", en="It failed.")


def test_an_engine_that_fails_at_the_second_look_costs_neither_page_nor_claim(tmp_path):
    third = read_page(tmp_path, BODY, page=3, printed_page_number=3)
    second = read_page(tmp_path, BODY, page=2, engine=Failing("engine_failed"))
    assert with_overlooked_numbers([second, third]) == [second, third]
    with pytest.raises(PrecheckError):
        with_overlooked_numbers([read_page(tmp_path, BODY, page=2, engine=Failing("engine_missing")), third])


def test_a_page_without_room_for_a_foot_is_left_as_it_is(tmp_path):
    third = read_page(tmp_path, BODY, page=3, printed_page_number=3)
    hairline = read_page(tmp_path, [], (1654, 3), page=2, engine=Failing("engine_missing"))
    assert with_overlooked_numbers([hairline, third]) == [hairline, third]
