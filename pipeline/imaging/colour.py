"""Is there colour in a picture: any that shows on the paper, or any in the file at all?

A colour scan of a page in black shows none, though its file has it. That a red mark is missing is sure only beside
colour that shows; that a pen was black, wherever the file could have held another colour.
"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.kept import kept
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import at_least, darkest, lightest
from pipeline.imaging.white_balance import white_balanced

_COLOURED_PIXELS = 2e-4
_COLOUR_CHROMA = 28
_GREY_FILE = 3


@kept
def has_colour(image: Image) -> bool:
    """Whether the page shows any colour, so that red or blue ink would be seen: false on grey and black-white pages."""
    balanced = white_balanced(shrunk(image, 620 / min(image.shape[:2])))
    chroma = lightest(balanced) - darkest(balanced)
    return cv2.countNonZero(at_least(chroma, _COLOUR_CHROMA)) > _COLOURED_PIXELS * chroma.size


def is_grey(image: Image) -> bool:
    """Whether the picture was stored without colour, so that no ink can be told from its hue."""
    small = np.ascontiguousarray(image[::4, ::4])
    spread = lightest(small) - darkest(small)
    return float(np.percentile(spread, 99.9)) <= _GREY_FILE
