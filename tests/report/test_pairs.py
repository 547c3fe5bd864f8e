import dataclasses

import cv2
import numpy as np

from pipeline.models.comparison import Comparison, Difference, Side
from pipeline.models.geometry import Box
from pipeline.report.evidence import with_images
from pipeline.report.pair_picture import cut_half, join_halves
from pipeline.report.pairs import find_pairs, marked_characters
from tests.report.example import DIAGNOSIS, INJURY, a_finding, example_comparison, example_pages, example_report, line


def pairs_of(report, comparisons=None):
    return find_pairs(with_images(report)[0], (example_comparison(),) if comparisons is None else comparisons)


def test_the_exactness_finding_is_a_pair_with_its_judgement():
    (pair,) = pairs_of(example_report())
    assert pair.name == "evidence/injury_matches_diagnosis-pair-1.jpg"
    assert pair.finding == 0
    assert (pair.left.box, pair.right.box) == (INJURY, DIAGNOSIS)
    assert [column.kind for column in pair.columns].count("different") == 1


def test_without_the_judgement_the_texts_of_the_evidence_are_compared():
    (pair,) = pairs_of(example_report(), ())
    assert "".join(column.left for column in pair.columns) == "左手示指未节骨折"
    assert pair.left.marked == ()


def test_a_judgement_of_other_fields_is_not_taken():
    other = example_comparison().model_copy(update={"right_document": "d3", "right_field": "id_number"})
    (pair,) = pairs_of(example_report(), (other,))
    assert pair.left.marked == ()


def test_other_findings_are_no_pairs():
    two_spots = tuple(spot.model_copy() for spot in example_report().findings[0].evidence)
    findings = (
        a_finding("identity_consistent", "fail", evidence=two_spots),
        a_finding("injury_matches_diagnosis", "fail", evidence=two_spots[:1]),
        a_finding("injury_matches_diagnosis", "could_not_run"),
        a_finding(
            "injury_matches_diagnosis", "fail", evidence=(two_spots[0].model_copy(update={"box": None}), two_spots[1])
        ),
    )
    assert pairs_of(example_report(findings=findings)) == ()


def test_the_differing_character_is_marked_where_it_stands():
    (pair,) = pairs_of(example_report())
    (place,) = pair.left.marked
    width = INJURY.width / 8
    assert abs(place.x0 - (INJURY.x0 + 4 * width)) <= 2
    assert abs(place.x1 - (INJURY.x0 + 5 * width)) <= 2


def judged(left, *differences):
    side = Side(text=left, confidence=0.9)
    return Comparison(verdict="different", probability_identical=0, left=side, right=side, differences=differences)


def test_characters_are_found_over_line_breaks_and_gaps():
    lines = (line("左 手", Box(0, 0, 90, 30)), line("示指", Box(0, 40, 60, 70)))
    difference = Difference(op="replace", left="示", right="食", left_index=3, right_index=3)
    assert marked_characters(judged("左手\n示指", difference), "left", lines) == (Box(0, 40, 30, 70),)


def test_nothing_is_marked_when_the_judgement_is_about_other_text():
    difference = Difference(op="delete", left="示", right="", left_index=0, right_index=0)
    assert marked_characters(judged("示指", difference), "left", (line("示脂", Box(0, 0, 60, 30)),)) == ()
    assert marked_characters(judged("示指", difference), "left", ()) == ()


def picture_of(report, pages=None):
    (pair,) = pairs_of(report)
    pages = pages or example_pages()
    halves = [cut_half(side, pages.page(side.ref.file, side.ref.page)) for side in (pair.left, pair.right)]
    jpeg = join_halves(pair, *halves)
    return jpeg, cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)


def test_both_halves_are_in_one_picture_of_limited_width_always_the_same():
    jpeg, picture = picture_of(example_report())
    assert picture.shape[1] <= 900
    assert picture.shape[0] > 150
    assert jpeg == picture_of(example_report())[0]


def test_texts_of_unequal_size_come_out_equally_high():
    """A line 50 pixels high on the form and one of 60 on the certificate, each drawn as a black bar."""
    pages = example_pages()
    sides = pairs_of(example_report())[0]
    halves = []
    for side in (sides.left, sides.right):
        page = np.full_like(pages.page(side.ref.file, side.ref.page), 255)
        page[side.box.y0 : side.box.y1, side.box.x0 + 100 : side.box.x0 + 120] = 0
        halves.append(cut_half(dataclasses.replace(side, marked=()), page))
    unmarked = dataclasses.replace(
        sides, left=dataclasses.replace(sides.left, marked=()), right=dataclasses.replace(sides.right, marked=())
    )
    picture = cv2.imdecode(np.frombuffer(join_halves(unmarked, *halves), np.uint8), cv2.IMREAD_GRAYSCALE)
    column = (picture < 60)[:, 12:120].sum(axis=1) >= 8
    edges = np.flatnonzero(np.diff(np.concatenate([[0], column.view(np.int8), [0]])))
    heights = sorted(edges[1::2] - edges[::2])[-2:]
    assert abs(heights[0] - heights[1]) <= 2
    assert 36 <= heights[0] <= 52
