"""What does one side most likely say, given several readers' views of it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

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


@dataclass(frozen=True, slots=True)
class Reading:
    """One side as it is most likely to be read: its glyphs, tokens and items, and the readers' views of it.

    ``quads`` are its lines; ``end_room`` is the distance in 字 from the last glyph's middle to that of one that would
    begin at its line's end.
    """

    glyphs: tuple[Glyph, ...]
    tokens: tuple[Token, ...]
    items: tuple[str, ...]
    quads: tuple[Quad, ...]
    end_room: float
    strips: tuple[Strip, ...]
    alignments: tuple[Alignment, ...]

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


@dataclass(frozen=True, slots=True)
class _Spelling:
    """What one reader spells."""

    glyphs: tuple[Glyph, ...]
    tokens: tuple[Token, ...]
    end_room: float


def best_reading(quads: Sequence[Quad], looks: Sequence[Look]) -> Reading:
    """The text, among those that the readers spell, that fits all of their views best.

    Args:
        quads: where the lines are.
        looks: the views; all have one entry for each quad.
    """
    strips = tuple(Strip(look) for look in looks)
    spelled = _spelled(quads, looks)
    aligned = [tuple(strip.aligned(spelling.tokens) for strip in strips) for spelling in spelled]
    best = int(np.argmax([sum(max(fit.score, _WORST) for fit in fits) for fits in aligned]))
    chosen = spelled[best]
    listed = items(chosen.glyphs, list_marks(chosen.glyphs))
    return Reading(chosen.glyphs, chosen.tokens, listed, tuple(quads), chosen.end_room, strips, aligned[best])


def read_as(written: tuple[Glyph, ...], reading: Reading) -> Reading:
    """The same side taken to say something else."""
    heads = list_marks(written)
    spelling = tokens(written, heads)
    fits = tuple(strip.aligned(spelling) for strip in reading.strips)
    return replace(reading, glyphs=written, tokens=spelling, items=items(written, heads), alignments=fits)


def _spelled(quads: Sequence[Quad], looks: Sequence[Look]) -> list[_Spelling]:
    """The different texts that the readers spell, the first reader's first."""
    found: dict[tuple[str, ...], _Spelling] = {}
    for look in looks:
        lines = lines_seen(quads, look)
        read = glyphs(lines)
        spelling = tokens(read, list_marks(read))
        room = room_at_end(lines[-1]) if lines else 0.0
        found.setdefault(tuple(token.form for token in spelling), _Spelling(read, spelling, room))
    return list(found.values())


def lines_seen(quads: Sequence[Quad], look: Look) -> tuple[TextLine, ...]:
    """The lines as a reader spells them in one look."""
    lines = []
    for quad, posteriors in zip(quads, look.lines, strict=True):
        table, classes = posteriors.dense()
        characters = [look.characters[number - 1] for number in classes[1:]]
        chars = decode(table, characters, posteriors.width, posteriors.half_height)
        lines.append(TextLine(quad=quad, confidence=1.0, chars=chars))
    return tuple(lines)
