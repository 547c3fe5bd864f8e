"""The flows against a real, temporary Prefect server and the real engine."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from prefect.artifacts import Artifact
from prefect.testing.utilities import prefect_test_harness

from flows.batch import check_batch
from flows.deployments import NIGHTLY
from flows.sweep import nightly_sweep
from pipeline.report.report_file import REPORT_JSON, read_report
from pipeline.report.wording import VERDICTS

SAMPLE = Path(__file__).parents[2] / "samples" / "claims" / "01-clean"
pytestmark = [pytest.mark.flow, pytest.mark.engine]


@pytest.fixture(scope="module")
def server():
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
        with prefect_test_harness(server_startup_timeout=120):
            yield


@pytest.fixture
def uploads(tmp_path):
    """One upload with a single small file of the clean sample."""
    claim = tmp_path / "uploads" / "CC1"
    claim.mkdir(parents=True)
    pages = [file for file in SAMPLE.iterdir() if file.suffix in {".jpg", ".png", ".pdf"}]
    shutil.copy(min(pages, key=lambda file: file.stat().st_size), claim)
    return claim.parent


def test_a_claim_becomes_a_report_and_a_line_in_the_table(server, uploads, tmp_path):
    out = tmp_path / "reports"
    (report,) = check_batch(uploads, out, date(2026, 11, 23))
    assert Path(report) == out / "CC1" / REPORT_JSON
    verdict = read_report(Path(report)).verdict
    assert verdict != "ready"
    table = Artifact.get("precheck-summary")
    assert table is not None
    (line,) = json.loads(str(table.data))
    assert (line["申请"], line["结论"]) == ("CC1", VERDICTS[verdict].text)


def test_the_sweep_leaves_alone_what_is_done(server, uploads, tmp_path):
    out = tmp_path / "reports"
    assert len(nightly_sweep(uploads, out)) == 1
    assert nightly_sweep(uploads, out) == []


def test_the_sweep_runs_every_night_at_two_in_changchun():
    assert (NIGHTLY.cron, NIGHTLY.timezone) == ("0 2 * * *", "Asia/Shanghai")
