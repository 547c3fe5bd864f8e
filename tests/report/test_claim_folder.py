import json
from pathlib import Path

import pytest

from pipeline.report import claim_folder
from pipeline.report.claim_folder import recover, write_claim
from pipeline.report.report_file import read_report
from tests.report.example import example_comparison, example_pages, example_report


def write(folder, **changes):
    return write_claim(example_report(**changes), example_pages(), folder, (example_comparison(),))


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_report_is_json_html_and_the_pictures_that_it_names(tmp_path):
    write(tmp_path / "out" / "C1")
    written = files(tmp_path / "out" / "C1")
    assert {"report.json", "report.html"} < set(written)
    named = {
        spot["image"]
        for finding in json.loads(written["report.json"])["findings"]
        for spot in finding["evidence"]
        if spot["image"]
    }
    assert named
    assert named < set(written)
    assert "evidence/injury_matches_diagnosis-pair-1.jpg" in written
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["C1"]


def test_the_same_report_gives_the_same_bytes(tmp_path):
    write(tmp_path / "a")
    write(tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_each_page_is_asked_for_once(tmp_path):
    pages = example_pages()
    write_claim(example_report(), pages, tmp_path / "C1", (example_comparison(),))
    assert sorted(pages.asked) == sorted(pages.sizes)


def test_a_new_report_takes_the_place_of_the_whole_older_one(tmp_path):
    write(tmp_path / "C1")
    (tmp_path / "C1" / ".state.json").write_text("{}")
    write(tmp_path / "C1", findings=())
    assert set(files(tmp_path / "C1")) == {"report.json", "report.html"}


class Killed(BaseException):
    pass


@pytest.fixture
def renames(monkeypatch):
    """Kills the process, as it were, before the rename with that number."""
    real, seen = Path.rename, []

    def killing_before(number):
        def rename(self, target):
            seen.append(target)
            if len(seen) == number:
                raise Killed
            return real(self, target)

        monkeypatch.setattr(claim_folder.Path, "rename", rename)

    yield killing_before
    monkeypatch.undo()


@pytest.mark.parametrize("number", [1, 2])
def test_killed_at_any_rename_a_complete_report_is_there_after_recovery(tmp_path, renames, monkeypatch, number):
    write(tmp_path / "C1")
    renames(number)
    with pytest.raises(Killed):
        write(tmp_path / "C1", findings=())
    monkeypatch.undo()
    recover(tmp_path)
    assert read_report(tmp_path / "C1" / "report.json").findings
    assert [path.name for path in tmp_path.iterdir()] == ["C1"]


def test_killed_while_writing_the_older_report_is_untouched(tmp_path, monkeypatch):
    write(tmp_path / "C1")
    before = files(tmp_path / "C1")

    def killed(_view):
        raise Killed

    monkeypatch.setattr(claim_folder, "claim_page", killed)
    with pytest.raises(Killed):
        write(tmp_path / "C1", findings=())
    assert files(tmp_path / "C1") == before
    recover(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["C1"]


def test_leftovers_are_overwritten_without_recovery(tmp_path):
    (tmp_path / ".C1.new" / "evidence").mkdir(parents=True)
    (tmp_path / ".C1.new" / "stale.txt").write_text("x")
    (tmp_path / ".C1.old").mkdir()
    write(tmp_path / "C1")
    assert "stale.txt" not in files(tmp_path / "C1")


def test_recovery_of_a_clean_folder_changes_nothing(tmp_path):
    write(tmp_path / "C1")
    before = files(tmp_path)
    recover(tmp_path)
    assert files(tmp_path) == before
