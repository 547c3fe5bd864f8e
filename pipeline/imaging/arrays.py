"""The array types of the imaging stage."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""A colour picture: shape (height, width, 3), uint8, BGR."""

Mask = NDArray[np.uint8]
"""One value a pixel: shape (height, width), uint8; a mask has 0 and 255 only, a grey picture all values."""
