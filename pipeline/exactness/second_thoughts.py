"""Does a side rather say what the other side says? Readers now and then spell what fits their own view worse.

A text that no reader spelled is taken over only where the views of this very side prefer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.exactness.evidence import partings, said
from pipeline.exactness.glyphs import Glyph
from pipeline.exactness.readings import Reading, read_as

_CLEARLY = -1.0
"""By how many nats a side's own text must fit worse than the other's."""
_NUMERAL = frozenset("1VX")


def reconsidered(left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """Both readings, each with what the other says wherever its own views clearly prefer that."""
    return _persuaded(left, right), _persuaded(right, left)


def _persuaded(reading: Reading, other: Reading) -> Reading:
    """Goes from the end to the beginning, so that places stay valid."""
    for parting in reversed(partings(reading, other)):
        if said(parting.left_says) <= _CLEARLY:
            here, there = _whole_numerals(reading, parting.left), _whole_numerals(other, parting.right)
            written = _replaced(reading, here, _glyphs_of(other, there))
            reading = read_as(written, reading)
    return reading


def _whole_numerals(reading: Reading, stretch: range) -> range:
    """The stretch with all of the Roman numeral that it touches, of which one glyph may hold several letters."""
    start, stop = stretch.start, stretch.stop
    while start > 0 and reading.tokens[start - 1].form in _NUMERAL:
        start -= 1
    while stop < len(reading.tokens) and reading.tokens[stop].form in _NUMERAL:
        stop += 1
    return range(start, stop)


def _glyphs_of(reading: Reading, stretch: range) -> Sequence[Glyph]:
    indices = {reading.tokens[place].index for place in stretch}
    return [glyph for glyph in reading.glyphs if glyph.index in indices]


def _replaced(reading: Reading, stretch: range, glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """The reading's glyphs with others in place of a stretch of tokens, counted anew."""
    ours = {glyph.index for glyph in _glyphs_of(reading, stretch)}
    at_end = stretch.stop == len(reading.tokens)
    behind = len(reading.text) if at_end else reading.glyph_of(reading.tokens[stretch.stop]).index
    first = min(ours, default=behind)
    before = [glyph for glyph in reading.glyphs if glyph.index < first]
    after = [glyph for glyph in reading.glyphs if glyph.index >= first and glyph.index not in ours]
    gone = [glyph for glyph in reading.glyphs if glyph.index in ours]
    counted: list[Glyph] = []
    index = 0
    for glyph in (*before, *_put(glyphs, gone or after[:1] or before[-1:], instead=bool(gone)), *after):
        counted.append(replace(glyph, index=index))
        index += len(glyph.char.text)
    return tuple(counted)


def _put(glyphs: Sequence[Glyph], places: Sequence[Glyph], *, instead: bool) -> Sequence[Glyph]:
    """Glyphs of the other side on this side's paper: where others stood, or in front of one that stays."""
    line, start, end = 0, 0.0, 1.0
    if places:
        line, start = places[0].line, places[0].char.start
        end = max(glyph.char.end for glyph in places if glyph.line == line) if instead else start
    width = (end - start) / max(1, len(glyphs))
    return [
        replace(
            glyph,
            line=line,
            char=glyph.char.model_copy(update={"start": start + number * width, "end": start + (number + 1) * width}),
        )
        for number, glyph in enumerate(glyphs)
    ]
