import pytest

from pipeline.models.claim import ClaimInfo, Employer
from pipeline.models.document import Field
from tests.checks.building import contract, facts, field, findings, outcomes

CODE = "91220104MA99YY0260"


def of(code: str | Field, portal: str = "") -> list[tuple[str, str]]:
    claim = facts(
        contract(fields={"employer_credit_code": code}), claim=ClaimInfo(employer=Employer(credit_code=portal))
    )
    return outcomes("credit_code_valid", claim)


def test_a_valid_code_passes_however_it_is_written() -> None:
    assert of(CODE) == of("9122 0104 ma99yy0260") == [("pass", "warning")]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("91220104MA99YY0261", "校验码不符"),
        ("91220104MA99YY026", "不是18位"),
        ("9I220104MA99YY0260", "含有不应出现的字符"),
    ],
)
def test_a_code_that_cannot_be_is_a_warning(code: str, said: str) -> None:
    paper = contract(fields={"employer_credit_code": code})
    (one,) = findings("credit_code_valid", facts(paper))
    assert (one.outcome, one.severity, one.subject) == ("fail", "warning", "d3")
    assert said in one.message_zh
    assert one.remedy_zh == "请对照营业执照副本核对并更正统一社会信用代码。"


def test_a_code_that_was_not_surely_read_or_looks_like_a_valid_one_is_for_a_person_to_see() -> None:
    assert of(field("91220104MA99YY0261", "contract.pdf", confidence=0.6)) == [("unsure", "warning")]
    assert of("91220104MA99YY02G0", portal=CODE) == [("unsure", "warning")]


def test_the_portals_code_counts() -> None:
    claim = facts(claim=ClaimInfo(employer=Employer(credit_code="91220104MA99YY0261")))
    (one,) = findings("credit_code_valid", claim)
    assert one.outcome == "fail"
    assert "网上申报信息" in one.message_zh


def test_without_a_code_it_could_not_run() -> None:
    assert outcomes("credit_code_valid", facts(contract())) == [("could_not_run", "warning")]
