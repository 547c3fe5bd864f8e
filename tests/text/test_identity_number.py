from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.identity_number import (
    birth_date,
    check_character,
    eighteen_characters,
    identity_number_faults,
    normalise_identity_number,
    repair_candidates,
    sex,
)

PROVINCES = ("11", "22", "37", "44", "65", "71", "82")


@st.composite
def valid_numbers(draw: st.DrawFn) -> str:
    place = draw(st.sampled_from(PROVINCES)) + f"{draw(st.integers(0, 9999)):04d}"
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 23)))
    body = f"{place}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + check_character(body)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014", "220181197806159982"])
def test_the_standards_examples_are_valid(number: str) -> None:
    assert identity_number_faults(number) == ()


def test_birth_date_and_sex_are_read_from_the_standards_example() -> None:
    assert (birth_date("11010519491231002X"), sex("11010519491231002X")) == (date(1949, 12, 31), "女")
    assert (birth_date("440524188001010014"), sex("440524188001010014")) == (date(1880, 1, 1), "男")


@pytest.mark.parametrize(
    ("number", "faults"),
    [
        ("", ("length",)),
        ("11010519491231002", ("length",)),
        ("1101051949123100２X", ("characters",)),
        ("11010519491231002Y", ("characters",)),
        ("1101051949123100XX", ("characters",)),
        ("220102199002309993", ("birth_date",)),
        ("110105194912310021", ("check_digit",)),
        ("990105194912310020", ("region", "check_digit")),
        ("130503670401001", ()),
        ("130503671301001", ("birth_date",)),
    ],
)
def test_faults_are_named(number: str, faults: tuple[str, ...]) -> None:
    assert identity_number_faults(number) == faults


@pytest.mark.parametrize(
    "text",
    ["11010519491231002x", "110105 19491231 002×", "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002Ⅹ"],
)
def test_ways_of_reading_one_number_normalise_to_it(text: str) -> None:
    assert normalise_identity_number(text) == "11010519491231002X"


def test_small_letters_are_the_digits_that_look_like_them() -> None:
    """A 9 written by hand was read as q; a capital letter is none of them."""
    assert normalise_identity_number("22018319770731q9bg") == "220183197707319969"
    assert identity_number_faults(normalise_identity_number("22018319770731Q955")) == ("characters",)


def test_fifteen_digits_become_eighteen() -> None:
    long = eighteen_characters("130503670401001")
    assert long[:17] == "13050319670401001"
    assert identity_number_faults(long) == ()
    assert (birth_date("130503670401001"), sex("130503670401001")) == (date(1967, 4, 1), "男")


@given(valid_numbers())
def test_valid_numbers_have_no_fault(number: str) -> None:
    assert identity_number_faults(number) == ()


@given(valid_numbers(), st.integers(0, 16), st.integers(1, 9))
def test_any_single_changed_digit_is_found(number: str, place: int, step: int) -> None:
    """ISO 7064 MOD 11-2 finds every single substitution."""
    changed = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert "check_digit" in identity_number_faults(changed)


@given(valid_numbers(), st.integers(0, 15))
def test_swapped_neighbours_are_found(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or identity_number_faults(swapped)


@given(st.text(max_size=24))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    number = normalise_identity_number(text)
    identity_number_faults(number)
    birth_date(number)
    sex(number)


@given(st.text(alphabet="0123456789XOIlSB", min_size=18, max_size=18))
def test_proposals_are_valid_and_new(number: str) -> None:
    for candidate in repair_candidates(number):
        assert identity_number_faults(candidate) == ()
        assert candidate != number


def test_a_letter_in_a_digits_place_is_proposed_as_the_digit() -> None:
    assert "11010519491231002X" in repair_candidates("1101O519491231002X")
    assert "11010519491231002X" in repair_candidates("11010519491231002K")
    assert "11010519491231002X" in repair_candidates("11010519491281002X")


def test_what_no_reader_mixes_up_is_not_proposed() -> None:
    assert repair_candidates("甲10105194912310021") == ()
    assert repair_candidates("1101051949123100") == ()


@pytest.mark.parametrize("body", ["1234", "1101051949123100甲"])
def test_the_check_character_needs_seventeen_digits(body: str) -> None:
    with pytest.raises(ValueError, match="17 digits"):
        check_character(body)


def test_only_fifteen_digits_can_be_lengthened() -> None:
    with pytest.raises(ValueError, match="15 digits"):
        eighteen_characters("11010519491231002X")


@pytest.mark.parametrize("read", ["|10105194912310O2x", "I10105194912310O2X", "l10105 19491231 002X"])
def test_a_stroke_or_a_ring_in_a_number_is_a_digit(read: str) -> None:
    assert normalise_identity_number(read) == "11010519491231002X"
