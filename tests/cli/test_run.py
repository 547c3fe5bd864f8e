"""The whole command with real worker processes; the uploads have no page that could be read, so no model is needed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from pipeline.cli import main
from pipeline.errors import ExitCode
from pipeline.report.report_file import read_report

TODAY = ("--today", "2026-11-23")


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    """An engine that knows nothing."""
    file = tmp_path_factory.mktemp("engine") / "recording.jsonl"
    file.write_text(json.dumps({"models": ["none"], "characters": ""}) + "\n")
    return str(file)


@pytest.fixture(autouse=True)
def recorded(monkeypatch, recording):
    monkeypatch.setenv("PRECHECK_RECORDING", recording)
    monkeypatch.setenv("PRECHECK_ENGINE", "recorded")


@pytest.fixture(scope="module")
def uploads(tmp_path_factory):
    folder = tmp_path_factory.mktemp("uploads")
    for name in ("C1", "C2", "C3"):
        (folder / name).mkdir()
        (folder / name / "说明.txt").write_text(f"{name}: no picture")
        (folder / name / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder


@pytest.fixture(scope="module")
def finished(uploads, recording, tmp_path_factory):
    """A finished run with one process."""
    out = tmp_path_factory.mktemp("reports") / "out"
    ended = precheck("run", uploads, "--out", out, *TODAY, recording=recording)
    assert ended.returncode == ExitCode.DONE, ended.stderr
    return out, ended


def precheck(*arguments, recording):
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(recording),
    )


def environment(recording):
    return {**os.environ, "PRECHECK_RECORDING": recording, "PRECHECK_ENGINE": "recorded"}


def contents(out):
    return {
        path.relative_to(out): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name in {"report.json", "report.html", "worklist.xlsx", "index.html"}
    }


def times(out):
    return {path.parent.name: path.stat().st_mtime_ns for path in out.glob("*/report.json")}


@pytest.fixture
def again(finished, tmp_path):
    """A copy of the finished reports, to run into again."""
    shutil.copytree(finished[0], tmp_path / "out")
    return tmp_path / "out"


def test_a_run_writes_a_report_for_every_claim_and_nothing_else(finished, uploads):
    out, ended = finished
    names = sorted(path.name for path in out.iterdir())
    assert names == [".lock", "C1", "C2", "C3", "batch.json", "index.html", "worklist.xlsx"]
    assert len(ended.stdout.splitlines()) == 3
    assert "3/3" in ended.stderr
    assert "index.html" in ended.stderr.splitlines()[-1]
    report = read_report(out / "C1" / "report.json")
    assert {error.file for error in report.errors} == {"坏.pdf", "说明.txt"}
    assert report.timings_ms is None
    batch = json.loads((out / "batch.json").read_text())
    assert batch["counts"]["claims"] == 3
    assert batch["claims"][0]["timings_ms"]["total"] > 0
    assert sorted(path.name for path in uploads.iterdir()) == ["C1", "C2", "C3"]


def test_two_processes_write_the_same_bytes(finished, uploads, tmp_path):
    assert main(["run", str(uploads), "--out", str(tmp_path / "out"), "--jobs", "2", *TODAY]) == ExitCode.DONE
    assert contents(tmp_path / "out") == contents(finished[0])


def test_unchanged_claims_are_not_done_again_and_stay_listed(again, uploads, capsys):
    before = times(again)
    assert main(["run", str(uploads / "C2"), "--out", str(again), *TODAY]) == ExitCode.DONE
    assert times(again) == before
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()] == ["C2"]
    assert json.loads((again / "batch.json").read_text())["counts"]["claims"] == 3


def test_only_what_changed_is_done_again(again, uploads, tmp_path):
    shutil.copytree(uploads, tmp_path / "up")
    (tmp_path / "up" / "C2" / "说明.txt").write_text("changed")
    before = times(again)
    main(["run", str(tmp_path / "up"), "--out", str(again), *TODAY])
    after = times(again)
    assert {name for name in after if after[name] != before[name]} == {"C2"}


def test_fresh_and_another_day_do_everything_again(again, uploads):
    before = times(again)
    main(["run", str(uploads / "C1"), "--out", str(again), "--fresh", *TODAY])
    main(["run", str(uploads / "C2"), "--out", str(again), "--today", "2026-11-24"])
    after = times(again)
    assert {name for name in after if after[name] != before[name]} == {"C1", "C2"}
    assert read_report(again / "C2" / "report.json").as_of.day == 24


@pytest.mark.parametrize(("fail_on", "code"), [("review", ExitCode.VERDICT), (None, ExitCode.DONE)])
def test_verdicts_become_an_exit_code_when_asked(again, uploads, fail_on, code):
    wanted = ["--fail-on", fail_on] if fail_on else []
    assert main(["run", str(uploads), "--out", str(again), *TODAY, *wanted]) == code


def test_the_sweep_of_the_same_day_does_nothing_twice(again, uploads):
    before = times(again)
    assert main(["sweep", str(uploads), "--out", str(again), *TODAY]) == ExitCode.DONE
    assert times(again) == before


def test_without_a_fixed_day_the_report_carries_its_timings(uploads, tmp_path):
    main(["run", str(uploads / "C1"), "--out", str(tmp_path / "out")])
    assert read_report(tmp_path / "out" / "C1" / "report.json").timings_ms["check"] >= 0


def test_a_machine_without_its_engine_ends_with_3(uploads, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PRECHECK_RECORDING", str(tmp_path / "nowhere"))
    assert main(["run", str(uploads), "--out", str(tmp_path / "out"), *TODAY]) == ExitCode.MACHINE_UNABLE
    assert "recording_missing" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".lock"]


def test_reports_among_the_uploads_are_refused(uploads, capsys):
    assert main(["run", str(uploads), "--out", str(uploads / "out")]) == ExitCode.USAGE
    assert "out_inside_uploads" in capsys.readouterr().err
    assert not (uploads / "out").exists()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_is_tidy_and_goes_on(uploads, tmp_path, recording, sent):
    out = tmp_path / "out"
    call = [sys.executable, "-m", "pipeline", "run", str(uploads), "--out", str(out), *TODAY]
    # A suite that a shell runs in the background has SIGINT ignored, and its children would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(recording)
    )
    deadline = time.monotonic() + 30
    while not list(out.glob(".work-*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(sent)
    _, told = running.communicate(timeout=30)
    assert running.returncode == ExitCode.INTERRUPTED
    assert "[interrupted]" in told.splitlines()[-1]
    assert "Traceback" not in told
    assert not [path for path in out.iterdir() if path.name.startswith(".work")]
    assert main(["run", str(uploads), "--out", str(out), *TODAY]) == ExitCode.DONE
    assert len(times(out)) == 3


@pytest.fixture(scope="module")
def doubles(tmp_path_factory):
    """Two claims of one accident and one of another worker, by what the portal says of them."""
    folder = tmp_path_factory.mktemp("doubles")
    for name, number in (("D1", "220104198501019999"), ("D2", "220104198501019999"), ("D3", "220181197806159982")):
        (folder / name).mkdir()
        (folder / name / "说明.txt").write_text(f"{name}: no picture")
        told = {"worker": {"name": "张志远", "id_number": number}, "injury": {"occurred_on": "2026-09-18"}}
        (folder / name / "claim.json").write_text(json.dumps(told))
    return folder


def duplicates(out):
    return {
        name: next(one for one in read_report(out / name / "report.json").findings if one.check == "duplicate_claim")
        for name in ("D1", "D2", "D3")
    }


def reports(out):
    return {path.relative_to(out): path.read_bytes() for path in sorted(out.glob("D*/report.*"))}


@pytest.fixture(scope="module")
def with_doubles(doubles, recording, tmp_path_factory):
    out = tmp_path_factory.mktemp("doubles-out") / "out"
    precheck("run", doubles, "--out", out, "--jobs", 1, *TODAY, recording=recording)
    return out


def test_two_claims_of_one_accident_name_each_other(with_doubles):
    found = duplicates(with_doubles)
    assert {name: one.outcome for name, one in found.items()} == {"D1": "fail", "D2": "fail", "D3": "pass"}
    assert "D2" in found["D1"].message_zh
    assert "D1" in found["D2"].message_zh


def test_how_many_work_and_in_how_many_runs_does_not_matter(doubles, with_doubles, recording, tmp_path):
    precheck("run", doubles, "--out", tmp_path / "two", "--jobs", 2, *TODAY, recording=recording)
    precheck("run", doubles / "D2", "--out", tmp_path / "bit", *TODAY, recording=recording)
    precheck("sweep", doubles, "--out", tmp_path / "bit", *TODAY, recording=recording)
    assert reports(tmp_path / "two") == reports(tmp_path / "bit") == reports(with_doubles)


def test_a_later_run_of_one_of_them_sees_the_other(doubles, recording, tmp_path):
    precheck("run", doubles / "D1", "--out", tmp_path, *TODAY, recording=recording)
    precheck("run", doubles / "D2", doubles / "D3", "--out", tmp_path, *TODAY, recording=recording)
    found = duplicates(tmp_path)
    assert {name: one.outcome for name, one in found.items()} == {"D1": "pass", "D2": "fail", "D3": "pass"}


def test_an_unknown_region_is_one_line_and_a_usage_error(uploads, recording, tmp_path):
    ended = precheck("run", uploads, "--out", tmp_path, "--region", "atlantis", recording=recording)
    assert ended.returncode == ExitCode.USAGE
    assert ended.stderr.splitlines() == [
        "没有地区“atlantis”的材料清单。可用的地区：changchun。 | There is no list of papers for region 'atlantis'. "
        "Known regions: changchun. [region_unknown]"
    ]
