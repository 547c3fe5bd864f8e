from collections.abc import Sequence

import pytest

from pipeline.casework.agreement import may_be_read_as
from pipeline.models.claim import ClaimInfo, Employer
from pipeline.models.document import Document, Field
from pipeline.models.geometry import Point, Quad
from pipeline.models.text_line import Char, TextLine
from tests.checks.building import NAME, NUMBER, application, certificate, contract, facts, field, id_card, outcomes

CORNERS = Quad(Point(10, 20), Point(110, 20), Point(110, 40), Point(10, 40))


def read(*chars: tuple[str, float, Sequence[tuple[str, float]]]) -> Field:
    """A field with the reader's doubts: of each character its text, confidence and rivals."""
    told = [
        Char(text=text, confidence=confidence, start=at / len(chars), end=(at + 1) / len(chars), alternatives=rivals)
        for at, (text, confidence, rivals) in enumerate(chars)
    ]
    least = min(char.confidence for char in told)
    line = TextLine(quad=CORNERS, confidence=least, chars=tuple(told))
    value = "".join(char.text for char in told)
    return field(value, "diagnosis.jpg", confidence=least).model_copy(update={"lines": (line,)})


CODE = "91220104MA99YY0260"
ZHANG, ZHI = ("张", 1.0, ()), ("志", 1.0, ())


@pytest.mark.parametrize(
    ("last", "may_be"),
    [
        (("近", 0.5, (("远", 0.3),)), True),
        (("强", 0.5, (("远", 0.09),)), True),
        (("强", 0.5, (("弹", 0.3),)), False),
        (("强", 0.5, (("远", 0.01),)), False),
        (("近", 0.95, (("远", 0.05),)), False),
    ],
)
def test_only_what_the_reader_itself_took_into_account_may_be_read(
    last: tuple[str, float, Sequence[tuple[str, float]]], may_be: bool
) -> None:
    doubtful = read(ZHANG, ZHI, last)
    assert may_be_read_as(doubtful, NAME) is may_be
    claim = facts(application(), contract(), certificate(fields={"patient_name": doubtful}))
    assert outcomes("identity_consistent", claim) == [("pass" if may_be else "unsure", "blocking")]


@pytest.mark.parametrize("papers", [(application(),), (application(), contract(fields={"worker_name": "张志强"}))])
def test_a_doubt_is_not_settled_by_one_place_nor_by_places_that_differ(papers: tuple[Document, ...]) -> None:
    doubtful = read(ZHANG, ZHI, ("近", 0.5, (("远", 0.3),)))
    found = outcomes("identity_consistent", facts(*papers, certificate(fields={"patient_name": doubtful})))
    assert found != [("pass", "blocking")]


def test_a_name_of_another_length_is_never_taken_for_it() -> None:
    assert not may_be_read_as(read(ZHANG, ("远", 0.5, (("志", 0.4),))), NAME)


def test_a_field_without_its_lines_tells_nothing() -> None:
    assert not may_be_read_as(field("张志近", confidence=0.5), NAME)


def test_a_digit_in_doubt_is_for_a_person_to_see() -> None:
    digits = [(digit, 1.0, ()) for digit in NUMBER[:-1]]
    doubtful = read(*digits, ("8", 0.5, (("9", 0.4),)))
    claim = facts(application(), id_card(), contract(fields={"worker_id_number": doubtful}))
    assert outcomes("identity_consistent", claim) == [("unsure", "blocking")]


@pytest.mark.parametrize(
    ("at", "wrong", "confidence", "rival", "outcome"),
    [
        (12, "2", 0.5, 0.45, "pass"),
        (12, "2", 0.5, 0.03, "pass"),
        (12, "2", 0.95, 0.04, "fail"),
        (2, "7", 0.7, 0.29, "pass"),
        (2, "7", 0.7, 0.05, "unsure"),
    ],
)
def test_a_code_is_taken_for_a_valid_one_where_the_check_characters_bear_it_out(
    at: int, wrong: str, confidence: float, rival: float, outcome: str
) -> None:
    """A doubt in the code's first half is borne out by one of them only: the reader must have come closer to it."""
    letters = [(letter, 1.0, ()) for letter in CODE]
    letters[at] = (wrong, confidence, ((CODE[at], rival),))
    claim = facts(
        application(),
        contract(fields={"employer_credit_code": read(*letters)}),
        claim=ClaimInfo(employer=Employer(credit_code=CODE)),
    )
    assert outcomes("employer_consistent", claim) == [(outcome, "blocking")]
