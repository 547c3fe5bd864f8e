import pytest

from pipeline.batch.run_batch import Progress
from pipeline.cli import progress as progress_module
from pipeline.cli.progress import TimeLeft, describe, shown_progress


def at(done, claims=10, pages=0, unchanged=0):
    return Progress(claims=claims, claims_done=done, pages_done=pages, unchanged=unchanged)


def test_the_time_left_is_judged_from_the_claims_so_far_and_counted_down():
    left = TimeLeft(now=100.0)
    assert left.seconds(at(0), 110.0) is None
    assert left.seconds(at(2), 120.0) == pytest.approx(80.0)
    assert left.seconds(at(2), 150.0) == pytest.approx(50.0)
    assert left.seconds(at(2), 900.0) == 0.0
    assert left.seconds(at(4), 1000.0) == pytest.approx(1350.0)


@pytest.mark.parametrize(
    ("progress", "seconds", "words"),
    [
        (at(0), None, "申请 0/10 页 0 | claims 0/10, pages 0"),
        (at(3, pages=40), 3725, "申请 3/10 页 40 约剩 1:02:05 | claims 3/10, pages 40, 1:02:05 left"),
        (at(10), 0, "申请 10/10 页 0 | claims 10/10, pages 0"),
        (at(0, claims=0, unchanged=7), None, "申请 0/0 页 0 未变 7 | claims 0/0, pages 0, unchanged 7"),
    ],
)
def test_progress_in_words(progress, seconds, words):
    assert describe(progress, seconds) == words


def test_a_log_is_not_flooded_and_gets_the_end(capsys, monkeypatch):
    clock = iter(range(1000))
    monkeypatch.setattr(progress_module.time, "monotonic", lambda: float(next(clock)))
    with shown_progress() as show:
        for pages in range(25):
            show(at(0, claims=1, pages=pages))
        show(at(1, claims=1, pages=25))
        show(at(1, claims=1, pages=25))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert "pages 25" in lines[-1]
