"""Image files to pages."""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import IO

import cv2
import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image, ImageFile

from pipeline.intake.decoded_page import COMFORTABLE_PIXELS, DecodedPage, Pixels
from pipeline.intake.picture_facts import orientation, picture_facts
from pipeline.intake.pixel_format import to_bgr
from pipeline.intake.refusal import RefusalError, millions
from pipeline.models.source import Container, FileFacts

_FORMATS: dict[Container, str] = {
    "jpeg": "JPEG",
    "png": "PNG",
    "tiff": "TIFF",
    "bmp": "BMP",
    "webp": "WEBP",
    "heic": "HEIF",
}
# Pillow lets through whatever the broken bytes lead it into.
_DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    LookupError,
    TypeError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
)
_MENDABLE = {"jpeg", "png", "bmp"}
_TURNED_BY_LIBRARY = {"tiff", "heic"}
_UNWRITTEN = (0, 128)
_LEAST_SHOWN = 0.5
_SQUARE_ENOUGH = 1.02

# The page limit is ours, judged before anything is decoded.
Image.MAX_IMAGE_PIXELS = None
pillow_heif.register_heif_opener()


def decode_picture(
    stream: io.BufferedReader, container: Container, page_pixels: int
) -> Iterator[DecodedPage | RefusalError]:
    """The pages of an image file: all of a TIFF, the first picture of any other.

    Args:
        stream: the file.
        container: its type.
        page_pixels: pages larger than this are refused undecoded.

    Yields:
        Pages in order, upright as EXIF or the TIFF orientation asks, with square pixels; refusals of single pages.

    Raises:
        RefusalError: ``damaged``: the file cannot be opened.
    """
    image = _opened(stream, container)
    yield from _page(image, stream, container, 1, page_pixels)
    if container == "tiff":
        yield from _further_pages(image, stream, page_pixels)


def _opened(stream: io.BufferedReader, container: Container) -> Image.Image:
    stream.seek(0)
    try:
        return Image.open(stream, formats=(_FORMATS[container],))
    except _DAMAGE as error:
        raise RefusalError("damaged") from error


def _further_pages(image: Image.Image, stream: IO[bytes], page_pixels: int) -> Iterator[DecodedPage | RefusalError]:
    for number in count(2):
        # Pillow keeps the last page's resolution where the next one names none.
        image.info.pop("dpi", None)
        try:
            image.seek(number - 1)
        except EOFError:
            return
        except _DAMAGE:
            yield RefusalError("damaged", page=number)
            return
        yield from _page(image, stream, "tiff", number, page_pixels)


def _page(
    image: Image.Image, stream: IO[bytes], container: Container, number: int, page_pixels: int
) -> Iterator[DecodedPage | RefusalError]:
    page = number if container == "tiff" else None
    if image.width * image.height > page_pixels:
        yield RefusalError("page_too_large", millions(page_pixels), page)
        return
    try:
        facts = picture_facts(image, container)
        loaded = _loaded(image, stream, container)
        pixels = _with_white_end(to_bgr(loaded.image), loaded.missing, container)
        if container not in _TURNED_BY_LIBRARY:
            pixels = _upright(pixels, orientation(image))
    except _DAMAGE:
        yield RefusalError("damaged", page=page)
        return
    yield _fitted(number, pixels, facts, loaded.scale)
    if loaded.missing:
        yield RefusalError("damaged_partly", page=page)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A picture in memory: pixels per stored pixel along a side, and the number of rows that never came."""

    image: Image.Image
    scale: float = 1.0
    missing: int = 0


def _loaded(image: Image.Image, stream: IO[bytes], container: Container) -> _Loaded:
    """The picture with its pixels; the part that is there when the file is cut off.

    Raises:
        OSError: less than half of it is there.
    """
    width = image.width
    if container == "jpeg" and image.width * image.height > COMFORTABLE_PIXELS:
        image.draft(None, (image.width // 2, image.height // 2))
    try:
        image.load()
    except (OSError, SyntaxError):
        if container not in _MENDABLE:
            raise
        return _mended(stream, container)
    return _Loaded(image, scale=image.width / width)


def _mended(stream: IO[bytes], container: Container) -> _Loaded:
    stream.seek(0)
    image = Image.open(stream, formats=(_FORMATS[container],))
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        image.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
    missing = _missing_rows(np.asarray(image).reshape(image.height, -1), container)
    if missing > (1 - _LEAST_SHOWN) * image.height:
        raise OSError("most of the picture is missing")
    return _Loaded(image, missing=max(1, missing))


def _missing_rows(rows: NDArray[np.generic], container: Container) -> int:
    """How many rows at the end of the file never came: they are of one even grey (JPEG) or black."""
    even = (rows == rows[:, :1]).all(axis=1) & np.isin(rows[:, 0], _UNWRITTEN)
    present = np.flatnonzero(~even)
    if not present.size:
        return len(rows)
    return int(present[0] if container == "bmp" else len(rows) - 1 - present[-1])


def _with_white_end(pixels: Pixels, missing: int, container: Container) -> Pixels:
    """Rows that never came as white paper: black ones would pass for the rim of a copy. BMP runs upwards."""
    if container == "bmp":
        pixels[:missing] = 255
    else:
        pixels[len(pixels) - missing :] = 255
    return pixels


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """The picture as its EXIF orientation (1-8) wants it shown."""
    # All of these are views: nothing is copied but the one that is returned.
    shown = {
        1: pixels,
        2: pixels[:, ::-1],
        3: pixels[::-1, ::-1],
        4: pixels[::-1],
        5: pixels.transpose(1, 0, 2),
        6: np.rot90(pixels, -1),
        7: pixels[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(pixels),
    }
    return np.ascontiguousarray(shown[orientation])


def _fitted(number: int, pixels: Pixels, facts: FileFacts, scale: float) -> DecodedPage:
    """The page with square pixels and of a size that the later stages can bear; ``dpi`` corrected."""
    height, width = pixels.shape[:2]
    across, down = facts.dpi or (1.0, 1.0)
    square = max(across, down)
    stretch = (square / across, square / down) if max(square / across, square / down) >= _SQUARE_ENOUGH else (1.0, 1.0)
    shrink = min(1.0, math.sqrt(COMFORTABLE_PIXELS / (width * stretch[0] * height * stretch[1])))
    factors = stretch[0] * shrink, stretch[1] * shrink
    if factors != (1.0, 1.0):
        size = max(1, round(width * factors[0])), max(1, round(height * factors[1]))
        way = cv2.INTER_AREA if shrink < 1 else cv2.INTER_LINEAR
        pixels = cv2.resize(pixels, size, interpolation=way).astype(np.uint8, copy=False)
    if facts.dpi is not None:
        facts = facts.model_copy(update={"dpi": (across * factors[0] * scale, down * factors[1] * scale)})
    return DecodedPage(number, pixels, facts)
