import pytest

from pipeline.models.claim import ClaimInfo, Employer
from pipeline.models.document import Document, Field
from tests.checks.building import application, contract, document, facts, field, findings, outcomes


def licence(address: str | Field) -> Document:
    return document("business_license", "licence.pdf", id="d7", fields={"address": address})


def claim(district: str, insured: str = "") -> ClaimInfo:
    return ClaimInfo(district=district, employer=Employer(district=insured))


@pytest.mark.parametrize(
    ("district", "insured", "outcome"),
    [
        ("朝阳区", "朝阳区", "pass"),
        ("长春市朝阳区", "朝阳区", "pass"),
        ("四平市铁西区", "四平市铁西区", "pass"),
        ("南关区", "朝阳区", "fail"),
        ("长春市", "朝阳区", "unsure"),
        ("净月区", "南关区", "unsure"),
        ("高新区", "长春新区", "pass"),
    ],
)
def test_the_portals_districts_are_compared(district: str, insured: str, outcome: str) -> None:
    assert outcomes("jurisdiction", facts(claim=claim(district, insured))) == [(outcome, "warning")]


def test_the_licence_tells_where_the_employer_is_registered() -> None:
    (one,) = findings("jurisdiction", facts(licence("长春市朝阳区硅谷大街2号"), claim=claim("南关区")))
    assert (one.outcome, one.severity) == ("fail", "warning")
    assert one.message_zh == (
        "网上申报信息的所属地区为南关区，《营业执照副本》（licence.pdf 第1页）的单位所在地为朝阳区，不一致。"
    )
    assert one.remedy_zh == "请将所属地区改为本单位实际受理工伤的辖区后重新提交。"


@pytest.mark.parametrize(
    "paper",
    [
        licence(field("长春市朝阳区硅谷大街2号", "licence.pdf", confidence=0.6)),
        application(),
        contract(fields={"employer_credit_code": "91220104MA99YY0260"}),
        licence("长春市南关区净月高新区福祉大路1号"),
    ],
)
def test_weaker_sources_are_for_a_person_to_see(paper: Document) -> None:
    district = "宽城区"
    assert outcomes("jurisdiction", facts(paper, claim=claim(district))) == [("unsure", "warning")]


def test_where_the_employer_is_insured_decides_over_where_it_is_registered() -> None:
    papers = facts(licence("长春市朝阳区硅谷大街2号"), claim=claim("南关区", "南关区"))
    assert outcomes("jurisdiction", papers) == [("pass", "warning")]


def test_it_names_the_fact_that_it_lacks() -> None:
    (one,) = findings("jurisdiction", facts(licence("长春市朝阳区硅谷大街2号")))
    assert (one.outcome, one.message_zh) == ("could_not_run", "无法检查：缺少所属地区（网上申报信息）。")
    assert outcomes("jurisdiction", facts(claim=claim("朝阳区"))) == [("could_not_run", "warning")]
