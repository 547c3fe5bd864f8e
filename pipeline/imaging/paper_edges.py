"""Where does the paper end on a photograph, and what does it look like squared up?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.arrays import Image, Mask
from pipeline.imaging.page_scale import shrunk
from pipeline.imaging.raster import at_least, closed, darkest, eroded, opened, pieces

_WORK_SIDE = 480
_LEAST_STEP = 30
"""Grey levels between paper and ground along its edge; a form's border has paper on both sides and shows none."""
_LEVELS = 4
_AREA = (0.15, 0.985)
_ON_EDGE = 0.012
_FULLNESS = 0.92
_CORNER = (55.0, 125.0)
_FREE_SIDES = 2
_A_SERIES = 2**0.5
_NEAR_A_SERIES = 0.12
_SQUARE_LEAN = 1.0
_SCANNER_BLACK = 70

Quadrilateral = NDArray[np.float32]
"""Four corners (4, 2): top left, top right, bottom right, bottom left."""


@dataclass(frozen=True, slots=True)
class PaperCrop:
    """The page cut to its paper, whether a camera took it, and how sure the edges are (0-1; 0 when left as it was)."""

    image: Image
    is_photo: bool
    confidence: float


def crop_to_paper(image: Image) -> PaperCrop:
    """A photographed page cut and squared to its paper; a flat scan as it came.

    The paper is the largest bright area whose outline is a convex quadrilateral with darker ground outside at least two
    sides. Upright quadrilaterals on scanner black are trimmed and are no photographs. In doubt nothing is cut.
    """
    factor = min(1.0, _WORK_SIDE / max(image.shape[:2]))
    # The darkest channel: white paper is high in all of them, wood, skin and coloured ground are not.
    small = darkest(shrunk(image, factor))
    found = _paper_outline(small)
    if found is None:
        return PaperCrop(image, is_photo=False, confidence=0.0)
    corners, step = found
    lean = _lean(corners)
    outside = _outside_level(small, corners)
    confidence = round(min(1.0, step / (3 * _LEAST_STEP) + 0.3), 3)
    if lean <= _SQUARE_LEAN and outside <= _SCANNER_BLACK:
        return PaperCrop(_trimmed(image, corners / factor), is_photo=False, confidence=confidence)
    return PaperCrop(_squared(image, corners / factor), is_photo=True, confidence=confidence)


def _paper_outline(small: Mask) -> tuple[Quadrilateral, float] | None:
    """The paper's corners in the small picture and its least contrast to the ground along a free side.

    Where a shadow lies on the paper its dark part comes out with the ground, below the level that parts the picture: of
    the levels from there down to that which parts the rest the one counts that gives the largest paper.
    """
    text_free = opened(closed(np.asarray(cv2.medianBlur(small, 3), np.uint8), 17, 17), 9, 9)
    level = _parting_level(text_free)
    lowest = _parting_level(text_free[text_free <= level])
    tried = (_outline_above(small, text_free, float(one)) for one in np.linspace(level, lowest, _LEVELS))
    outlines = [outline for outline in tried if outline is not None]
    clear = [outline for outline in outlines if outline.is_clear]
    found = max(clear, key=lambda outline: outline.area) if clear else _joined(small, outlines)
    return None if found is None else (found.corners, min(step for step in found.steps if step is not None))


def _parting_level(grey: Mask) -> float:
    return float(cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0])


@dataclass(frozen=True, slots=True)
class _Outline:
    """A paper's corners and how much brighter it is than the ground along each side, None at the picture's edge."""

    corners: Quadrilateral
    steps: tuple[float | None, ...]

    @property
    def area(self) -> float:
        return float(cv2.contourArea(self.corners))

    @property
    def is_clear(self) -> bool:
        free = [step for step in self.steps if step is not None]
        return len(free) >= _FREE_SIDES and min(free) >= _LEAST_STEP

    def side(self, index: int) -> NDArray[np.float32]:
        """The two ends (2, 2) of a side, the top first and then clockwise."""
        return self.corners[[index, (index + 1) % 4]]


