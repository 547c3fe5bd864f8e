"""Every defect that can be seeded changes what it says and leaves the rest of the claim alone."""

from random import Random

import pytest

from pipeline.declare import checks
from samples.generator.__main__ import orders
from samples.generator.case import draw_case
from samples.generator.defects import SEEDS, SEVERITY, seed, situation_for
from samples.generator.injuries import diagnoses, slips
from samples.generator.papers import draw_papers
from samples.generator.recipe import Recipe

FORM, CONTRACT, CERTIFICATE = "work_injury_application", "labor_contract", "diagnosis_certificate"
NEEDS_NO_CHANGE = {"duplicate_claim"}
NO_FAULT = {"two_investigators"}
"""What tells the bureau something and finds nothing wrong."""


def test_there_is_a_defect_for_every_check():
    assert set(SEEDS) == {check.id for check in checks()} - NO_FAULT


def test_a_defect_weighs_what_its_check_weighs():
    assert {check: SEVERITY.get(check, "blocking") for check in SEEDS} == {
        check.id: check.severity for check in checks() if check.id in SEEDS
    }


@pytest.mark.parametrize("check", sorted(SEEDS))
def test_a_defect_names_its_check_and_changes_something(check):
    rng = Random(check)
    case = draw_case(rng, situation=situation_for(check, None, rng))
    changed, recipe, defect = seed(check, case, rng)
    assert defect.check == check
    assert defect.detail
    assert recipe != Recipe() or changed != case or check in NEEDS_NO_CHANGE


def test_an_unknown_check_is_refused():
    rng = Random(1)
    with pytest.raises(KeyError):
        seed("two_investigators", draw_case(rng), rng)


def test_slips_differ_in_more_than_punctuation():
    assert len(slips()) > 60
    for slip in slips():
        assert "".join(filter(str.isalnum, slip.right)) != "".join(filter(str.isalnum, slip.wrong)), slip


def test_diagnoses_are_of_accidents():
    assert len(diagnoses()) > 80
    assert not [text for text in diagnoses() if text.startswith("职业性")]


def _papers(check, number):
    rng = Random(number)
    case, recipe, defect = seed(check, draw_case(rng), rng)
    return draw_papers(case, recipe, "dev", rng, full=False), case, recipe, defect


def _entry(papers, kind, field):
    return next(e for p in papers if p.type == kind for s in p.sheets for e in s.entries if e.name == field)


def _marks(papers):
    return {(p.type, m.slot): m.state for p in papers for s in p.sheets for m in s.marks}


def test_a_slip_stands_on_the_form_and_not_on_the_certificate():
    papers, case, recipe, _ = _papers("injury_matches_diagnosis", 3)
    assert _entry(papers, CERTIFICATE, "diagnosis").value == case.injury.diagnosis
    assert _entry(papers, FORM, "injured_part").value == recipe.values[FORM, "injured_part"] != case.injury.diagnosis


def test_only_the_seeded_slot_is_empty():
    papers, _, recipe, _ = _papers("missing_signature", 4)
    unfilled = {place: state for place, state in _marks(papers).items() if state != "present"}
    assert unfilled == dict(recipe.slots)


def test_a_dropped_page_is_one_page():
    rng = Random(9)
    case = draw_case(rng)
    whole = draw_papers(case, Recipe(a4_sides=True), "dev", Random(1), full=False)
    recipe = Recipe(a4_sides=True, dropped_parts=frozenset({(CONTRACT, "middle")}))
    short = draw_papers(case, recipe, "dev", Random(1), full=False)
    lost = {a.type: len(a.sheets) - len(b.sheets) for a, b in zip(whole, short, strict=True)}
    assert lost == {FORM: 0, "id_card": 0, CONTRACT: 1, CERTIFICATE: 0}


def _full(check, recipe):
    rng = Random(5)
    return draw_papers(draw_case(rng, situation=situation_for(check, None, rng)), recipe, "dev", rng, full=True)


@pytest.mark.parametrize(
    ("form", "statements", "cards"),
    [("two", 2, 2), ("one", 1, 1), ("no_card", 2, 1), ("same_person", 2, 1), ("worker", 2, 1)],
)
def test_witnesses_state_and_show_cards_as_the_recipe_says(form, statements, cards):
    papers = _full("witnesses", Recipe(witnesses=form))
    owners = {paper.owner for paper in papers if paper.type == "witness_statement"}
    assert sum(paper.type == "witness_statement" for paper in papers) == statements
    assert sum(paper.type == "id_card" and paper.owner in owners for paper in papers) == cards


def test_the_wrong_ink_fills_only_its_paper():
    plain, blue = (_full("ink", Recipe(inks=inks)) for inks in ({}, {FORM: "blue"}))
    changed = {
        a.type for a, b in zip(plain, blue, strict=True) if a.sheets[0].image.tobytes() != b.sheets[0].image.tobytes()
    }
    assert changed == {FORM}


def test_a_duplicate_claim_comes_twice():
    ids = [(order.claim_id, order.again) for order in orders(1, 7, "dev", "duplicate_claim")]
    assert ids == [("dev-00007", False), ("dev-00007-again", True)]
