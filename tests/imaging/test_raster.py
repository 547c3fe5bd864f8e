import numpy as np
import pytest

from pipeline.imaging.raster import grey_level


@pytest.mark.parametrize("percent", [0, 2, 50, 97.5, 100])
@pytest.mark.parametrize("shape", [(1, 1), (1, 2), (7, 11), (40, 60)])
def test_a_level_is_what_putting_all_pixels_in_order_gives(percent: float, shape: tuple[int, int]) -> None:
    grey = np.random.default_rng(sum(shape)).integers(0, 256, shape, np.uint8)

    assert grey_level(grey, percent) == pytest.approx(np.percentile(grey, percent))


def test_a_part_of_a_picture_has_levels_of_its_own() -> None:
    grey = np.arange(100, dtype=np.uint8).reshape(10, 10)

    assert grey_level(grey[2:5, 3:6], 50) == 34
