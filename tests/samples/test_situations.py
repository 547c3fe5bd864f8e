"""A claim brings what its kind of case needs, and no paper changes how another is drawn."""

from dataclasses import replace
from random import Random

import pytest

from samples.generator.case import draw_case
from samples.generator.papers import draw_papers
from samples.generator.portal import claim_json
from samples.generator.recipe import Recipe
from samples.generator.situation import KINDS, PLAIN, Situation, draw_situation
from samples.generator.wanted import asked_for


def _case(situation):
    return draw_case(Random(3), situation=situation)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_tells_its_story_and_the_portal_agrees(kind):
    case = _case(draw_situation(Random(4), kind))
    assert case.situation.kind == kind
    assert case.injury.cause in case.told()
    assert claim_json(case, "x")["injury"]["kind"] == kind


@pytest.mark.parametrize(
    ("situation", "types"),
    [
        (PLAIN, {"business_license", "outpatient_record"}),
        (Situation(institution=True), {"public_institution_certificate"}),
        (Situation(kind="commute_traffic"), {"traffic_accident_determination", "commute_route_map", "work_schedule"}),
        (Situation(kind="violence"), {"police_receipt"}),
        (Situation(kind="event"), {"event_official_document"}),
        (Situation(treatment=("ambulance", "inpatient")), {"emergency_120_record", "admission_record"}),
        (Situation(fatal=True, relation="spouse"), {"death_certificate", "rescue_record", "marriage_certificate"}),
        (Situation(fatal=True, relation="child", one_register=False), {"kinship_certificate"}),
    ],
)
def test_a_situation_asks_for_its_papers(situation, types):
    assert types <= set(asked_for(_case(situation)))


def test_a_relative_applies_and_signs_for_the_dead():
    case = _case(Situation(fatal=True, applicant="relative", relation="spouse"))
    assert case.applicant_name == case.signer == case.relative.name
    assert case.relation_zh in {"丈夫", "妻子"}
    assert case.relative.sex != case.worker.sex


def test_no_paper_changes_how_another_is_drawn():
    case = _case(PLAIN)
    treated = replace(case, situation=replace(PLAIN, treatment=("outpatient", "inpatient")))
    pictures = [
        {(paper.type, paper.owner): [sheet.image.tobytes() for sheet in paper.sheets] for paper in papers}
        for papers in (draw_papers(each, Recipe(), "dev", Random(7), full=True) for each in (case, treated))
    ]
    told_alike = {"id_card", "labor_contract", "business_license", "power_of_attorney"}
    common = {key for key in pictures[0].keys() & pictures[1].keys() if key[0] in told_alike}
    assert len(common) >= 5
    assert all(pictures[0][key] == pictures[1][key] for key in common)
