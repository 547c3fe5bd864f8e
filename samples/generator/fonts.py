"""Which typefaces and which hands may be used: the ones for development, or the ones kept back for the test split."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont
from PIL import ImageFont

Split = Literal["dev", "test"]
FOLDER = Path(__file__).parent.parent / "fonts"
_NOMINAL = 100
# Characters that a typeface draws in their traditional form or not at all: the paper would say something else.
_OTHERWISE_WRITTEN = {"dev/LongCang-Regular": "时爱状随缆电", "test/wqy-microhei": "Ⅴ"}


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Font files by use: body text, sans, brush-like regular script, and handwriting from neat to cursive."""

    song: str
    hei: str
    kai: str
    hands: tuple[str, ...]
    signatures: tuple[str, ...]


TYPEFACES: dict[Split, Typefaces] = {
    "dev": Typefaces(
        song="dev/NotoSerifSC-Regular",
        hei="dev/NotoSansSC-Regular",
        kai="dev/ClaimKai-Regular",
        hands=("dev/ClaimKai-Regular", "dev/MaShanZheng-Regular", "dev/LongCang-Regular"),
        signatures=("dev/MaShanZheng-Regular", "dev/LongCang-Regular"),
    ),
    "test": Typefaces(
        song="test/gbsn00lp",
        hei="test/wqy-microhei",
        kai="test/gkai00mp",
        hands=("test/gkai00mp", "test/ZCOOLKuaiLe-Regular", "test/ZhiMangXing-Regular"),
        signatures=("test/ZhiMangXing-Regular", "test/LiuJianMaoCao-Regular"),
    ),
}


@cache
def font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    """The typeface at that size in pixels.

    Raises:
        OSError: there is no such font file.
    """
    return ImageFont.truetype(FOLDER / f"{face}.woff2", pixels, layout_engine=ImageFont.Layout.BASIC)


@cache
def _covered(face: str) -> frozenset[int]:
    return frozenset(TTFont(FOLDER / f"{face}.woff2", lazy=True).getBestCmap())


def face_for(letter: str, face: str) -> str:
    """The typeface itself when it has that character, else the neat one of the same split that has it."""
    if ord(letter) in _covered(face) and letter not in _OTHERWISE_WRITTEN.get(face, ""):
        return face
    faces = TYPEFACES["test" if face.startswith("test") else "dev"]
    return next((other for other in (faces.kai, faces.hei) if ord(letter) in _covered(other)), face)


@cache
def advance(letter: str, face: str) -> float:
    """How far the pen moves on, in parts of the type size."""
    return font(face_for(letter, face), _NOMINAL).getlength(letter) / _NOMINAL
