"""What the reading bench counts as an error, and what as growth."""

import pytest

from benchmarks.growth import growth
from benchmarks.reading import letter_errors


@pytest.mark.parametrize(
    ("piece", "text", "errors"),
    [
        ("工伤认定", "长春市工伤认定申请表", 0),
        ("工伤认定", "长春市工伪认定申请表", 1),
        ("左侧桡骨远端骨折", "诊断左侧骨远端骨折处理", 1),
        ("工伤认定", "", 4),
        ("女", "性别男", 1),
        ("出生", "出", 1),
    ],
)
def test_a_piece_is_held_against_the_nearest_stretch(piece, text, errors):
    assert letter_errors(piece, text) == errors


def test_growth_leaves_the_warming_up_out():
    measured = [(pages, 900.0 if pages < 100 else 1000 + 0.005 * pages) for pages in range(20, 1001, 20)]
    assert growth(measured) == pytest.approx(0.5)
