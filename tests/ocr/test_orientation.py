import numpy as np
import pytest

from pipeline.imaging.upright import turn
from pipeline.models.page import Turn
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.orientation import find_turn
from tests.ocr.drawing import SENTENCES, typed_page

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("undoing", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "sentences", [SENTENCES, SENTENCES[3:5], ("居民身份证", "姓名 王建国", "公民身份号码 220102198003071234")]
)
def test_a_turned_page_is_found_and_its_lines_lie_upright(
    engine: OcrEngine, undoing: Turn, sentences: tuple[str, ...]
) -> None:
    upright, drawn = typed_page(sentences)
    stored = turn(upright, (360 - undoing) % 360)  # type: ignore[arg-type]

    found = find_turn(engine, stored)

    assert found.turn == undoing
    assert found.confidence > 0.9
    boxes = [quad.box for quad in found.quads]
    for line in drawn:
        assert any(line.box.share_inside(box.expanded(8)) > 0.9 for box in boxes) or " " in line.text


@pytest.mark.parametrize("shade", [0, 255])
def test_a_page_without_text_stays_as_it_is(engine: OcrEngine, shade: int) -> None:
    found = find_turn(engine, np.full((900, 600, 3), shade, np.uint8))

    assert (found.turn, found.confidence, found.quads) == (0, 0.0, ())


def test_a_photograph_without_text_is_not_sure_of_its_turn(engine: OcrEngine) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (600, 800, 3)).astype(np.uint8)

    found = find_turn(engine, noise)

    assert found.turn == 0 or found.confidence < 0.9
