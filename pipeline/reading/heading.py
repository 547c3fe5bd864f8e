"""Whether a page is headed by one of these titles: a row of the head that says nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import rows
from pipeline.text.captions import folded

_HEAD = 0.35


def is_headed(page: ReadPage, titles: Iterable[str]) -> bool:
    """Whether a row in the head of the page is one of the titles."""
    head = [line for line in page.lines if line.box.y1 < _HEAD * page.page.height_px]
    wanted = set(titles)
    return any(folded("".join(line.text for line in row)).rstrip("：") in wanted for row in rows(head))
