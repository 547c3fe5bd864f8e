"""A line of text as read, with what is known of every character. No engine owns it."""

from __future__ import annotations

from functools import cached_property

from pipeline.models.base import Model
from pipeline.models.geometry import Box, Point, Quad


class Char(Model):
    """One character of a line.

    ``start`` and ``end`` are positions along the line, 0 at its left edge and 1 at its right edge.
    ``alternatives`` are the reader's other candidates with their probabilities, best first.
    """

    text: str
    confidence: float
    start: float
    end: float
    alternatives: tuple[tuple[str, float], ...] = ()


class TextLine(Model):
    """A line of text: its corners on the page, the reader's confidence (0-1) and its characters in order."""

    quad: Quad
    confidence: float
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        """The characters joined."""
        return "".join(char.text for char in self.chars)

    @cached_property
    def box(self) -> Box:
        """The upright box around the line."""
        return self.quad.box

    @property
    def centers(self) -> list[Point]:
        """The middle of each character on the page."""
        top_left, top_right, bottom_right, bottom_left = self.quad
        x, y = (top_left.x + bottom_left.x) / 2, (top_left.y + bottom_left.y) / 2
        across = (top_right.x + bottom_right.x) / 2 - x
        down = (top_right.y + bottom_right.y) / 2 - y
        shares = ((char.start + char.end) / 2 for char in self.chars)
        return [Point(x + across * share, y + down * share) for share in shares]

    def at(self, quad: Quad) -> TextLine:
        """The same characters between other corners."""
        return TextLine(quad=quad, confidence=self.confidence, chars=self.chars)

    def span(self, first: int, end: int) -> TextLine:
        """The part of the line from character ``first`` up to but without ``end``.

        Raises:
            ValueError: the span is empty.
        """
        chars = self.chars[first:end]
        if not chars:
            raise ValueError("empty span of a line")
        left, right = chars[0].start, chars[-1].end
        width = max(right - left, 1e-6)
        moved = tuple(
            char.model_copy(update={"start": (char.start - left) / width, "end": (char.end - left) / width})
            for char in chars
        )
        return TextLine(
            quad=self.quad.span(left, right), confidence=min(char.confidence for char in chars), chars=moved
        )
