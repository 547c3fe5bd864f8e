from datetime import date, timedelta

import pytest

from pipeline.batch.clock_moved import made_on, never, still_stands_on
from pipeline.batch.state import ClaimState
from pipeline.casework.dated import accidents
from pipeline.declare import checks, next_turn
from pipeline.models.facts import Facts
from tests.checks.building import application, facts, id_card

CHECKED, TURN = date(2026, 11, 23), date(2026, 11, 26)
STATE = ClaimState(claim_id="C", content="c", making="m", as_of=CHECKED, timings_ms={}, turns_on=TURN)


@pytest.mark.parametrize(("day", "stands"), [(CHECKED, True), (date(2026, 11, 25), True), (TURN, False)])
def test_a_claim_is_looked_at_again_on_the_day_that_its_clock_moves(tmp_path, day, stands):
    assert still_stands_on(day)(tmp_path, STATE) is stands


def test_a_claim_without_a_clock_is_left_alone_and_a_clock_that_went_back_is_not_trusted(tmp_path):
    assert still_stands_on(date(2036, 1, 1))(tmp_path, STATE.model_copy(update={"turns_on": None}))
    assert not still_stands_on(CHECKED - timedelta(days=1))(tmp_path, STATE)


def test_a_run_asks_for_the_day_and_a_fresh_one_for_everything(tmp_path):
    assert made_on(CHECKED)(tmp_path, STATE)
    assert not made_on(TURN)(tmp_path, STATE)
    assert not never(CHECKED)(tmp_path, STATE)


def said_on(claim: Facts, day: date) -> list[tuple[str, str, str]]:
    on_that_day = claim.model_copy(update={"as_of": day})
    return [(one.check, one.outcome, one.severity) for check in checks() for one in check(on_that_day)]


@pytest.mark.parametrize(
    "claim",
    [
        facts(application(fields={"accident_date": "2026-11-02"})),
        facts(application(fields={"accident_date": "2026-12-24"}), id_card(fields={"valid_until": "2027-02-01"})),
        facts(application(fields={"applicant_relation": "本人", "accident_date": "2025-11-28"})),
    ],
)
def test_nothing_changes_between_one_turn_and_the_next(claim: Facts) -> None:
    """All days of two years, against the days that the checks name."""
    day, end = claim.as_of, claim.as_of + timedelta(days=730)
    turns = 0
    while day < end:
        turn = next_turn(claim.model_copy(update={"as_of": day})) or end
        said = said_on(claim, day)
        assert all(said_on(claim, day + timedelta(days=after)) == said for after in range((turn - day).days))
        turns += said_on(claim, turn) != said
        day = turn
    assert accidents(claim)
    assert turns >= 2
