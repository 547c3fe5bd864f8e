"""Which page number is printed on a page?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pipeline.errors import PrecheckError
from pipeline.models.text_line import TextLine
from pipeline.reading.page import ReadPage
from pipeline.reading.page_lines import FOOTER, HEADER
from pipeline.reading.transcript import rows
from pipeline.text.page_numbers import PageNumber, read_page_number

_LEAST_HEIGHT = 0.5
"""Of the height of the page's text: 7.5 pt beside 14 pt is 0.54, a speck on a photo that was read as 2 had 0.45."""
_APART = 10
_PARTS = ((0.0, 0.6), (0.4, 1.0))
"""Parts of the footer's width, each looked at by itself: a number in the middle lies whole in both."""


def printed_number(lines: Sequence[TextLine], height: int) -> PageNumber | None:
    """The page number in the footer, else in the header; what is far smaller than the page's text is dirt.

    A spread, with the numbers of two pages side by side, has none of its own.

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
            return None if _of_two_pages(row) else number
    return None


def _of_two_pages(row: Sequence[TextLine]) -> bool:
    """Whether two numbers stand far apart in the row: 2 | 3, or 8 | 1 on the outer sheet of a booklet."""
    return any(
        left_number is not None
        and right_number is not None
        and right_number.number != left_number.number
        and right.box.x0 - left.box.x1 > _APART * left.box.height
        for (left, left_number), (right, right_number) in pairwise(
            (line, read_page_number(line.text)) for line in sorted(row, key=lambda line: line.box.x0)
        )
    )


def with_overlooked_numbers(pages: Sequence[ReadPage]) -> list[ReadPage]:
    """The pages, those beside a numbered one knowing their number too where a second look at their foot finds it.

    A short number alone in a footer is easily overlooked on the whole page (2 of 4 were at 9 pt, 200 dpi). Only the
    number that goes on with the page before or behind is taken. An engine that fails at this second look costs
    nothing: the page is read, and its number stays unknown.

    Args:
        pages: as uploaded.

    Raises:
        PrecheckError: the engine cannot work on this machine.
    """
    known = list(pages)
    for index in reversed(range(len(known) - 1)):
        known[index] = _with_number(known[index], known[index + 1], -1)
    for index in range(1, len(known)):
        known[index] = _with_number(known[index], known[index - 1], 1)
    return known


def _with_number(page: ReadPage, beside: ReadPage, step: int) -> ReadPage:
    number, total = beside.page.printed_page_number, beside.page.printed_page_count
    if page.page.blank or page.page.printed_page_number is not None or number is None:
        return page
    wanted = PageNumber(number + step, total)
    if not 0 < wanted.number <= (total or wanted.number) or wanted not in _numbers_at_foot(page):
        return page
    return page.knowing({"printed_page_number": wanted.number, "printed_page_count": wanted.total})


def _numbers_at_foot(page: ReadPage) -> list[PageNumber | None]:
    image, width = page.image, page.page.width_px
    foot = image[round(FOOTER * page.page.height_px) :]
    parts = [np.ascontiguousarray(foot[:, round(left * width) : round(right * width)]) for left, right in _PARTS]
    try:
        read = [page.engine.recognise(part, page.engine.detect(part)) for part in parts if part.size]
    except PrecheckError as error:
        if error.code != "engine_failed":
            raise
        return []
    return [read_page_number("".join(line.text for line in row)) for lines in read for row in rows(lines)]
