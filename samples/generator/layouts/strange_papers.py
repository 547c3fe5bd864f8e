"""Papers that belong to no claim: contracts about other things, receipts, certificates, a chat, a menu."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from samples.generator.case import Case
from samples.generator.fonts import Split
from samples.generator.layouts.content import Content, Look, in_words
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print, fitted, lines_of

_LEFT, _RIGHT = 24.0, 186.0


@dataclass(frozen=True, slots=True)
class StrangePaper:
    """A paper of no type: its title and, page by page, its lines; a line with bars is a row of a table."""

    id: str
    split: Split
    title: str
    pages: tuple[tuple[str, ...], ...]


@cache
def strange_papers(split: Split) -> tuple[StrangePaper, ...]:
    """All of a split."""
    told = tomllib.loads(files("samples.generator").joinpath("data/strange.toml").read_text(encoding="utf-8"))
    return tuple(
        StrangePaper(paper["id"], split, paper["title"], tuple(tuple(page) for page in paper["pages"]))
        for paper in told["paper"]
        if paper["split"] == split
    )


def draw(paper: StrangePaper, content: Content, look: Look) -> list[Sheet]:
    """The paper's sides, large or small type as the dice will have it."""
    size = look.rng.choice((4.0, 4.4, 5.0))
    words = _words(content.case)
    sheets = []
    for number, page in enumerate(paper.pages):
        sheet = Sheet.a4(look.dpi, "other")
        y = _title(sheet, paper.title.format(**words), look) if number == 0 and paper.title else 30.0
        _lines(sheet, [line.format(**words) for line in page], y, Print(look.face("song"), size))
        sheets.append(sheet)
    return sheets


def _title(sheet: Sheet, title: str, look: Look) -> float:
    style = Print(look.face(look.rng.choice(("hei", "song"))), look.rng.uniform(6, 9), look.rng.uniform(0, 0.5))
    style = style.resized(min(style.size, style.size * 160 / style.width(title)))
    style.put(sheet, title, (210 - style.width(title)) / 2, 26)
    return 26 + style.size * 2.2


def _lines(sheet: Sheet, texts: list[str], y: float, style: Print) -> None:
    for text in texts:
        if "|" in text:
            y = _row(sheet, text.split("|"), y, style)
            continue
        for line in lines_of(text, style, _RIGHT - _LEFT):
            style.put(sheet, line, _LEFT, y)
            y += style.size * 1.9
        y += 1.5


def _row(sheet: Sheet, cells: list[str], y: float, style: Print) -> float:
    width, height = (_RIGHT - _LEFT) / len(cells), style.size * 2.2
    for index, text in enumerate(cells):
        cell = Area(_LEFT + index * width, y, _LEFT + (index + 1) * width, y + height)
        sheet.box(cell)
        if text:
            fitted(sheet, text, cell.inset(1.5, 0.6), style)
    return y + height


def _words(case: Case) -> dict[str, str]:
    day = in_words(case.filled_on.isoformat())
    return {"worker": case.worker.name, "employer": case.employer.name, "hospital": case.hospital, "day": day}
