"""What does one side most likely say, given several readers' views of it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.exactness.forced_alignment import Alignment, Strip
from pipeline.exactness.glyphs import Glyph, glyphs, room_at_end
from pipeline.exactness.list_marks import items, list_marks
from pipeline.exactness.tokens import Token, tokens
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.ctc import decode
from pipeline.ocr.posteriors import Look

_WORST = -60.0
"""A text that a reader rules out is not ruled out more for being longer."""


class Grade(NamedTuple):
    """A grade whose strokes were counted: the number of its line, the stretch of that line (0-1), its numeral.

    ``start`` and ``end`` are the middles of the neighbours, ``before`` and ``behind`` the neighbours themselves; at an
    end of a line it is that end, and there is none.
    """

    line: int
    start: float
    end: float
    numeral: str
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One side as it is most likely to be read: its glyphs, tokens and items, and the readers' views of it.

    ``quads`` are its lines; ``end_room`` is the distance in 字 from the last glyph's middle to that of one that would
    begin at its line's end. ``grades`` are the numerals whose strokes were counted on paper.
    """

    glyphs: tuple[Glyph, ...]
    tokens: tuple[Token, ...]
    items: tuple[str, ...]
    quads: tuple[Quad, ...]
    end_room: float
    strips: tuple[Strip, ...]
    alignments: tuple[Alignment, ...]
    grades: tuple[Grade, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """What counts, in order."""
        return tuple(token.form for token in self.tokens if token.counts)

    @property
    def text(self) -> str:
        """As read, without white space."""
        return "".join(glyph.char.text for glyph in self.glyphs)

    def box_of(self, index: int) -> Box:
        """Where the glyph at that index of the text stands."""
        glyph = next(glyph for glyph in reversed(self.glyphs) if glyph.index <= index)
        return self.quads[glyph.line].span(glyph.char.start, glyph.char.end).box

    def glyph_of(self, token: Token) -> Glyph:
        """The glyph to which a token belongs."""
        return next(glyph for glyph in reversed(self.glyphs) if glyph.index <= token.index)

    def is_counted(self, place: int) -> bool:
        """Whether the token there belongs to a numeral whose strokes were counted on paper."""
        glyph = self.glyph_of(self.tokens[place])
        middle = (glyph.char.start + glyph.char.end) / 2
        numeral = set(self.tokens[place].form) <= {"1", "V"}
        return numeral and any(grade.line == glyph.line and grade.start < middle < grade.end for grade in self.grades)


@dataclass(frozen=True, slots=True)
class View:
    """What one reader spells, and how sure it is of every step."""

    glyphs: tuple[Glyph, ...]
    tokens: tuple[Token, ...]
    end_room: float
    strip: Strip


def view_of(quads: Sequence[Quad], look: Look) -> View:
    """One reader's view of the lines at those places."""
    lines = lines_seen(quads, look)
    read = glyphs(lines)
    room = room_at_end(lines[-1]) if lines else 0.0
    return View(read, tokens(read, list_marks(read)), room, Strip(look))


def best_reading(quads: Sequence[Quad], views: Sequence[View], grades: tuple[Grade, ...] = ()) -> Reading:
    """The text, among those that the readers spell, that fits all of their views best.

    Args:
        quads: where the lines are.
        views: of them; of the readers that spell the same the first one tells where its characters stand.
        grades: the numerals that were counted and put into the views.
    """
    strips = tuple(view.strip for view in views)
    spelled: dict[tuple[str, ...], View] = {}
    for view in views:
        spelled.setdefault(tuple(token.form for token in view.tokens), view)
    aligned = [(view, tuple(strip.aligned(view.tokens) for strip in strips)) for view in spelled.values()]
    chosen, fits = max(aligned, key=lambda tried: sum(max(fit.score, _WORST) for fit in tried[1]))
    listed = items(chosen.glyphs, list_marks(chosen.glyphs))
    return Reading(chosen.glyphs, chosen.tokens, listed, tuple(quads), chosen.end_room, strips, fits, grades)


def read_as(written: tuple[Glyph, ...], reading: Reading) -> Reading:
    """The same side taken to say something else."""
    heads = list_marks(written)
    spelling = tokens(written, heads)
    fits = tuple(strip.aligned(spelling) for strip in reading.strips)
    return replace(reading, glyphs=written, tokens=spelling, items=items(written, heads), alignments=fits)


def lines_seen(quads: Sequence[Quad], look: Look) -> tuple[TextLine, ...]:
    """The lines as a reader spells them in one look."""
    lines = []
    for quad, posteriors in zip(quads, look.lines, strict=True):
        table, classes = posteriors.dense()
        characters = [look.characters[number - 1] for number in classes[1:]]
        chars = decode(table, characters, posteriors.width, posteriors.half_height)
        lines.append(TextLine(quad=quad, confidence=1.0, chars=chars))
    return tuple(lines)
