"""Where on the paper does the signature belong that a caption asks for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.models.geometry import Box
from pipeline.models.text_line import TextLine
from pipeline.reading.captioned import Captioned
from pipeline.reading.page import ReadPage
from pipeline.reading.values import is_blank
from pipeline.reading.view import View
from pipeline.text.captions import folded
from pipeline.text.dates import find_dates

_REACH_MM = 120.0
"""A signature stands within 12 cm of its caption (domain notes 3.17)."""
_ROOM_MM = 15.0
"""Less room than this beside a caption and the signature goes under it."""
_TALL = 1.5
_SAME_ROW = 0.5
_ROWS_UNDER = 3
_NEXT_ROW = 1.2
"""The rows of one caption lie closer together than this many heights of a row."""
_OTHERS = frozenset("：:年月日")
"""A row with one of these is a date or has a caption of its own."""
_GOES_ON = regex.compile(
    r"(?:或\p{Han}{2,8}(?:[（(][^）)]{2,10}[）)])?|[（(][^）)]{0,6}[签盖][^）)]{0,6}[）)])\s*[:：]?"
)
"""The second row of a caption that was too long for its column: 或委托代理人（签字或盖章）, （签字）."""
_BLOCK_MM = 60.0
"""The places where two parties sign side by side, and a signature and its day, lie within 6 cm from top to bottom."""
_DAY_LETTERS = frozenset("年月日")
_MM_PER_INCH = 25.4
LONGEST_NAME = 6
"""Letters in which a signature is read: four of a name, and strokes taken for more."""
_DATE_LETTERS = frozenset("年月日时分.-/:：")
_OWN_CAPTION = regex.compile(r"\p{Han}{2,6}：")
_NUMBER = regex.compile(r"[\d ()（）-]{7,}")
"""A telephone or identity number, also one that rises from the row below into the place of a signature."""
_SEAL_REMARK = regex.compile(r"（?\p{Han}{0,8}(?:盖章|公章|印章|签章|专用章)(?:处|有效)?）?[：。]?")
"""（医院盖章）: says where a seal belongs, beside the place of a signature."""


def pixels_in_millimetre(page: ReadPage) -> float:
    """Pixels in a millimetre: by the file's resolution, else as if the shorter side were that of A4."""
    if page.page.dpi:
        return page.page.dpi / _MM_PER_INCH
    return min(page.page.width_px, page.page.height_px) / 210


def lone_captions(view: View, captions: Iterable[tuple[str, ...]]) -> list[Captioned]:
    """The table cells that hold one of the captions and nothing else: the place for the caption is the cell itself."""
    groups = tuple(captions)
    found = ((cell, group) for cell in view.cells for group in groups if cell.is_caption(group))
    return [
        Captioned(group, view, box[1], cell.box, text, len(text.text), len(text.text), whole_cell=True)
        for cell, group in found
        if (text := cell.transcript) and (box := text.box(0, len(text.text)))
    ]


def caption_rows(place: Captioned, others: Sequence[Captioned]) -> list[Captioned]:
    """The place and those of the ``others`` under it that carry its caption on, row after row.

    法定代表人（主要负责人） is the beginning of one caption where 或委托代理人（签字） stands right under it.
    """
    rows = [place]
    for other in others:
        above, row = rows[-1].caption, other.caption
        gap = row.y0 - above.y1
        close = abs(gap) < _NEXT_ROW * min(above.height, row.height) and row.center.y > above.y1
        if other.view is place.view and close and share_columns(above, row):
            rows.append(other)
    return [*rows, *filter(None, [_carried_on(rows[-1])])]


def _carried_on(place: Captioned) -> Captioned | None:
    """The rest of a caption that ends on the next row: (签字或盖章) under 法定代表人或委托代理人."""
    above = place.caption
    for line in place.view.lines:
        rest = _GOES_ON.match(line.text)
        near = abs(line.box.y0 - above.y1) < _NEXT_ROW * above.height and line.box.center.y > above.y1
        if rest and near and abs(line.box.x0 - above.x0) < above.width // 2 and not place.whole_cell:
            box = line.span(0, rest.end()).box
            return replace(place, caption=box, place=Box(box.x1, box.y0, max(place.place.x1, box.x1), box.y1))
    return None


def signature_zones(rows: Sequence[Captioned], captions: Sequence[Box], parties: Sequence[Box]) -> Iterator[Box]:
    """The zones (page pixels) in which a signature belongs to a caption, the likeliest first.

    Beside each row of the caption, or under it where there is no room; and, where the caption has a table cell to
    itself, the rest of that cell under it: what is written there can belong to nothing else.

    Args:
        rows: the caption's rows, as ``caption_rows`` gives them.
        captions: boxes of all captions on the page, which end the room under this one.
        parties: boxes of the captions at which others sign: what is written in their column is theirs.
    """
    for row in rows:
        yield _beside(row, parties)
    under = _under_in_cell(rows[-1], captions)
    if under is not None:
        yield under


