"""Faxes: the file as it comes from a fax server, and the fax that was printed and scanned again.

1,728 pixels a line, 204 dpi across, 98 (standard) or 196 (fine) down, one bit a pixel (ITU-T T.4); the sending machine
adds a line with date, numbers and page above the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from samples.generator.capture.scanner import ScannerTraits, scan
from samples.generator.capture.shot import Shot
from samples.generator.fonts import TYPEFACES, Split, font
from samples.generator.numbers import landline
from samples.generator.sheet import Sheet

_LINE = 1728
_ACROSS = 204


_HEADERS: dict[Split, tuple[str, ...]] = {
    "dev": (
        "{day:%Y-%m-%d} {clock}   FROM: {sender}   TO: {receiver}   P.{n}",
        "{day:%Y/%m/%d} {clock}  FAX {sender}   PAGE {n}/04",
        "传真：{sender}   {day:%Y-%m-%d} {clock}   页码：{n}/04",
    ),
    "test": (
        "From: {sender}    {day:%d/%m/%Y} {clock}    Page {n} of 4",
        "发件人：{sender}  收件人：{receiver}  {day:%Y.%m.%d} {clock}  第{n}页",
        "{day:%b-%d-%Y} {clock}    FAX NO. {sender}    P. {n}/4",
    ),
}


@dataclass(frozen=True, slots=True)
class Transmission:
    """One call of a fax machine: its rows a page inch, the line it prints above each page, and the line's typeface."""

    down: int
    header: str
    face: str


def dial(split: Split, sent: date, rng: Random) -> Transmission:
    """A call in standard or fine resolution; the header leaves {n} for the page."""
    clock = f"{rng.randrange(8, 18):02d}:{rng.randrange(60):02d}"
    header = rng.choice(_HEADERS[split])
    numbers = {"sender": landline(rng), "receiver": landline(rng)}
    filled = header.format(day=sent, clock=clock, n="{n}", **numbers)
    return Transmission(rng.choice((98, 196)), filled, TYPEFACES[split].hei)


def fax_file(sheet: Sheet, call: Transmission, number: int, rng: Random) -> Shot:
    """The received file: bilevel, more dots across than down."""
    image = _transmitted(sheet, call, number, rng)
    matrix = np.diag([image.width / sheet.image.width, image.height / sheet.image.height, 1.0])
    return Shot(image, sheet, "fax", f"fax-{call.down}", matrix, (_ACROSS, call.down), colour=False)


def fax_printed(sheet: Sheet, call: Transmission, number: int, traits: ScannerTraits, rng: Random) -> Shot:
    """A fax on paper, scanned: the coarse steps of its rows are still there, and no colour."""
    image = _transmitted(sheet, call, number, rng)
    printed = Sheet(sheet.width, sheet.height, 300)
    printed.image = image.convert("L").resize(printed.image.size, Image.Resampling.NEAREST).convert("RGB")
    shot = scan(printed, traits, rng, rng.choice((200, 300)))
    to_printed = np.diag([printed.dpi / sheet.dpi, printed.dpi / sheet.dpi, 1.0])
    device = f"fax-{call.down}-rescanned"
    return Shot(shot.image.convert("L"), sheet, "fax", device, shot.matrix @ to_printed, shot.dpi, colour=False)


def _transmitted(sheet: Sheet, call: Transmission, number: int, rng: Random) -> Image.Image:
    down = call.down
    rows = round(_LINE * sheet.height / sheet.width * down / _ACROSS)
    grey = np.asarray(sheet.image.convert("L"), np.float32)
    values = np.asarray(cv2.resize(grey, (_LINE, rows), interpolation=cv2.INTER_AREA), np.float32)
    noise = np.random.default_rng(rng.getrandbits(32))
    values += 14 * noise.standard_normal(values.shape, np.float32)
    bits = np.where(values > rng.uniform(140, 175), 255, 0).astype(np.uint8)
    for _ in range(rng.randrange(0, 4)):
        row = int(noise.integers(60, rows - 4))
        bits[row : row + int(noise.integers(1, 3))] = bits[row - 1]
    specks = noise.random(bits.shape) < 0.0004
    bits[specks] = 0
    image = Image.fromarray(bits)
    line = Image.new("L", (_LINE, 36), 255)
    ImageDraw.Draw(line).text((40, 4), call.header.format(n=number), font=font(call.face, 24), fill=0)
    image.paste(line.resize((_LINE, round(36 * down / _ACROSS))), (0, round(10 * down / _ACROSS)))
    return image.convert("1", dither=Image.Dither.NONE)
