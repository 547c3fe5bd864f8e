"""What intake hands on: a decoded page as stored, and what its file says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pipeline.models.base import Model
from pipeline.models.page import PageRef
from pipeline.models.text_line import TextLine

Container = Literal["pdf", "jpeg", "png", "tiff", "bmp", "webp", "heic"]


class FileFacts(Model):
    """What the file says of the page, before anyone looks at the picture.

    ``dpi`` is (across, down) of the *decoded* pixels, None where the file does not say it or says nonsense.
    ``page_mm`` is the PDF page size as shown, in millimetres. ``compression`` is ``group3`` or ``group4`` for CCITT
    data (also CCITTFaxDecode inside a PDF), else None. ``fax_tags`` tells that a TIFF carries fax reception tags
    (TIFF 326-328, 34908-34911). ``camera`` tells that EXIF names a camera. ``native_size`` is the stored raster's
    (width, height) in pixels before resampling to square pixels. ``exif_turn`` is the clockwise turn in degrees that
    EXIF / TIFF orientation or PDF /Rotate asked for and that has already been applied to the pixels.
    """

    container: Container
    dpi: tuple[float, float] | None = None
    page_mm: tuple[float, float] | None = None
    compression: Literal["group3", "group4"] | None = None
    bilevel: bool = False
    fax_tags: bool = False
    camera: bool = False
    screenshot: bool = False
    drawn: bool = False
    native_size: tuple[int, int] | None = None
    exif_turn: Literal[0, 90, 180, 270] = 0


class SourcePage(Model):
    """One decoded page. ``pixels`` is a ``.npy`` file of shape (height, width, 3), uint8, BGR, EXIF turn applied.

    ``text_layer`` holds the PDF's own text in the pixel coordinates of ``pixels``; whether to trust it is decided
    later.
    """

    ref: PageRef
    pixels: Path
    facts: FileFacts
    text_layer: tuple[TextLine, ...] = ()
