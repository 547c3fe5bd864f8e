"""Worker processes that die, with real processes; what they do is replaced by functions of this module."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from pipeline.batch import pool
from pipeline.batch.claim_job import ClaimJob, JobDone
from pipeline.batch.pool import ClaimPool
from pipeline.intake.receive import ClaimSource
from pipeline.report.report_file import read_report
from pipeline.settings import Limits, Settings


def a_job(tmp_path, name):
    return ClaimJob(
        claim=ClaimSource(name, tmp_path / "up" / name),
        folder=tmp_path / "out" / name,
        work=tmp_path,
        content="c",
        making="m",
        as_of=date(2026, 11, 23),
        clock_fixed=True,
        settings=Settings(),
    )


def dies_on_bad(job):
    if job.claim.name.startswith("bad"):
        os._exit(9)
    return JobDone(folder=job.folder, pages=1)


def sleeps(job):
    (job.work / f"{job.claim.name}.pid").write_text(str(os.getpid()))
    time.sleep(60)


def test_a_claim_that_kills_its_process_fails_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "_work", dies_on_bad)
    (tmp_path / "out").mkdir()
    jobs = [a_job(tmp_path, name) for name in ("a", "bad", "b", "c")]
    ends = {done.folder.name: done.failure for done in ClaimPool(Settings(), tmp_path, 2).run(jobs, lambda: None)}
    assert set(ends) == {"a", "bad", "b", "c"}
    assert {name for name, failure in ends.items() if failure} == {"bad"}
    assert ends["bad"].code == "claim_crashed"
    assert read_report(tmp_path / "out" / "bad" / "report.json").errors[0].code == "claim_failed"


def stalls_on_bad(job):
    if job.claim.name.startswith("bad"):
        os.kill(os.getpid(), signal.SIGSTOP)
    return JobDone(folder=job.folder, pages=1)


def test_a_claim_that_stalls_fails_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "_work", stalls_on_bad)
    (tmp_path / "out").mkdir()
    settings = Settings(limits=Limits(stalled_seconds=10))
    jobs = [a_job(tmp_path, name) for name in ("a", "bad", "b")]
    ends = {done.folder.name: done.failure for done in ClaimPool(settings, tmp_path, 1).run(jobs, lambda: None)}
    assert {name for name, failure in ends.items() if failure} == {"bad"}
    assert set(ends) == {"a", "bad", "b"}


def is_alive(pid):
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().split()[2] != "Z"


def test_leaving_early_ends_the_processes(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "_work", sleeps)
    running = tmp_path / "a.pid"

    def interrupt_when_running():
        if running.exists() and running.read_text():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(ClaimPool(Settings(), tmp_path, 1).run([a_job(tmp_path, "a")], interrupt_when_running))
    pid = int(running.read_text())
    deadline = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(pid)


def waits_for_the_other(job):
    (job.work / f"{job.claim.name}.pid").write_text(str(os.getpid()))
    until = time.monotonic() + 20
    while job.claim.name == "slow" and not (job.work / "ended").exists() and time.monotonic() < until:
        time.sleep(0.05)
    return JobDone(folder=job.folder, pages=1)


def test_a_pool_that_ends_leaves_the_processes_of_another_alone(tmp_path, monkeypatch):
    """Two pools in one program, as two tasks of a flow have them."""
    monkeypatch.setattr(pool, "_work", waits_for_the_other)
    slow, quick = (ClaimPool(Settings(), tmp_path, 1) for _ in range(2))
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(lambda: list(slow.run([a_job(tmp_path, "slow")], lambda: None)))
        list(quick.run([a_job(tmp_path, "quick")], lambda: None))
        (tmp_path / "ended").write_text("")
        (done,) = running.result(timeout=30)
    assert done.failure is None
