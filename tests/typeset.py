"""Lines of text set by hand, as a reader would return them: for tests that need no picture."""

from pipeline.models.geometry import Point, Quad
from pipeline.models.page import PageRef
from pipeline.models.text_line import Char, TextLine

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
