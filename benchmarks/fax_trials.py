"""Pages that came over a fax line, and pages that only look as if they had.

Everything is drawn. A fax arrives as the file itself, printed and scanned again, or photographed; the last two also
without the line that the sending machine prints. What is no fax: black-and-white office scans (Group 4), grey and
black-and-white photocopies, letterheads with a fax number, hospital prints with their print time, dot-matrix prints,
halftone pictures and plain scans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

import cv2
import numpy as np
from PIL import Image

from samples.generator.capture.fax import dial, fax_file, fax_printed
from samples.generator.capture.phone import DEV_PHONE, TEST_PHONE, photograph
from samples.generator.capture.scanner import (
    DEV_SCANNER,
    TEST_SCANNER,
    ScannerTraits,
    grey,
    office_bilevel,
    photocopy,
    scan,
)
from samples.generator.capture.shot import Shot
from samples.generator.fonts import TYPEFACES, Split
from samples.generator.numbers import landline
from samples.generator.sheet import Sheet
from samples.generator.writing import Print

_TEXT = "兹证明职工在工作时间和工作场所内因工作原因受到事故伤害，情况属实，请予审查。"
_SENT = date(2026, 9, 21)
_MODES = {98: "standard", 196: "fine", 391: "superfine"}
_PINS_DPI = {9: 72, 24: 180}
"""Rows a page inch that the needles of a dot-matrix printer can reach."""
_HALFTONE_DPI = (60, 75, 85, 106)


@dataclass(frozen=True, slots=True)
class FaxTrial:
    """A page as its device makes it, whether it is a fax, and how it was made. ``container`` is the file's kind."""

    truth: str
    kind: str
    shot: Shot
    container: str
    quality: int


def faxes(split: Split, count: int, seed: int) -> Iterator[FaxTrial]:
    """``count`` faxes, every way of arriving in turn; in standard mode also without the header line."""
    ways: tuple[tuple[int, str], ...] = (
        (98, "file"),
        (196, "file"),
        (391, "file"),
        (98, "rescanned"),
        (196, "rescanned"),
        (98, "photographed"),
        (98, "rescanned, no header"),
        (196, "photographed"),
        (98, "rescanned"),
    )
    for number in range(count):
        down, way = ways[number % len(ways)]
        rng = Random(f"{split}/fax/{seed}/{number}")  # noqa: S311  the dice decide what is drawn, nothing secret
        yield _trial("fax", f"{_MODES[down]} fax, {way}", _faxed(split, down, way, rng), rng)


def others(split: Split, count: int, seed: int) -> Iterator[FaxTrial]:
    """``count`` pages that are no faxes, every kind in turn."""
    kinds = tuple(_OTHERS)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        rng = Random(f"{split}/no fax/{seed}/{number}")  # noqa: S311  the dice decide what is drawn, nothing secret
        yield _trial("no fax", kind, _OTHERS[kind](split, rng), rng)


def _trial(truth: str, kind: str, shot: Shot, rng: Random) -> FaxTrial:
    bilevel = shot.image.mode == "1"
    container = "jpeg" if shot.dpi is None else rng.choice(("tiff", "tiff", "pdf") if bilevel else ("pdf", "jpeg"))
    return FaxTrial(truth, kind, shot, "tiff" if truth == "fax" and bilevel else container, rng.randrange(50, 78))


def _page(split: Split, rng: Random, head: str = "", foot: str = "", letters: Print | None = None) -> Sheet:
    """A page of text; head and foot are set small, above and below it."""
    sheet, faces = Sheet.a4(200), TYPEFACES[split]
    style = letters or Print(rng.choice((faces.song, faces.hei, faces.kai)), rng.choice((3.8, 4.4, 5.0)))
    for row in range(rng.randrange(8, 24)):
        style.put(sheet, _TEXT[: rng.randrange(18, 32)], 24, 40 + 9 * row)
    small = Print(faces.hei, 3.2)
    for text, y in ((head, 12), (foot, 285)):
        if text:
            small.put(sheet, text, 24 if text is head else 96, y)
    return sheet


def _faxed(split: Split, down: int, way: str, rng: Random) -> Shot:
    call = replace(dial(split, _SENT, rng), down=down)
    if way.endswith("no header"):
        call = replace(call, header="")
    sheet = _page(split, rng)
    if way == "file":
        return fax_file(sheet, call, 1, rng)
    if way == "photographed":
        paper = Sheet.a4(300)
        paper.image = (
            fax_file(sheet, call, 1, rng).image.convert("RGB").resize(paper.image.size, Image.Resampling.NEAREST)
        )
        return photograph(paper, DEV_PHONE if split == "dev" else TEST_PHONE, rng, 3600)
    return fax_printed(sheet, call, 1, _scanner(split), rng)