def room_above_day(place: Captioned) -> Box | None:
    """Under a caption that stands free, the space down to the day in its column: people sign there too.

    None where the next row of the column is no day: what is written above it may belong to that row.
    """
    view, caption, height = place.view, place.caption, row_height(place)
    if place.whole_cell or any(cell.box.contains(caption.center) for cell in view.cells):
        return None
    under = [line for line in view.lines if line.box.center.y > caption.y1 and share_columns(line.box, caption)]
    told = [line for line in under if _OTHERS.intersection(line.text)]
    first = min(told, key=lambda line: line.box.y0, default=None)
    if first is None or not _DAY_LETTERS.issubset(first.text):
        return None
    room = Box(caption.x0 - height, caption.y1, max(caption.x1, first.box.x1) + height, first.box.y0)
    fits = height <= room.height <= _BLOCK_MM * pixels_in_millimetre(view.page)
    return room.clipped(view.page.page.width_px, view.page.page.height_px) if fits else None


def share_columns(box: Box, other: Box) -> bool:
    """Whether one box lies, at least in part, above or below the other."""
    return min(box.x1, other.x1) > max(box.x0, other.x0)


def print_around(view: View, zone: Box) -> list[Box]:
    """The print in the zone and around it, which is no signature: other rows, the figures of a day, where to seal."""
    boxes = [line.box for line in view.lines if not _in_row(line, zone) or _is_print(folded(line.text))]
    return boxes + [box for line in view.lines if line.box.intersection(zone) for box in date_letters(line)]


def _is_print(words: str) -> bool:
    return bool(_SEAL_REMARK.fullmatch(words) or _NUMBER.fullmatch(words))


def _in_row(line: TextLine, zone: Box) -> bool:
    """Whether a line may hold what is signed in the zone, and is not one above or below that reaches into it.

    A name is short and begins inside the zone; what runs above the middle of the zone and is no name is print, and so
    is a row below it with a caption of its own (电话：). Below it stands the day as well, of which only the figures are
    known not to be the signature's.
    """
    if not (line.box.intersection(zone) and zone.y0 <= line.box.center.y < zone.y1):
        return False
    if line.box.y0 >= zone.center.y and _OWN_CAPTION.match(folded(line.text)):
        return False
    is_name = line.box.x0 >= zone.x0 - line.box.height // 2 and len(line.chars) <= LONGEST_NAME
    return is_name or line.box.y1 > zone.center.y


def date_letters(line: TextLine) -> list[Box]:
    """The places of a date's figures and of 年月日 in a line: no signature, though they stand where one belongs."""
    if not (is_blank(line.text) or find_dates(line.text)):
        return []
    dated = [index for index, char in enumerate(line.chars) if char.text.isdigit() or char.text in _DATE_LETTERS]
    return [line.span(index, index + 1).box for index in dated]


def _beside(place: Captioned, parties: Sequence[Box]) -> Box:
    page, caption = place.view.page, place.caption
    millimetre, height = pixels_in_millimetre(page), row_height(place)
    # A caption that was read together with the signature behind it is as high as the signature.
    margin = max(height // 3, (_ROWS_UNDER * height - caption.height) // 2)
    if place.place.x1 - caption.x1 >= _ROOM_MM * millimetre:
        ends = [
            party.x0
            for party in parties
            if party.x0 - caption.x1 >= _ROOM_MM * millimetre
            and abs(party.center.y - caption.center.y) < _BLOCK_MM * millimetre
        ]
        ends += [box.x0 for box in _captioned_in_row(place) if box.x0 - caption.x1 >= _ROOM_MM * millimetre]
        right = min([place.place.x1, caption.x1 + round(_REACH_MM * millimetre), *ends])
        zone = Box(caption.x1, caption.y0 - margin, right, caption.y1 + margin)
    else:
        right = caption.x1 + round(_ROOM_MM * millimetre)
        zone = Box(caption.x0, caption.y1, right, caption.y1 + _ROWS_UNDER * height)
    return zone.clipped(page.page.width_px, page.page.height_px)


def _captioned_in_row(place: Captioned) -> list[Box]:
    """What stands in the caption's row with a caption of its own, as 手印： behind the witness's name."""
    row = place.caption
    beside = (line for line in place.view.lines if line.box.vertical_overlap(row) > _SAME_ROW)
    return [line.box for line in beside if _OWN_CAPTION.match(folded(line.text))]


def _under_in_cell(place: Captioned, captions: Sequence[Box]) -> Box | None:
    cell = next((cell for cell in place.view.cells if cell.box.contains(place.caption.center)), None)
    if cell is None:
        return None
    caption = caption_words(place)
    others = [*captions, *(line.box for line in place.view.lines if _OTHERS.intersection(line.text))]
    under = [box.y0 for box in others if cell.box.contains(box.center) and box.center.y > caption.y1]
    bottom = min([cell.box.y1, caption.y1 + _ROWS_UNDER * row_height(place), *under])
    room = Box(cell.box.x0, caption.y1, cell.box.x1, bottom)
    return room if room.height >= row_height(place) else None


def caption_words(place: Captioned) -> Box:
    """The box of a caption's letters, also where the cell that holds them counts as the caption."""
    cell = next((cell for cell in place.view.cells if cell.box == place.caption), None)
    placed = cell.transcript.box(0, len(cell.transcript.text)) if cell is not None else None
    return placed[1] if placed else place.caption


def row_height(place: Captioned) -> int:
    """The height of a row of text at a caption, in pixels; one read together with tall writing does not count whole."""
    line = place.view.page.line_height
    return max(round(line), min(place.caption.height, round(_TALL * line)))
