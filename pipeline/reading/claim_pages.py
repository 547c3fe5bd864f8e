"""All pages of a claim, read in order, several at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pipeline.errors import PrecheckError
from pipeline.imaging.likeness import same_page
from pipeline.models.report import FileError
from pipeline.models.source import SourcePage
from pipeline.ocr.engine import OcrEngine
from pipeline.reading.page import ReadPage
from pipeline.reading.printed_number import with_overlooked_numbers
from pipeline.reading.read_page import read_page
from pipeline.text.identity_number import numbers_in

_PAGES_AHEAD = 4
_TERM = regex.compile(r"\d{4}[.．]\d\d[.．]\d\d[-—–一至](?:\d{4}[.．]\d\d[.．]\d\d|长期)")
_FEWEST_DIGITS = 2
_SAME_TEXT = 80
"""Two scans of one page are read alike but for single characters (rapidfuzz ratio, 0-100)."""


def read_pages(
    decoded: Iterator[SourcePage | FileError], engine: OcrEngine, scratch: Path, on_page: Callable[[], None]
) -> tuple[list[ReadPage], list[FileError]]:
    """The upright, read pages in order, and what could not be read.

    While pages are read the next ones are decoded; as many are read at once as the engine works on at once.

    Args:
        decoded: pages and errors as the decoder hands them out.
        engine: the reader.
        scratch: a folder for the upright pixels.
        on_page: called after each page that was read.

    Raises:
        PrecheckError: the engine cannot work on this machine.
    """
    pages: list[ReadPage] = []
    errors: list[FileError] = []
    with ThreadPoolExecutor(max_workers=engine.concurrency) as readers:
        for batch in _batches(decoded):
            for read in readers.map(lambda item: _read(item, engine, scratch), batch):
                if isinstance(read, ReadPage):
                    pages.append(_repeated(read, pages))
                    on_page()
                else:
                    errors.append(read)
    return with_overlooked_numbers(pages), errors


def _batches(items: Iterator[SourcePage | FileError]) -> Iterator[list[SourcePage | FileError]]:
    while batch := list(islice(items, _PAGES_AHEAD)):
        yield batch


def _read(item: SourcePage | FileError, engine: OcrEngine, scratch: Path) -> ReadPage | FileError:
    """One page read; a page that the engine cannot read costs that page, not the claim."""
    if isinstance(item, FileError):
        return item
    try:
        return read_page(item, engine, scratch)
    except PrecheckError as error:
        if error.code != "engine_failed":
            raise
        return FileError(
            file=item.ref.file,
            code=error.code,
            message_zh=f"第{item.ref.page}页：{error.message_zh}",
            message_en=f"Page {item.ref.page}: {error.message_en}",
        )
    finally:
        item.pixels.unlink(missing_ok=True)


def _repeated(page: ReadPage, earlier: Sequence[ReadPage]) -> ReadPage:
    """The page, knowing whether an earlier one shows the same paper: it says the same and looks the same."""
    for other in earlier:
        if other.page.same_as is not None or not page.text or fuzz.ratio(page.text, other.text) < _SAME_TEXT:
            continue
        same = same_page(page.signature, other.signature)
        if same.state != "no" and not _of_other_people(page, other) and not _valid_otherwise(page, other):
            return page.knowing({"same_as": other.ref, "same_as_confidence": same.confidence})
    return page


def _of_other_people(page: ReadPage, other: ReadPage) -> bool:
    """Whether each names somebody by an ID number whom the other does not, as two witnesses' statements on one form."""
    here, there = (frozenset().union(*(numbers_in(line.text) for line in one.lines)) for one in (page, other))
    return bool(here - there and there - here)


def _valid_otherwise(page: ReadPage, other: ReadPage) -> bool:
    """Whether both are valid for a term, and two digits of it differ: backs of two cards from one office.

    On a photo of a sheet the digits are too small for the pictures to tell apart; one may be misread.
    """
    here, there = (_TERM.findall("".join(line.text for line in one.lines)) for one in (page, other))
    if len(here) != 1 or len(there) != 1:
        return False
    return bool(Levenshtein.distance(here[0], there[0]) >= _FEWEST_DIGITS)
