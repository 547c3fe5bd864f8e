"""Which page number is printed on a page?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.models.text_line import TextLine
from pipeline.reading.page_lines import FOOTER, HEADER
from pipeline.reading.transcript import rows
from pipeline.text.page_numbers import PageNumber, read_page_number

_LEAST_HEIGHT = 0.5
"""Of the height of the page's text: 7.5 pt beside 14 pt is 0.54, a speck on a photo that was read as 2 had 0.45."""


def printed_number(lines: Sequence[TextLine], height: int) -> PageNumber | None:
    """The page number in the footer, else in the header; what is far smaller than the page's text is dirt.

    Args:
        lines: the lines of the upright page.
        height: the page's height in pixels.
    """
    least = _LEAST_HEIGHT * float(np.median([line.box.height for line in lines])) if lines else 0.0
    large = [line for line in lines if line.box.height >= least]
    foot = [line for line in large if line.box.center.y > FOOTER * height]
    head = [line for line in large if line.box.center.y < HEADER * height]
    for row in [*reversed(rows(foot)), *rows(head)]:
        number = read_page_number("".join(line.text for line in row))
        if number is not None:
            return number
    return None
