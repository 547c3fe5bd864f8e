import pytest

from benchmarks.exact_table import Answer, calibration_error, table, upper_bound


def answer(verdict: str, probability: float, *, identical: bool) -> Answer:
    return Answer(hand=False, quality="clean", identical=identical, verdict=verdict, probability=probability)


@pytest.mark.parametrize(("errors", "trials", "bound"), [(0, 1000, 0.0030), (1, 1000, 0.0047), (5, 100, 0.1023)])
def test_the_upper_bound_is_that_of_clopper_and_pearson(errors: int, trials: int, bound: float) -> None:
    assert upper_bound(errors, trials) == pytest.approx(bound, abs=5e-5)


def test_no_trials_bound_nothing() -> None:
    assert upper_bound(0, 0) == 1.0


def test_probabilities_that_mean_what_they_say_have_no_calibration_error() -> None:
    honest = [answer("unsure", 0.75, identical=number < 3) for number in range(4)]

    assert calibration_error(honest) == 0.0
    assert calibration_error([answer("unsure", 0.75, identical=True)]) == 0.25


def test_errors_and_decided_shares_are_told_apart() -> None:
    said = [
        answer("identical", 0.99, identical=True),
        answer("unsure", 0.6, identical=True),
        answer("different", 0.01, identical=False),
        answer("identical", 0.99, identical=False),
    ]

    lines = "\n".join(table(said))

    assert "different, called identical  1 of 2 (50.00 %)" in lines
    assert "identical, called different  0 of 2" in lines
    assert "print-print clean            4            0.500       0.500         0.500" in lines
