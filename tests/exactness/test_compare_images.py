import numpy as np

from pipeline.exactness.compare_images import field_in
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.posteriors import Look

_LINE = Quad.of(Box(40, 40, 290, 85))
_STREAKS = Quad.of(Box(250, 95, 290, 130))


class _Finds:
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

    assert field_in(_Finds(_LINE, _STREAKS), crop).lines == (_LINE,)


def test_a_crop_without_a_line_of_its_own_is_taken_for_one() -> None:
    crop = np.full((60, 280, 3), 240, np.uint8)

    (whole,) = field_in(_Finds(_STREAKS), crop).lines

    assert whole.box == Box(32, 32, 312, 92)
