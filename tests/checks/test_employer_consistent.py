import pytest

from pipeline.models.claim import ClaimInfo, Employer
from tests.checks.building import application, certificate, contract, facts, field, findings, outcomes, spot

COMPANY, CODE, OTHER_CODE = "长春市瑞禾机械制造有限公司", "91220104MA99YY0260", "91220106MA99YY034P"


def told(**employer: str) -> ClaimInfo:
    return ClaimInfo(employer=Employer(**employer))  # type: ignore[arg-type]


def test_agreement_passes() -> None:
    claim = facts(
        application(), contract(fields={"employer_credit_code": CODE}), claim=told(name=COMPANY, credit_code=CODE)
    )
    (one,) = findings("employer_consistent", claim)
    assert one.outcome == "pass"
    assert one.message_zh == "用人单位信息一致（用人单位名称3处、统一社会信用代码2处）。"


def test_another_form_of_company_is_another_employer() -> None:
    form, paper = application(), contract(fields={"employer_name": "长春市瑞禾机械制造有限责任公司"})
    (one,) = findings("employer_consistent", facts(form, paper))
    assert (one.outcome, one.severity) == ("fail", "blocking")
    assert one.message_zh == (
        "用人单位名称不一致：《工伤认定申请表》（form.pdf 第1页）为“长春市瑞禾机械制造有限公司”；"
        "《劳动合同书》（contract.pdf 第1页）为“长春市瑞禾机械制造有限责任公司”。"
    )
    assert one.remedy_zh == "请核对并更正用人单位名称，使各份材料与营业执照一致。"
    assert one.evidence == (spot(form.fields["employer_name"]), spot(paper.fields["employer_name"]))


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("旺角快餐店（个体工商户）", "旺角快餐店(个体工商户)", "pass"),
        ("长春市瑞禾机械制造有限公司", "长春市瑞禾 机械制造有限公司", "pass"),
        ("长春市瑞禾机械制造有限公司", "吉林省松岳食品有限公司", "fail"),
        ("长春市瑞禾机械制造有限公司", "长春瑞禾机械制造有限公司", "fail"),
        ("长春市瑞禾机械制造有限公司", "长春市瑞禾机械制造有限公", "unsure"),
        ("长春市瑞禾机械制造有限公司", "长春市瑞禾机械制造有限公司九台分公司", "fail"),
        ("长春市瑞禾机械制造有限公司", "长春市瑞禾机械制造有限公司盖章", "unsure"),
        ("长春市未来机械有限公司", "长春市末来机械有限公司", "unsure"),
    ],
)
def test_names_are_compared_three_valued(left: str, right: str, outcome: str) -> None:
    claim = facts(application(fields={"employer_name": left}), contract(fields={"employer_name": right}))
    assert outcomes("employer_consistent", claim) == [(outcome, "blocking")]


def test_a_name_that_was_not_surely_read_is_for_a_person_to_see() -> None:
    doubtful = field("吉林省松岳食品有限公司", "contract.pdf", confidence=0.7)
    assert outcomes("employer_consistent", facts(application(), contract(fields={"employer_name": doubtful}))) == [
        ("unsure", "blocking")
    ]


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (OTHER_CODE, "fail"),
        ("91220104MA99YY02G0", "unsure"),
        ("91220104MA99YY026", "unsure"),
        ("9122O1O4MA99YY026O", "pass"),
    ],
)
def test_codes_count(code: str, outcome: str) -> None:
    paper = contract(fields={"employer_credit_code": code})
    claim = facts(application(), paper, claim=told(credit_code=CODE))
    assert outcomes("employer_consistent", claim) == [(outcome, "blocking")]


def test_a_paper_of_the_hospital_names_no_employer() -> None:
    assert outcomes("employer_consistent", facts(certificate(), application())) == [("could_not_run", "blocking")]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("", "pass"),
        (COMPANY, "pass"),
        ("械制造有限公司化长春市瑞禾机", "pass"),  # read from another place of the rim
        ("长看市瑞木机械制遗有限公", "pass"),  # read badly
        ("吉林省松岳食品有限公司", "unsure"),
        ("合同专用章", "pass"),
    ],
)
def test_a_seal_of_another_unit_is_for_a_person_to_see(text: str, outcome: str) -> None:
    paper = contract(fields={"employer_credit_code": CODE})
    seal, *others = paper.marks
    paper = paper.model_copy(update={"marks": (seal.model_copy(update={"text": text}), *others)})
    (one,) = findings("employer_consistent", facts(application(), paper, claim=told(name=COMPANY, credit_code=CODE)))
    assert one.outcome == outcome
    assert outcome == "pass" or text in one.message_zh
