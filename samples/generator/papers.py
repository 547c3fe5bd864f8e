"""Which papers a claim holds, each in a print of its split, drawn with the values that the recipe wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from samples.generator.case import Case
from samples.generator.fonts import TYPEFACES, Split
from samples.generator.layouts import (
    application_form,
    application_prints,
    certificate_prints,
    diagnosis_certificate,
    id_card,
    labor_contract,
    other_papers,
)
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import paper_prints
from samples.generator.people import Person
from samples.generator.recipe import Recipe
from samples.generator.sheet import Sheet
from samples.generator.writing import Pen, Print

_DRAWN_AT = 200
_CORE_NAMES = {
    "work_injury_application": "工伤认定申请表",
    "id_card": "身份证",
    "labor_contract": "劳动合同",
    "diagnosis_certificate": "诊断证明",
    "witness_statement": "证人证言",
    "blank_or_other": "其他",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the claim as drawn. ``owner`` is whose card or statement it is, empty for the worker's own."""

    type: str
    print_id: str
    sheets: list[Sheet]
    owner: str = ""
    name_zh: str = ""

    @property
    def title(self) -> str:
        """What people call the file."""
        return (self.name_zh or _CORE_NAMES[self.type]) + (f"-{self.owner}" if self.owner else "")


def draw_papers(case: Case, recipe: Recipe, split: Split, rng: Random, *, full: bool) -> list[Paper]:
    """The core papers, and with ``full`` all that the local list asks for, each witness with statement and card."""
    desk = _Desk(case, recipe, split, rng)
    papers = [desk.form(), desk.card(case.worker, ""), desk.contract(), desk.certificate()]
    if full:
        papers += [
            desk.other(kind)
            for kind in (
                "business_license",
                "power_of_attorney",
                "accident_investigation_report",
                "accident_filing_form",
                "outpatient_record",
                "acceptance_notice",
            )
        ]
        for witness in case.witnesses:
            papers += [desk.statement(witness), desk.card(witness, witness.name)]
        papers += [desk.other(kind) for kind in ("discharge_record", "imaging_report") if rng.random() < 0.35]
        papers += [desk.blank()] if rng.random() < 0.25 else []
    if recipe.strange_page:
        papers.append(desk.strange())
    kept = [_without_parts(paper, recipe) for paper in papers if not _dropped(paper, recipe)]
    return [paper for paper in kept if paper.sheets]


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where one claim's papers are written."""

    case: Case
    recipe: Recipe
    split: Split
    rng: Random

    def look(self, hand: float = 0.0) -> Look:
        """A look; ``hand`` is how likely the blanks are filled by hand."""
        faces = TYPEFACES[self.split]
        writer: Print | Pen = Print(self.rng.choice((faces.song, faces.song, faces.kai)), 4.3)
        if self.rng.random() < hand:
            face = self.rng.choices(faces.hands, weights=(5, 3, 2))[0]
            size = 5.4 if face == faces.hands[2] else 4.9
            writer = Pen(face, size, self.rng, wobble=self.rng.uniform(0.4, 1.0))
        return Look(faces, _DRAWN_AT, writer, self.rng)

    def content(self, kind: str, values: Mapping[str, str]) -> Content:
        """The paper's values with the recipe's changes."""
        changed = {field: value for (of, field), value in self.recipe.values.items() if of == kind}
        slots = {slot: state for (of, slot), state in self.recipe.slots.items() if of == kind}
        return Content(kind, self.case, {**values, **changed}, slots)

    def form(self) -> Paper:
        form = self.rng.choice([form for form in application_prints.PRINTS if form.split == self.split])
        content = self.content(application_form.TYPE, application_form.values(self.case))
        sides = application_form.draw(form, content, self.look(hand=0.7))
        spread = not self.recipe.a4_sides and self.rng.random() < 0.45
        return Paper(application_form.TYPE, form.id, application_form.folded(sides) if spread else sides)

    def card(self, person: Person, owner: str) -> Paper:
        content = self.content(id_card.TYPE if not owner else "", id_card.values(person))
        one_side_gone = not owner and (id_card.TYPE, "back") in self.recipe.dropped_parts
        arrangements: tuple[id_card.Arrangement, ...] = ("one_sheet", "one_sheet", "cards", "two_sheets")
        arrangement = "one_sheet" if owner else "two_sheets" if one_side_gone else self.rng.choice(arrangements)
        return Paper(id_card.TYPE, arrangement, id_card.draw(content, self.look(), arrangement), owner)

    def contract(self) -> Paper:
        form = self.rng.choice([form for form in labor_contract.PRINTS if form.split == self.split])
        content = self.content(labor_contract.TYPE, labor_contract.values(self.case))
        return Paper(labor_contract.TYPE, form.id, labor_contract.draw(form, content, self.look(hand=0.5)))

    def certificate(self) -> Paper:
        form = self.rng.choice([form for form in certificate_prints.PRINTS if form.split == self.split])
        content = self.content(diagnosis_certificate.TYPE, diagnosis_certificate.values(self.case))
        return Paper(
            diagnosis_certificate.TYPE, form.id, diagnosis_certificate.draw(form, content, self.look(hand=0.25))
        )

    def statement(self, witness: Person) -> Paper:
        content = self.content("witness_statement", other_papers.witness_values(self.case, witness))
        return Paper(
            "witness_statement", "letter", other_papers.witness_statement(content, self.look(hand=0.6)), witness.name
        )

    def other(self, kind: str) -> Paper:
        form = self.rng.choice(paper_prints(kind, self.split))
        drawn = form.draw(self.content(kind, form.values(self.case)), self.look(hand=form.hand))
        return Paper(kind, form.id, drawn, name_zh=form.name_zh)

    def strange(self) -> Paper:
        """A side that belongs to no claim: a leaflet or a picture without text."""
        draw = self.rng.choice((other_papers.advertisement, other_papers.landscape))
        return Paper("blank_or_other", "strange", draw(self.content("blank_or_other", {}), self.look()))

    def blank(self) -> Paper:
        return Paper("blank_or_other", "blank", other_papers.blank(self.content("blank_or_other", {}), self.look()))


def _dropped(paper: Paper, recipe: Recipe) -> bool:
    return paper.type in recipe.dropped_types and not paper.owner


def _without_parts(paper: Paper, recipe: Recipe) -> Paper:
    if paper.owner:
        return paper
    gone = {part for kind, part in recipe.dropped_parts if kind == paper.type}
    sheets = [sheet for sheet in paper.sheets if sheet.part not in gone]
    if "middle" in gone:
        middle = [index for index, sheet in enumerate(sheets) if sheet.part == "body" and 0 < index < len(sheets) - 1]
        sheets.pop(middle[len(middle) // 2])
    return replace(paper, sheets=sheets)
