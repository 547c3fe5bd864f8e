"""From a decoded page to an upright, read and judged one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.imaging.colour import has_colour
from pipeline.imaging.fax import judge_fax
from pipeline.imaging.fingerprint import find_fingerprints
from pipeline.imaging.likeness import page_signature
from pipeline.imaging.origin import judge_origin
from pipeline.imaging.paper import blank_page, paper_size
from pipeline.imaging.paper_edges import PaperCrop, crop_to_paper
from pipeline.imaging.red_ink import without_red
from pipeline.imaging.seal import find_seals
from pipeline.imaging.sharpness import judge_legibility
from pipeline.imaging.table import find_cells, find_rules
from pipeline.imaging.upright import deskew, turn
from pipeline.models.geometry import Box, Point, Quad
from pipeline.models.page import Judgement, Page, Turn
from pipeline.models.source import SourcePage
from pipeline.models.text_line import TextLine
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.orientation import find_turn
from pipeline.reading.page import ReadPage
from pipeline.reading.page_lines import HEADER, FoundLines, find_red_lines, read_lines
from pipeline.reading.printed_number import printed_number
from pipeline.reading.transcript import rows
from pipeline.text.fax_header import fax_header_score


def read_page(source: SourcePage, engine: OcrEngine, scratch: Path) -> ReadPage:
    """Turns the page upright, reads its lines, and judges its picture.

    Args:
        source: the decoded page.
        engine: the reader.
        scratch: a folder for the upright pixels.

    Raises:
        PrecheckError: the engine failed.
    """
    stored: Image = np.load(source.pixels)
    crop = crop_to_paper(stored)
    # Seals and fingerprints hide text: what is found and read is found and read with the red ink taken out.
    clean = without_red(crop.image)
    turning = find_turn(engine, clean)
    straight = deskew(turn(crop.image, turning.turn))
    image = straight.image
    dpi = None if crop.is_photo or source.facts.dpi is None else round(source.facts.dpi[0])
    seals, fingerprints = find_seals(image, dpi), find_fingerprints(image, dpi)
    black = FoundLines(
        turn(clean, turning.turn),
        turning.quads,
        turning.read,
        lambda quad: _straightened(quad, straight.angle, image),
    )
    stamps = [*(seal.box for seal in seals), *(mark.box for mark in fingerprints)]
    red = find_red_lines(engine, image, black.upright, stamps) if clean is not crop.image else ()
    untouched = source.facts.drawn and not crop.is_photo and turning.turn == 0 and straight.angle == 0
    read = read_lines(engine, image, black, red, source.text_layer if untouched else ())
    pixels = scratch / f"{source.pixels.stem}-upright.npy"
    np.save(pixels, image)
    rules = find_rules(image)
    page = _judged(source, crop, image, (*black.upright, *red), read.lines, turning.turn)
    # What the fax machine printed, its date above all, is no part of the paper.
    read = read.without(lambda line: page.fax.state == "yes" and _in_row_of(line, page.fax.box))
    return ReadPage(
        page=page,
        pixels=pixels,
        lines=read.lines,
        rules=rules,
        cells=find_cells(rules),
        seals=seals,
        fingerprints=fingerprints,
        signature=page_signature(image),
        colour=has_colour(image),
        heads=read.heads,
        engine=engine,
    )


def _judged(
    source: SourcePage, crop: PaperCrop, image: Image, quads: Sequence[Quad], lines: Sequence[TextLine], turned: Turn
) -> Page:
    height, width = image.shape[:2]
    facts = source.facts
    dpi = None if crop.is_photo or facts.dpi is None else round(facts.dpi[0])
    score, header = _fax_header(lines, height)
    fax = judge_fax(image, facts, score, header)
    origin, confidence = judge_origin(image, facts, fax, is_photo=crop.is_photo)
    number = printed_number(lines, height)
    blank = not quads and blank_page(image)
    illegible = Judgement(state="no") if blank else judge_legibility(image, [quad.box for quad in quads], dpi)
    return Page(
        file=source.ref.file,
        page=source.ref.page,
        rotation=(facts.exif_turn + turned) % 360,
        width_px=width,
        height_px=height,
        dpi=dpi,
        paper=paper_size(width, height, dpi, facts.page_mm, is_photo=crop.is_photo),
        origin=origin,
        origin_confidence=round(confidence, 4),
        printed_page_number=number.number if number else None,
        printed_page_count=number.total if number else None,
        legible=illegible.state != "yes",
        fax=fax,
        illegible=illegible,
        blank=blank,
    )


def _fax_header(lines: Sequence[TextLine], height: int) -> tuple[float, Box | None]:
    """The best score of a row in the top margin, and where it stands."""
    top = [line for line in lines if line.box.center.y < HEADER * height]
    scored = [(fax_header_score(" ".join(line.text for line in row)), row[0].box) for row in rows(top)]
    return max(scored, key=lambda row: row[0], default=(0.0, None))


def _in_row_of(line: TextLine, header: Box | None) -> bool:
    return header is not None and line.box.vertical_overlap(header) > 0.5


def _straightened(quad: Quad, angle: float, image: Image) -> Quad:
    if angle == 0:
        return quad
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    corners = np.asarray(quad) @ matrix[:, :2].T + matrix[:, 2]
    return Quad(*(Point(float(x), float(y)) for x, y in corners))