def _outline_above(small: Mask, text_free: Mask, level: float) -> _Outline | None:
    """The paper's outline, taken for the largest area brighter than that level."""
    labels, found = pieces(at_least(text_free, level + 1))
    if not found:
        return None
    paper = max(found, key=lambda piece: piece.area)
    contours, _ = cv2.findContours((labels == paper.label).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    corners = _four_corners(np.asarray(hull, np.float32))
    if corners is None or not _plausible(corners, paper.area, small.shape):
        return None
    return _Outline(corners, _steps(small, corners))


def _joined(small: Mask, outlines: Sequence[_Outline]) -> _Outline | None:
    """The outline whose sides are the clearest at one level or another, if all four are clear.

    A shadow over one side of the paper hides it from the level above which the ground does not run into the others.
    """
    if not outlines:
        return None
    sides = [max(outlines, key=lambda one: one.steps[index] or 0).side(index) for index in range(4)]
    corners = np.array([_crossing(sides[index - 1], sides[index]) for index in range(4)], np.float32)
    joined = _Outline(corners, _steps(small, corners))
    plausible = _plausible(corners, round(joined.area), small.shape)
    return joined if plausible and None not in joined.steps and joined.is_clear else None


def _crossing(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """Where the lines through two sides meet."""
    first, second = one[1] - one[0], other[1] - other[0]
    denominator = first[0] * second[1] - first[1] * second[0]
    offset = other[0] - one[0]
    along = (offset[0] * second[1] - offset[1] * second[0]) / (denominator or 1e-6)
    return np.asarray(one[0] + along * first, np.float32)


def _steps(small: Mask, corners: Quadrilateral) -> tuple[float | None, ...]:
    return tuple(_step(small, corners[i], corners[(i + 1) % 4], corners.mean(axis=0)) for i in range(4))


def _four_corners(hull: NDArray[np.float32]) -> Quadrilateral | None:
    """The quadrilateral around the hull that simplification arrives at, clockwise from the top left."""
    length = cv2.arcLength(hull, True)
    for tolerance in (0.01, 0.02, 0.03, 0.05, 0.07):
        simple = np.asarray(cv2.approxPolyDP(hull, tolerance * length, True), np.float32).reshape(-1, 2)
        if len(simple) == 4:
            return _clockwise(simple)
        if len(simple) < 4:
            return None
    return None


def _clockwise(points: NDArray[np.float32]) -> Quadrilateral:
    center = points.mean(axis=0)
    ordered = points[np.argsort(np.arctan2(points[:, 1] - center[1], points[:, 0] - center[0]))]
    first = int(np.argmin(ordered.sum(axis=1)))
    return np.roll(ordered, -first, axis=0).astype(np.float32)


def _plausible(corners: Quadrilateral, paper_area: int, shape: tuple[int, ...]) -> bool:
    area = float(cv2.contourArea(corners))
    if not _AREA[0] <= area / (shape[0] * shape[1]) <= _AREA[1] or paper_area < _FULLNESS * area:
        return False
    return all(_CORNER[0] <= _angle(corners, index) <= _CORNER[1] for index in range(4))


def _angle(corners: Quadrilateral, index: int) -> float:
    """The inner angle at a corner, degrees."""
    before, here, after = corners[index - 1], corners[index], corners[(index + 1) % 4]
    a, b = before - here, after - here
    cosine = float(a @ b) / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-6)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def _step(
    small: Mask, start: NDArray[np.float32], end: NDArray[np.float32], center: NDArray[np.float32]
) -> float | None:
    """How much brighter the paper is than the ground along a side; None where the side is the picture's edge."""
    height, width = small.shape
    margin = _ON_EDGE * max(height, width) + 1
    middle = (start + end) / 2
    if min(middle[0], middle[1], width - 1 - middle[0], height - 1 - middle[1]) <= margin:
        return None
    along = np.linspace(0.08, 0.92, 60)[:, None]
    points = start + (end - start) * along
    normal = np.array([-(end - start)[1], (end - start)[0]])
    normal = normal / max(float(np.linalg.norm(normal)), 1e-6)
    if float(normal @ (center - middle)) < 0:
        normal = -normal
    inside = [_sample(small, points + normal * distance) for distance in (5, 7, 9)]
    outside = [_sample(small, points - normal * distance) for distance in (4, 6, 8)]
    steps = np.median(np.max(inside, axis=0)) - np.median(outside, axis=0)
    return float(np.percentile(steps, 20))


def _sample(small: Mask, points: NDArray[np.float64]) -> NDArray[np.float64]:
    xs = np.clip(np.rint(points[:, 0]), 0, small.shape[1] - 1).astype(np.intp)
    ys = np.clip(np.rint(points[:, 1]), 0, small.shape[0] - 1).astype(np.intp)
    return small[ys, xs].astype(np.float64)


def _lean(corners: Quadrilateral) -> float:
    """The largest angle in degrees between a side and its image axis."""
    leans = []
    for index in range(4):
        dx, dy = corners[(index + 1) % 4] - corners[index]
        leans.append(abs(np.degrees(np.arctan2(min(abs(dx), abs(dy)), max(abs(dx), abs(dy))))))
    return float(max(leans))


def _outside_level(small: Mask, corners: Quadrilateral) -> float:
    outside = np.full(small.shape, 255, np.uint8)
    cv2.fillConvexPoly(outside, np.rint(corners).astype(np.int32), (0,))
    levels = small[eroded(outside, 5, 5) > 0]
    return float(np.percentile(levels, 90)) if levels.size else 255.0


def _trimmed(image: Image, corners: Quadrilateral) -> Image:
    height, width = image.shape[:2]
    left, right = sorted((float(corners[[0, 3], 0].mean()), float(corners[[1, 2], 0].mean())))
    top, bottom = sorted((float(corners[:2, 1].mean()), float(corners[2:, 1].mean())))
    rows = slice(max(0, round(top)), min(height, round(bottom) + 1))
    return np.ascontiguousarray(image[rows, max(0, round(left)) : min(width, round(right) + 1)])


def _squared(image: Image, corners: Quadrilateral) -> Image:
    """The paper seen from straight above; sides near the A series get its proportions exactly."""
    sides = [float(np.linalg.norm(corners[(index + 1) % 4] - corners[index])) for index in range(4)]
    width, height = max(sides[0], sides[2]), max(sides[1], sides[3])
    if abs(max(width, height) / min(width, height) / _A_SERIES - 1) <= _NEAR_A_SERIES:
        width, height = (width, width * _A_SERIES) if height > width else (height * _A_SERIES, height)
    size = (round(width), round(height))
    target = np.array([(0, 0), (size[0] - 1, 0), (size[0] - 1, size[1] - 1), (0, size[1] - 1)], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return np.asarray(cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_LINEAR), np.uint8)
