"""Red ink outside the stamps: enough of it for a few letters, or none."""

import gc

import numpy as np

from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.red_ink import red_writing
from pipeline.models.geometry import Box
from tests.imaging.drawing import RED, blend, body, page, px, seal, text


def stamped():
    image = page()
    body(image, top=70)
    blend(image, seal(), px(60), px(200), RED)
    return image, [Box(px(60), px(200), px(101), px(241))]


def test_a_seal_alone_is_no_writing():
    image, stamps = stamped()
    assert not red_writing(image, stamps)
    assert red_writing(image, [])


def test_a_red_letterhead_is_writing_beside_a_seal_too():
    image, stamps = stamped()
    text(image, "KANZLE", 25, 30, size_mm=6, colour=RED)
    assert red_writing(image, stamps)


def test_a_slice_of_a_seal_across_pages_is_no_writing():
    image, stamps = stamped()
    blend(image, seal(), image.shape[1] - px(9), px(120), RED)
    assert not red_writing(image, stamps)


def test_a_picture_is_shrunk_once_and_forgotten_with_it():
    image = np.random.default_rng(1).integers(0, 255, (900, 601, 3), dtype=np.uint8)
    half = shrunk(image, 0.4)
    assert shrunk(image, 0.4) is half
    assert abs(float(half.mean()) - float(image.mean())) < 1
    other = shrunk(image.copy(), 0.4)
    assert other is not half
    assert (other == half).all()
    del image, half
    gc.collect()
    assert not any(shrunk(np.zeros((900, 601, 3), np.uint8), 0.4).any() for _ in range(3))
