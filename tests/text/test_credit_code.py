import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.credit_code import (
    as_issued,
    check_character,
    credit_code_faults,
    employer_kind,
    normalise_credit_code,
    subject_check_character,
)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@st.composite
def valid_codes(draw: st.DrawFn) -> str:
    prefix = draw(st.sampled_from(("91", "92", "12", "51"))) + f"{draw(st.integers(100000, 999999))}"
    subject = draw(st.text(alphabet=ALPHABET, min_size=8, max_size=8))
    body = prefix + subject + subject_check_character(subject)
    return body + check_character(body)


@pytest.mark.parametrize(
    "code",
    ["91220104MA99YY0260", "91220106MA99YY034P", "91220102MA99YY042Q", "91220113MA99YY050H", "9131000063159284XQ"],
)
def test_valid_codes_have_no_fault(code: str) -> None:
    assert credit_code_faults(code) == ()


@pytest.mark.parametrize("code", ["91350211M0000XUF46", "91350100M0001TGQXM"])
def test_issued_codes_with_a_wrong_outer_check_keep_their_inner_one(code: str) -> None:
    assert credit_code_faults(code) == ("check_character",)


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("", ("length",)),
        ("91220104MA99YY026", ("length",)),
        ("91220104MA99YYO260", ("characters",)),
        ("91220104MA99YY0261", ("check_character",)),
        ("91220104MA98YY0260", ("check_character", "subject_check_character")),
    ],
)
def test_faults_are_named(code: str, faults: tuple[str, ...]) -> None:
    assert credit_code_faults(code) == faults


@given(valid_codes())
def test_made_codes_are_valid(code: str) -> None:
    assert credit_code_faults(code) == ()


@given(valid_codes(), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_any_single_changed_character_is_found(code: str, place: int, character: str) -> None:
    """A modulus of 31, a prime, with weights that it does not divide finds every single substitution."""
    changed = code[:place] + character + code[place + 1 :]
    assert changed == code or credit_code_faults(changed)


@given(st.text(max_size=24))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    credit_code_faults(normalise_credit_code(text))


def test_width_case_and_spaces_do_not_count() -> None:
    assert normalise_credit_code(" ９1220104 ma99yy 0260 ") == "91220104MA99YY0260"
    assert normalise_credit_code("91220103MA99YY00×N") == "91220103MA99YY00XN"


def test_the_prefix_tells_the_kind_of_employer() -> None:
    assert [employer_kind(code) for code in ("9122", "9222", "1222", "5122", "")] == [
        "enterprise",
        "enterprise",
        "institution",
        None,
        None,
    ]


@pytest.mark.parametrize(("function", "body"), [(check_character, "9122"), (subject_check_character, "甲" * 8)])
def test_check_characters_need_the_whole_body(function: object, body: str) -> None:
    with pytest.raises(ValueError, match=r"characters|letters"):
        function(body)  # type: ignore[operator]


def test_letters_that_no_code_has_are_what_they_look_like_where_both_checks_bear_it_out() -> None:
    assert as_issued("91220104MA99VV026O") == "91220104MA99YY0260"
    assert as_issued("91220104MA99VV0261") == "91220104MA99VV0261"


@given(valid_codes())
def test_a_valid_code_is_as_issued(code: str) -> None:
    assert as_issued(code) == code
