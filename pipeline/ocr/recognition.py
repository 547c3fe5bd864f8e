"""What a line says: crops for the recogniser, and its output (CTC, Graves et al., ICML 2006) decoded with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import Char, TextLine

HEIGHT = 48
"""The recogniser's input height in pixels."""
_NARROWEST = 64
_WIDEST = 2400
_BATCH = 8
_WIDENING = 1.25
_BLANK = 0
_ALTERNATIVES = 4
_LEAST_ALTERNATIVE = 0.01
_HALF_WIDE = 0.5
_HALF_NARROW = 0.3


def crop_line(image: Image, quad: Quad) -> Image:
    """The line's picture, squared and scaled to the recogniser's height, shape (48, width, 3)."""
    corners = np.array(quad, dtype=np.float32)
    across = max(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3]))
    down = max(np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1]))
    width = int(np.clip(round(HEIGHT * across / max(down, 1.0)), 8, _WIDEST))
    target = np.array([[0, 0], [width, 0], [width, HEIGHT], [0, HEIGHT]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    if down > 2 * HEIGHT:
        return _reduced(image, corners, width)
    return cv2.warpPerspective(image, matrix, (width, HEIGHT), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def batches(crops: Sequence[Image]) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
    """Crops of similar width together: their indices, and the input of shape (n, 3, 48, width), padded with grey."""
    order = sorted(range(len(crops)), key=lambda index: (crops[index].shape[1], index))
    while order:
        narrowest = max(_NARROWEST, crops[order[0]].shape[1])
        batch = [index for index in order[:_BATCH] if crops[index].shape[1] <= narrowest * _WIDENING]
        order = order[len(batch) :]
        width = -(-max(_NARROWEST, crops[batch[-1]].shape[1]) // 16) * 16
        pixels = np.zeros((len(batch), 3, HEIGHT, width), dtype=np.float32)
        for row, index in enumerate(batch):
            crop = crops[index]
            pixels[row, :, :, : crop.shape[1]] = crop.transpose(2, 0, 1).astype(np.float32) / 127.5 - 1
        yield batch, pixels


def decode(posteriors: NDArray[np.float32], share: float, quad: Quad, alphabet: Sequence[str]) -> TextLine:
    """The best path through the posteriors as a line.

    Args:
        posteriors: shape (steps, classes), 0-1; class 0 is the blank.
        share: the part of the steps that the crop fills (the rest is padding), 0-1.
        quad: the line's corners on the page.
        alphabet: the character of each class.
    """
    best = posteriors.argmax(axis=1)
    steps = len(best)
    pitch = HEIGHT / max(1.0, share * steps * 8)
    chars = []
    for first, last in _runs(best):
        peak = first + int(posteriors[first : last + 1, best[first]].argmax())
        text = alphabet[best[first]]
        center = ((first + last + 1) / 2) / (steps * share)
        half = pitch * (_HALF_NARROW if text.isascii() else _HALF_WIDE)
        chars.append((text, posteriors[peak], center, half))
    return TextLine(
        quad=quad,
        confidence=round(float(np.mean([step.max() for _, step, _, _ in chars])), 4) if chars else 0.0,
        chars=tuple(_char(text, step, center, half, alphabet) for text, step, center, half in chars),
    )


def _reduced(image: Image, corners: NDArray[np.float32], width: int) -> Image:
    """A crop of very large letters: averaged down, so that no stroke is skipped."""
    target = np.array([[0, 0], [2 * width, 0], [2 * width, 2 * HEIGHT], [0, 2 * HEIGHT]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    double = cv2.warpPerspective(image, matrix, (2 * width, 2 * HEIGHT), borderMode=cv2.BORDER_REPLICATE)
    return cv2.resize(double, (width, HEIGHT), interpolation=cv2.INTER_AREA)


def _runs(best: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """First and last step of every run of one class that is not the blank."""
    edges = np.flatnonzero(np.diff(best)) + 1
    for first, end in zip([0, *edges], [*edges, len(best)], strict=True):
        if best[first] != _BLANK:
            yield int(first), int(end) - 1


def _char(text: str, step: NDArray[np.float32], center: float, half: float, alphabet: Sequence[str]) -> Char:
    ranked = np.argsort(-step, kind="stable")[: _ALTERNATIVES + 1]
    others = [
        (alphabet[index], round(float(step[index]), 4)) for index in ranked[1:] if step[index] >= _LEAST_ALTERNATIVE
    ]
    return Char(
        text=text,
        confidence=round(float(step[ranked[0]]), 4),
        start=min(1.0, max(0.0, center - half)),
        end=min(1.0, max(0.0, center + half)),
        alternatives=tuple(others),
    )
