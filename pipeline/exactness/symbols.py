"""Which of the characters read on one side count, and as what? Contract section 4."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.models.text_line import Char, TextLine

_KINDS = {
    "、": "、，,；;",
    "-": "-–—~～－﹣―‐‑‒−",
    ".": ".．",
    ":": "/:：／×∶",
}
"""Marks between two numbers by kind: list, range, point, ratio."""
KIND_OF = {mark: kind for kind, marks in _KINDS.items() for mark in marks}
_COUNTING_SYMBOLS = frozenset("%‰#&@*′″")
"""Of Unicode category P, but they say something: a percentage, a tooth, an angle."""
_MARKS_BEYOND_UNICODE = frozenset("~|`^−")
_DIGITS = frozenset("0123456789")
_ROMAN = frozenset("IVX")
_LIKE_ONE, _LIKE_ZERO = frozenset("lI|"), frozenset("O")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character that counts.

    ``text`` is what it counts as; ``index`` its place in the side's text. ``confidence`` is that of all readings that
    count as the same; ``rivals`` are the others with their probabilities, "" for a mark that does not count.
    ``line`` and ``center`` tell where it stands: the line's number and the middle in heights of the line.
    """

    text: str
    index: int
    confidence: float
    line: int
    center: float
    rivals: Mapping[str, float] = field(default_factory=dict)
    is_separator: bool = False

    @property
    def is_numeral(self) -> bool:
        """Whether it is a digit or a letter of a Roman numeral, between which punctuation counts."""
        return self.text in _DIGITS or self.text in _ROMAN


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character as read, without the white space around it."""

    char: Char
    index: int
    line: int
    center: float
    folded: str
    is_mark: bool


@dataclass(frozen=True, slots=True)
class Inscription:
    """One side: its text without white space, what counts in it, and its punctuation written in one way."""

    text: str
    symbols: tuple[Symbol, ...]
    written: str
    doubtful_marks: tuple[int, ...]
    items: tuple[str, ...]


def inscription(lines: Sequence[TextLine]) -> Inscription:
    """The side as read, its lines joined without white space."""
    glyphs = list(_glyphs(lines))
    text = "".join(glyph.char.text for glyph in glyphs)
    heads = _list_marks([glyph.folded for glyph in glyphs])
    symbols: list[Symbol] = []
    marks: list[_Glyph] = []
    written = ""
    doubtful = []
    for position, glyph in enumerate(glyphs):
        written += glyph.folded
        in_digits_place = _in_digits_place(position, glyphs, heads)
        if position in heads:
            continue
        if glyph.is_mark and not (in_digits_place and glyph.folded in _LIKE_ONE):
            marks.append(glyph)
            doubtful += [glyph.index] if _may_count(glyph.char) else []
            continue
        new = _symbols(glyph, in_digits_place)
        if symbols and symbols[-1].is_numeral and new[0].is_numeral and marks:
            symbols.append(_separator(marks))
        symbols += new
        marks = []
    return Inscription(text, tuple(symbols), written, tuple(doubtful), _items(glyphs, heads))


def folded(character: str) -> str:
    """The character with its width variants and Roman numerals written in one way (NFKC), all else as it is."""
    wide = unicodedata.east_asian_width(character[0]) in "FH"
    if wide or "\u2160" <= character <= "\u217f":
        return unicodedata.normalize("NFKC", character)
    return character


def is_punctuation(character: str) -> bool:
    """Whether the character, folded, is a mark that is no 字."""
    if character in _COUNTING_SYMBOLS:
        return False
    return character in _MARKS_BEYOND_UNICODE or unicodedata.category(character[0]).startswith("P")


def _glyphs(lines: Sequence[TextLine]) -> Iterator[_Glyph]:
    index = 0
    for number, line in enumerate(lines):
        box = line.box
        heights = max(box.width, box.height) / max(1, min(box.width, box.height))
        for char in line.chars:
            text = char.text.strip()
            if not text:
                continue
            shown = char if text == char.text else char.model_copy(update={"text": text})
            form = "".join(folded(part) for part in text)
            center = (char.start + char.end) / 2 * heights
            yield _Glyph(shown, index, number, center, form, is_punctuation(form))
            index += len(text)


_CLOSED_MARK = re.compile(r"\((\d{1,2})\)|([①-⑳])|(\d{1,2})[.、)](?!\d)")


def _list_marks(forms: Sequence[str]) -> frozenset[int]:
    """The glyphs that number the items of a list: 1 at the very beginning, then 2, 3, ... each after the one before.

    A number between list marks (第1、2肋骨) is none of them.
    """
    text = "".join(forms)
    places = [position for position, form in enumerate(forms) for _ in form]
    found: set[int] = set()
    expected, start = 1, 0
    for mark in _CLOSED_MARK.finditer(text):
        at_head = mark.start() == 0 if expected == 1 else _begins_item(text, mark.start(), start)
        if at_head and _number(mark) == expected:
            found |= set(places[mark.start() : mark.end()])
            expected, start = expected + 1, mark.end()
    return frozenset(found)


def _begins_item(text: str, position: int, earliest: int) -> bool:
    if position <= earliest or text[position - 1] in "第0123456789LCTSlI-~":
        return False
    return not (text[position - 1] in KIND_OF and text[position - 2] in _DIGITS)


def _number(mark: re.Match[str]) -> int:
    bracketed, circled, plain = mark.groups()
    return ord(circled) - ord("①") + 1 if circled else int(bracketed or plain)


def _items(glyphs: Sequence[_Glyph], heads: frozenset[int]) -> tuple[str, ...]:
    """What stands between list marks, semicolons and full stops, without punctuation."""
    items = [""]
    for position, glyph in enumerate(glyphs):
        if position in heads or glyph.folded in "；;。":
            items += [""]
        elif not glyph.is_mark:
            items[-1] += glyph.folded
    return tuple(item for item in items if item)


def _in_digits_place(position: int, glyphs: Sequence[_Glyph], heads: frozenset[int]) -> bool:
    """Whether a digit or 第 stands beside it, or the beginning of a number."""
    before = glyphs[position - 1].folded if position and position - 1 not in heads else ""
    after = glyphs[position + 1].folded if position + 1 < len(glyphs) else ""
    return before[-1:] in _DIGITS or after[:1] in _DIGITS or before == "第"


def _symbols(glyph: _Glyph, in_digits_place: bool) -> list[Symbol]:
    char = glyph.char
    own = _meaning(glyph.folded, in_digits_place)
    confidence, rivals = char.confidence, dict[str, float]()
    for alternative, probability in char.alternatives:
        meaning = _meaning("".join(map(folded, alternative)), in_digits_place)
        if meaning == own:
            confidence += probability
        else:
            rivals[meaning] = rivals.get(meaning, 0.0) + probability
    return [
        Symbol(part, glyph.index, min(1.0, confidence), glyph.line, glyph.center, rivals) for part in own or char.text
    ]


def _meaning(form: str, in_digits_place: bool) -> str:
    if in_digits_place and form in _LIKE_ONE:
        return "1"
    if in_digits_place and form in _LIKE_ZERO:
        return "0"
    return "" if is_punctuation(form) else form


def _separator(marks: Sequence[_Glyph]) -> Symbol:
    """The mark between two numbers, as its kind."""
    telling = next((mark for mark in marks if mark.folded in KIND_OF), marks[0])
    kind = KIND_OF.get(telling.folded, telling.folded)
    confidence, rivals = telling.char.confidence, dict[str, float]()
    for alternative, probability in telling.char.alternatives:
        other = KIND_OF.get(alternative, alternative)
        if other == kind:
            confidence += probability
        else:
            rivals[other] = rivals.get(other, 0.0) + probability
    return Symbol(kind, telling.index, min(1.0, confidence), telling.line, telling.center, rivals, is_separator=True)


def _may_count(char: Char) -> bool:
    """Whether a mark may really be a character that counts, such as 一 read as a dash."""
    counting = sum(
        probability for text, probability in char.alternatives if not is_punctuation("".join(map(folded, text)))
    )
    return counting >= 0.1
