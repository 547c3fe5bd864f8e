"""A page's picture and its lines together: what classification and extraction work on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box
from pipeline.models.page import Page, PageRef
from pipeline.models.text_line import TextLine


@dataclass(frozen=True)
class ReadPage:
    """An upright page: what is known of it, its pixels (BGR) and its lines of text in reading order."""

    page: Page
    image: Image
    lines: tuple[TextLine, ...]

    @property
    def ref(self) -> PageRef:
        """The page's name."""
        return self.page.ref

    @property
    def size(self) -> Box:
        """The whole page as a box."""
        return Box(0, 0, self.page.width_px, self.page.height_px)

    @cached_property
    def text(self) -> str:
        """All lines joined without white space, for looking words up."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True)
class DocumentPages:
    """The pages of one document in their order."""

    type_id: str
    pages: tuple[ReadPage, ...]
