import numpy as np
import pytest

from pipeline.exactness.compare_images import Field, compare_fields, field_in
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.posteriors import Look
from tests.exactness.seen import characters, seen

_LINE = Quad.of(Box(40, 40, 290, 85))
_STREAKS = Quad.of(Box(250, 95, 290, 130))


class Finds:
    """An engine that finds these lines everywhere, and reads nothing."""

    name = "finds"
    models = ()
    concurrency = 1
    characters: frozenset[str] = frozenset()

    def __init__(self, *quads: Quad) -> None:
        self._quads = quads

    def detect(self, image: Image) -> tuple[Quad, ...]:
        return self._quads

    def recognise(self, image: Image, quads: object) -> tuple[TextLine, ...]:
        raise NotImplementedError

    def look(self, image: Image, quads: object, width: float) -> Look | None:
        raise NotImplementedError


def test_streaks_in_the_margin_set_around_a_crop_are_no_line_of_text() -> None:
    crop = np.full((60, 280, 3), 240, np.uint8)

    assert field_in(Finds(_LINE, _STREAKS), crop).lines == (_LINE,)


def test_a_crop_without_a_line_of_its_own_is_taken_for_one() -> None:
    crop = np.full((60, 280, 3), 240, np.uint8)

    (whole,) = field_in(Finds(_STREAKS), crop).lines

    assert whole.box == Box(20, 20, 300, 80)


class _Sees(Finds):
    """An engine that sees these texts, by their lines, in every view; what is in doubt beside the first character."""

    def __init__(self, texts: dict[Quad, tuple[str, float]]) -> None:
        self._texts = texts
        self.looked_at: list[Quad] = []

    def look(self, image: Image, quads: tuple[Quad, ...], width: float) -> Look | None:
        self.looked_at.append(quads[0])
        text, doubt = self._texts[quads[0]]
        return seen(text, characters("左右末未节裂伤"), rivals={0: ("右", doubt)})


@pytest.mark.parametrize(
    ("texts", "looks"),
    [
        ((("左末节裂伤", 0.001), ("左末节裂伤", 0.001)), (1, 1)),
        ((("左末节裂伤", 0.001), ("左末节裂伤", 0.3)), (1, 3)),
        ((("左末节裂伤", 0.3), ("左末节裂伤", 0.3)), (3, 3)),
        ((("左末节裂伤", 0.001), ("左未节裂伤", 0.001)), (1, 1)),
        ((("左末节裂伤", 0.3), ("右末节裂伤", 0.001)), (3, 3)),
    ],
)
def test_only_what_is_in_doubt_is_looked_at_again(
    texts: tuple[tuple[str, float], tuple[str, float]], looks: tuple[int, int]
) -> None:
    engine = _Sees(dict(zip((_LINE, _STREAKS), texts, strict=True)))
    paper = np.full((160, 320, 3), 240, np.uint8)

    compare_fields(engine, Field(paper, (_LINE,)), Field(paper, (_STREAKS,)))

    assert (engine.looked_at.count(_LINE), engine.looked_at.count(_STREAKS)) == looks
