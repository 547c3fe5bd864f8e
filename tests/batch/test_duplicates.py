"""Reports and states of made-up claims; what each one is about stands in its state."""

import random
from datetime import date

import pytest

from pipeline.batch.claim_job import ClaimJob
from pipeline.batch.duplicates import due_again
from pipeline.batch.state import ClaimState, read_states, write_state
from pipeline.intake.receive import ClaimSource
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.settings import Settings

DAY = date(2026, 11, 23)
NUMBER, OTHER_NUMBER = "220104198501019999", "220181197806159982"


def about(claim_id, name="张志远", number=NUMBER, day=date(2026, 9, 18)):
    return ClaimIdentity(
        claim_id=claim_id,
        name=name,
        name_confidence=0.99,
        id_number=number,
        id_number_confidence=0.99,
        occurred_on=day,
        occurred_on_confidence=0.99,
    )


def finish(out, identity, others=()):
    folder = out / identity.claim_id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text("{}")
    state = ClaimState(
        claim_id=identity.claim_id,
        content="c",
        making="m",
        as_of=DAY,
        timings_ms={},
        identity=identity,
        others=tuple(others),
    )
    write_state(folder, state)


def job(tmp_path, name, others=()):
    return ClaimJob(ClaimSource(name, tmp_path), tmp_path / name, tmp_path, "c", "m", DAY, True, Settings(), others)


def settled(tmp_path, identities):
    """Checks claims in that order, then again what is due, until nothing is; the states at the end."""
    for identity in identities:
        finish(tmp_path, identity)
    jobs = [job(tmp_path, identity.claim_id) for identity in identities]
    rounds = 0
    while again := due_again(jobs, tmp_path):
        rounds += 1
        for due in again:
            finish(tmp_path, next(one for one in identities if one.claim_id == due.folder.name), due.others)
    return read_states(tmp_path), rounds


def test_two_claims_of_one_accident_are_done_again_once_and_others_are_left_alone(tmp_path):
    identities = [about("A"), about("B"), about("C", "李春燕", OTHER_NUMBER)]
    states, rounds = settled(tmp_path, identities)
    assert {name: [other.claim_id for other in state.others] for name, state in states.items()} == {
        "A": ["B"],
        "B": ["A"],
        "C": [],
    }
    assert rounds == 1


def test_the_order_of_reading_does_not_matter(tmp_path):
    identities = [about(name) for name in "ABCDE"]
    ends = []
    for seed in range(3):
        random.Random(seed).shuffle(identities)
        ends.append(settled(tmp_path / str(seed), identities)[0])
    assert ends[0] == ends[1] == ends[2]


def test_a_claim_of_an_earlier_run_counts_and_is_itself_done_again_when_it_comes_by(tmp_path):
    finish(tmp_path, about("A"))
    finish(tmp_path, about("B"))
    (due,) = due_again([job(tmp_path, "B")], tmp_path)
    assert (due.folder.name, [other.claim_id for other in due.others]) == ("B", ["A"])
    assert {due.folder.name for due in due_again([job(tmp_path, "A"), job(tmp_path, "B")], tmp_path)} == {"A", "B"}


def test_a_claim_whose_double_is_gone_is_done_again(tmp_path):
    finish(tmp_path, about("A"), [about("B")])
    (due,) = due_again([job(tmp_path, "A", (about("B"),))], tmp_path)
    assert due.others == ()


@pytest.mark.parametrize("other", [about("B", day=date(2025, 1, 1)), about("B", "李春燕", OTHER_NUMBER)])
def test_another_accident_and_another_worker_are_no_doubles(tmp_path, other):
    assert settled(tmp_path, [about("A"), other])[1] == 0


def test_a_claim_that_failed_is_about_nothing(tmp_path):
    folder = tmp_path / "A"
    folder.mkdir()
    (folder / "report.json").write_text("{}")
    write_state(folder, ClaimState(claim_id="A", content="", making="m", as_of=DAY, timings_ms={}))
    assert due_again([job(tmp_path, "A")], tmp_path) == ()
