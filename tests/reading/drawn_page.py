"""Pages of 200 dpi whose lines are given and whose ink is drawn: for tests of marks beside their captions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.imaging.fingerprint import find_fingerprints
from pipeline.imaging.seal import find_seals
from pipeline.reading.marks import judge_slots
from pipeline.reading.slot import SlotSpec
from pipeline.reading.view import whole
from tests.imaging import drawing
from tests.imaging.drawing import BLACK, RED, blend, scan
from tests.typeset import line, read_page

DPI = 200
SIGNATURE = SlotSpec("signature", "signature", ("申请人签字:",))
SEAL = SlotSpec("seal", "seal", ("单位（盖章）",))
FINGERPRINT = SlotSpec("fingerprint", "fingerprint", ("申请人签字:",))
CAPTION = line("申请人签字：", 300, 1500, size=34)
STAMPED = line("单位（盖章）", 300, 1800, size=34)
BODY = [line("以上情况属实特此说明请予审查核实", 200, 300 + 70 * row, size=34) for row in range(8)]


def page(folder, lines, draw=None, *, colour=True, engine=None, size=(1654, 2339), dpi=DPI, cells=()):
    """A scanned page that shows these lines as blocks of strokes, and what is drawn on it."""
    made = read_page(folder, [*BODY, *lines], size, cells, engine=engine, dpi=dpi)
    image = made.image
    for read in made.lines:
        box = read.box
        for x in range(box.x0, box.x1, 17):
            image[box.y0 : box.y1, x : x + 4] = BLACK
            image[box.y0 : box.y1 : 10, x : x + 14] = BLACK
    if draw is not None:
        draw(image)
    image = scan(image)
    if not colour:
        image = np.repeat(image.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
    np.save(made.pixels, image)
    seals, prints = find_seals(image, dpi), find_fingerprints(image, dpi)
    return whole(replace(made, seals=seals, fingerprints=prints, colour=colour))


def signed(x, y):
    return lambda image: blend(image, drawing.scribble(DPI, seed=2), x, y, BLACK, 1.0)


def sealed(x, y, colour=RED):
    return lambda image: blend(image, drawing.seal(DPI), x, y, colour)


def pressed(x, y):
    return lambda image: blend(image, drawing.fingerprint(DPI), x, y, RED)


def states(view, *slots):
    return [mark.state for mark in judge_slots([view], slots, ("日期",))]