def _scanner(split: Split) -> ScannerTraits:
    return TEST_SCANNER if split == "test" else DEV_SCANNER


def _scan(split: Split, sheet: Sheet, rng: Random) -> Shot:
    return scan(sheet, _scanner(split), rng, rng.choice((200, 300)))


def _letterhead(split: Split, rng: Random) -> Sheet:
    own = landline(rng)
    heads = (
        f"地址：长春市朝阳区前进大街1号  电话：{own}  传真：{own[:-1]}1",
        f"TEL：{own}    FAX：{own[:-1]}8    邮编：130012",
        f"电话(传真)：{own}    {_SENT:%Y年%m月%d日}",
    )
    return _page(split, rng, rng.choice(heads))


def _hospital(split: Split, rng: Random) -> Sheet:
    printed = f"打印时间：2026-09-{rng.randrange(10, 29)} {rng.randrange(8, 18):02d}:{rng.randrange(10, 60)}"
    if rng.random() < 0.5:
        printed += f"    咨询电话：{landline(rng)}"
    return _page(split, rng, printed, rng.choice(("第1页 共2页", "1/2", "第 1 页")))


def _dotted(split: Split, rng: Random) -> Sheet:
    """Print of needles: dots of a third of a millimetre on a grid of 1/180 inch across and 1/72 or 1/180 inch down."""
    plain = _page(split, rng, letters=Print(TYPEFACES[split].song, rng.choice((3.8, 4.2, 4.8))))
    rows = _PINS_DPI[rng.choice((9, 24))]
    width, height = (round(side / 25.4 * dpi) for side, dpi in ((plain.width, 180), (plain.height, rows)))
    struck = cv2.resize(np.asarray(plain.image.convert("L")), (width, height), interpolation=cv2.INTER_AREA) < 150
    sheet = Sheet.a4(360)
    canvas = np.full((sheet.image.height, sheet.image.width), 255, np.uint8)
    for row, column in np.argwhere(struck):
        cv2.circle(canvas, (2 * int(column) + 1, int(row) * 360 // rows + 2), 2, (60,), -1)
    sheet.image = Image.fromarray(canvas).convert("RGB")
    return sheet


def _halftone(split: Split, rng: Random) -> Sheet:
    """A page with a picture printed in dots, as a laser printer prints the copy of an ID card."""
    sheet = _page(split, rng)
    pitch = 200 / rng.choice(_HALFTONE_DPI)
    side = (360, 540)
    ys, xs = np.mgrid[0 : side[0], 0 : side[1]].astype(np.float32)
    angle = np.radians(rng.choice((0, 45, 45, 15)))
    u, v = xs * np.cos(angle) + ys * np.sin(angle), ys * np.cos(angle) - xs * np.sin(angle)
    cell = np.cos(2 * np.pi * u / pitch) + np.cos(2 * np.pi * v / pitch)
    tone = 1.2 * np.sin(xs / rng.uniform(60, 120)) * np.cos(ys / rng.uniform(60, 120))
    picture = Image.fromarray(np.where(cell > tone, 255, 30).astype(np.uint8)).convert("RGB")
    sheet.image.paste(picture, (200, 400))
    sheet.image.paste(picture, (800, 400))
    return sheet


_OTHERS: dict[str, Callable[[Split, Random], Shot]] = {
    "G4 office scan": lambda split, rng: office_bilevel(_scan(split, _page(split, rng), rng), rng),
    "letterhead, G4": lambda split, rng: office_bilevel(_scan(split, _letterhead(split, rng), rng), rng),
    "hospital print, G4": lambda split, rng: office_bilevel(_scan(split, _hospital(split, rng), rng), rng),
    "photocopy, grey": lambda split, rng: photocopy(_page(split, rng), _scanner(split), rng, rng.choice((200, 300))),
    "photocopy, G4": lambda split, rng: office_bilevel(photocopy(_page(split, rng), _scanner(split), rng, 300), rng),
    "letterhead, photocopy": lambda split, rng: photocopy(_letterhead(split, rng), _scanner(split), rng, 300),
    "hospital print, grey": lambda split, rng: grey(_scan(split, _hospital(split, rng), rng)),
    "dot-matrix print": lambda split, rng: _scan(split, _dotted(split, rng), rng),
    "dot-matrix print, G4": lambda split, rng: office_bilevel(_scan(split, _dotted(split, rng), rng), rng),
    "halftone picture": lambda split, rng: _scan(split, _halftone(split, rng), rng),
    "letterhead, scan": lambda split, rng: _scan(split, _letterhead(split, rng), rng),
}
