"""What does an image file say of its picture, apart from the pixels?"""

from __future__ import annotations

import math
from typing import Literal

from PIL import ExifTags, Image
from PIL.TiffImagePlugin import TiffImageFile

from pipeline.models.page import Turn
from pipeline.models.source import Container, FileFacts

_PLAUSIBLE_DPI = (50, 1200)
_LARGEST_STRETCH = 2.2
"""The most oblong pixels in use are those of standard fax resolution, 204 x 98 dpi (ITU-T T.4): 2.08."""
_PLACEHOLDER_DPI = {72, 96}
"""What software writes that does not know the resolution."""
_LONGEST_PAPER_INCHES = 34
"""A1; a camera's picture with 72 dpi written into it would be larger."""
_COMPRESSION: dict[int, Literal["group3", "group4"]] = {2: "group3", 3: "group3", 4: "group4"}
"""TIFF 6.0, tag 259: 2 is CCITT modified Huffman, 3 is T.4, 4 is T.6."""
_TIFF_COMPRESSION = 259
_FAX_TAGS = (326, 327, 328, 34908, 34909, 34910, 34911)
"""RFC 2306: BadFaxLines, CleanFaxData, ConsecutiveBadFaxLines; FaxRecvParams, FaxSubAddress, FaxRecvTime, FaxDCS."""
_EXPOSURE_TAGS = (
    ExifTags.Base.ExposureTime,
    ExifTags.Base.FNumber,
    ExifTags.Base.ISOSpeedRatings,
    ExifTags.Base.FocalLength,
)
"""Scanners name themselves in EXIF too; only a camera exposes."""
_TURNS: dict[int, Turn] = {1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
"""EXIF 2.32, tag 274: the clockwise turn that brings the picture upright, mirrored ones mirrored first."""


def picture_facts(image: Image.Image, container: Container) -> FileFacts:
    """The facts of one opened, not yet loaded picture; ``dpi`` is that of the stored pixels, turned upright."""
    shot = _exif(image).get_ifd(ExifTags.IFD.Exif)
    camera = any(tag in shot for tag in _EXPOSURE_TAGS)
    turned = orientation(image)
    dpi = None if camera else _plausible(image.info.get("dpi"), image.size)
    if dpi is not None and turned >= 5:
        dpi = dpi[1], dpi[0]
    tags = image.tag_v2 if isinstance(image, TiffImageFile) else {}
    return FileFacts(
        container=container,
        dpi=dpi,
        compression=_COMPRESSION.get(tags.get(_TIFF_COMPRESSION, 0)),
        bilevel=image.mode == "1",
        fax_tags=any(tag in tags for tag in _FAX_TAGS),
        camera=camera,
        screenshot=_is_screenshot(image, shot.get(ExifTags.Base.UserComment)),
        native_size=(tags.get(256), tags.get(257)) if tags else image.size,
        exif_turn=_TURNS[turned],
    )


def orientation(image: Image.Image) -> int:
    """The EXIF or TIFF orientation that the file asks for, 1-8."""
    # libheif turns the picture itself; its wrapper keeps what was asked for.
    stored = image.info.get("original_orientation") or _exif(image).get(ExifTags.Base.Orientation, 1)
    return stored if stored in _TURNS else 1


def _exif(image: Image.Image) -> Image.Exif:
    """The EXIF data as far as the header has them; Pillow's own way would load a PNG first, whole or not."""
    if isinstance(image, TiffImageFile):
        return image.getexif()
    exif = Image.Exif()
    exif.load(image.info.get("exif", b""))
    return exif


def _plausible(stored: object, size: tuple[int, int]) -> tuple[float, float] | None:
    """The resolution if it can be meant: fit for reading, pixels not too oblong, no mere default, no giant paper."""
    if not isinstance(stored, tuple) or len(stored) != 2:
        return None
    across, down = (float(value) for value in stored)
    if not (math.isfinite(across) and math.isfinite(down)):
        return None
    low, high = sorted((across, down))
    if low < _PLAUSIBLE_DPI[0] or high > _PLAUSIBLE_DPI[1] or high / low > _LARGEST_STRETCH:
        return None
    if round(across) == round(down) and round(across) in _PLACEHOLDER_DPI:
        return None
    if max(size[0] / across, size[1] / down) > _LONGEST_PAPER_INCHES:
        return None
    return across, down


def _is_screenshot(image: Image.Image, comment: object) -> bool:
    """Whether the system that took a screenshot says so, as iOS, macOS and GNOME do."""
    said = comment if isinstance(comment, bytes) else str(comment or "").encode()
    software = str(image.info.get("Software", ""))
    return b"screenshot" in said.lower() or "screenshot" in software.lower()
