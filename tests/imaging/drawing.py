"""Pages, seals, fingerprints and handwriting drawn with OpenCV for the tests of the imaging stage."""

from __future__ import annotations

import cv2
import numpy as np

BLACK = (30, 26, 26)
RED = (60, 45, 210)


def page(dpi=150, width_mm=210, height_mm=297):
    return np.full((px(height_mm, dpi), px(width_mm, dpi), 3), 255, np.uint8)


def px(millimetres, dpi=150):
    return round(millimetres / 25.4 * dpi)


def text(image, words, x_mm, y_mm, dpi=150, size_mm=3.2, colour=BLACK):
    """Printed words with their baseline at y; the box around them."""
    scale = size_mm / 25.4 * dpi / 22
    thickness = max(2, round(dpi / 100))
    (width, height), _ = cv2.getTextSize(words, cv2.FONT_HERSHEY_SIMPLEX, scale, thickness)
    x, y = px(x_mm, dpi), px(y_mm, dpi)
    cv2.putText(image, words, (x, y), cv2.FONT_HERSHEY_SIMPLEX, scale, colour, thickness, cv2.LINE_AA)
    return (x - 1, y - height - 2, x + width + 1, y + 3)


def body(image, dpi=150, rows=20, seed=0, top=40, pitch=9):
    rng = np.random.default_rng(seed)
    letters = list("ahkrosgdBmRuQSw")
    return [text(image, "".join(rng.choice(letters, 40)), 25, top + row * pitch, dpi) for row in range(rows)]


def blend(image, mask, x, y, colour, strength=0.9):
    """Ink as a filter over what is there: mask 0-255."""
    height, width = image.shape[:2]
    x1, y1 = min(width, x + mask.shape[1]), min(height, y + mask.shape[0])
    x0, y0 = max(0, x), max(0, y)
    amount = mask[y0 - y : y1 - y, x0 - x : x1 - x, None] / 255 * strength
    part = image[y0:y1, x0:x1].astype(float)
    image[y0:y1, x0:x1] = (part * (1 - amount) + part * np.array(colour) / 255 * amount).astype(np.uint8)


def seal(dpi=150, across=40, down=40):
    size = (px(down, dpi) + 6, px(across, dpi) + 6)
    mask = np.zeros(size, np.uint8)
    middle = (size[1] // 2, size[0] // 2)
    cv2.ellipse(mask, middle, (px(across, dpi) // 2 - 2, px(down, dpi) // 2 - 2), 0, 0, 360, 255, px(1.2, dpi), 16)
    for angle in np.linspace(0.8, 5.5, 12):
        spot = (
            round(middle[0] + (across / 2 - 5) / 25.4 * dpi * np.sin(angle)) - px(1.5, dpi),
            round(middle[1] - (down / 2 - 5) / 25.4 * dpi * np.cos(angle)) + px(1.5, dpi),
        )
        cv2.putText(mask, "H", spot, cv2.FONT_HERSHEY_SIMPLEX, dpi / 240, 255, 1, cv2.LINE_AA)
    return mask


def fingerprint(dpi=150, across=16, down=22):
    size = px(down + 4, dpi)
    ys, xs = np.mgrid[0:size, 0:size] - size / 2
    inside = np.hypot(xs / px(across, dpi), ys / px(down, dpi)) < 0.5
    ridges = 0.6 + 0.4 * np.sin(2 * np.pi * np.hypot(xs, ys * 0.8) / (0.46 / 25.4 * dpi))
    return (inside * ridges * 255).astype(np.uint8)


def scribble(dpi=150, seed=0, length_mm=30, height_mm=9):
    """A free, joined curve such as a cursive signature."""
    rng = np.random.default_rng(seed)
    steps = np.linspace(0, 1, 18)
    xs = steps * length_mm + rng.normal(0, height_mm / 4, 18)
    ys = height_mm / 2 + rng.normal(0, height_mm / 3, 18)
    fine = np.linspace(0, 1, 300)
    smooth = np.ones(13) / 13
    points = [np.convolve(np.pad(np.interp(fine, steps, v), 6, "edge"), smooth, "valid") for v in (xs, ys)]
    path = np.stack([(v + 3) / 25.4 * dpi for v in points], axis=1)
    mask = np.zeros((px(height_mm + 8, dpi), px(length_mm + 12, dpi)), np.uint8)
    cv2.polylines(mask, [np.rint(path).astype(np.int32)], False, 255, max(2, px(0.5, dpi)), cv2.LINE_AA)
    return mask


def rotate(image, degrees):
    """Leaning clockwise by that much, white outside."""
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1)
    return cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))


def scan(image, seed=0, blur=0.6, noise=3.0, quality=75, skew=0.0):
    """What a scanner and JPEG make of the page."""
    rng = np.random.default_rng(seed)
    picture = cv2.GaussianBlur(rotate(image, skew) if skew else image, (0, 0), blur).astype(float)
    picture = 15 + picture * (230 / 255) + rng.normal(0, noise, picture.shape)
    encoded = cv2.imencode(".jpg", np.clip(picture, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return cv2.imdecode(encoded, cv2.IMREAD_COLOR)


def photograph(image, seed=0):
    """The page on a dark table, in perspective and uneven warm light; the picture and the paper's corners."""
    rng = np.random.default_rng(seed)
    height, width = image.shape[:2]
    size = (round(width * 1.3), round(height * 1.25))
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    target = corners + np.array((width * 0.15, height * 0.12)) + rng.uniform(-0.05, 0.05, (4, 2)) * width
    matrix = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    table = np.clip(rng.normal(60, 8, (size[1], size[0], 3)), 0, 255).astype(np.uint8)
    warped = cv2.warpPerspective(image, matrix, size)
    paper = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size) > 127
    light = np.linspace(0.7, 1.0, size[0])[None, :, None] * np.array([0.8, 0.93, 1.0])
    return (np.where(paper[..., None], warped, table) * light).astype(np.uint8), target
