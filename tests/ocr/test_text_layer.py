import pytest

from pipeline.models.geometry import Box
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.text_layer import trusted_text_layer
from tests.ocr.drawing import SENTENCES, DrawnLine, typed_page

pytestmark = pytest.mark.engine


def test_a_layer_that_tells_the_truth_is_used(engine: OcrEngine) -> None:
    page, drawn = typed_page()
    layer = tuple(line.as_layer() for line in drawn)

    assert trusted_text_layer(engine, page, layer, engine.detect(page)) == layer


def test_a_layer_in_pieces_is_used(engine: OcrEngine) -> None:
    page, drawn = typed_page(SENTENCES[:3])
    halves = []
    for line in drawn:
        cut = len(line.text) // 2
        middle = line.box.x0 + line.box.width * cut // len(line.text)
        halves.append(DrawnLine(line.text[:cut], line.box._replace(x1=middle)).as_layer())
        halves.append(DrawnLine(line.text[cut:], line.box._replace(x0=middle)).as_layer())

    assert trusted_text_layer(engine, page, halves, engine.detect(page)) == tuple(halves)


def test_a_layer_that_says_something_else_is_not_used(engine: OcrEngine) -> None:
    page, drawn = typed_page()
    layer = [line.as_layer(line.text[::-1]) for line in drawn]

    assert trusted_text_layer(engine, page, layer, engine.detect(page)) is None


def test_a_layer_that_leaves_out_a_line_is_not_used(engine: OcrEngine) -> None:
    page, drawn = typed_page()
    quads = engine.detect(page)

    for missing in range(len(drawn)):
        layer = [line.as_layer() for place, line in enumerate(drawn) if place != missing]
        assert trusted_text_layer(engine, page, layer, quads) is None


def test_invisible_text_is_not_used(engine: OcrEngine) -> None:
    page, drawn = typed_page()
    hidden = DrawnLine("左胫骨平台骨折", Box(300, 1500, 560, 1536))
    layer = [line.as_layer() for line in (*drawn, hidden)]

    assert trusted_text_layer(engine, page, layer, engine.detect(page)) is None


def test_nothing_is_not_a_layer(engine: OcrEngine) -> None:
    page, drawn = typed_page(SENTENCES[:2])
    quads = engine.detect(page)

    assert trusted_text_layer(engine, page, (), quads) is None
    assert trusted_text_layer(engine, page, [line.as_layer() for line in drawn], ()) is None
    assert trusted_text_layer(engine, page, [drawn[0].as_layer("  ")], quads) is None
