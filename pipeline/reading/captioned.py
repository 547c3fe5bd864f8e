"""Fields that stand behind or under a printed caption, in table cells as in running rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.imaging.ink_presence import has_ink
from pipeline.models.document import Field
from pipeline.models.geometry import Box
from pipeline.reading.block_columns import Column, column_under, within_column
from pipeline.reading.cells import Cell, behind_caption, below, heads_rows, right_of
from pipeline.reading.diagnosis_block import beside_captions, within_diagnosis
from pipeline.reading.overlooked import overlooked_value
from pipeline.reading.page import ReadPage
from pipeline.reading.transcript import Transcript
from pipeline.reading.value_end import (
    NUMBERS,
    PADDING,
    before_signature,
    before_stamped_row,
    before_stroke,
    cut,
    end_of_number,
    end_of_unit,
    number_alone,
)
from pipeline.reading.values import ValueKind, is_blank, normalise
from pipeline.reading.view import View
from pipeline.text.captions import GAP, ROW_END, CaptionHit, find_captions

_OPENING, _CLOSING = "【[", "】]"
_BLOCKS: frozenset[ValueKind] = frozenset({"text_block", "diagnosis"})
_UNSPACED_KINDS = frozenset({"text", "name", "sex", "code"})
_BLANK_CONFIDENCE = 0.9
_UNREAD_CONFIDENCE = 0.2
_COLUMN = 0.9


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """How one field is found: its name (contract fields.tsv), its printed captions, and what kind of value it has.

    ``below`` and ``above`` name another field: of several places with this caption only those count that stand in or
    under (over) the row of that field's caption, as the employer's 联系电话 under 工作单位.
    """

    name: str
    captions: tuple[str, ...]
    kind: ValueKind = "text"
    below: str | None = None
    above: str | None = None


@dataclass(frozen=True, slots=True)
class Captioned:
    """A place with a caption: the caption's box, the place of its value, and the characters that stand there.

    ``whole_cell`` tells that the place is a table cell of its own, in which a value may run over several rows;
    ``column`` is where a block runs on below a caption that has others beside it, ``following`` the next caption,
    ``beyond`` the next one that does not stand to the right.
    """

    captions: tuple[str, ...]
    view: View
    caption: Box
    place: Box
    transcript: Transcript
    start: int
    end: int
    whole_cell: bool = False
    column: Column | None = None
    following: Box | None = None
    beyond: int = 0

    def field(self, kind: ValueKind) -> Field:
        """The value as a field of that kind; a blank one when nothing stands there."""
        block = self._around_captions() if kind == "diagnosis" else self
        block = block._block() if kind in _BLOCKS else self
        if kind == "diagnosis":
            told = within_diagnosis(block.transcript, block.start, block.end, self.caption)
            block = replace(block, transcript=told, start=0, end=len(told.text))
        start, end = block._value_span(kind)
        read = block.transcript.field(start, end)
        if read is None:
            overlooked = overlooked_value(self.view.page, self.place, kind) if self.whole_cell else None
            return overlooked or blank_field(self.view.page, self.place)
        value = normalise(kind, read.text)
        if not value and not is_blank(read.text):
            return read.model_copy(update={"value": "", "confidence": min(read.confidence, _UNREAD_CONFIDENCE)})
        return read.model_copy(update={"value": value})

    def _around_captions(self) -> Captioned:
        """The place with the rows in which a list goes on left of captions that stand beside it."""
        if self.beyond <= self.end:
            return self
        told = beside_captions(self.transcript, self.start, self.end, self.beyond, self.caption)
        if len(told.text) == self.end - self.start:
            return self
        return replace(self, transcript=told, start=0, end=len(told.text), following=None)

    def _block(self) -> Captioned:
        """The place without what stands beside its column."""
        if self.column is None:
            return self
        block = within_column(self.transcript, self.start, self.end, self.column)
        return replace(self, transcript=block, start=0, end=len(block.text), column=None)

    def _value_span(self, kind: ValueKind) -> tuple[int, int]:
        text, start, end = self.transcript.text, self.start, self.end
        while start < end and text[start] in PADDING + _CLOSING:
            start += 1
        if not self.whole_cell and kind not in _BLOCKS:
            end = end_of_number(kind, text, start, end) if kind in NUMBERS else cut(text, ROW_END, start, end)
            if kind in _UNSPACED_KINDS:
                end = cut(text, GAP, start, end)
            if kind == "text":
                end = end_of_unit(text, start, end)
        if kind in NUMBERS:
            start, end = number_alone(kind, text, start, end)
        if kind in _BLOCKS:
            end = before_signature(self.transcript, self.start, before_stamped_row(text, start, end), self.following)
        while end > start and text[end - 1] in PADDING + _OPENING + "，,；;":
            end -= 1
        return start, before_stroke(self.transcript, start, end) if kind == "name" else end


def read_fields(views: Sequence[View], specs: Sequence[FieldSpec], stops: Sequence[str]) -> dict[str, Field]:
    """All fields of these specs that the views show; a place with a value goes before one without.

    Several specs of one name are tried in order: a later one counts where those before it give no value.

    Args:
        views: the logical pages in order.
        specs: the fields to look for.
        stops: captions of anything else on the paper: a value ends where one of them begins.
    """
    groups = {spec.captions: spec.captions for spec in specs}
    places = [place for view in views for place in captioned_places(view, [*groups, *((stop,) for stop in stops)])]
    fields: dict[str, Field] = {}
    for spec in specs:
        found = [place.field(spec.kind) for place in places if _belongs(place, spec, specs, places)]
        told = [*(field for field in found if field.value), *(field for field in found if field.text), *found]
        before = fields.get(spec.name)
        if told and (before is None or (told[0].value and not before.value)):
            fields[spec.name] = told[0]
    return fields


def read_every(views: Sequence[View], spec: FieldSpec, stops: Sequence[str]) -> tuple[Field, ...]:
    """Every value of a field that stands more than once, as the names of a couple, top to bottom.

    In a table with a head row these are the cells under the caption.
    """
    fields: list[Field] = []
    for view in views:
        places = captioned_places(view, [spec.captions, *((stop,) for stop in stops)])
        own = [place for place in places if place.captions == spec.captions]
        for place in sorted(own, key=lambda place: (place.caption.center.y, place.caption.x0)):
            fields += [member.field(spec.kind) for member in _down_the_column(place, (*spec.captions, *stops))]
    return tuple(fields)


def captioned_places(view: View, captions: Iterable[tuple[str, ...]]) -> list[Captioned]:
    """Every place of the view that one of the captions names, cells first, then running rows."""
    groups = {"|".join(group): group for group in captions}
    places: list[Captioned] = []
    for cell in view.cells:
        group = next((group for group in groups.values() if cell.is_caption(group)), None)
        inside = [] if group is not None else _inside_cell(view, cell, groups)
        if group is None and not inside and (name := cell.damaged_caption(groups)) is not None:
            group = groups[name]
        places += inside if group is None else _beside(view, cell, group, groups)
    return places + list(_inside(view, view.free_text, view.region, groups))


def _beside(view: View, cell: Cell, group: tuple[str, ...], groups: Mapping[str, tuple[str, ...]]) -> list[Captioned]:
    others = [variant for other in groups.values() for variant in other]
    # 用人单位 beside several rows that have captions of their own heads them and has no value under it.
    under = None if heads_rows(cell, view.cells) else below(cell, view.cells)
    for candidate in (behind_caption(cell, view.cells, others), under):
        if candidate is not None and not candidate.is_caption(others):
            text = candidate.transcript
            end = _until_caption(text, groups)
            return [Captioned(group, view, cell.box, candidate.box, text, 0, end, whole_cell=True)]
    return []


def _inside_cell(view: View, cell: Cell, groups: Mapping[str, tuple[str, ...]]) -> list[Captioned]:
    """The captions inside a cell. One that ends the cell's only row has its value in the next cell.

    That is how two cells look whose common border was not seen.
    """
    places = list(_inside(view, cell.transcript, cell.box, groups))
    if not places or places[-1].transcript.text.count(ROW_END) > 1:
        return places
    last, beside = places[-1], right_of(cell, view.cells)
    others = [variant for group in groups.values() for variant in group]
    ends_cell = not last.transcript.text[last.start : last.end].strip()
    behind_another = last.caption.x0 > cell.box.x0 + cell.box.width // 3
    if ends_cell and behind_another and beside is not None and not beside.is_caption(others):
        text = beside.transcript
        places[-1] = replace(
            last, place=beside.box, transcript=text, start=0, end=_until_caption(text, groups), whole_cell=True
        )
    return places


def _until_caption(text: Transcript, groups: Mapping[str, tuple[str, ...]]) -> int:
    """Where a cell's value ends: before a caption inside it, else with its text."""
    return min((hit.start for hit in find_captions(text.text, groups) if hit.start > 0), default=len(text.text))


