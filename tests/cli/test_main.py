import json
import os
import re
import subprocess
import sys

import pytest

from pipeline import __version__
from pipeline.casework.judging import basis_of
from pipeline.casework.region import region_of
from pipeline.cli import COMMANDS, main
from pipeline.cli.failure import library_missing, reported
from pipeline.declare import checks
from pipeline.errors import ExitCode, PrecheckError

ID_NUMBER = "220102198001011234"


def one_line_of(capsys):
    """What stands on stderr: a single line in two languages, with a code."""
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert "Traceback" not in output.err
    assert re.search(r"[\u4e00-\u9fff].* \| .*[a-z].*\[\w+\]\n$", output.err)
    return output.err


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["nonsense"],
        ["run"],
        ["run", "x"],
        ["run", "nowhere", "--out", "OUT"],
        ["run", "x", "--out", "OUT", "--today", "2026-13-01"],
        ["run", "x", "--out", "OUT", "--engine", "magic"],
        ["run", "x", "--out", "OUT", "--jobs", "0"],
        ["run", "x", "--out", "OUT", "--jobs", "many"],
        ["run", "x", "--out", "OUT", "--fail-on", "ready"],
        ["sweep", "nowhere", "--out", "OUT"],
        ["inspect", "nowhere"],
        ["explain", "nonsense"],
        ["explain"],
        ["compare", "one.png"],
        ["compare", "--pairs", "nowhere.tsv"],
        ["checks", "--nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_calls_end_with_2_and_one_line_of_advice(call, capsys, tmp_path):
    assert main([word.replace("OUT", str(tmp_path / "out")) for word in call]) == ExitCode.USAGE
    one_line_of(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert COMMANDS[name].help.split(" |")[0] in capsys.readouterr().out


def raising(error):
    def command():
        raise error

    return command


@pytest.mark.parametrize("exit_code", [ExitCode.CLAIM_FAILED, ExitCode.USAGE, ExitCode.MACHINE_UNABLE])
def test_known_errors_end_with_their_exit_code(exit_code, capsys):
    error = PrecheckError(
        "some_code", zh="出错了。", en="It failed.", hint_zh="请重试。", hint_en="Try again.", exit_code=exit_code
    )
    assert reported(raising(error)) == exit_code
    assert "请重试" in one_line_of(capsys)


def test_a_full_disk_is_no_mystery(capsys):
    assert reported(raising(OSError(28, "No space left on device", "/out/C1/report.json"))) == ExitCode.CLAIM_FAILED
    line = one_line_of(capsys)
    assert "/out/C1/report.json" in line
    assert "磁盘空间" in line


def test_ctrl_c_ends_with_130(capsys):
    assert reported(raising(KeyboardInterrupt())) == 130
    one_line_of(capsys)


def test_the_unexpected_goes_into_a_log_and_identity_numbers_are_masked(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.cli.failure.gettempdir", lambda: str(tmp_path))
    assert reported(raising(ZeroDivisionError(f"for {ID_NUMBER}"))) == 1
    assert str(tmp_path / "precheck-errors.log") in one_line_of(capsys)
    log = (tmp_path / "precheck-errors.log").read_text()
    assert "Traceback" in log
    assert "220102********1234" in log
    assert ID_NUMBER not in log


@pytest.mark.parametrize(
    ("told", "advice"),
    [
        (
            "libGL.so.1: cannot open shared object file: No such file or directory",
            "apt-get install -y libgl1 libglib2.0-0",
        ),
        ("No module named 'openvino'", "make setup"),
    ],
)
def test_a_missing_library_is_named_with_the_command_that_brings_it(told, advice, capsys):
    assert reported(raising(ImportError(told))) == ExitCode.MACHINE_UNABLE
    assert advice in one_line_of(capsys)
    assert library_missing(ImportError(told)).code == "library_missing"


def test_names_cannot_paint_the_terminal(capsys):
    assert main(["run", "\x1b[31m\u202e\n名", "--out", "x"]) == ExitCode.USAGE
    line = one_line_of(capsys)
    assert not set(line) & {"\x1b", "\u202e"}


def test_identity_numbers_in_paths_are_masked_on_stderr(capsys):
    main(["inspect", f"/nowhere/{ID_NUMBER}.pdf"])
    line = one_line_of(capsys)
    assert ID_NUMBER not in line
    assert "220102********1234" in line


def test_checks_lists_every_check(capsys):
    assert main(["checks", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [check["id"] for check in listed] == [check.id for check in checks()]
    assert all(check["title_zh"] and check["severity"] and check["basis"] is not None for check in listed)
    assert main(["checks"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(listed)


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
def test_explain_tells_title_and_basis(check, capsys):
    assert main(["explain", check.id]) == 0
    told = capsys.readouterr().out
    assert all(
        words in told for words in (check.title_zh, check.looks_for_zh, *basis_of(check, region_of("changchun")))
    )


def run_precheck(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_the_version_comes_without_loading_anything_heavy():
    told = run_precheck("--version", PYTHONPROFILEIMPORTTIME="1")
    assert told.stdout == f"precheck {__version__}\n"
    loaded = set(re.findall(r"\| +([\w.]+)$", told.stderr, flags=re.MULTILINE))
    assert "pipeline.cli" in loaded
    assert not loaded & {"cv2", "numpy", "openvino", "paddleocr", "jinja2", "openpyxl", "rich"}


def test_a_terminal_without_unicode_still_gets_its_answer():
    told = run_precheck("explain", "fax_page", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert told.returncode == 0
    assert told.stderr == ""
    assert "fax_page" in told.stdout


def test_a_closed_pipe_is_no_failure():
    call = f"{sys.executable} -m pipeline checks --json | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    ended = subprocess.run(["bash", "-c", call], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
