"""Where may something else stand than was read, or something more?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pipeline.exactness.evidence import Parting, Says, gap_says, said
from pipeline.exactness.glyphs import DIGITS, stands_apart
from pipeline.exactness.readings import Reading

_UNRELIABLE = 2.0
"""Nats below which a reader is not sure of a character."""
_WORTH_SHOWING = 1.5
_ROOM = 0.5
"""Room for a lost character, in widths of a 字 beyond those of the characters that were read."""
_STROKES_COUNTED = 0.75
"""Nats by which a Roman numeral must be surer than another character: a stroke more or less makes it another one."""
_LIKE_NUMERALS = frozenset("川州∥‖丨")
"""What upright strokes side by side are read as."""
_BOTH = 2
_FEW, _FAR_OFF = 2, 2.5
"""Characters that are no word of their own, and 字 from the one before."""
_WELL_READ = frozenset("()、，。；：,.;:·")
"""Marks that no character is taken for."""
_NUMERAL_LETTERS = frozenset("VX")
_APART = -1.0
"""What is said of digits that stand as far apart as if a mark between them had been lost."""


def unreliable_share(says: Sequence[Says]) -> float:
    """Which share of a side's characters is not sure: how far the readers cope with its hand or print."""
    return sum(said(say) < _UNRELIABLE for say in says) / max(1, len(says))


