import pytest

from pipeline.exactness.full_stops import with_full_stops
from pipeline.models.geometry import Box, Quad
from tests.exactness.seen import characters, read, seen

KNOWN = characters("左肩骨折（6mm）。o型Killip0")


@pytest.mark.parametrize(
    ("reads", "says"),
    [
        ("骨折o", "骨折。"),
        ("（6mm）o", "（6mm）。"),
        ("骨折o左肩", "骨折。左肩"),
        ("（6mm）0", "（6mm）。"),
        ("左肩骨折\n0", "左肩骨折。"),
        ("骨折0m", "骨折0m"),
        ("Kio", "Kio"),
        ("骨折oi型", "骨折oi型"),
        ("o型", "o型"),
    ],
)
def test_an_o_that_belongs_to_no_word_is_a_full_stop(reads: str, says: str) -> None:
    look = seen(reads, KNOWN)
    quads = [Quad.of(Box(0, 60 * row, round(line.width * 8), 60 * row + 48)) for row, line in enumerate(look.lines)]

    assert read(with_full_stops(quads, look)).text == says
