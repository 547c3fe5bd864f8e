"""Packs pictures into the files of an upload and says where each one went."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import ExifTags, Image, ImageOps

from samples.generator.capture.shot import Shot
from samples.generator.packing.pdf import PdfPage, PdfText, write_pdf

Container = Literal["pdf", "pdf_text", "pdf_misread", "jpeg", "png", "tiff"]
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
_PNG_BITS = 5
_EXIF_UPRIGHT = {0: 1, 90: 8, 180: 3, 270: 6}


@dataclass(frozen=True, slots=True)
class Turned:
    """A picture and how far it was turned clockwise before it was stored."""

    shot: Shot
    turn: Literal[0, 90, 180, 270] = 0

    @property
    def image(self) -> Image.Image:
        """The picture as stored."""
        return self.shot.image.transpose(_TURNS[self.turn]) if self.turn else self.shot.image

    @property
    def dpi(self) -> tuple[int, int] | None:
        """Its resolution as stored."""
        dpi = self.shot.dpi
        return (dpi[1], dpi[0]) if dpi and self.turn in (90, 270) else dpi


def pack(folder: Path, stem: str, pages: list[Turned], container: Container, quality: int) -> list[tuple[str, int]]:
    """Writes the pages as one file or several and says, for each, the file's name and the page in it.

    ``quality`` is that of JPEG, 1-95, inside other files too.
    """
    writers: dict[Container, Callable[[Path, str, list[Turned], int], list[tuple[str, int]]]] = {
        "pdf": _pdf,
        "pdf_text": _pdf_text,
        "pdf_misread": _pdf_misread,
        "jpeg": _jpeg,
        "png": _png,
        "tiff": _tiff,
    }
    return writers[container](folder, stem, pages, quality)


def zipped(folder: Path, name: str, members: list[str]) -> None:
    """Moves files into a zip beside them."""
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_STORED) as archive:
        for member in members:
            info = zipfile.ZipInfo(member, date_time=(2026, 11, 20, 9, 0, 0))
            archive.writestr(info, (folder / member).read_bytes())
            (folder / member).unlink()


def _pdf(folder: Path, stem: str, pages: list[Turned], quality: int) -> list[tuple[str, int]]:
    name = f"{stem}.pdf"
    write_pdf(folder / name, [PdfPage(page.image, page.dpi) for page in pages], quality)
    return [(name, number) for number in range(1, len(pages) + 1)]


def _pdf_text(folder: Path, stem: str, pages: list[Turned], quality: int) -> list[tuple[str, int]]:
    """A PDF with the printed text laid invisibly over the pictures."""
    return _layered(folder, stem, pages, quality, str)


def _pdf_misread(folder: Path, stem: str, pages: list[Turned], quality: int) -> list[tuple[str, int]]:
    """The same with the mistakes of a poor reader in the text: every ninth character is another."""
    return _layered(folder, stem, pages, quality, _misread)


def _layered(
    folder: Path, stem: str, pages: list[Turned], quality: int, told: Callable[[str], str]
) -> list[tuple[str, int]]:
    name = f"{stem}.pdf"
    upright = []
    for page in pages:
        shot = page.shot
        texts = tuple(PdfText(told(word.text), shot.box(word.area)) for word in shot.sheet.words if not word.hand)
        upright.append(PdfPage(shot.image, shot.dpi, texts))
    write_pdf(folder / name, upright, quality)
    return [(name, number) for number in range(1, len(pages) + 1)]


def _misread(text: str) -> str:
    return "".join("口" if place % 9 == 5 else letter for place, letter in enumerate(text))


def _jpeg(folder: Path, stem: str, pages: list[Turned], quality: int) -> list[tuple[str, int]]:
    placed = []
    for number, page in enumerate(pages, 1):
        name = f"{stem}.jpg" if len(pages) == 1 else f"{stem}-{number}.jpg"
        exif = Image.Exif()
        if page.shot.origin == "photo":
            exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Phone", "P-1"
            exif[ExifTags.Base.Orientation] = _EXIF_UPRIGHT[page.turn]
        picture = page.image.convert("RGB") if page.image.mode == "1" else page.image
        picture.save(folder / name, "JPEG", quality=quality, exif=exif, **({"dpi": page.dpi} if page.dpi else {}))
        placed.append((name, 1))
    return placed


def _png(folder: Path, stem: str, pages: list[Turned], _quality: int) -> list[tuple[str, int]]:
    placed = []
    for number, page in enumerate(pages, 1):
        name = f"{stem}.png" if len(pages) == 1 else f"{stem}_{number}.png"
        reduced = page.image if page.image.mode == "1" else ImageOps.posterize(page.image, _PNG_BITS)
        reduced.save(folder / name, "PNG", **({"dpi": page.dpi} if page.dpi else {}))
        placed.append((name, 1))
    return placed


def _tiff(folder: Path, stem: str, pages: list[Turned], quality: int) -> list[tuple[str, int]]:
    name = f"{stem}.tif"
    first, *rest = [page.image for page in pages]
    fax = pages[0].shot.origin == "fax"
    coding = "jpeg" if first.mode != "1" else "group3" if fax and len(pages) % 2 else "group4"
    first.save(
        folder / name,
        "TIFF",
        compression=coding,
        dpi=pages[0].dpi or (200, 200),
        save_all=True,
        append_images=rest,
        **({"quality": quality} if coding == "jpeg" else {}),
    )
    return [(name, number) for number in range(1, len(pages) + 1)]
