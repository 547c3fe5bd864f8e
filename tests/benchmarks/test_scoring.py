"""The evaluation counts what is right as right and what is wrong as wrong."""

import os
import subprocess
import sys

import pytest

from benchmarks.memory import family
from benchmarks.scoring import Comparison, compare
from benchmarks.summary import f1, grouping, page_types
from samples.generator.truth import ClaimTruth, PageTruth

BOX = (0, 0, 9, 9)
PAGE = {
    "file": "a.pdf", "page": 1, "document": 0, "type": "diagnosis_certificate", "part": "certificate", "rotation": 90,
    "origin": "scan", "device": "scanner-200", "colour": True, "legible": True, "printed_page_number": None,
}  # fmt: skip


def _truth(*, defects=(), **page):
    field = {"value": "右外踝骨折", "hand": False, "file": "a.pdf", "page": 1, "box": BOX}
    mark = {"slot": "doctor_signature", "kind": "signature", "state": "absent", "colour": True}
    document = {
        "number": 0, "type": "diagnosis_certificate", "print_id": "lined", "owner": "",
        "fields": {"diagnosis": field}, "marks": [{**mark, "file": "a.pdf", "page": 1, "box": BOX}],
    }  # fmt: skip
    told = [{"check": check, "detail": ""} for check in defects]
    verdict = "correction" if defects else "ready"
    return ClaimTruth.model_validate(
        {
            "claim_id": "c", "split": "dev", "seed": 1, "as_of": "2026-11-23", "expected_verdict": verdict,
            "defects": told, "documents": [document], "pages": [{**PAGE, **page}], "broken_files": [],
        }
    )  # fmt: skip


def _report(diagnosis="右外踝骨折", state="absent", findings=(), **page):
    found = {"file": "a.pdf", "page": 1, "type": "diagnosis_certificate", "rotation": 90, "origin": "scan", **page}
    return {
        "verdict": "ready",
        "pages": [found],
        "documents": [
            {
                "type": "diagnosis_certificate",
                "pages": [{"file": "a.pdf", "page": 1}],
                "fields": {"diagnosis": {"value": diagnosis}},
                "marks": [{"slot": "doctor_signature", "state": state}],
            }
        ],
        "findings": [
            {"check": check, "outcome": outcome, "severity": "blocking", "subject": "claim", "message_zh": ""}
            for check, outcome in findings
        ],
    }


def _scores(report, truth):
    return {line.metric: line.right for line in compare(report, truth)}


def test_a_perfect_report_scores_everything():
    scores = _scores(_report(), _truth())
    assert set(scores) == {
        "page type", "rotation", "no fax taken for a fax", "field: diagnosis, print",
        "mark: signature, absent", "faultless claim called ready", "faultless claim without fail",
        "faultless claim without unsure",
    }  # fmt: skip
    assert all(scores.values())


@pytest.mark.parametrize(
    ("report", "metric"),
    [
        (_report(type="blank_or_other"), "page type"),
        (_report(rotation=0), "rotation"),
        (_report(origin="fax"), "no fax taken for a fax"),
        (_report(diagnosis="右内踝骨折"), "field: diagnosis, print"),
        (_report(diagnosis=""), "field: diagnosis, print"),
        (_report(state="present"), "mark: signature, absent"),
        (_report(state="unsure"), "mark: signature, absent"),
        (_report(findings=[("legible", "fail")]), "faultless claim without fail"),
    ],
)
def test_each_mistake_counts_where_it_belongs(report, metric):
    scores = _scores(report, _truth())
    assert [name for name, right in scores.items() if not right and not name.startswith("alarm")] == [metric]


def test_width_and_space_are_no_mistakes():
    assert _scores(_report(diagnosis="右外踝 骨折"), _truth())["field: diagnosis, print"]


@pytest.mark.parametrize(
    ("outcome", "found"), [("fail", True), ("unsure", True), ("pass", False), ("could_not_run", False)]
)
def test_a_defect_is_found_by_fail_or_unsure_alone(outcome, found):
    report = _report(findings=[("missing_signature", outcome)])
    assert _scores(report, _truth(defects=["missing_signature"]))["check: missing_signature"] == found


def test_ready_on_a_blocking_defect_is_the_worst():
    scores = _scores(_report(), _truth(defects=["missing_signature"]))
    assert scores["blocking defect not called ready"] is False


def test_nobody_is_asked_to_read_a_blurred_page():
    scores = _scores(_report(type="blank_or_other", diagnosis=""), _truth(legible=False))
    assert "page type" not in scores
    assert "field: diagnosis, print" not in scores


def test_the_family_of_a_process_holds_its_children():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert {os.getpid(), child.pid} <= family(os.getpid())
        child.communicate(b"\n")


def test_two_pages_of_two_papers_that_are_joined_are_a_mistake():
    other = {**PAGE, "page": 2, "document": 1}
    truth = _truth()
    truth = truth.model_copy(update={"pages": (*truth.pages, PageTruth.model_validate(other))})
    report = _report()
    report["documents"][0]["pages"].append({"file": "a.pdf", "page": 2})
    pairs = [line for line in compare(report, truth) if line.metric == "grouping pair"]
    assert [(line.expected, line.got) for line in pairs] == [("apart", "together")]
    assert "F1 0.000" in grouping(pairs)


def test_macro_f1_weighs_types_alike():
    lines = [
        Comparison("page type", got == said, "c", "", said, got) for said, got in [("a", "a"), ("a", "a"), ("b", "a")]
    ]
    assert f1(lines, "a") == pytest.approx(0.8)
    assert f1(lines, "b") == 0
    assert "macro-F1 0.400 over 2 types (n=3)" in page_types(lines)[0]


def test_a_remark_is_no_alarm():
    report = _report(findings=[("two_investigators", "fail")])
    truth = _truth().model_copy(update={"remarks": ("two_investigators",)})
    scores = _scores(report, truth)
    assert scores["faultless claim without fail"]
    assert scores["check: two_investigators"]