def _down_the_column(place: Captioned, captions: Sequence[str]) -> Iterator[Captioned]:
    """The place, and the cells under it when it lies under its own caption."""
    yield place
    if not place.whole_cell or place.place.y0 < place.caption.y1 - 2:
        return
    last = next((cell for cell in place.view.cells if cell.box == place.place), None)
    while last is not None:
        last = below(last, place.view.cells)
        if last is None or last.is_caption(captions) or last.box.horizontal_overlap(place.caption) < _COLUMN:
            return
        text = last.transcript
        yield Captioned(place.captions, place.view, place.caption, last.box, text, 0, len(text.text), whole_cell=True)


def _inside(view: View, text: Transcript, region: Box, groups: Mapping[str, tuple[str, ...]]) -> Iterator[Captioned]:
    hits = find_captions(text.text, groups)
    # Of a caption that wraps at the end of a row its last row is the one with the value.
    starts = [max(hit.start, text.text.rfind(ROW_END, hit.start, hit.end - 1) + 1) for hit in hits]
    boxes = [
        placed[1] if (placed := text.box(start, hit.end)) else None for start, hit in zip(starts, hits, strict=True)
    ]
    for index, (hit, box) in enumerate(zip(hits, boxes, strict=True)):
        following = hits[index + 1].start if index + 1 < len(hits) else len(text.text)
        if box is not None:
            place = _place_behind(text, following, box, region)
            below = boxes[index + 1] if index + 1 < len(hits) else None
            column = column_under(box, [other for other in boxes if other is not None], region)
            under = (later.start for later, other in zip(hits, boxes, strict=True) if _is_below(hit, later, box, other))
            beyond = next(under, len(text.text))
            yield Captioned(
                *(groups[hit.name], view, box, place, text, hit.end, following),
                column=column,
                following=below,
                beyond=beyond,
            )


