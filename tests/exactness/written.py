"""Lines as a perfect reader would give them, for tests of the judge."""

from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import Char, TextLine

_EM = 40
_NARROW = "0123456789.,:;-~/()|IlLOVX "


def line(text: str, confidence: float = 0.999, top: int = 0, spread: float = 1.0) -> TextLine:
    """A line set in a font whose digits are half as wide as a 字, read with that confidence throughout."""
    widths = [_EM * spread * (0.6 if char in _NARROW else 1.0) for char in text]
    edges = [sum(widths[:place]) for place in range(len(text) + 1)]
    total = edges[-1]
    chars = tuple(
        Char(text=char, confidence=confidence, start=edges[place] / total, end=edges[place + 1] / total)
        for place, char in enumerate(text)
    )
    return TextLine(quad=Quad.of(Box(0, top, round(total), top + 44)), confidence=confidence, chars=chars)


def lines(text: str, confidence: float = 0.999) -> tuple[TextLine, ...]:
    """One line for each line of the text."""
    return tuple(line(part, confidence, top=60 * row) for row, part in enumerate(text.split("\n")))


def doubted(read: TextLine, place: int, confidence: float, **rivals: float) -> TextLine:
    """The line with one character less sure, and its alternatives."""
    chars = list(read.chars)
    update = {"confidence": confidence, "alternatives": tuple(rivals.items())}
    chars[place] = chars[place].model_copy(update=update)
    return read.model_copy(update={"chars": tuple(chars)})
