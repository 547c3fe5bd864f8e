"""Writes scanned PDFs, with or without an invisible layer of the printed text; the same pages give the same bytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

_POINTS = 72
_UNKNOWN_DPI = 200
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
    b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)


@dataclass(frozen=True, slots=True)
class PdfText:
    """A piece of text and its box in pixels of the page picture: left, top, right, bottom."""

    text: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A picture, its resolution across and down, and the text to lay invisibly over it."""

    image: Image.Image
    dpi: tuple[int, int] | None
    texts: tuple[PdfText, ...] = ()


def write_pdf(path: Path, pages: list[PdfPage], quality: int) -> None:
    """Writes the pages; ``quality`` is that of JPEG, 1-95."""
    bodies: list[bytes] = [b"", b"", *_FONT]
    kids = []
    for page in pages:
        first = len(bodies) + 1
        across, down = page.dpi or (_UNKNOWN_DPI, _UNKNOWN_DPI)
        width, height = page.image.width * _POINTS / across, page.image.height * _POINTS / down
        content = _content(page, width, height)
        bodies.append(_image(page.image, quality))
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R "
            b"/Resources << /XObject << /I %d 0 R >> /Font << /F 3 0 R >> >> >>" % (width, height, first + 1, first)
        )
        kids.append(b"%d 0 R" % (first + 2))
    bodies[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    bodies[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    path.write_bytes(_file(bodies))


def _file(bodies: list[bytes]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start))
    return out.getvalue()


def _image(image: Image.Image, quality: int) -> bytes:
    if image.mode == "1":
        data, coding, space, bits = zlib.compress(image.tobytes(), 9), b"FlateDecode", b"DeviceGray", 1
    else:
        buffer = BytesIO()
        image.save(buffer, "JPEG", quality=quality)
        data, coding, bits = buffer.getvalue(), b"DCTDecode", 8
        space = b"DeviceGray" if image.mode == "L" else b"DeviceRGB"
    size = b"/Width %d /Height %d /BitsPerComponent %d /ColorSpace /%s" % (image.width, image.height, bits, space)
    head = b"<< /Type /XObject /Subtype /Image %s /Filter /%s /Length %d >>" % (size, coding, len(data))
    return head + b"\nstream\n" + data + b"\nendstream"


def _content(page: PdfPage, width: float, height: float) -> bytes:
    parts = [b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (width, height)]
    scale = np.array([width / page.image.width, height / page.image.height])
    for piece in page.texts:
        words = piece.text.strip()
        if not words:
            continue
        left, top, right, bottom = piece.box
        size = float((bottom - top) * scale[1]) * 0.9
        stretch = 100 * float((right - left) * scale[0]) / (size * len(words))
        x, y = left * float(scale[0]), height - bottom * float(scale[1]) + 0.15 * size
        code = words.encode("utf-16-be").hex().encode()
        parts.append(b"BT 3 Tr /F %.2f Tf %.1f Tz %.2f %.2f Td <%s> Tj ET" % (size, stretch, x, y, code))
    return b"\n".join(parts)
