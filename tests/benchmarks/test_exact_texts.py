from random import Random

import pytest

from benchmarks.exact_pairs import draw_pair, faces_of
from benchmarks.exact_texts import draw_texts
from samples.generator.fonts import Split


@pytest.mark.parametrize("split", ["dev", "test"])
def test_pairs_are_equal_or_not_as_ordered(split: Split) -> None:
    for seed in range(200):
        same = draw_texts(split, Random(seed), identical=True)
        other = draw_texts(split, Random(seed), identical=False)

        assert same.identical
        assert (same.left == same.right) == (same.slip == "none")
        assert not other.identical
        assert other.left != other.right


def test_the_same_dice_draw_the_same_pair() -> None:
    one, other = (
        draw_pair("dev", faces_of("dev"), Random(7), hand=True, quality="hard", identical=True) for _ in range(2)
    )

    assert one.texts == other.texts
    assert one.left.tobytes() == other.left.tobytes()
