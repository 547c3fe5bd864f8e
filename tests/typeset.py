"""Lines of text set by hand, as a reader would return them: for tests that need no picture."""

import numpy as np

from pipeline.imaging.likeness import page_signature
from pipeline.imaging.table import find_rules
from pipeline.models.geometry import Point, Quad
from pipeline.models.page import Page, PageRef
from pipeline.models.text_line import Char, TextLine
from pipeline.reading.page import ReadPage

PAGE = PageRef(file="scan.pdf", page=1)


def line(text, x, y, size=40, confidence=0.99, pitch=None):
    """A line whose characters are ``size`` pixels square, its top left corner at (x, y)."""
    pitch = pitch or size
    width = pitch * (len(text) - 1) + size
    chars = tuple(
        Char(text=letter, confidence=confidence, start=index * pitch / width, end=(index * pitch + size) / width)
        for index, letter in enumerate(text)
    )
    corners = (Point(x, y), Point(x + width, y), Point(x + width, y + size), Point(x, y + size))
    return TextLine(quad=Quad(*corners), confidence=confidence, chars=chars)


class SilentEngine:
    """An engine that finds and reads nothing."""

    name = "silent"
    models = ()
    concurrency = 1
    characters = frozenset()

    def detect(self, image):
        return ()

    def recognise(self, image, quads):
        return tuple(TextLine(quad=quad, confidence=0.0, chars=()) for quad in quads)


def read_page(folder, lines, size=(1654, 2339), cells=(), heads=None, engine=None, **facts):
    """A page with these lines (and cells, in pixels) on white paper; more of its facts by name."""
    width, height = size
    image = np.full((height, width, 3), 255, np.uint8)
    facts = {"file": PAGE.file, "page": PAGE.page, "dpi": 200} | facts
    pixels = folder / f"{facts['file']}-{facts['page']}.npy"
    np.save(pixels, image)
    return ReadPage(
        page=Page(width_px=width, height_px=height, **facts),
        pixels=pixels,
        lines=tuple(lines),
        rules=find_rules(image),
        cells=tuple(cells),
        seals=(),
        fingerprints=(),
        signature=page_signature(image),
        colour=True,
        heads=heads or {},
        engine=engine or SilentEngine(),
    )