def room_for_more(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether the side that has fewer characters in a stretch has room for those that it seems to lack."""
    if len(parting.left) == len(parting.right):
        return False
    shorter, here = (left, parting.left) if len(parting.left) < len(parting.right) else (right, parting.right)
    return spare_room(shorter, here) > _ROOM


def numbers_an_item(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether a digit too many may be the number of an item that has lost its point: the other side has that number."""
    extra = [left.tokens[place] for place in parting.left] + [right.tokens[place] for place in parting.right]
    if len(extra) != 1:
        return False
    other = right if len(parting.left) else left
    return extra[0].form in {unicodedata.normalize("NFKC", token.form) for token in other.tokens if not token.counts}


def hidden_in_marks(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether a side that has fewer characters in a stretch has rare marks there instead, or numbers of a list.

    Readers take L1 in a hand for 《, and the 3 of an item for 了: one sign, which counts on one side only. A digit
    there is another number.
    """
    extra = [left.tokens[place].form for place in parting.left] + [right.tokens[place].form for place in parting.right]
    if len(parting.left) == len(parting.right) or set(extra) <= DIGITS:
        return False
    marks = _uncounted(left, parting.left), _uncounted(right, parting.right)
    return marks[0] > marks[1] if len(parting.left) < len(parting.right) else marks[1] > marks[0]


def within_word(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether small Latin letters are missing between others: a word that is misspelt was rather misread."""
    shorter, here = (left, parting.left) if len(parting.left) < len(parting.right) else (right, parting.right)
    beside = [shorter.tokens[at].form for at in (here.start - 1, here.stop) if 0 <= at < len(shorter.tokens)]
    return not here and len(beside) == _BOTH and all(_is_small_latin(form) for form in beside)


def stands_off(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether what one side has more stands by itself far behind its line: letters of a seal beside the text do."""
    if len(parting.left) == len(parting.right):
        return False
    longer, here = (left, parting.left) if len(parting.left) > len(parting.right) else (right, parting.right)
    extra = [longer.glyph_of(longer.tokens[place]) for place in here]
    behind = [glyph for glyph in longer.glyphs if glyph.index > extra[-1].index][:1]
    ends = not behind or behind[0].starts_line
    return ends and len(extra) <= _FEW and extra[0].gap >= _FAR_OFF


def _uncounted(side: Reading, stretch: range) -> int:
    """How many numbers of items and rare marks stand in a stretch and beside it, up to the counted neighbours."""
    counting = [place for place, token in enumerate(side.tokens) if token.counts and not token.separates]
    before = max((place for place in counting if place < stretch.start), default=None)
    after = min((place for place in counting if place >= stretch.stop), default=None)
    first = -1 if before is None else side.tokens[before].index
    last = len(side.text) if after is None else side.tokens[after].index
    counted = {side.glyph_of(side.tokens[place]).index for place in counting}
    between = (glyph for glyph in side.glyphs if first < glyph.index < last and glyph.index not in counted)
    return sum(glyph.form not in _WELL_READ for glyph in between)


def _is_small_latin(form: str) -> bool:
    return form.isascii() and form.isalpha() and form.islower()


def may_be_one_grade(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether a Roman numeral stands against upright strokes that are none: without serifs Ⅲ is read as 川."""
    parts = (left, parting.left), (right, parting.right)
    shown = [{side.tokens[place].form for place in part} for side, part in parts]
    around = [{token.form for token in side.tokens[max(0, part.start - 1) : part.stop + 1]} for side, part in parts]
    return any(shown[side] <= {"1"} and bool((shown[1 - side] or around[1 - side]) & _LIKE_NUMERALS) for side in (0, 1))


def are_counted(side: Reading, stretch: range) -> bool:
    """Whether a stretch is part of a numeral whose strokes were counted, or an end of one where it is empty."""
    if stretch:
        return all(side.is_counted(place) for place in stretch)
    return any(side.is_counted(place) for place in (stretch.start - 1, stretch.start) if 0 <= place < len(side.tokens))


def may_be_a_part(left: Reading, right: Reading, parting: Parting) -> bool:
    """Whether a foreign letter stands against a 字: what a faded 右 keeps of its strokes is read as i or イ."""
    if not len(parting.left) == len(parting.right) == 1:
        return False
    pair = left.tokens[parting.left.start].form, right.tokens[parting.right.start].form
    foreign = [form.isalpha() and not _is_han(form) and form not in _NUMERAL_LETTERS for form in pair]
    return any(foreign[side] and _is_han(pair[1 - side]) for side in (0, 1))


def _is_han(form: str) -> bool:
    return "\u4e00" <= form <= "\u9fff"


def spare_room(reading: Reading, here: range) -> float:
    """By how much the glyphs around a stretch stand further apart than the glyphs between them fill, in 字."""
    places = {glyph.index: place for place, glyph in enumerate(reading.glyphs)}
    after = len(reading.glyphs)
    if here.stop < len(reading.tokens):
        after = places[reading.glyph_of(reading.tokens[here.stop]).index]
    before = places[reading.glyph_of(reading.tokens[here.start - 1]).index] if here.start else -1
    between = reading.glyphs[before + 1 : after + 1]
    distance = sum(glyph.gap for glyph in between) + (reading.end_room if after == len(reading.glyphs) else 0.0)
    return distance - (after - before)


def doubtful_places(
    left: Reading, right: Reading, says: tuple[Sequence[Says], Sequence[Says]]
) -> tuple[float, list[tuple[int, int]]]:
    """How sure the weakest place of two equal texts is, in nats, and which token pairs (left, right) are doubtful."""
    ours, theirs = (_place_says(side, side_says) for side, side_says in zip((left, right), says, strict=True))
    pairs = list(zip(ours, theirs, strict=True))
    worth = [min(one[1], other[1]) for one, other in pairs]
    weakest = min(worth)
    limit = max(weakest, _WORTH_SHOWING)
    return weakest, [(one[0], other[0]) for (one, other), say in zip(pairs, worth, strict=True) if say <= limit]


def weakest_place(reading: Reading, says: Sequence[Says]) -> float:
    """How sure a side's weakest place is, in nats."""
    return min((sure for _, sure in _place_says(reading, says)), default=0.0)


def _place_says(reading: Reading, says: Sequence[Says]) -> list[tuple[int, float]]:
    """Every token that counts with how sure it and the gaps around it are."""
    gaps = [said(gap) for gap in gap_says(reading)]
    found = []
    for place, token in enumerate(reading.tokens):
        if not token.counts:
            continue
        own = said(says[place]) - (_STROKES_COUNTED if _in_roman_numeral(reading, place) else 0.0)
        sure = min(own, gaps[place], gaps[place + 1])
        found.append((place, min(sure, _APART) if _lost_mark_before(reading, place) else sure))
    return found


def _in_roman_numeral(reading: Reading, place: int) -> bool:
    """Whether the token belongs to a numeral that is not written in digits."""
    written = reading.glyph_of(reading.tokens[place]).form
    return reading.tokens[place].form in {"1", "V", "X"} and not written.isdigit()


def _lost_mark_before(reading: Reading, place: int) -> bool:
    """Whether two digits stand so far apart that a mark between them may have been lost."""
    before, token = reading.tokens[max(0, place - 1)], reading.tokens[place]
    if place == 0 or not (before.counts and before.is_numeral and token.is_numeral) or before.index == token.index:
        return False
    return stands_apart(reading.glyph_of(before), reading.glyph_of(token))
