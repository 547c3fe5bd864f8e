"""PDF pages: resolution, size, turn, coding, text layer on its ink, broken and locked files."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.intake.decoded_page import DecodedPage
from pipeline.intake.pdf import decode_pdf
from pipeline.intake.refusal import RefusalError
from tests.intake.pdf_files import PdfPage, fax_image, jpeg_image, pdf, placed, text

PIXELS = 100_000_000
NOISE = Image.effect_noise((600, 800), 80)


def decode(data: bytes, tmp_path: Path, page_pixels: int = PIXELS) -> list[DecodedPage | RefusalError]:
    path = tmp_path / "file"
    path.write_bytes(data)
    with path.open("rb") as stream:
        return list(decode_pdf(stream, page_pixels))


def only_page(data: bytes, tmp_path: Path) -> DecodedPage:
    [page] = decode(data, tmp_path)
    assert isinstance(page, DecodedPage)
    return page


def ink_box(page: DecodedPage) -> tuple[int, int, int, int]:
    ys, xs = np.nonzero(page.pixels.min(axis=2) < 128)
    return int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "boxes",
    [
        b"/MediaBox [0 0 595 842]",
        b"/MediaBox [0 0 595 842] /CropBox [40 100 500 800]",
        b"/MediaBox [-30 -50 600 900] /CropBox [20 90 520 790]",
    ],
)
def test_text_layer_lies_on_its_ink(rotate: int, boxes: bytes, tmp_path: Path) -> None:
    page = only_page(pdf(PdfPage(text("HHHH", 100, 600), boxes + b" /Rotate %d" % rotate)), tmp_path)
    [line] = page.text_layer
    assert line.text == "HHHH"
    ink = ink_box(page)
    box = line.box
    # The line holds the ink, and is no larger than a line of that size (20 pt at 200 dpi is 56 pixels) needs.
    assert box.x0 - 2 <= ink[0] <= ink[2] <= box.x1 + 2
    assert box.y0 - 2 <= ink[1] <= ink[3] <= box.y1 + 2
    assert min(box.width, box.height) < 70
    # Read in the direction of the text: the top left corner comes round with the page.
    middle = np.mean(line.quad, axis=0)
    left_of, above = line.quad.top_left.x < middle[0], line.quad.top_left.y < middle[1]
    assert (left_of, above) == {0: (True, True), 90: (False, True), 180: (False, False), 270: (True, False)}[rotate]
    assert page.facts.exif_turn == rotate
    assert page.facts.drawn


def test_scan_is_rendered_at_its_own_resolution(tmp_path: Path) -> None:
    image = NOISE.resize((1240, 1754))
    page = only_page(pdf(PdfPage(placed(b"I0", 0, 0, 595, 842), images=[jpeg_image(image)])), tmp_path)
    assert page.facts.dpi == pytest.approx((150, 150), abs=0.2)
    assert page.facts.native_size == (1240, 1754)
    assert not page.facts.drawn
    assert page.pixels.shape[:2] == pytest.approx((1754, 1240), abs=2)
    assert page.facts.page_mm == (209.9, 297.0)


@pytest.mark.parametrize(("size", "dpi"), [((300, 424), 150), ((3720, 5262), 300)])
def test_resolution_of_scans_is_bounded(size: tuple[int, int], dpi: int, tmp_path: Path) -> None:
    image = Image.new("L", size, 200)
    page = only_page(pdf(PdfPage(placed(b"I0", 0, 0, 595, 842), images=[jpeg_image(image)])), tmp_path)
    assert page.facts.dpi == (dpi, dpi)


def test_a_scan_in_strips_is_a_scan(tmp_path: Path) -> None:
    strip = NOISE.resize((2067, 975))
    content = b"".join(placed(b"I0", 0, 842 * part / 3, 595, 842 / 3) for part in range(3))
    page = only_page(pdf(PdfPage(content, images=[jpeg_image(strip)])), tmp_path)
    assert page.facts.dpi == pytest.approx((250, 250), abs=1)
    assert not page.facts.drawn


def test_text_with_a_small_picture_is_drawn(tmp_path: Path) -> None:
    content = text("hello", 100, 600) + placed(b"I0", 50, 50, 100, 100)
    page = only_page(pdf(PdfPage(content, images=[jpeg_image(NOISE)])), tmp_path)
    assert page.facts.drawn
    assert page.facts.dpi == (200, 200)


@pytest.mark.parametrize(("k", "compression"), [(-1, "group4"), (0, "group3")])
def test_fax_coding_is_told(k: int, compression: str, tmp_path: Path) -> None:
    fax = Image.new("1", (1728, 2292), 1)
    fax.paste(0, (200, 300, 900, 400))
    page = only_page(pdf(PdfPage(placed(b"I0", 0, 0, 595, 842), images=[fax_image(fax, k)])), tmp_path)
    assert page.facts.compression == compression
    assert page.facts.bilevel
    assert page.facts.native_size == (1728, 2292)


def test_user_unit_counts_in_size_and_resolution(tmp_path: Path) -> None:
    attributes = b"/MediaBox [0 0 297.5 421] /UserUnit 2"
    page = only_page(pdf(PdfPage(text("hello", 50, 300), attributes)), tmp_path)
    assert page.facts.page_mm == (209.9, 297.0)
    assert page.facts.dpi == (100, 100)


def test_large_pages_are_rendered_coarser_and_giants_refused(tmp_path: Path) -> None:
    poster = pdf(PdfPage(text("hello", 50, 300), b"/MediaBox [0 0 2000 3000]"), PdfPage(text("small", 9, 9)))
    page, small = decode(poster, tmp_path, page_pixels=8_000_000)
    assert isinstance(page, DecodedPage)
    assert page.pixels.shape[0] * page.pixels.shape[1] <= 8_100_000
    assert page.facts.dpi is not None
    assert 72 <= page.facts.dpi[0] < 200
    refused, small = decode(poster, tmp_path, page_pixels=5_000_000)
    assert isinstance(refused, RefusalError)
    assert (refused.code, refused.page) == ("page_too_large", 1)
    assert isinstance(small, DecodedPage)
    assert small.number == 2


def test_invisible_text_is_listed(tmp_path: Path) -> None:
    page = only_page(pdf(PdfPage(text("seen", 100, 600) + text("unseen", 100, 500, mode=3))), tmp_path)
    assert [line.text for line in page.text_layer] == ["seen", "unseen"]


def test_locked_file_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="encrypted"):
        decode(pdf(PdfPage(text("secret", 9, 9)), encrypt=b"password"), tmp_path)
    assert len(decode(pdf(PdfPage(text("open", 9, 9)), encrypt=b""), tmp_path)) == 1
    with pytest.raises(RefusalError, match="damaged"):
        decode(b"%PDF-1.7\ngarbage", tmp_path)


def test_no_pages_is_told_also_after_another_failure(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="encrypted"):
        decode(pdf(PdfPage(b""), encrypt=b"password"), tmp_path)
    with pytest.raises(RefusalError, match="no_pages"):
        decode(pdf(), tmp_path)


def test_one_broken_page_costs_only_itself(tmp_path: Path) -> None:
    data = pdf(*(PdfPage(text(f"page{number}", 50, 300)) for number in (1, 2, 3)))
    broken = data.replace(b"/Type /Page /Parent 2 0 R /Contents 6", b"/Type /Cage /Parent 2 0 R /Contents 6")
    assert broken != data
    first, second, third = decode(broken, tmp_path)
    assert isinstance(second, RefusalError)
    assert (second.code, second.page) == ("damaged", 2)
    assert "第2页" in second.error("a.pdf").message_zh
    assert isinstance(first, DecodedPage)
    assert isinstance(third, DecodedPage)
    assert (first.number, third.number) == (1, 3)


@pytest.mark.parametrize("keep", [0.4, 0.9])
def test_cut_off_scan_in_a_sound_file_is_told(keep: float, tmp_path: Path) -> None:
    header, data = jpeg_image(NOISE)
    cut = header, data[: round(len(data) * keep)]
    items = decode(pdf(PdfPage(placed(b"I0", 0, 0, 595, 842), images=[cut])), tmp_path)
    assert isinstance(items[0], DecodedPage)
    assert [item.code for item in items[1:] if isinstance(item, RefusalError)] == ["damaged_partly"]
    sound = decode(pdf(PdfPage(placed(b"I0", 0, 0, 595, 842), images=[(header, data)])), tmp_path)
    assert len(sound) == 1


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_truncated_file_gives_pages_or_a_refusal(keep: float, tmp_path: Path) -> None:
    data = io.BytesIO()
    NOISE.save(data, "PDF", save_all=True, append_images=[NOISE])
    cut = data.getvalue()[: round(len(data.getvalue()) * keep)]
    try:
        outcomes = {item.code if isinstance(item, RefusalError) else "page" for item in decode(cut, tmp_path)}
    except RefusalError as refused:
        outcomes = {refused.code}
    assert outcomes <= {"page", "damaged", "damaged_partly", "no_pages"}
    assert outcomes


def test_objects_that_only_the_renderer_understands_cost_no_more_than_the_text_layer(tmp_path: Path) -> None:
    page = PdfPage(text("hello", 50, 300), b"/MediaBox [0 0 595 842] /Junk")
    first, second = decode(pdf(page, PdfPage(text("again", 50, 300))), tmp_path)
    assert isinstance(first, DecodedPage)
    assert isinstance(second, DecodedPage)
    assert first.text_layer == ()
    assert first.pixels.min() < 100


def test_what_was_typed_into_a_form_is_drawn(tmp_path: Path) -> None:
    page = only_page(pdf(PdfPage(b"", fields=[b"typed in"])), tmp_path)
    left, top, right, bottom = ink_box(page)
    assert 50 <= left * 72 / 200 < right * 72 / 200 <= 400
    assert 700 <= 842 - bottom * 72 / 200 < 842 - top * 72 / 200 <= 730
    assert (page.pixels.min(axis=2) < 128).sum() > 500


def test_a_filter_with_an_unreadable_name_costs_its_page(tmp_path: Path) -> None:
    header, data = jpeg_image(NOISE)
    odd = (header.replace(b"/DCTDecode", b"/\xa4CTDecode"), data)
    bad, good = decode(pdf(PdfPage(placed(b"I0", 0, 0, 500, 500), images=[odd]), PdfPage(text("x", 9, 9))), tmp_path)
    assert isinstance(bad, RefusalError)
    assert (bad.code, bad.page) == ("damaged", 1)
    assert isinstance(good, DecodedPage)
