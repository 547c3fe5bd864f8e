"""Which findings compare two fields, and where on both pages do the texts part?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from pipeline.models.comparison import Comparison
from pipeline.models.document import Field
from pipeline.models.facts import FieldComparison
from pipeline.models.finding import Evidence
from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from pipeline.models.report import ClaimReport
from pipeline.models.text_line import TextLine
from pipeline.report.alignment import Column, align, align_judged
from pipeline.report.evidence import EVIDENCE_FOLDER
from pipeline.report.pictures import OUTCOME_COLOURS, Colour

EXACTNESS_CHECK = "injury_matches_diagnosis"
Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class PairSide:
    """One side: the field on its page, how high its text is in pixels, and the characters to mark."""

    ref: PageRef
    box: Box
    text_height: float
    marked: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two fields compared by a finding (its index in the report): left the application, right the diagnosis."""

    finding: int
    name: str
    colour: Colour
    left: PairSide
    right: PairSide
    columns: tuple[Column, ...]


def find_pairs(report: ClaimReport, comparisons: Sequence[FieldComparison]) -> tuple[Pair, ...]:
    """The comparisons of a report; judgements are used where their fields stand where the evidence points."""
    pairs: list[Pair] = []
    for index, finding in enumerate(report.findings):
        if finding.check != EXACTNESS_CHECK or len(finding.evidence) != 2:
            continue
        left, right = finding.evidence
        if left.image is None or right.image is None or left.box is None or right.box is None:
            continue
        judged = _judgement(report, left, right, comparisons)
        pairs.append(
            Pair(
                finding=index,
                name=f"{EVIDENCE_FOLDER}/{finding.check}-pair-{len(pairs) + 1}.jpg",
                colour=OUTCOME_COLOURS[finding.outcome],
                left=_side(report, left, left.box, "left", judged),
                right=_side(report, right, right.box, "right", judged),
                columns=align_judged(judged.comparison) if judged else align(left.text, right.text),
            )
        )
    return tuple(pairs)


def marked_characters(comparison: Comparison, side: Side, lines: Sequence[TextLine]) -> tuple[Box, ...]:
    """Where the differing characters of one side stand on the page; empty when the lines say something else.

    Args:
        comparison: the judgement, whose places are indices into its texts.
        side: which of its texts.
        lines: the lines of the field, top to bottom.
    """
    letters = [(line, index) for line in lines for index, char in enumerate(line.chars) if not char.text.isspace()]
    text = comparison.left.text if side == "left" else comparison.right.text
    if [line.chars[index].text for line, index in letters] != list("".join(text.split())):
        return ()
    boxes = []
    for place in comparison.differences:
        start, part = (place.left_index, place.left) if side == "left" else (place.right_index, place.right)
        first = len("".join(text[:start].split()))
        end = first + len("".join(part.split()))
        boxes += [line.span(index, index + 1).box for line, index in letters[first:end]]
    return tuple(boxes)


def _side(report: ClaimReport, spot: Evidence, box: Box, side: Side, judged: FieldComparison | None) -> PairSide:
    fields = (field for document in report.documents for field in document.fields.values())
    field = next((field for field in fields if _stands_at(field, spot)), None)
    lines = field.lines if field else ()
    return PairSide(
        ref=PageRef(file=spot.file, page=spot.page),
        box=box,
        text_height=float(median(line.box.height for line in lines)) if lines else float(box.height),
        marked=_marked(judged, side, lines) if judged else (),
    )


def _marked(judged: FieldComparison, side: Side, lines: Sequence[TextLine]) -> tuple[Box, ...]:
    places = judged.left_places if side == "left" else judged.right_places
    return places or marked_characters(judged.comparison, side, lines)


def _judgement(
    report: ClaimReport, left: Evidence, right: Evidence, comparisons: Sequence[FieldComparison]
) -> FieldComparison | None:
    fields = {(document.id, name): field for document in report.documents for name, field in document.fields.items()}
    for compared in comparisons:
        left_field = fields.get((compared.left_document, compared.left_field))
        right_field = fields.get((compared.right_document, compared.right_field))
        if _stands_at(left_field, left) and _stands_at(right_field, right):
            return compared
    return None


def _stands_at(field: Field | None, spot: Evidence) -> bool:
    return field is not None and (field.file, field.page, field.box) == (spot.file, spot.page, spot.box)
