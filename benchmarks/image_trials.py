"""Pages with one thing on them that the picture has to show: a signature, a seal, a fingerprint, an ink.

Everything is drawn; no real page is among them. The test split has typefaces, hands, devices and degradations of its
own (:mod:`samples.generator`), and drawings that the dev split lacks: oval seals, torn and smeared marks, pencil.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.generator.capture.phone import DEV_PHONE, TEST_PHONE, photograph
from samples.generator.capture.scanner import DEV_SCANNER, TEST_SCANNER, grey, scan
from samples.generator.capture.shot import Shot
from samples.generator.fingerprints import press
from samples.generator.fonts import TYPEFACES, Split, font
from samples.generator.seals import Seal, red, stamp
from samples.generator.sheet import Area, Colour, Sheet
from samples.generator.signatures import sign
from samples.generator.writing import Pen, Print

Box = tuple[int, int, int, int]
_DPI = 200
_CAPTIONS = ("申请人签字：", "证明人（签名）：", "医师签名：", "乙方（签字）：", "法定代表人：")
_NAMES = ("张志远", "李春燕", "王冬", "刘海棠", "陈玉成", "于洋", "赵铁柱", "欧阳文静", "闫鑫", "翟璐", "朴英子")
_TEXT = "以上情况属实，如有虚假，愿承担法律责任，特此证明，请予审查核实。"
DEVICES = ("scanner-150", "scanner-200", "scanner-300", "phone", "fringed-200")
INKS: dict[str, tuple[Colour, ...]] = {
    "black": ((25, 25, 28), (45, 42, 46), (58, 58, 64), (66, 62, 72)),
    "blue": ((30, 60, 150), (60, 90, 170), (25, 40, 160), (40, 48, 84)),
    "pencil": ((136, 136, 136), (110, 110, 112)),
}


@dataclass(frozen=True, slots=True)
class Trial:
    """A picture, what is true of it, how it was made, where to look, and where its print stands (pixels)."""

    truth: str
    kind: str
    picture: NDArray[np.uint8]
    dpi: int | None
    place: Box
    printed: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Slip:
    """A page with print and a caption; ``slot`` is the room behind the caption, in mm."""

    sheet: Sheet
    printed: list[Area]
    slot: Area
    print: Print


Draw = Callable[[_Slip, Split, Random], None]


def _slip(split: Split, rng: Random) -> _Slip:
    sheet, faces = Sheet.a4(_DPI), TYPEFACES[split]
    style = Print(rng.choice((faces.song, faces.hei, faces.kai)), rng.choice((3.8, 4.3, 4.8)))
    printed = [style.put(sheet, _TEXT[: rng.randrange(20, 30)], 26, 30 + 9 * row) for row in range(12)]
    caption = style.put(sheet, rng.choice(_CAPTIONS), 80, 170)
    slot = Area(caption.x1 + 1, caption.y0 - 4, caption.x1 + 35, caption.y1 + 4)
    return _Slip(sheet, [*printed, caption], slot, style)


def _signed(slip: _Slip, split: Split, rng: Random) -> None:
    sign(slip.sheet, rng.choice(_NAMES), slip.slot, TYPEFACES[split], rng)


def _printed_name(slip: _Slip, _split: Split, rng: Random) -> None:
    slip.print.put(slip.sheet, rng.choice(_NAMES), slip.slot.x0 + 2, slip.slot.y0 + 4)


def _underline(slip: _Slip, _split: Split, rng: Random) -> None:
    slip.sheet.line((slip.slot.x0, slip.slot.y1 - 3), (slip.slot.x0 + rng.uniform(20, 40), slip.slot.y1 - 3), 0.25)


def _cross(slip: _Slip, _split: Split, rng: Random) -> None:
    x, y, side = slip.slot.x0 + 4, slip.slot.y0 + 3, rng.uniform(4, 7)
    slip.sheet.line((x, y), (x + side, y + side), 0.4)
    if rng.random() < 0.6:
        slip.sheet.line((x + side, y), (x, y + side), 0.4)


def _sealed(slip: _Slip, split: Split, rng: Random) -> None:
    face = TYPEFACES[split].song
    seal = Seal(
        "长春市瑞禾机械制造有限公司", rng.choice(("", "合同专用章")), face, rng.choice((38.0, 40.0, 42.0, 45.0))
    )
    stamp(slip.sheet, seal, (slip.slot.x0 + 12, slip.slot.y0 + 6), rng, weak=rng.choice((0.1, 0.5, 1.0)))


def _oval_seal(slip: _Slip, split: Split, rng: Random) -> None:
    width, height = round(slip.sheet.px(45)), round(slip.sheet.px(30))
    mask = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(mask)
    pen.ellipse((3, 3, width - 3, height - 3), outline=255, width=7)
    pen.text((width / 2, height / 2), "瑞禾机械", font=font(TYPEFACES[split].song, 40), fill=255, anchor="mm")
    corner = round(slip.sheet.px(slip.slot.x0)), round(slip.sheet.px(slip.slot.y0 - 8))
    slip.sheet.stain(mask, corner, red(rng), rng.uniform(0.5, 0.95))


def _finger(slip: _Slip, _split: Split, rng: Random) -> None:
    press(slip.sheet, (slip.slot.x0 + 12, slip.slot.y0 + 6), rng)


def _worn_finger(slip: _Slip, split: Split, rng: Random) -> None:
    """A print of which the pad gave little ink, or that slid."""
    bare = slip.sheet.image.copy()
    _finger(slip, split, rng)
    inked = slip.sheet.image
    if rng.random() < 0.5:
        slip.sheet.image = Image.blend(bare, inked, rng.uniform(0.3, 0.5))
    else:
        slid = np.asarray(cv2.blur(np.asarray(inked), (1, 25)), np.uint8)
        slip.sheet.image = Image.fromarray(np.minimum(slid, np.asarray(bare)))


def _nothing(_slip: _Slip, _split: Split, _rng: Random) -> None:
    pass


def _over(*draws: Draw) -> Draw:
    def drawn(slip: _Slip, split: Split, rng: Random) -> None:
        for draw in draws:
            draw(slip, split, rng)

    return drawn


SIGNATURES: tuple[tuple[str, str, Draw], ...] = (
    ("present", "signed", _signed),
    ("present", "signed over a line", _over(_underline, _signed)),
    ("present", "signed under a seal", _over(_signed, _sealed)),
    ("absent", "empty", _nothing),
    ("absent", "underline", _underline),
    ("absent", "cross or slash", _cross),
    ("absent", "seal alone", _sealed),
    ("absent", "fingerprint alone", _finger),
    ("printed", "printed name", _printed_name),
    ("printed", "printed name over a line", _over(_underline, _printed_name)),
    ("printed", "printed name under a seal", _over(_printed_name, _sealed)),
)
SEALS: tuple[tuple[str, str, Draw], ...] = (
    ("present", "round", _sealed),
    ("present", "oval", _oval_seal),
    ("present", "over a signature", _over(_signed, _sealed)),
    ("absent", "empty", _nothing),
    ("absent", "fingerprint and signature", _over(_signed, _finger)),
)
FINGERPRINTS: tuple[tuple[str, str, Draw], ...] = (
    ("present", "clear", _over(_signed, _finger)),
    ("present", "pale or slid", _over(_signed, _worn_finger)),
    ("absent", "signature", _signed),
    ("absent", "seal", _over(_signed, _sealed)),
)


def marks(kinds: tuple[tuple[str, str, Draw], ...], split: Split, count: int, seed: int) -> Iterator[Trial]:
    """``count`` pages of every kind."""
    for truth, kind, draw in kinds:
        for number in range(count):
            rng = Random(f"{split}/{kind}/{seed}/{number}")  # noqa: S311  the dice decide what is drawn, nothing secret
            slip = _slip(split, rng)
            draw(slip, split, rng)
            yield _trial(truth, kind, slip, DEVICES[number % 4], split, rng)


def inks(split: Split, count: int, seed: int) -> Iterator[Trial]:
    """``count`` pages written with every ink, on every device; print is black."""
    for name, colours in INKS.items():
        for number in range(count):
            rng = Random(f"{split}/{name}/{seed}/{number}")  # noqa: S311  the dice decide what is drawn
            slip, faces = _slip(split, rng), TYPEFACES[split]
            pen = Pen(rng.choice(faces.hands), rng.uniform(4.4, 5.6), rng, rng.choice(colours))
            rows = [pen.put(slip.sheet, _TEXT[: rng.randrange(5, 16)], 30, 190 + 10 * row) for row in range(3)]
            around = replace(slip, printed=[*slip.printed, *rows], slot=rows[0])
            yield _trial(name, name, around, DEVICES[number % len(DEVICES)], split, rng)


def plain_page(split: Split, device: str, rng: Random) -> Trial:
    """A page of print and nothing else, taken with the device."""
    return _trial("plain", device, _slip(split, rng), device, split, rng)


def _trial(truth: str, kind: str, slip: _Slip, device: str, split: Split, rng: Random) -> Trial:
    shot = _shot(slip.sheet, device, split, rng)
    picture = np.asarray(shot.image.convert("RGB"))[:, :, ::-1]
    if device == "phone":
        # The pipeline crops and squares photos; that is measured elsewhere.
        size = (slip.sheet.image.width, slip.sheet.image.height)
        picture = cv2.warpPerspective(picture, np.linalg.inv(shot.matrix), size).astype(np.uint8)
        shot = replace(shot, matrix=np.eye(3))
    if device.startswith("fringed"):
        picture = np.dstack(
            [np.roll(picture[:, :, 0], 1, axis=0), picture[:, :, 1], np.roll(picture[:, :, 2], -1, axis=1)]
        )
    quality = [cv2.IMWRITE_JPEG_QUALITY, rng.randrange(40, 80)]
    coded = cv2.imdecode(cv2.imencode(".jpg", picture, quality)[1], cv2.IMREAD_COLOR)
    printed = tuple(shot.box(area) for area in slip.printed)
    dpi = None if device == "phone" else int(device.split("-")[1])
    # The pipeline looks for a signature one line above and below its caption.
    zone = Area(slip.slot.x0, slip.slot.y0 - 2, slip.slot.x1 + 5, slip.slot.y1 + 2)
    return Trial(truth, f"{kind}, {device}", np.asarray(coded, np.uint8), dpi, shot.box(zone), printed)


def _shot(sheet: Sheet, device: str, split: Split, rng: Random) -> Shot:
    if device == "phone":
        return photograph(sheet, DEV_PHONE if split == "dev" else TEST_PHONE, rng, 2400)
    # What deskewing leaves of a scan's lean.
    traits = replace(DEV_SCANNER if split == "dev" else TEST_SCANNER, skew=0.3)
    shot = scan(sheet, traits, rng, int(device.split("-")[1]))
    return grey(shot) if device.startswith("grey") else shot
