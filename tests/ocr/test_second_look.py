from collections.abc import Sequence

import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.second_look import with_second_look
from tests.exactness.written import line

PAGE = np.full((100, 400, 3), 255, np.uint8)


class SecondReader:
    """Reads the same text always, and remembers what it was shown."""

    name = "openvino"
    models = ("det", "rec")
    concurrency = 1
    characters = frozenset("左右")

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown: list[tuple[tuple[int, ...], tuple[Quad, ...]]] = []

    def detect(self, image: Image) -> tuple[Quad, ...]:
        return ()

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        self.shown.append((image.shape, tuple(quads)))
        return tuple(line(self.text) for _ in quads)


def looked_twice(first: str, second: str) -> TextLine:
    (read,) = with_second_look(SecondReader(second), PAGE, [line(first)])
    return read


def doubtful(read: TextLine) -> str:
    return "".join(char.text for char in read.chars if char.confidence <= 0.5)


def test_the_same_reading_changes_nothing() -> None:
    assert looked_twice("左胫骨", "左胫骨") == line("左胫骨")


def test_the_page_is_made_narrower_with_its_lines() -> None:
    reader = SecondReader("左")
    first = line("左胫骨骨折")
    with_second_look(reader, PAGE, [first])

    (((_, width, _), (quad,)),) = reader.shown
    assert width == 340
    assert quad.top_right.x == first.quad.top_right.x * 0.85
    assert quad.bottom_left.y == first.quad.bottom_left.y


def test_another_character_is_a_rival() -> None:
    read = looked_twice("左颞骨", "左题骨")

    assert read.text == "左颞骨"
    assert doubtful(read) == "颞"
    assert read.chars[1].alternatives[0] == ("题", 0.5)
    assert read.confidence < line("左颞骨").confidence


def test_a_lost_character_is_doubtful() -> None:
    assert doubtful(looked_twice("左胫骨骨折", "左胫骨折")) in ("骨", "骨骨")
    assert doubtful(looked_twice("左手", "")) == "左手"


def test_a_character_that_only_the_second_look_sees_leaves_its_neighbours_doubtful() -> None:
    assert doubtful(looked_twice("第67肋", "第6、7肋")) == "67"
    assert doubtful(looked_twice("椎体", "腰椎体")) == "椎"


def test_an_unreadable_line_stays_unreadable() -> None:
    empty = line("左").model_copy(update={"chars": (), "confidence": 0.0})

    assert with_second_look(SecondReader("左"), PAGE, [empty]) == (empty,)
