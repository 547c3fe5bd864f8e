"""Image files: every format upright, in true colours, with the right resolution; damaged ones told."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageDraw, TiffImagePlugin

from pipeline.intake.decoded_page import DecodedPage
from pipeline.intake.picture import decode_picture
from pipeline.intake.refusal import RefusalError
from pipeline.intake.sniff import sniff

PIXELS = 100_000_000
RED, GREEN, BLUE, WHITE = (220, 30, 40), (20, 160, 60), (30, 50, 210), (255, 255, 255)


def corners() -> Image.Image:
    """Red top left, green top right, blue bottom left, white bottom right; 120 x 80."""
    image = Image.new("RGB", (120, 80), WHITE)
    draw = ImageDraw.Draw(image)
    for box, colour in (((0, 0, 59, 39), RED), ((60, 0, 119, 39), GREEN), ((0, 40, 59, 79), BLUE)):
        draw.rectangle(box, fill=colour)
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def decode(data: bytes, tmp_path: Path, page_pixels: int = PIXELS) -> list[DecodedPage | RefusalError]:
    path = tmp_path / "file"
    path.write_bytes(data)
    with path.open("rb") as stream:
        container = sniff(stream)
        assert container not in {"pdf", "zip"}
        return list(decode_picture(stream, container, page_pixels))


def only_page(data: bytes, tmp_path: Path) -> DecodedPage:
    [page] = decode(data, tmp_path)
    assert isinstance(page, DecodedPage)
    assert page.pixels.dtype == np.uint8
    assert page.pixels.flags.c_contiguous
    return page


def colours(page: DecodedPage) -> list[tuple[int, ...]]:
    """RGB in the middle of the four corners: top left, top right, bottom left, bottom right."""
    height, width = page.pixels.shape[:2]
    spots = [(height // 4, width // 4), (height // 4, width * 3 // 4), (height * 3 // 4, width // 4)]
    spots.append((height * 3 // 4, width * 3 // 4))
    return [tuple(int(value) for value in page.pixels[spot][::-1]) for spot in spots]


def assert_corners(page: DecodedPage, tolerance: int = 12) -> None:
    for found, wanted in zip(colours(page), (RED, GREEN, BLUE, WHITE), strict=True):
        assert found == pytest.approx(wanted, abs=tolerance)


@pytest.mark.parametrize(
    ("kind", "container"),
    [("JPEG", "jpeg"), ("PNG", "png"), ("TIFF", "tiff"), ("BMP", "bmp"), ("WEBP", "webp"), ("HEIF", "heic")],
)
def test_every_format_in_true_colours(kind: str, container: str, tmp_path: Path) -> None:
    pillow_heif.register_heif_opener()
    options = {"JPEG": {"quality": 95, "subsampling": 0}, "HEIF": {"quality": 95}, "WEBP": {"lossless": True}}
    page = only_page(encoded(corners(), kind, **options.get(kind, {})), tmp_path)
    assert_corners(page)
    assert page.facts.container == container
    assert page.facts.native_size == (120, 80)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_undone(kind: str, orientation: int, tmp_path: Path) -> None:
    undo = {
        1: lambda image: image,
        2: lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: lambda image: image.transpose(Image.Transpose.ROTATE_180),
        4: lambda image: image.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: lambda image: image.transpose(Image.Transpose.TRANSPOSE),
        6: lambda image: image.transpose(Image.Transpose.ROTATE_90),
        7: lambda image: image.transpose(Image.Transpose.TRANSVERSE),
        8: lambda image: image.transpose(Image.Transpose.ROTATE_270),
    }
    stored = undo[orientation](corners())
    exif = Image.Exif()
    exif[0x0112] = orientation
    options: dict[str, object] = {"dpi": (300, 200)} if kind in {"JPEG", "TIFF"} else {}
    if kind == "TIFF":
        options["tiffinfo"] = {274: orientation}
    elif kind == "HEIF":
        # From here the writer takes the rotation box, which is what counts in HEIC.
        stored.info["exif"] = exif.tobytes()
    else:
        options["exif"] = exif
    page = only_page(encoded(stored, kind, **options), tmp_path)
    assert_corners(page, tolerance=40)
    assert page.facts.exif_turn == {1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}[orientation]
    assert page.facts.native_size == stored.size or kind == "HEIF"
    if "dpi" in options:
        assert page.facts.dpi == (300, 300)
        stored_height, stored_width = stored.height * 1.5, stored.width
        upright = (stored_height, stored_width) if orientation < 5 else (stored_width, stored_height)
        assert page.pixels.shape[:2] == upright


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "LAB", "I;16", "I", "F"])
def test_every_pixel_format_shows_black_on_white(mode: str, tmp_path: Path) -> None:
    grey = Image.new("L", (60, 40), 255)
    grey.paste(0, (0, 0, 30, 40))
    wide = np.asarray(grey).astype(np.uint32) * 257
    image = {
        "I;16": lambda: Image.fromarray(wide.astype(np.uint16)),
        "I": lambda: Image.fromarray(wide.astype(np.int32)),
        "F": lambda: Image.fromarray((wide / 65535).astype(np.float32)),
        "LAB": lambda: Image.merge("LAB", (grey, Image.new("L", grey.size, 128), Image.new("L", grey.size, 128))),
    }.get(mode, lambda: grey.convert("RGB").convert(mode) if mode not in {"LA", "1"} else grey.convert(mode))()
    page = only_page(encoded(image, "TIFF"), tmp_path)
    assert page.pixels[20, 10].max() < 20
    assert page.pixels[20, 50].min() > 235
    assert page.facts.bilevel == (mode == "1")


def test_transparent_parts_are_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 30, 40))
    for picture in (image, image.convert("LA")):
        page = only_page(encoded(picture, "PNG"), tmp_path)
        assert page.pixels[20, 10].max() == 0
        assert page.pixels[20, 50].min() == 255


def test_white_is_zero_in_16_bits(tmp_path: Path) -> None:
    dark = Image.fromarray(np.full((40, 60), 65535, np.uint16))
    page = only_page(encoded(dark, "TIFF", tiffinfo={262: 0}), tmp_path)
    assert page.pixels.max() == 0


@pytest.mark.parametrize(
    ("compression", "told"), [("group3", "group3"), ("group4", "group4"), ("tiff_lzw", None), ("packbits", None)]
)
def test_tiff_pages_with_their_coding(compression: str, told: str | None, tmp_path: Path) -> None:
    pages = [Image.new("1", (170 + number, 220), 1) for number in range(3)]
    for page in pages:
        page.paste(0, (10, 10, 60, 40))
    data = encoded(pages[0], "TIFF", compression=compression, save_all=True, append_images=pages[1:], dpi=(200, 200))
    items = decode(data, tmp_path)
    assert [item.number for item in items if isinstance(item, DecodedPage)] == [1, 2, 3]
    for number, item in enumerate(items):
        assert isinstance(item, DecodedPage)
        assert item.pixels.shape == (220, 170 + number, 3)
        assert item.pixels[20, 20].max() == 0
        assert item.pixels[100, 100].min() == 255
        assert item.facts.compression == told
        assert item.facts.bilevel


@pytest.mark.parametrize(("down", "height"), [(98, 2294), (196, 2386)])
def test_fax_pixels_become_square(down: int, height: int, tmp_path: Path) -> None:
    fax = Image.new("1", (1728, 1102 if down == 98 else 2292), 1)
    page = only_page(encoded(fax, "TIFF", compression="group3", dpi=(204, down)), tmp_path)
    assert page.pixels.shape[:2] == pytest.approx((height, 1728), abs=2)
    assert page.facts.dpi == (204, 204)
    assert page.facts.native_size == fax.size


def test_fax_reception_tags_are_told(tmp_path: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[327] = 0
    tags.tagtype[327] = 3
    assert only_page(encoded(Image.new("1", (64, 64)), "TIFF", tiffinfo=tags), tmp_path).facts.fax_tags
    assert not only_page(encoded(Image.new("1", (64, 64)), "TIFF"), tmp_path).facts.fax_tags


@pytest.mark.parametrize(
    ("dpi", "size", "told"),
    [
        ((300, 300), (600, 400), (300, 300)),
        ((72, 72), (600, 400), None),
        ((96, 96), (600, 400), None),
        ((10, 10), (600, 400), None),
        ((2400, 2400), (600, 400), None),
        ((600, 100), (600, 400), None),
        ((100, 100), (4000, 3000), None),
    ],
)
def test_only_a_meant_resolution_is_told(
    dpi: tuple[int, int], size: tuple[int, int], told: tuple[int, int] | None, tmp_path: Path
) -> None:
    page = only_page(encoded(Image.new("L", size), "JPEG", dpi=dpi), tmp_path)
    assert page.facts.dpi == told


def test_a_camera_has_no_resolution(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0110] = "Phone"
    exif.get_ifd(0x8769)[0x829A] = 0.01
    page = only_page(encoded(corners(), "JPEG", exif=exif, dpi=(300, 300)), tmp_path)
    assert page.facts.camera
    assert page.facts.dpi is None
    scanner = Image.Exif()
    scanner[0x0110] = "Scanner"
    page = only_page(encoded(corners(), "JPEG", exif=scanner, dpi=(300, 300)), tmp_path)
    assert not page.facts.camera
    assert page.facts.dpi == (300, 300)


def test_a_screenshot_is_told(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0131] = "System"
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0Screenshot"
    assert only_page(encoded(corners(), "PNG", exif=exif), tmp_path).facts.screenshot


def test_a_giant_is_refused_by_its_header_alone(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 2_000_000_000, 2_000_000_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    [refused] = decode(bomb, tmp_path)
    assert isinstance(refused, RefusalError)
    assert refused.code == "page_too_large"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_is_reduced_and_its_resolution_with_it(kind: str, tmp_path: Path) -> None:
    image = Image.new("L", (7000, 6000), 255)
    image.paste(0, (0, 0, 3500, 3000))
    page = only_page(encoded(image, kind, dpi=(400, 400)), tmp_path)
    height, width = page.pixels.shape[:2]
    assert height * width <= 40_100_000
    assert page.facts.dpi == pytest.approx((400 * width / 7000, 400 * height / 6000), rel=0.01)
    assert page.facts.native_size == (7000, 6000)
    assert page.pixels[height // 2 - 50, width // 2 - 50].max() < 20
    assert page.pixels[height // 2 + 50, width // 2 + 50].min() > 235


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP"])
def test_a_cut_off_picture_is_shown_as_far_as_it_goes(kind: str, tmp_path: Path) -> None:
    data = encoded(Image.effect_noise((300, 400), 60).convert("RGB"), kind)
    page, refused = decode(data[: round(len(data) * 0.8)], tmp_path)
    assert isinstance(page, DecodedPage)
    assert isinstance(refused, RefusalError)
    assert refused.code == "damaged_partly"
    begin, end = (page.pixels[-200:], page.pixels[:20]) if kind == "BMP" else (page.pixels[:200], page.pixels[-20:])
    assert begin.std() > 20
    assert end.min() == 255
    [refused] = decode(data[: round(len(data) * 0.2)], tmp_path)
    assert isinstance(refused, RefusalError)
    assert refused.code == "damaged"


def test_one_damaged_page_of_a_tiff_costs_only_itself(tmp_path: Path) -> None:
    noise = [Image.effect_noise((200, 100 + number), 50) for number in range(3)]
    data = bytearray(encoded(noise[0], "TIFF", compression="tiff_lzw", save_all=True, append_images=noise[1:]))
    with Image.open(io.BytesIO(data)) as tiff:
        tiff.seek(1)
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    data[start : start + length] = b"\xff" * length
    first, second, third = decode(bytes(data), tmp_path)
    assert isinstance(first, DecodedPage)
    assert isinstance(second, RefusalError)
    assert (second.code, second.page) == ("damaged", 2)
    assert isinstance(third, DecodedPage)
    assert third.number == 3


def test_a_tiff_whose_pages_form_a_ring_ends(tmp_path: Path) -> None:
    data = bytearray(encoded(Image.new("L", (20, 20)), "TIFF"))
    [start] = struct.unpack_from("<I", data, 4)
    [entries] = struct.unpack_from("<H", data, start)
    struct.pack_into("<I", data, start + 2 + 12 * entries, start)
    assert len(decode(bytes(data), tmp_path)) == 1


def test_a_picture_that_moves_is_one_page(tmp_path: Path) -> None:
    frames: Callable[[str], bytes] = lambda kind: encoded(  # noqa: E731
        corners(), kind, save_all=True, append_images=[Image.new("RGB", (120, 80))]
    )
    for kind in ("WEBP", "PNG", "MPO"):
        assert_corners(only_page(frames(kind), tmp_path), tolerance=40)
