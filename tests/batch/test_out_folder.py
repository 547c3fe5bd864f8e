import pytest

from pipeline.batch.out_folder import out_folder, refuse_overlap
from pipeline.errors import ExitCode, PrecheckError


def test_scratch_is_inside_and_gone_afterwards_also_after_an_error(tmp_path):
    def interrupted():
        with out_folder(tmp_path / "new" / "out") as work:
            assert work.parent == tmp_path / "new" / "out"
            (work / "deep" / "er").mkdir(parents=True)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == [".lock"]


def test_what_killed_runs_left_is_tidied(tmp_path):
    (tmp_path / ".work-99999" / "x").mkdir(parents=True)
    (tmp_path / ".C1.new").mkdir()
    (tmp_path / ".C1.old").mkdir()
    (tmp_path / ".C1.old" / "report.json").write_text("{}")
    (tmp_path / ".index.html.new").write_text("half")
    with out_folder(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "C1"]


def test_two_runs_do_not_write_into_one_folder(tmp_path):
    with out_folder(tmp_path), pytest.raises(PrecheckError) as refused, out_folder(tmp_path):
        pass
    assert refused.value.code == "out_busy"
    with out_folder(tmp_path):
        pass


@pytest.mark.parametrize("make", [lambda path: path.write_text("a file"), lambda path: path.symlink_to("/proc/1/nope")])
def test_a_place_that_cannot_be_written_is_refused_with_advice(tmp_path, make):
    make(tmp_path / "out")
    with pytest.raises(PrecheckError) as refused, out_folder(tmp_path / "out"):
        pass
    assert refused.value.code == "out_unwritable"
    assert refused.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("upload", "out"), [("up", "up"), ("up", "up/reports"), ("out/C1", "out"), ("up", "up/../up/x")]
)
def test_reports_among_uploads_are_refused(tmp_path, upload, out):
    (tmp_path / "up").mkdir()
    with pytest.raises(PrecheckError) as refused:
        refuse_overlap([tmp_path / upload], tmp_path / out)
    assert refused.value.code == "out_inside_uploads"


def test_reports_behind_a_link_into_the_uploads_are_refused(tmp_path):
    (tmp_path / "up").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "up")
    with pytest.raises(PrecheckError):
        refuse_overlap([tmp_path / "up"], tmp_path / "out")


def test_neighbours_are_fine(tmp_path):
    refuse_overlap([tmp_path / "up", tmp_path / "up2.zip"], tmp_path / "upload-reports")
    assert list(tmp_path.iterdir()) == []