def _is_below(hit: CaptionHit, later: CaptionHit, box: Box, other: Box | None) -> bool:
    """Whether a later caption ends what belongs to the one before it, and does not stand to its right."""
    return later.start > hit.start and other is not None and other.x0 < box.x1


def _place_behind(text: Transcript, following: int, caption: Box, region: Box) -> Box:
    """Where the value belongs: right of its caption, up to the next caption of the row or the region's edge."""
    next_caption = text.box(following, following + 1) if following < len(text.text) else None
    right = region.x1
    if next_caption is not None and next_caption[1].vertical_overlap(caption) > 0.5 and next_caption[1].x0 > caption.x1:
        right = next_caption[1].x0
    return Box(min(caption.x1, right - 1), caption.y0, right, caption.y1)


def _belongs(place: Captioned, spec: FieldSpec, specs: Sequence[FieldSpec], places: Sequence[Captioned]) -> bool:
    if place.captions != spec.captions:
        return False
    for anchor_name, wanted in ((spec.below, True), (spec.above, False)):
        anchor = _anchor(anchor_name, specs, places)
        if anchor is not None and anchor.view is place.view:
            under = place.caption.center.y >= anchor.caption.y0
            if under != wanted:
                return False
    return True


def _anchor(name: str | None, specs: Sequence[FieldSpec], places: Sequence[Captioned]) -> Captioned | None:
    captions = next((spec.captions for spec in specs if spec.name == name), None)
    return next((place for place in places if place.captions == captions), None) if captions else None


def blank_field(page: ReadPage, place: Box) -> Field:
    """A blank on the paper: no value, its place, and how sure it is that nothing stands there."""
    box = place.clipped(page.page.width_px, page.page.height_px)
    empty = not has_ink(page.image, box)
    return Field(
        value="",
        text="",
        confidence=_BLANK_CONFIDENCE if empty else _UNREAD_CONFIDENCE,
        file=page.ref.file,
        page=page.ref.page,
        box=box,
    )
