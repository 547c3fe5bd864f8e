import pytest

from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from tests.ocr.drawing import SENTENCES, typed_page

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def paddle() -> OcrEngine:
    return create_engine("paddleocr", models=None, recording=None, streams=1)


def test_both_engines_read_the_same_page_alike(engine: OcrEngine, paddle: OcrEngine) -> None:
    page, _ = typed_page()

    ours, theirs = (reader.recognise(page, reader.detect(page)) for reader in (engine, paddle))

    assert [line.text for line in theirs] == [line.text for line in ours] == list(SENTENCES)
    assert all(one.box.share_inside(other.box.expanded(10)) == 1 for one, other in zip(ours, theirs, strict=True))
    assert paddle.characters == engine.characters
    assert paddle.models == engine.models


def test_the_official_package_keeps_the_protocol(paddle: OcrEngine) -> None:
    page, _ = typed_page(SENTENCES[:1])

    assert paddle.recognise(page, []) == ()
    (line,) = paddle.recognise(page, paddle.detect(page))
    assert (line.chars[0].start, line.chars[-1].end) == (0, 1)
    assert {char.confidence for char in line.chars} == {line.confidence}
