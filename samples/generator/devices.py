"""Which device takes a paper's pictures: mostly the office scanner, now and then a phone, a copier, a fax."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.generator.capture.fax import fax_file, fax_printed
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
from samples.generator.fonts import TYPEFACES, Split
from samples.generator.papers import Paper
from samples.generator.recipe import Recipe
from samples.generator.sheet import Sheet

_COPIES_WILL_DO = ("id_card", "business_license", "outpatient_record", "discharge_record", "imaging_report")


def shots_of(
    paper: Paper, split: Split, recipe: Recipe, sent: date, rng: Random, device: str | None = None
) -> list[Shot]:
    """The pictures of the paper's sheets, all from one device unless the recipe wants otherwise."""
    wanted = recipe.devices.get(paper.type) if not paper.owner else None
    if wanted == "fax":
        return _faxed(paper.sheets, split, sent, rng)
    chosen = device or _device(paper, rng)
    dpi = rng.choice((150, 200, 200, 200, 300)) if split == "dev" else rng.choice((150, 200, 240, 300))
    shots = [_shot(sheet, chosen, split, dpi, rng) for sheet in paper.sheets]
    if wanted == "blurred":
        worst = rng.randrange(len(shots))
        shots[worst] = out_of_focus(shots[worst], rng)
    if recipe.twice == paper.type and not paper.owner:
        shots.append(_shot(paper.sheets[-1], chosen, split, dpi, rng))
    return shots


def _device(paper: Paper, rng: Random) -> str:
    draw = rng.random()
    if paper.type in _COPIES_WILL_DO:
        return (
            "scanner"
            if draw < 0.4
            else "copier"
            if draw < 0.6
            else "grey"
            if draw < 0.72
            else "phone"
            if draw < 0.92
            else "bilevel"
        )
    return "scanner" if draw < 0.85 else "phone"


def _shot(sheet: Sheet, device: str, split: Split, dpi: int, rng: Random) -> Shot:
    traits = DEV_SCANNER if split == "dev" else TEST_SCANNER
    if device == "phone":
        return photograph(sheet, DEV_PHONE if split == "dev" else TEST_PHONE, rng)
    if device == "copier":
        return photocopy(sheet, traits, rng, dpi)
    shot = scan(sheet, traits, rng, dpi if sheet.width < 400 else min(dpi, 200))
    if device == "grey":
        return grey(shot)
    return office_bilevel(shot, rng) if device == "bilevel" else shot


def _faxed(sheets: list[Sheet], split: Split, sent: date, rng: Random) -> list[Shot]:
    face = TYPEFACES[split].hei
    fine, as_file = rng.random() < 0.5, rng.random() < 0.6
    traits = DEV_SCANNER if split == "dev" else TEST_SCANNER
    if as_file:
        return [fax_file(sheet, rng, face=face, fine=fine, sent=sent) for sheet in sheets]
    return [fax_printed(sheet, traits, rng, face=face, fine=fine, sent=sent) for sheet in sheets]
