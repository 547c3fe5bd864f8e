from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from pipeline.models.geometry import Box, Point, Quad
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from tests.ocr.drawing import SENTENCES, typed_page

pytestmark = pytest.mark.engine


def test_a_page_is_read_in_order(engine: OcrEngine) -> None:
    page, drawn = typed_page()

    quads = engine.detect(page)
    lines = engine.recognise(page, quads)

    assert [line.text for line in lines] == list(SENTENCES)
    for line, sentence in zip(lines, drawn, strict=True):
        assert line.box.share_inside(sentence.box.expanded(12)) == 1
        assert sentence.box.share_inside(line.box.expanded(8)) == 1
        assert line.confidence > 0.95


def test_characters_know_their_place(engine: OcrEngine) -> None:
    page, (drawn, *_) = typed_page(("右胫骨平台骨折",))

    (line,) = engine.recognise(page, [Quad.of(drawn.box)])

    for place, char in enumerate(line.chars):
        assert (char.start + char.end) / 2 == pytest.approx((place + 0.5) / len(line.chars), abs=0.05)


def test_as_many_lines_as_places(engine: OcrEngine) -> None:
    page, (drawn, *_) = typed_page()
    nothing, outside = Quad.of(Box(100, 1500, 700, 1540)), Quad.of(Box(5000, 5000, 5100, 5020))

    lines = engine.recognise(page, [nothing, Quad.of(drawn.box), outside])

    assert [line.text for line in lines] == ["", drawn.text, ""]
    assert lines[0].confidence == 0
    assert engine.recognise(page, []) == ()


def test_readings_do_not_depend_on_streams_or_company(engine: OcrEngine) -> None:
    page, _ = typed_page()
    quads = engine.detect(page)
    together = engine.recognise(page, quads)
    single = create_engine("openvino", models=None, recording=None, streams=1)

    assert single.detect(page) == quads
    assert single.recognise(page, quads) == together
    assert tuple(engine.recognise(page, [quad])[0] for quad in quads) == together
    with ThreadPoolExecutor(3) as callers:
        assert set(callers.map(lambda _: (engine.detect(page), engine.recognise(page, quads)), range(6))) == {
            (quads, together)
        }


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1), (20, 20), (64, 64)])
@pytest.mark.parametrize("shade", [0, 255])
def test_empty_pictures_of_any_shape_have_no_lines(engine: OcrEngine, shape: tuple[int, int], shade: int) -> None:
    image = np.full((*shape, 3), shade, np.uint8)

    assert engine.detect(image) == ()
    (line,) = engine.recognise(image, [Quad.of(Box(0, 0, shape[1], shape[0]))])
    assert line.text.strip() == ""


def test_a_crossed_quad_is_read_without_harm(engine: OcrEngine) -> None:
    page, _ = typed_page()
    same = Point(100.0, 100.0)

    (line,) = engine.recognise(page, [Quad(same, same, same, same)])

    assert len(line.text) <= 1


def test_dense_print_is_found_line_by_line(engine: OcrEngine) -> None:
    page, drawn = typed_page(SENTENCES * 4, pixels=16)
    spread = np.hstack([page, page])

    assert len(engine.detect(page)) == len(drawn)
    assert len(engine.detect(spread)) >= 0.9 * 2 * len(drawn)
