"""Numbers of the samples are right where they must be, and wrong where a defect wants it."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from samples.generator.case import AS_OF, draw_case, late
from samples.generator.numbers import credit_code, id_number, with_wrong_check

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _id_sum(number):
    """The weighted sum of all 18 characters, 1 modulo 11 for a valid number (GB 11643-1999)."""
    values = [10 if letter == "X" else int(letter) for letter in number]
    return (sum(value * weight for value, weight in zip(values, (*_ID_WEIGHTS, 1), strict=True))) % 11


@given(st.integers(0, 10**6), st.sampled_from(("男", "女")))
def test_id_numbers_have_a_valid_check_character_and_tell_the_sex(seed, sex):
    number = id_number("220104", date(1985, 1, 1), sex, Random(seed))
    assert len(number) == 18
    assert _id_sum(number) == 1
    assert (int(number[16]) % 2 == 1) == (sex == "男")


@given(st.integers(0, 10**6))
def test_a_wrong_check_character_is_wrong(seed):
    rng = Random(seed)
    wrong = with_wrong_check(id_number("220104", date(1985, 1, 1), "男", rng), rng)
    assert _id_sum(wrong) != 1


@given(st.integers(0, 10**6))
def test_credit_codes_have_a_valid_check_character(seed):
    code = credit_code("220104", Random(seed))
    total = sum(_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(code[:17]))
    assert len(code) == 18
    assert (total + _LETTERS.index(code[17])) % 31 == 0


def test_the_fictitious_codes_of_other_tests_come_out_too():
    assert "91220104MA99YY0260" in {credit_code("220104", Random(seed)) for seed in range(2000)}


@given(st.integers(0, 10**6))
def test_a_case_is_consistent_and_within_its_deadline(seed):
    case = draw_case(Random(seed))
    people = (case.worker, *case.witnesses)
    assert case.employed_since < case.occurred_on <= case.diagnosed_on <= case.filled_on <= case.submitted_on < AS_OF
    assert (AS_OF - case.occurred_on).days <= 30
    assert case.contract_until > case.occurred_on
    assert len({person.name for person in people}) == 3
    for person in people:
        assert person.card_from < AS_OF
        assert person.card_until is None or person.card_until > AS_OF
        assert person.id_number[6:14] == f"{person.born:%Y%m%d}"


@given(st.integers(0, 10**6))
def test_a_late_case_is_late_but_within_the_year(seed):
    rng = Random(seed)
    case = late(draw_case(rng), rng)
    assert 30 < (case.submitted_on - case.occurred_on).days < 365
    assert case.employed_since < case.occurred_on < case.contract_until
