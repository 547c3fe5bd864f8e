"""What a half-read page asks its reader for."""

from dataclasses import replace

import pytest

from pipeline.imaging.seal import SealFound
from pipeline.models.geometry import Box, Quad
from tests.typeset import SilentEngine, line, read_page


class Counting(SilentEngine):
    def __init__(self, whole):
        self.whole, self.asked = {read.quad: read for read in whole}, 0

    def recognise(self, image, quads):
        self.asked += len(quads)
        return tuple(self.whole[quad] for quad in quads)


def test_a_line_is_read_to_its_end_once_whoever_asks(tmp_path):
    whole = [line("甲方应当按照约定支付劳动报酬并办理社会保险", 100, 100 + 80 * row) for row in range(3)]
    engine = Counting(whole)
    begun = [read.span(0, 9) for read in whole]
    page = read_page(tmp_path, begun, heads={row: read.quad for row, read in enumerate(whole)}, engine=engine)
    upper = page.completed(lambda read: read.box.y0 < 150)
    assert [read.text for read in upper.lines] == [whole[0].text, begun[1].text, begun[2].text]
    assert [*upper.heads] == [1, 2]
    assert [read.text for read in page.completed().lines] == [read.text for read in whole]
    assert upper.completed().lines == page.completed().lines
    assert engine.asked == len(whole)


class Closer(SilentEngine):
    """Finds lines on one part of a page alone: the one of that height."""

    def __init__(self, top, lines, height=2339):
        self.top, self.lines, self.height = top, lines, height

    def detect(self, image):
        if len(image) != self.height - self.top:
            return ()
        return tuple(Quad.of(read.box.shifted(0, -self.top)) for read in self.lines)

    def recognise(self, image, quads):
        return tuple(next(read for read in self.lines if read.quad == quad) for quad in quads)


class Halves(Closer):
    """Finds lines on the right half of a spread alone."""

    def __init__(self, quads, lines):
        super().__init__(0, lines)
        self.quads = quads

    def detect(self, image):
        half = image.shape[1]
        return tuple(quad.shifted(-half, 0) for quad in self.quads) if image.shape[0] > half else ()


@pytest.mark.parametrize("share", [0.4, 0.45])
def test_a_second_look_at_the_lower_parts_adds_the_lines_that_were_overlooked(tmp_path, share):
    known, overlooked = line("2026年11月17日", 900, 1900), line("交通警察：", 200, 1800)
    page = read_page(tmp_path, [known], engine=Closer(round(share * 2339), [known, overlooked]))
    assert [read.text for read in page.looked_at_again.lines] == [known.text, overlooked.text]
    nothing_new = read_page(tmp_path, [known], engine=Closer(round(share * 2339), [known]))
    assert nothing_new.looked_at_again is nothing_new


def test_where_a_page_is_sealed_high_up_the_second_look_begins_above_the_seal(tmp_path):
    seal = SealFound(Box(560, 680, 880, 1000), "round", "red", 1.0, at_edge=False)
    known, overlooked = line("甲方（盖章）：", 200, 750), line("乙方（签字）：", 1000, 750)
    page = read_page(tmp_path, [known], engine=Closer(520, [known, overlooked]))
    assert page.looked_at_again is page
    sealed = replace(page, seals=(seal,))
    assert [read.text for read in sealed.looked_at_again.lines] == [known.text, overlooked.text]


def test_a_spread_is_looked_at_again_on_its_right_half(tmp_path):
    known, overlooked = line("2026年11月17日", 2400, 300), line("申请人签字：", 2000, 200)
    engine = Halves([read.quad for read in (known, overlooked)], [known, overlooked])
    page = read_page(tmp_path, [known], (3308, 2339), engine=engine)
    assert [read.text for read in page.looked_at_again.lines] == [known.text, overlooked.text]
