"""What do a PDF's objects say that its picture does not: text, fax coding, unit of length?"""

from __future__ import annotations

import io
import mmap
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, TypeVar

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

_SECONDS = 5.0
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's characters as pdfplumber describes them, and where the media box, as shown, has its left top corner."""

    chars: list[dict[str, Any]]
    corner: tuple[float, float]


class PdfStructure:
    """The PDF as pdfplumber sees it, parsed when first asked, for most scans need it never.

    A question that takes longer than a few seconds, or that the file's broken bytes make impossible, has the answer
    that a plain scan gives.

    Args:
        content: the file.
    """

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._has_units = content.find(b"/UserUnit") >= 0
        self._pdf: PDF | None = None

    def text(self, index: int) -> PageText:
        """The text of a page (from 0)."""
        return self._ask(index, _page_text, PageText([], (0.0, 0.0)))

    def user_unit(self, index: int) -> float:
        """The page's unit of length in points (ISO 32000-1, table 30)."""
        return self._ask(index, _user_unit, 1.0) if self._has_units else 1.0

    def fax_k(self, index: int) -> int:
        """The K of the page's largest fax-coded image: below 0 Group 4, else Group 3 (ISO 32000-1, table 11)."""
        return self._ask(index, _fax_k, -1)

    def _ask(self, index: int, question: Callable[[Page], _Answer], otherwise: _Answer) -> _Answer:
        try:
            with _at_most(_SECONDS):
                if self._pdf is None:
                    self._pdf = PDF(io.BytesIO(self._content))
                page = self._pdf.pages[index]
                answer = question(page)
                page.close()
                return answer
        # pdfminer lets through whatever the broken bytes lead it into.
        except Exception:  # noqa: BLE001
            return otherwise


def _page_text(page: Page) -> PageText:
    left, top = page.mediabox[:2]
    return PageText(list(page.chars), (float(left), float(top)))


def _user_unit(page: Page) -> float:
    unit = float(page.page_obj.attrs.get("UserUnit", 1.0))
    return unit if unit > 0 else 1.0


def _fax_k(page: Page) -> int:
    largest = max(page.images, key=lambda image: image["width"] * image["height"])
    parameters = dict(largest["stream"].get_filters()[-1][1] or {})
    return int(parameters.get("K", 0))


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Interrupts the block with a TimeoutError, again and again should it be swallowed; main thread only."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    earlier = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
