"""Small PDF files for the tests, written by hand so that every oddity can be put in."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass, field

from PIL import Image

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass
class PdfPage:
    """A page: its content stream, page attributes as PDF source, images as (dictionary, data) named /I0, /I1 and so on.

    ``fields`` are the values of text fields of a form, from the top down, typed in but not yet drawn by anyone.
    """

    content: bytes
    attributes: bytes = b"/MediaBox [0 0 595 842]"
    images: list[tuple[bytes, bytes]] = field(default_factory=list)
    fields: list[bytes] = field(default_factory=list)


def text(words: str, x: float, y: float, size: float = 20, mode: int = 0) -> bytes:
    """Text in Helvetica with its baseline starting there."""
    return b"BT %d Tr /F %f Tf %f %f Td (%s) Tj ET\n" % (mode, size, x, y, words.encode("latin-1"))


def placed(name: bytes, x: float, y: float, width: float, height: float) -> bytes:
    """An image stretched over that rectangle."""
    return b"q %f 0 0 %f %f %f cm /%s Do Q\n" % (width, height, x, y, name)


def jpeg_image(image: Image.Image) -> tuple[bytes, bytes]:
    """The image for :class:`PdfPage`."""
    data = io.BytesIO()
    image.save(data, "JPEG")
    space = b"/DeviceGray" if image.mode == "L" else b"/DeviceRGB"
    header = b"/Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode"
    return header % (*image.size, space), data.getvalue()


def fax_image(image: Image.Image, k: int) -> tuple[bytes, bytes]:
    """The bilevel image, coded as T.6 (k = -1) or T.4 (k = 0)."""
    data = io.BytesIO()
    image.save(data, "TIFF", compression="group4" if k < 0 else "group3", tiffinfo={278: image.height})
    with Image.open(data) as tiff:
        (offset,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]
    header = (
        b"/Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode"
        b" /DecodeParms << /K %d /Columns %d /Rows %d /BlackIs1 true >>"
    )
    size = image.size
    return header % (*size, k, *size), data.getvalue()[offset : offset + length]


def pdf(*pages: PdfPage, encrypt: bytes | None = None) -> bytes:
    """The file; with a password it is locked (standard handler, revision 2; the content stays as it is)."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[bytes] = []
    widgets: list[bytes] = []
    for page in pages:
        names = []
        for index, (header, data) in enumerate(page.images):
            objects.append(_stream(b"/Type /XObject /Subtype /Image " + header, data))
            names.append(b"/I%d %d 0 R" % (index, len(objects)))
        objects.append(_stream(b"/Filter /FlateDecode", zlib.compress(page.content)))
        resources = b"/Resources << /Font << /F 3 0 R >> /XObject << %s >> >>" % b" ".join(names)
        fields = [
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (f%d) /V (%s) /DA (/F 20 Tf 0 g) /Rect [50 %d 400 %d] >>"
            % (index, value, 700 - 50 * index, 730 - 50 * index)
            for index, value in enumerate(page.fields)
        ]
        widgets += [b"%d 0 R" % (len(objects) + 1 + index) for index in range(len(fields))]
        annotations = b"/Annots [%s]" % b" ".join(widgets[len(widgets) - len(fields) :])
        objects += fields
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R %s %s %s >>"
            % (len(objects) - len(fields), page.attributes, resources, annotations)
        )
        kids.append(b"%d 0 R" % len(objects))
    form = b"/AcroForm << /Fields [%s] /DA (/F 20 Tf 0 g) /DR << /Font << /F 3 0 R >> >> >>" % b" ".join(widgets)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % (form if widgets else b"")
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects, _lock(encrypt) if encrypt is not None else b"")


def _stream(header: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (header, len(data), data)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.6\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _lock(password: bytes) -> bytes:
    """ISO 32000-1, algorithms 2, 3 and 4 with a 40 bit key."""
    padded = (password + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    permissions, file_id = (-4).to_bytes(4, "little", signed=True), b"0" * 16
    key = hashlib.md5(padded + owner + permissions + file_id).digest()[:5]
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
    hexed = [value.hex().encode() for value in (owner, _rc4(key, _PAD), file_id, file_id)]
    return entry % tuple(hexed)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
