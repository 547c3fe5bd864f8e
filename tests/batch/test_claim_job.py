"""One claim from upload to report; the reading itself is replaced where its failures are wanted."""

import errno
import json
import os
from datetime import date

import pytest

from pipeline.batch import claim_job
from pipeline.batch.claim_job import ClaimJob, check_upload
from pipeline.batch.error_log import ERROR_LOG
from pipeline.batch.state import read_states
from pipeline.errors import ExitCode, PrecheckError
from pipeline.intake.receive import ClaimSource
from pipeline.report.report_file import read_report
from pipeline.settings import Settings

ID_NUMBER = "220102198001011234"


@pytest.fixture
def job(tmp_path):
    for folder in ("up", "out", "work"):
        (tmp_path / folder).mkdir()
    return ClaimJob(
        claim=ClaimSource("C1", tmp_path / "up"),
        folder=tmp_path / "out" / "C1",
        work=tmp_path / "work",
        content="bytes",
        making="made",
        as_of=date(2026, 11, 23),
        clock_fixed=True,
        settings=Settings(),
    )


def run(job, error):
    def no_tools():
        raise error

    return check_upload(job, no_tools, lambda: None)


def test_a_program_error_costs_its_claim_only_and_leaves_a_log(job):
    done = run(job, ZeroDivisionError(ID_NUMBER))
    assert (done.failure.code, done.failure.exit_code) == ("internal_error", ExitCode.CLAIM_FAILED)
    report = read_report(job.folder / "report.json")
    assert [error.code for error in report.errors] == ["claim_failed"]
    log = (job.folder.parent / ERROR_LOG).read_text()
    assert "ZeroDivisionError" in log
    assert ID_NUMBER not in log


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_as_what_it_is(job, monkeypatch, number):
    def fails(source, limits, scratch):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(claim_job, "open_claim", fails)
    done = check_upload(job, lambda: None, lambda: None)
    assert (done.failure.code, done.failure.exit_code) == ("disk_full", ExitCode.CLAIM_FAILED)
    assert "磁盘空间不足" in done.failure.zh
    assert not (job.folder.parent / ERROR_LOG).exists()


def test_a_disk_without_room_for_the_failure_stops_nothing(job, monkeypatch):
    def fails(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(claim_job, "open_claim", fails)
    monkeypatch.setattr(claim_job, "write_claim", fails)
    assert check_upload(job, lambda: None, lambda: None).failure.code == "disk_full"


def test_another_trouble_with_a_file_is_a_program_error(job, monkeypatch):
    monkeypatch.setattr(claim_job, "open_claim", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "I/O error")))
    assert check_upload(job, lambda: None, lambda: None).failure.code == "internal_error"


def test_a_known_failure_is_told_in_its_own_words(job):
    done = run(job, PrecheckError("engine_failed", zh=f"引擎读不了{ID_NUMBER}。", en="It cannot read."))
    assert done.failure.zh == "引擎读不了220102********1234。"
    assert "引擎读不了" in read_report(job.folder / "report.json").errors[0].message_zh
    assert not (job.folder.parent / ERROR_LOG).exists()


def test_a_failed_claim_is_tried_again(job):
    run(job, ZeroDivisionError())
    assert read_states(job.folder.parent)["C1"].content == ""


def test_a_machine_without_engine_writes_no_report(job):
    missing = PrecheckError("engine_missing", zh="没有。", en="None.", exit_code=ExitCode.MACHINE_UNABLE)
    assert run(job, missing).failure.exit_code == ExitCode.MACHINE_UNABLE
    assert not job.folder.exists()


def test_scratch_is_gone_whatever_happened(job, monkeypatch):
    def fails(source, limits, scratch):
        (scratch / "pixels").write_text("x")
        raise ZeroDivisionError

    monkeypatch.setattr(claim_job, "open_claim", fails)
    done = check_upload(job, lambda: None, lambda: None)
    assert done.failure.code == "internal_error"
    assert list(job.work.iterdir()) == []


def test_a_failure_replaces_an_older_report_whole(job):
    job.folder.mkdir()
    (job.folder / "report.json").write_text("old")
    (job.folder / "evidence").mkdir()
    run(job, ZeroDivisionError())
    assert json.loads((job.folder / "report.json").read_text())["verdict"] == "review"
    assert sorted(path.name for path in job.folder.iterdir()) == [
        ".state.json",
        "evidence",
        "report.html",
        "report.json",
    ]
