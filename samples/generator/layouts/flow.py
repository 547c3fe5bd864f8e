"""Text that runs over pages, with blanks filled inside its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samples.generator.layouts.content import Content, Look, in_words
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Pen, Print

_PIECES = re.compile(r"\{(!?\w+(?:\|[-./])?)\}")
LIST_ITEM = re.compile(r"(?<=[^0-9（Ⅰ-Ⅻ])\s*(?=(?:[1-9][.．、](?![0-9])|（[1-9]）))")
"""Between the items of a numbered list."""
_NOT_AT_HEAD = "，。；：、？！）》”"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its text with blanks in braces, its type, indent in characters, and the space above it in mm.

    ``{field}`` is filled in and underlined, ``{!field}`` printed with the text; ``{field|-}`` gives a date's style.
    All its lines begin ``left`` mm further in; with ``listed`` each item of a numbered list begins a line.
    """

    text: str
    style: Print
    indent: float = 0.0
    above: float = 0.0
    centred: bool = False
    leading: float = 1.75
    left: float = 0.0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    field: str
    writing: Print | Pen
    blank: bool = False


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its place below the page's top edge, in mm."""

    letters: tuple[_Letter, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Margins:
    """The text area of a page in mm."""

    left: float = 26.0
    top: float = 26.0
    right: float = 184.0
    bottom: float = 268.0


def paginate(blocks: list[Block], margins: Margins, content: Content, look: Look) -> list[list[SetLine]]:
    """Breaks the blocks into lines and the lines into pages."""
    pages: list[list[SetLine]] = [[]]
    y = margins.top
    for block in blocks:
        y += block.above if pages[-1] else 0
        height = block.style.size * block.leading
        for index, line in enumerate(_lines(block, margins.right - margins.left - block.left, content, look)):
            if y + height > margins.bottom:
                pages.append([])
                y = margins.top
            indent = block.indent * block.style.size if index == 0 else 0.0
            if block.centred:
                indent = (margins.right - margins.left - sum(_width(letter) for letter in line)) / 2
            pages[-1].append(SetLine(tuple(line), margins.left + block.left + indent, y, block.style.size))
            y += height
    return pages


def end_of(page: list[SetLine]) -> float:
    """Where the page's text ends, mm from the top."""
    return max((line.y + line.height * 1.75 for line in page), default=0.0)


def set_page(sheet: Sheet, lines: list[SetLine], content: Content, look: Look, *, underlined: bool = True) -> None:
    """Draws the lines and records the blanks in them, with a line under each where they are ``underlined``."""
    areas: dict[str, Area] = {}
    by_hand: dict[str, bool] = {}
    for line in lines:
        x = line.x
        for field, run in _runs(line.letters):
            area = run[0].writing.put(sheet, "".join(letter.text for letter in run), x, line.y)
            x += sum(_width(letter) for letter in run)
            if field and underlined and run[0].blank:
                sheet.line((area.x0, line.y + line.height * 1.25), (x, line.y + line.height * 1.25), 0.15, 60)
            if field:
                areas[field] = areas[field].around(area) if field in areas else area
                by_hand[field] = look.hand and run[0].blank
    for field, area in areas.items():
        if not field.startswith("_"):
            sheet.enter(field, content.values.get(field, ""), area, hand=by_hand[field])


def _lines(block: Block, width: float, content: Content, look: Look) -> list[list[_Letter]]:
    lines: list[list[_Letter]] = [[]]
    room = width - block.indent * block.style.size
    for letter in _letters(block, content, look):
        if letter.text == "\n":
            lines.append([])
            room = width
            continue
        if _width(letter) > room and not (letter.text in _NOT_AT_HEAD and lines[-1]):
            lines.append([])
            room = width
        lines[-1].append(letter)
        room -= _width(letter)
    return lines


def _letters(block: Block, content: Content, look: Look) -> list[_Letter]:
    letters: list[_Letter] = []
    for index, piece in enumerate(_PIECES.split(block.text)):
        if index % 2 == 0:
            letters += [_Letter(letter, "", block.style) for letter in piece]
            continue
        name, _, style = piece.removeprefix("!").partition("|")
        value = in_words(content.values.get(name, ""), style or "年")
        value = LIST_ITEM.sub("\n", value) if block.listed else value
        if piece.startswith("!"):
            letters += [_Letter(letter, name, block.style) for letter in value]
        else:
            filled = look.fill.resized(block.style.size * 1.02)
            letters += [_Letter(letter, name, filled, blank=True) for letter in f" {value or ' ' * 24} "]
    return letters


def _width(letter: _Letter) -> float:
    spacing = letter.writing.spacing * letter.writing.size if isinstance(letter.writing, Print) else 0.0
    return letter.writing.width(letter.text) + spacing


def _runs(letters: tuple[_Letter, ...]) -> list[tuple[str, list[_Letter]]]:
    runs: list[tuple[str, list[_Letter]]] = []
    for letter in letters:
        if runs and runs[-1][0] == letter.field:
            runs[-1][1].append(letter)
        else:
            runs.append((letter.field, [letter]))
    return runs
