import json
from zoneinfo import ZoneInfoNotFoundError

import pytest

from pipeline.cli import doctor, main
from pipeline.errors import ExitCode


def points(capsys, *arguments):
    code = main(["doctor", "--json", *arguments])
    told = json.loads(capsys.readouterr().out)
    assert told["able"] == (code == ExitCode.DONE)
    return code, {point["name"]: point for point in told["points"]}


def test_this_machine_is_able(capsys, tmp_path):
    code, told = points(capsys, "--out", str(tmp_path / "not" / "yet"))
    assert code == ExitCode.DONE
    assert set(told) == {"versions", "libraries", "engine", "write_access", "disk", "time_zone"}
    assert str(tmp_path) in told["write_access"]["zh"]
    assert "Asia/Shanghai" in told["time_zone"]["en"]
    assert list(tmp_path.iterdir()) == []


def test_missing_models_are_told_with_everything_else(capsys, tmp_path):
    code, told = points(capsys, "--models", str(tmp_path))
    assert code == ExitCode.MACHINE_UNABLE
    assert told["engine"]["state"] == "bad"
    assert told["time_zone"]["state"] == "ok"


def test_missing_system_libraries_are_told_with_the_command(capsys, monkeypatch):
    def missing(name):
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(doctor.importlib, "import_module", missing)
    point = doctor._libraries()
    assert point.state == "bad"
    assert "apt-get install -y libgl1 libglib2.0-0" in point.zh


@pytest.mark.parametrize(("free", "state"), [(5e8, "bad"), (2e9, "warning"), (9e9, "ok")])
def test_little_disk(monkeypatch, tmp_path, free, state):
    usage = doctor.shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: usage)
    assert doctor._free_disk(tmp_path).state == state


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    assert doctor._writable(tmp_path / "file").state == "bad"


def test_an_unknown_time_zone(monkeypatch):
    def unknown(name):
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(doctor, "ZoneInfo", unknown)
    point = doctor._time_zone()
    assert point.state == "bad"
    assert "tzdata" in point.en


def test_the_plain_answer_is_a_line_for_each_point(capsys):
    main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    assert all(line.startswith(("✓", "!", "✗")) for line in lines)
