"""Which of a crop's lines are its own text, and is there writing in it that no line covers?

Detectors leave out what specks or seals disturb, and find the pale rims that a red seal's letters leave when its ink is
lifted off. What was never read cannot be the same; nor is it missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.raster import darkest, dilated, grey_level, mask_of, pieces
from pipeline.models.comparison import Comparison
from pipeline.models.geometry import Box, Quad

_PALE = 0.5
"""Of the darkest line's depth: what lies under a seal keeps 0.8 and more, the rims of lifted letters 0.1-0.3."""
_LIFTED = 20
"""Grey levels by which lifting red ink off changes a pixel that was red."""
_LETTERS_LIFTED = 0.12
"""Share of such pixels in the box of a line of seal letters."""
_DEEPEST = 2.0
"""Percentile of the grey levels in a line's box that stands for its strokes."""
_REACH = 0.25
"""Of its height: how far strokes of a line may stand out of its box."""
_SPECK, _THIN, _TALLEST = 0.25, 0.15, 1.6
"""Of a line's height: smaller pieces of ink are specks or marks, thinner ones of rules, taller ones rules and rings."""
_ENOUGH = 0.5
"""Of the ink of a 字: a 一 has 0.2, a 人 0.4."""
_UPRIGHT = 1.5
"""Of a line's width and of the height of the others."""
_EVEN = 0.5


def lifted_ink(plain: Image, picture: Image) -> Mask | None:
    """Where lifting red ink off changed the picture, None where it has none; ``plain`` is the picture without it."""
    return None if plain is picture else mask_of(cv2.absdiff(darkest(plain), darkest(picture)) > _LIFTED)


def own_lines(lines: Sequence[Quad], plain: Image, lifted: Mask | None) -> tuple[Quad, ...]:
    """The lines without those in which only the letters of a red seal stood.

    Args:
        lines: what was found.
        plain: the picture with its red ink lifted off.
        lifted: where that was.
    """
    if lifted is None:
        return tuple(lines)
    dark = inked_lines(lines, plain)
    return tuple(line for line in lines if line in dark or _part(lifted, line.box).mean() < 255 * _LETTERS_LIFTED)


def inked_lines(lines: Sequence[Quad], plain: Image) -> tuple[Quad, ...]:
    """The lines without those much paler than the darkest: they may be a pale seal's letters, or a grey copy's.

    Of 1,602 drawn fields three had such lines, all of them letters of seals.
    """
    grey = darkest(plain)
    depths = [_depth(grey, line.box) for line in lines]
    return tuple(line for line, depth in zip(lines, depths, strict=True) if depth >= _PALE * max(depths))


def has_unread_ink(image: Image, lines: Sequence[Quad], inside: Box, level: float = _EVEN) -> bool:
    """Whether strokes as large as letters stand where no line was found.

    Args:
        image: the crop, red ink lifted off.
        lines: what was found in it.
        inside: the part of it to look at, without margins that were set around it.
        level: how dark it has to be, as a share of the darkest line's depth.
    """
    if not lines:
        return False
    grey = darkest(image)
    height = float(np.median([_height(line) for line in lines]))
    depth = max(_depth(grey, line.box) for line in lines)
    part = _part(grey, inside)
    ink = mask_of(part < grey_level(part, 50) - level * depth)
    read = _part(_covered(lines, grey), inside)
    letters = sum(line.box.width / max(1.0, _height(line)) for line in lines)
    inked = np.count_nonzero(ink & read)
    a_letter = inked / max(1.0, letters)
    if np.count_nonzero(ink) - inked <= _ENOUGH * a_letter:
        return False
    edge = Box(1, 1, inside.width - 1, inside.height - 1)
    unread = sum(
        area
        for box, area, _ in pieces(ink)[1]
        if _is_letter(box, height) and box.intersection(edge) == box and not _part(read, box).any()
    )
    return bool(unread > _ENOUGH * a_letter)


def _is_letter(box: Box, height: float) -> bool:
    """Whether a piece of ink is as large as a letter, or a part of one, of lines of that height."""
    shorter, longer = sorted((box.width, box.height))
    return shorter >= _THIN * height and _SPECK * height <= longer <= _TALLEST * height


def holds_rows(lines: Sequence[Quad]) -> bool:
    """Whether what was found as one line holds the beginnings of two: it stands upright among lines half as high."""
    if not lines:
        return False
    usual = float(np.median([line.box.height for line in lines]))
    return any(line.box.height >= _UPRIGHT * max(usual, line.box.width) for line in lines)


def doubted_for_unread_ink(comparison: Comparison, lengths: tuple[int, int], unread: tuple[bool, bool]) -> Comparison:
    """The comparison, but ``unsure`` where what was not read may make the sides the same, or not the same.

    Args:
        comparison: of what was read.
        lengths: how many characters count on the left and on the right.
        unread: whether either side has ink that was not read.
    """
    lacks = (unread[0] and lengths[0] <= lengths[1]) or (unread[1] and lengths[1] <= lengths[0])
    if comparison.verdict == "unsure" or not (lacks or (comparison.verdict == "identical" and any(unread))):
        return comparison
    return comparison.model_copy(
        update={
            "verdict": "unsure",
            "probability_identical": _EVEN,
            "reason": f"图中还有未读出的笔迹，请人工核对：{comparison.reason}",
        }
    )


def _covered(lines: Sequence[Quad], grey: Mask) -> Mask:
    covered = np.zeros_like(grey)
    for line in lines:
        reach = round(_REACH * _height(line))
        one = np.zeros_like(grey)
        cv2.fillPoly(one, [np.array(line, np.int32)], (255.0,))
        covered |= dilated(one, 2 * reach + 1, 2 * reach + 1)
    return covered


def _depth(grey: Mask, box: Box) -> float:
    """How far the strokes in a box lie below its paper, in grey levels."""
    part = _part(grey, box)
    return grey_level(part, 50) - grey_level(part, _DEEPEST) if part.size else 0.0


def _part(grey: Mask, box: Box) -> Mask:
    part: Mask = grey[max(0, box.y0) : box.y1, max(0, box.x0) : box.x1]
    return part


def _height(line: Quad) -> float:
    box = line.box
    return float(min(box.width, box.height))
