"""Which device takes a paper's pictures: mostly the office scanner, now and then a phone, a copier, a fax."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from samples.generator.capture.fax import dial, fax_file, fax_printed
from samples.generator.capture.phone import DEV_PHONE, TEST_PHONE, photograph
from samples.generator.capture.scanner import (
    DEV_SCANNER,
    TEST_SCANNER,
    grey,
    office_bilevel,
    out_of_focus,
    photocopy,
    scan,
)
from samples.generator.capture.shot import Shot
from samples.generator.fonts import Split
from samples.generator.order import Order
from samples.generator.papers import Paper
from samples.generator.recipe import Recipe
from samples.generator.sheet import Sheet

_DPI: dict[Split, tuple[int, ...]] = {"dev": (150, 200, 200, 200, 300), "test": (150, 200, 240, 300)}
_SMALL_DPI = 180
_PHOTO, _SMALL_PHOTO = 2800, 2000
_DEVICES_OF_ORIGINALS = {"scanner": 0.85, "phone": 0.15}
_DEVICES_OF_COPIES = {"scanner": 0.4, "copier": 0.2, "grey": 0.12, "phone": 0.2, "bilevel": 0.08}
_COPIES_WILL_DO = (
    "discharge_record",
    "imaging_report",
    "inpatient_front_page",
    "admission_record",
    "marriage_certificate",
    "household_register",
)
"""Papers of which the notice asks for no original; of the witnesses' ID cards it asks for copies."""


def shots_of(paper: Paper, order: Order, recipe: Recipe, sent: date, rng: Random) -> list[Shot]:
    """The pictures of the paper's sheets, all from one device unless the recipe wants otherwise."""
    wanted = recipe.devices.get(paper.type) if not paper.owner else None
    asked = "scanner" if paper.type in (*recipe.inks, *recipe.shrunk) else "copier" if wanted == "copier" else None
    if wanted == "fax":
        return _faxed(paper.sheets, order.split, sent, rng)
    chosen = asked or order.device or _device(paper, rng)
    dpi = _SMALL_DPI if order.small else rng.choice(_DPI[order.split])
    loose = chosen == "phone" or rng.random() < 0.5
    sheets = paper.sheets if loose or paper.type == "id_card" else [_on_a4(sheet) for sheet in paper.sheets]
    shots = [_shot(sheet, chosen, order, dpi, rng) for sheet in sheets]
    if paper.type in recipe.shrunk and shots:
        shots = [_smaller(shot, recipe.shrunk[paper.type]) for shot in shots]
    if wanted == "blurred":
        worst = rng.randrange(len(shots))
        shots[worst] = out_of_focus(shots[worst], rng)
    if recipe.twice == paper.type and not paper.owner:
        shots.append(_shot(sheets[-1], chosen, order, dpi, rng))
    return shots


def _smaller(shot: Shot, share: float) -> Shot:
    """The same picture of a smaller paper, scanned at as much higher a resolution."""
    across, down = shot.dpi or (200, 200)
    return replace(shot, dpi=(round(across / share), round(down / share)))


def _device(paper: Paper, rng: Random) -> str:
    copied = paper.type in _COPIES_WILL_DO or (paper.type == "id_card" and paper.owner)
    shares = _DEVICES_OF_COPIES if copied else _DEVICES_OF_ORIGINALS
    return rng.choices(list(shares), weights=list(shares.values()))[0]


def _shot(sheet: Sheet, device: str, order: Order, dpi: int, rng: Random) -> Shot:
    traits = DEV_SCANNER if order.split == "dev" else TEST_SCANNER
    if device == "phone":
        phone = DEV_PHONE if order.split == "dev" else TEST_PHONE
        return photograph(sheet, phone, rng, _SMALL_PHOTO if order.small else _PHOTO)
    if device == "copier":
        return photocopy(sheet, traits, rng, dpi)
    shot = scan(sheet, traits, rng, dpi if sheet.width < 400 else min(dpi, 200))
    if device == "grey":
        return grey(shot)
    return office_bilevel(shot, rng) if device == "bilevel" else shot


def _faxed(sheets: list[Sheet], split: Split, sent: date, rng: Random) -> list[Shot]:
    call = dial(split, sent, rng)
    traits = DEV_SCANNER if split == "dev" else TEST_SCANNER
    sides = [_on_a4(sheet) for sheet in sheets]
    if rng.random() < 0.6:
        return [fax_file(side, call, number, rng) for number, side in enumerate(sides, 1)]
    return [fax_printed(side, call, number, traits, rng) for number, side in enumerate(sides, 1)]


def _on_a4(sheet: Sheet) -> Sheet:
    """A smaller sheet as it lies on the glass of a machine that takes A4."""
    if sheet.width > 210 or sheet.height >= 297:
        return sheet
    side = Sheet.a4(sheet.dpi, sheet.part, sheet.number)
    side.place(sheet, 0, 0)
    return side
