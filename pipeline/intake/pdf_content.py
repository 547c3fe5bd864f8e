"""What is a PDF page made of: one scanned image, or drawn text and lines?"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw
from PIL import Image

_MAX_OBJECTS = 5000
_MAX_DEPTH = 4
_POINTS_PER_INCH = 72
_JPEG_END, _JPEG_TAIL = b"\xff\xd9", 1024
_SCAN_COVERAGE = 0.8
_BIG_COVERAGE = 0.5
_DRAWING = {pdfium_raw.FPDF_PAGEOBJ_TEXT, pdfium_raw.FPDF_PAGEOBJ_PATH, pdfium_raw.FPDF_PAGEOBJ_SHADING}


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """An image on a page: stored size in pixels, resolution there (dpi), share of the page that it covers (0-1)."""

    size: tuple[int, int]
    dpi: tuple[float, float]
    coverage: float
    bits_per_pixel: int
    filters: tuple[str, ...]
    source: pdfium.PdfImage

    def is_broken(self) -> bool:
        """Whether it cannot be shown, or is a JPEG that ends before its picture does: the page has a blank there."""
        if self.bits_per_pixel == 0:
            return True
        if self.filters != ("DCTDecode",):
            return False
        data = bytes(self.source.get_data())
        if _JPEG_END in data[-_JPEG_TAIL:]:
            return False
        try:
            Image.open(io.BytesIO(data), formats=("JPEG",)).load()
        except (OSError, SyntaxError):
            return True
        return False


@dataclass(frozen=True, slots=True)
class PageContent:
    """The images of a page, the largest first, and whether anything is drawn beside them."""

    images: tuple[PlacedImage, ...]
    has_drawing: bool

    @property
    def largest(self) -> PlacedImage | None:
        """The image that covers most of the page."""
        return self.images[0] if self.images else None

    @property
    def scan_dpi(self) -> float | None:
        """The resolution of a scanned page, also of one stored in strips; None when images cover only parts of it."""
        if sum(image.coverage for image in self.images) < _SCAN_COVERAGE:
            return None
        return round(max(self.images[0].dpi), 2)

    @property
    def is_drawn(self) -> bool:
        """Whether the page was made on a computer: text or lines, and no image over half of it."""
        return self.has_drawing and sum(image.coverage for image in self.images) < _BIG_COVERAGE


def page_content(page: pdfium.PdfPage) -> PageContent:
    """Looks through the first few thousand objects of the page.

    Raises:
        PdfiumError: the page's objects are broken.
    """
    images, has_drawing = [], False
    for item in islice(page.get_objects(max_depth=_MAX_DEPTH), _MAX_OBJECTS):
        if item.type in _DRAWING:
            has_drawing = True
        elif item.type == pdfium_raw.FPDF_PAGEOBJ_IMAGE:
            placed = _placed(item, page.get_size())
            images += [placed] if placed else []
    return PageContent(tuple(sorted(images, key=lambda image: -image.coverage)), has_drawing)


def _placed(image: pdfium.PdfImage, page_size: tuple[float, float]) -> PlacedImage | None:
    size = image.get_px_size()
    matrix = image.get_matrix()
    holder = image.container
    while holder is not None:
        matrix = matrix.multiply(holder.get_matrix())
        holder = holder.container
    width, height = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    if not (min(size) > 0 and min(width, height) > 0 and math.isfinite(width * height)):
        return None
    metadata = image.get_metadata()
    return PlacedImage(
        size=size,
        dpi=(size[0] / width * _POINTS_PER_INCH, size[1] / height * _POINTS_PER_INCH),
        coverage=min(1.0, abs(matrix.a * matrix.d - matrix.b * matrix.c) / (page_size[0] * page_size[1])),
        bits_per_pixel=metadata.bits_per_pixel,
        filters=tuple(image.get_filters()),
        source=image,
    )
