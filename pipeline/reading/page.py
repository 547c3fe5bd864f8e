"""An upright page as read: its pixels, its lines and what the picture shows. Everything later works on these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.fingerprint import FingerprintFound
from pipeline.imaging.likeness import PageSignature
from pipeline.imaging.page_scale import crop
from pipeline.imaging.red_ink import without_red
from pipeline.imaging.seal import SealFound
from pipeline.imaging.table import Rules
from pipeline.models.geometry import Box, Quad
from pipeline.models.page import Page, PageRef
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.reading.cells import fill_cells, outside_cells
from pipeline.text.captions import folded

_SIGNED_FROM = (0.4, 0.45)
"""Papers are signed in their lower part: from this share of the height on it is looked at once more."""
_COVERED = 0.5


@dataclass(frozen=True)
class ReadPage:
    """An upright page: what is known of it, its lines in reading order, and what was found in the picture.

    The pixels stay on disk (``pixels``, a ``.npy`` of shape (height, width, 3), uint8, BGR) so that a claim of
    2,000 pages fits into memory; ``cells`` are the table cells between ruled lines;
    ``colour`` tells that the picture has any colour, so that red ink would show. Of the long lines of dense text only
    the beginning is read at first: ``heads`` gives, for their indices in ``lines``, the corners of the whole line, and
    ``read_before`` keeps what has been read to the end, for sorting and extraction ask for the same lines.
    """

    page: Page
    pixels: Path
    lines: tuple[TextLine, ...]
    rules: Rules
    cells: tuple[Box, ...]
    seals: tuple[SealFound, ...]
    fingerprints: tuple[FingerprintFound, ...]
    signature: PageSignature
    colour: bool
    heads: Mapping[int, Quad]
    engine: OcrEngine
    read_before: dict[Quad, TextLine] = field(default_factory=dict, repr=False, compare=False)

    def completed(self, due: Callable[[TextLine], bool] = lambda _: True) -> ReadPage:
        """The page with its half-read lines read to their ends.

        Args:
            due: which of them, given the line as read so far; all when not given.

        Raises:
            PrecheckError: the engine failed.
        """
        wanted = {index: quad for index, quad in self.heads.items() if due(self.lines[index])}
        if not wanted:
            return self
        self._read_whole([quad for quad in wanted.values() if quad not in self.read_before])
        lines = tuple(
            self.read_before[wanted[index]] if index in wanted else line for index, line in enumerate(self.lines)
        )
        heads = {index: quad for index, quad in self.heads.items() if index not in wanted}
        return replace(self, lines=lines, heads=heads)

    def _read_whole(self, quads: Sequence[Quad]) -> None:
        if quads:
            self.read_before.update(zip(quads, self.engine.recognise(self.without_stamps(), quads), strict=True))

    def without_stamps(self) -> Image:
        """The pixels with red ink taken out."""
        return without_red(self.image) if self.colour else self.image

    @cached_property
    def looked_at_again(self) -> ReadPage:
        """The page with the lines, added at the end, that are found when its parts are looked at by themselves.

        A short caption beside a large signature or a seal is now and then overlooked on the whole page, and on one part
        of it but not on a somewhat smaller one.

        Raises:
            PrecheckError: the engine failed.
        """
        image = self.without_stamps()
        known = [*(line.box for line in self.lines), *(quad.box for quad in self.heads.values())]
        missed: list[Quad] = []
        for part in self._signed_parts():
            found = self.engine.detect(np.ascontiguousarray(crop(image, part)))
            quads = [quad.shifted(part.x0, part.y0) for quad in found]
            seen = [*known, *(quad.box for quad in missed)]
            missed += [quad for quad in quads if not any(quad.box.share_inside(box) > _COVERED for box in seen)]
        read = [line for line in self.engine.recognise(image, missed) if line.text.strip()] if missed else []
        return replace(self, lines=(*self.lines, *read)) if read else self

    def _signed_parts(self) -> tuple[Box, ...]:
        """Where signatures stand: low on a page, and beside its seals; on a spread, all over its right half as well."""
        width, height = self.page.width_px, self.page.height_px
        stamped = min((seal.box.y0 - seal.box.height // 2 for seal in self.seals), default=height)
        lower = [Box(0, max(0, min(round(share * height), stamped)), width, height) for share in _SIGNED_FROM]
        return (Box(width // 2, 0, width, height), lower[0]) if width > height else tuple(lower)

    @property
    def ref(self) -> PageRef:
        """The page's name."""
        return self.page.ref

    def knowing(self, facts: Mapping[str, object]) -> ReadPage:
        """The same page, knowing more of itself: fields of :class:`Page` by name."""
        return replace(self, page=self.page.model_copy(update=dict(facts)))

    @property
    def size(self) -> Box:
        """The whole page as a box."""
        return Box(0, 0, self.page.width_px, self.page.height_px)

    @property
    def image(self) -> Image:
        """The pixels, loaded anew at each call: hold on to them only as long as needed."""
        pixels: Image = np.load(self.pixels)
        return pixels

    @cached_property
    def text(self) -> str:
        """All text without white space, for looking words up: cell by cell, so that wrapped captions are whole."""
        filled = fill_cells(self.ref, self.cells, self.lines)
        outside = outside_cells(self.lines, self.cells)
        return folded("|".join([*(cell.text for cell in filled), *(line.text for line in outside)]))

    @cached_property
    def line_height(self) -> float:
        """The median height of a line in pixels; a hundredth of the page height when there are none."""
        if not self.lines:
            return self.page.height_px / 100
        return float(np.median([line.box.height for line in self.lines]))


def as_begun(page: ReadPage) -> ReadPage:
    """The page as it is: for types of which the beginnings of long lines are enough, or that read on by themselves."""
    return page


@dataclass(frozen=True)
class DocumentPages:
    """The pages of one document in their order."""

    type_id: str
    pages: tuple[ReadPage, ...]
