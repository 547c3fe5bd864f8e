import os
from datetime import date

import pytest

from pipeline.batch.digest import content_digest
from pipeline.batch.folder_names import folder_name
from pipeline.batch.plan import BatchRequest, making_digest, plan
from pipeline.batch.state import STATE_FILE, ClaimState, read_states, write_state
from pipeline.intake.receive import find_claims
from pipeline.settings import Limits, Settings

DAY = date(2026, 11, 23)


def upload(folder, name="a.txt", content="x"):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content)
    return folder


def request(tmp_path, **changes):
    given = {
        "claims": find_claims(sorted((tmp_path / "up").iterdir())),
        "out": tmp_path / "out",
        "work": tmp_path,
        "as_of": DAY,
        "clock_fixed": True,
        "settings": Settings(),
        "is_done": lambda folder, state: True,
    }
    return BatchRequest(**{**given, **changes})


def finish(job, **changes):
    job.folder.mkdir(parents=True)
    (job.folder / "report.json").write_text("{}")
    made = {"claim_id": job.claim.name, "content": job.content, "making": job.making, "as_of": DAY, "timings_ms": {}}
    write_state(job.folder, ClaimState(**{**made, **changes}))


def test_every_claim_is_a_job_in_a_folder_of_its_id(tmp_path):
    upload(tmp_path / "up" / "C1")
    upload(tmp_path / "up" / "C2")
    planned = plan(request(tmp_path))
    assert [job.folder.name for job in planned.jobs] == ["C1", "C2"]
    assert planned.unchanged == ()


def test_what_is_done_and_unchanged_is_left_out(tmp_path):
    upload(tmp_path / "up" / "C1")
    upload(tmp_path / "up" / "C2")
    finish(plan(request(tmp_path)).jobs[0])
    planned = plan(request(tmp_path))
    assert [job.folder.name for job in planned.jobs] == ["C2"]
    assert [job.folder for job in planned.unchanged] == [tmp_path / "out" / "C1"]


@pytest.mark.parametrize("changed", [{"content": "other"}, {"making": "other"}, {"content": ""}])
def test_other_bytes_other_settings_and_failures_are_done_again(tmp_path, changed):
    upload(tmp_path / "up" / "C1")
    finish(plan(request(tmp_path)).jobs[0], **changed)
    assert len(plan(request(tmp_path)).jobs) == 1


def test_a_claim_that_the_caller_wants_again_is_done_again(tmp_path):
    upload(tmp_path / "up" / "C1")
    finish(plan(request(tmp_path)).jobs[0])
    asked = []
    again = plan(request(tmp_path, is_done=lambda folder, state: asked.append((folder.name, state.as_of))))
    assert len(again.jobs) == 1
    assert asked == [("C1", DAY)]


def test_a_state_without_its_report_or_damaged_counts_as_none(tmp_path):
    upload(tmp_path / "up" / "C1")
    (job,) = plan(request(tmp_path)).jobs
    finish(job)
    (job.folder / "report.json").unlink()
    assert read_states(tmp_path / "out") == {}
    (job.folder / "report.json").write_text("{}")
    (job.folder / STATE_FILE).write_text("{")
    assert read_states(tmp_path / "out") == {}


def test_identity_numbers_in_ids_are_masked_and_nobody_takes_anothers_folder(tmp_path):
    for number in ("220102198001011234", "220102199902021234"):
        upload(tmp_path / "up" / number)
    planned = plan(request(tmp_path))
    assert [job.folder.name for job in planned.jobs] == ["220102xxxxxxxx1234", "220102xxxxxxxx1234-2"]
    finish(planned.jobs[0])
    alone = plan(request(tmp_path, claims=find_claims([tmp_path / "up" / "220102199902021234"])))
    assert [job.folder.name for job in alone.jobs] == ["220102xxxxxxxx1234-2"]


def test_names_differ_also_where_case_does_not_count():
    assert folder_name("Ab", {"ab", "ab-2"}) == "Ab-3"


def test_the_number_of_jobs_decides_over_nothing_but_other_settings_do():
    one, two = making_digest(Settings(jobs=1)), making_digest(Settings(jobs=2))
    assert one == two
    assert making_digest(Settings(engine="paddleocr")) != one
    assert making_digest(Settings(limits=Limits(claim_pages=5))) != one


def test_the_digest_sees_names_bytes_and_kinds(tmp_path):
    folder = upload(tmp_path / "C1")
    seen = [content_digest(folder)]
    assert content_digest(folder) == seen[0]
    (folder / "a.txt").write_text("y")
    seen.append(content_digest(folder))
    (folder / "a.txt").rename(folder / "b.txt")
    seen.append(content_digest(folder))
    (folder / "sub").mkdir()
    seen.append(content_digest(folder))
    (folder / "link").symlink_to("/etc/passwd")
    seen.append(content_digest(folder))
    (folder / "link").unlink()
    (folder / "link").symlink_to("/etc/hostname")
    seen.append(content_digest(folder))
    assert len(set(seen)) == len(seen)


def test_the_digest_is_not_stalled_by_a_pipe_and_follows_no_link(tmp_path):
    folder = upload(tmp_path / "C1")
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder)
    assert content_digest(folder)
