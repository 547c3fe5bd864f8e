"""Which papers a claim holds, each in a print of its split, drawn with the values that the recipe wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    strange_papers,
)
from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.prints import PaperPrint, paper_prints
from samples.generator.people import Person
from samples.generator.recipe import Recipe
from samples.generator.sheet import Colour, Sheet
from samples.generator.wanted import MEDICAL, added, asked_for
from samples.generator.writing import Pen, Print

_DRAWN_AT = 200
_INKS: dict[str, Colour] = {
    "black": (28, 28, 32),
    "blue": (36, 58, 150),
    "red": (190, 34, 44),
    "pencil": (128, 128, 132),
}
_CORE_NAMES = {
    "work_injury_application": "工伤认定申请表",
    "id_card": "身份证",
    "labor_contract": "劳动合同",
    "diagnosis_certificate": "诊断证明",
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
    """The core papers, and with ``full`` all that the case asks for, each witness with statement and card."""
    desk = _Desk(case, recipe, split, rng.getrandbits(64))
    disease = case.situation.kind == "occupational_disease"
    papers = [desk.form(), desk.card(case.worker, "")]
    papers += [desk.contract()] if case.situation.contract_signed else desk.others(("labor_relation_certificate",))
    papers += desk.others(("occupational_disease_certificate",)) if disease else []
    papers += [] if disease and len(papers) > 3 else [desk.certificate()]
    if full:
        papers += desk.others(asked_for(case))
        papers += desk.of_witnesses()
        people = [person for person in (case.relative, case.employer.agent) if person is not None]
        papers += [desk.card(person, person.name) for person in people if desk.dice(person.name).random() < 0.4]
        papers += desk.others(tuple(added(case, desk.dice("added"))))
        papers += [desk.blank()] if desk.dice("blank").random() < 0.25 else []
    if recipe.strange_page:
        papers.append(desk.strange())
    kept = [_without_parts(paper, recipe) for paper in papers if not _dropped(paper, recipe)]
    return [paper for paper in kept if paper.sheets]


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where one claim's papers are written: each with dice of its own, so that no paper changes the others."""

    case: Case
    recipe: Recipe
    split: Split
    seed: int

    def dice(self, paper: str) -> Random:
        """The dice of that paper."""
        return Random(f"{self.seed}/{paper}")  # noqa: S311  the dice decide what is drawn, nothing secret

    def look(self, rng: Random, hand: float = 0.0, kind: str = "") -> Look:
        """A look; ``hand`` is how likely the blanks are filled by hand. Doctors may write in blue, others may not."""
        faces = TYPEFACES[self.split]
        writer: Print | Pen = Print(rng.choice((faces.song, faces.song, faces.kai)), 4.3)
        wrong = self.recipe.inks.get(kind)
        if rng.random() < hand or wrong:
            face = rng.choices(faces.hands, weights=(5, 3, 2))[0]
            size = 5.4 if face == faces.hands[2] else 4.9
            ink = _INKS[wrong or ("blue" if kind in MEDICAL and rng.random() < 0.4 else "black")]
            writer = Pen(face, size, rng, ink, wobble=rng.uniform(0.4, 1.0))
        return Look(faces, _DRAWN_AT, writer, rng)

    def content(self, kind: str, values: Mapping[str, str]) -> Content:
        """The paper's values with the recipe's changes."""
        changed = {field: value for (of, field), value in self.recipe.values.items() if of == kind}
        slots = {slot: state for (of, slot), state in self.recipe.slots.items() if of == kind}
        return Content(kind, self.case, {**values, **changed}, slots)

    def form(self) -> Paper:
        rng = self.dice(application_form.TYPE)
        form = rng.choice([form for form in application_prints.PRINTS if form.split == self.split])
        content = self.content(application_form.TYPE, application_form.values(self.case))
        sides = application_form.draw(form, content, self.look(rng, 0.7, application_form.TYPE))
        spread = not self.recipe.a4_sides and rng.random() < 0.45
        return Paper(application_form.TYPE, form.id, application_form.folded(sides) if spread else sides)

    def card(self, person: Person, owner: str) -> Paper:
        rng = self.dice(f"{id_card.TYPE}/{owner}")
        content = self.content(id_card.TYPE if not owner else "", id_card.values(person))
        one_side_gone = not owner and (id_card.TYPE, "back") in self.recipe.dropped_parts
        arrangements: tuple[id_card.Arrangement, ...] = ("one_sheet", "one_sheet", "cards", "two_sheets")
        arrangement = "two_sheets" if one_side_gone else rng.choice(arrangements)
        return Paper(id_card.TYPE, arrangement, id_card.draw(content, self.look(rng), arrangement), owner)

    def contract(self) -> Paper:
        rng = self.dice(labor_contract.TYPE)
        form = rng.choice([form for form in labor_contract.PRINTS if form.split == self.split])
        content = self.content(labor_contract.TYPE, labor_contract.values(self.case))
        return Paper(labor_contract.TYPE, form.id, labor_contract.draw(form, content, self.look(rng, 0.5)))

    def certificate(self) -> Paper:
        rng = self.dice(diagnosis_certificate.TYPE)
        form = rng.choice([form for form in certificate_prints.PRINTS if form.split == self.split])
        content = self.content(diagnosis_certificate.TYPE, diagnosis_certificate.values(self.case))
        drawn = diagnosis_certificate.draw(form, content, self.look(rng, 0.25, diagnosis_certificate.TYPE))
        return Paper(diagnosis_certificate.TYPE, form.id, drawn)

    def of_witnesses(self) -> list[Paper]:
        """Two statements with the witnesses' cards, or what the recipe makes of them."""
        first, second = self.case.witnesses
        form = self.recipe.witnesses
        states = {"one": (first,), "same_person": (first, first), "worker": (first, self.case.worker)}
        papers: list[Paper] = []
        for number, witness in enumerate(states.get(form, (first, second))):
            papers.append(self.statement(witness, number))
            shown = form != "no_card" or number == 0
            if shown and witness in self.case.witnesses and witness.name not in [paper.owner for paper in papers[:-1]]:
                papers.append(self.card(witness, witness.name))
        return papers

    def statement(self, witness: Person, number: int) -> Paper:
        """A statement in one of the prints of its type, drawn for a case whose first witness is the one who states."""
        first, second = self.case.witnesses
        desk = replace(self, case=replace(self.case, witnesses=(witness, second if witness is first else first)))
        return replace(desk.other("witness_statement", f"{witness.name}{number or ''}"), owner=witness.name)

    def others(self, kinds: Sequence[str]) -> list[Paper]:
        """The papers of these types, each in a print of its split; a type without a print is left out."""
        return [self.other(kind) for kind in kinds if paper_prints(kind, self.split)]

    def other(self, kind: str, owner: str = "") -> Paper:
        """The paper in a print of its split, one that shows what the recipe changes when there is such a one."""
        rng = self.dice(f"{kind}/{owner}")
        forms = list(paper_prints(kind, self.split))
        rng.shuffle(forms)
        papers = (self._in_print(form, rng) for form in forms)
        changed = {place for of, place in (*self.recipe.values, *self.recipe.slots) if of == kind}
        drawn: list[Paper] = []
        for paper in papers:
            drawn.append(paper)
            if changed & _places(paper) or not changed:
                return paper
        return drawn[0]

    def _in_print(self, form: PaperPrint, rng: Random) -> Paper:
        content = self.content(form.type, form.values(self.case))
        return Paper(form.type, form.id, form.draw(content, self.look(rng, form.hand, form.type)), name_zh=form.name_zh)

    def strange(self) -> Paper:
        """A paper that belongs to no claim: a leaflet, a picture without text, or some other paper of the split."""
        rng = self.dice("strange")
        content, look = self.content("blank_or_other", {}), self.look(rng)
        if rng.random() < 0.15:
            draw = rng.choice((other_papers.advertisement, other_papers.landscape))
            return Paper("blank_or_other", draw.__name__, draw(content, look))
        paper = rng.choice(strange_papers.strange_papers(self.split))
        return Paper("blank_or_other", paper.id, strange_papers.draw(paper, content, look))

    def blank(self) -> Paper:
        look = self.look(self.dice("blank"))
        return Paper("blank_or_other", "blank", other_papers.blank(self.content("blank_or_other", {}), look))


def _places(paper: Paper) -> set[str]:
    """The fields and slots that the paper shows."""
    return {
        place for sheet in paper.sheets for place in (*(e.name for e in sheet.entries), *(m.slot for m in sheet.marks))
    }


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
