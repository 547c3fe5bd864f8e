"""PDF files to pages."""

from __future__ import annotations

import ctypes
import io
import math
import mmap
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from pipeline.intake.decoded_page import COMFORTABLE_PIXELS, DecodedPage
from pipeline.intake.pdf_content import PageContent, page_content
from pipeline.intake.pdf_structure import PdfStructure
from pipeline.intake.refusal import RefusalError, millions
from pipeline.intake.text_layer import PagePlacement, text_lines
from pipeline.models.source import FileFacts
from pipeline.models.text_line import TextLine

_DPI = 200.0
_SCAN_DPI = (150.0, 300.0)
_LEAST_DPI = 72.0
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_NOTABLE = 0.05
"""A broken image that covers less of the page is a logo or a rule."""
_MAX_CHARS = 20_000
"""A dense A4 page has about 3,000 characters; beyond this the page is a trap or a plan, and its picture is read."""


def decode_pdf(stream: io.BufferedReader, page_pixels: int) -> Iterator[DecodedPage | RefusalError]:
    """The pages of a PDF as shown, with forms and annotations.

    A page that is one scanned image is rendered at the image's own resolution between 150 and 300 dpi, any other at
    200 dpi; a very large page at less, down to 72 dpi.

    Args:
        stream: the file.
        page_pixels: a page that is larger even at 72 dpi is refused.

    Yields:
        Pages in order; refusals of single pages.

    Raises:
        RefusalError: ``encrypted``, ``no_pages`` or ``damaged``: the file cannot be opened.
    """
    # A private mapping, because ctypes takes none that is read-only; nothing is ever written to it.
    content = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_COPY)
    structure = PdfStructure(content)
    with closing(_opened(content)) as document:
        for index in range(len(document)):
            try:
                with closing(document[index]) as page:
                    yield from _page(page, index, structure, page_pixels)
            # Names in the file that are no text fail with a UnicodeDecodeError, which is a ValueError.
            except (pdfium.PdfiumError, ValueError):
                yield RefusalError("damaged", page=index + 1)


def _opened(content: mmap.mmap) -> pdfium.PdfDocument:
    data = (ctypes.c_char * len(content)).from_buffer(content)
    raw = pdfium_raw.FPDF_LoadMemDocument64(data, len(content), None)
    if not raw:
        locked = pdfium_raw.FPDF_GetLastError() in {pdfium_raw.FPDF_ERR_PASSWORD, pdfium_raw.FPDF_ERR_SECURITY}
        raise RefusalError("encrypted" if locked else "damaged")
    document = pdfium.PdfDocument(raw)
    if len(document) == 0:
        document.close()
        raise RefusalError("no_pages")
    try:
        # Without this, what was typed into form fields is not drawn.
        document.init_forms()
    except pdfium.PdfiumError as error:
        document.close()
        raise RefusalError("damaged") from error
    return document


def _page(
    page: pdfium.PdfPage, index: int, structure: PdfStructure, page_pixels: int
) -> Iterator[DecodedPage | RefusalError]:
    content = page_content(page)
    dpi = _rendering_dpi(page, content, page_pixels)
    if dpi is None:
        yield RefusalError("page_too_large", millions(page_pixels), page=index + 1)
        return
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH)
    unit = structure.user_unit(index)
    largest = content.largest
    width, height = page.get_size()
    is_broken = any(image.is_broken() for image in content.images if image.coverage >= _NOTABLE)
    yield DecodedPage(
        number=index + 1,
        pixels=bitmap.to_numpy(),
        facts=FileFacts(
            container="pdf",
            dpi=(dpi / unit, dpi / unit),
            page_mm=(_millimetres(width * unit), _millimetres(height * unit)),
            compression=_compression(content, index, structure),
            bilevel=largest is not None and largest.bits_per_pixel == 1,
            drawn=content.is_drawn,
            native_size=largest.size if largest else None,
            exif_turn=page.get_rotation(),
        ),
        text_layer=_text_layer(page, index, structure, dpi),
    )
    if is_broken:
        yield RefusalError("damaged_partly", page=index + 1)


def _rendering_dpi(page: pdfium.PdfPage, content: PageContent, page_pixels: int) -> float | None:
    """Pixels per 72 PDF units, None when the page is too large for any."""
    wanted = _DPI if content.scan_dpi is None else min(max(content.scan_dpi, _SCAN_DPI[0]), _SCAN_DPI[1])
    width, height = page.get_size()
    most = math.sqrt(min(page_pixels, COMFORTABLE_PIXELS) / (width * height)) * _POINTS_PER_INCH
    return None if most < _LEAST_DPI else min(wanted, most)


def _compression(content: PageContent, index: int, structure: PdfStructure) -> Literal["group3", "group4"] | None:
    if content.largest is None or "CCITTFaxDecode" not in content.largest.filters:
        return None
    # ISO 32000-1, table 11: K below 0 is Group 4, 0 and above are Group 3.
    return "group4" if structure.fax_k(index) < 0 else "group3"


def _text_layer(page: pdfium.PdfPage, index: int, structure: PdfStructure, dpi: float) -> tuple[TextLine, ...]:
    with closing(page.get_textpage()) as words:
        if not 0 < words.count_chars() <= _MAX_CHARS:
            return ()
    media, crop = page.get_mediabox(), page.get_cropbox()
    margins = crop[0] - media[0], media[3] - crop[3], media[2] - crop[2], crop[1] - media[1]
    quarter = page.get_rotation() // 90
    # Turned clockwise, the side that was below comes to the left.
    left, top = margins[-quarter % 4], margins[(1 - quarter) % 4]
    found = structure.text(index)
    placement = PagePlacement(left + found.corner[0], top + found.corner[1], dpi / _POINTS_PER_INCH)
    return text_lines(found.chars, placement)


def _millimetres(points: float) -> float:
    return round(points / _POINTS_PER_INCH * _MM_PER_INCH, 1)
