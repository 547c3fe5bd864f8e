"""The finished claims through the command line with the real engine, held against their truth."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.declare import checks
from pipeline.report.report_file import REPORT_JSON, read_report

ROOT = Path(__file__).parents[1]
CLAIMS = sorted(path for path in (ROOT / "samples" / "claims").iterdir() if path.is_dir())
CONSEQUENCES = {"id_card_valid": {"missing_page"}}
"""A card without its back is not valid and lacks a page: one defect, told by two rules."""
pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("finished") / "out"
    command = [sys.executable, "-m", "pipeline", "run", str(ROOT / "samples" / "claims"), "--out", str(folder)]
    done = subprocess.run([*command, "--today", "2026-11-23", "--jobs", "2"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return folder


def truth_of(claim):
    return json.loads((ROOT / "samples" / "truth" / f"{claim.name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_the_seeded_defect_is_found_and_nothing_else_is_called_wrong(out, claim):
    report = read_report(out / claim.name / REPORT_JSON)
    truth = truth_of(claim)
    seeded = {defect["check"] for defect in truth["defects"]}
    held_up = {finding.check for finding in report.findings if finding.outcome in {"fail", "unsure"}}
    called_wrong = {
        finding.check for finding in report.findings if finding.outcome == "fail" and finding.severity == "blocking"
    }
    assert seeded <= held_up
    assert called_wrong <= seeded.union(*(CONSEQUENCES.get(check, set()) for check in seeded))
    assert seeded == set() or report.verdict != "ready"


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_core_pages_come_upright_and_under_their_type(out, claim):
    report = read_report(out / claim.name / REPORT_JSON)
    seen = {(page.file, page.page): page for page in report.pages}
    core = {"work_injury_application", "id_card", "labor_contract", "diagnosis_certificate"}
    for page in truth_of(claim)["pages"]:
        if page["type"] in core and (page["file"], page["page"]) in seen:
            found = seen[page["file"], page["page"]]
            assert (found.type, found.rotation) == (page["type"], page["rotation"]), page["file"]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_every_report_names_every_check(out, claim):
    report = read_report(out / claim.name / REPORT_JSON)
    assert {finding.check for finding in report.findings} == {check.id for check in checks()}
