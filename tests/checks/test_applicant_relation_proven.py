import pytest

from pipeline.models.claim import ClaimInfo
from pipeline.models.document import Document, Field
from tests.checks.building import NAME, application, document, facts, field, findings, id_card, outcomes, page

WIFE = "于洪涛"
FORM = application(fields={"applicant_name": WIFE, "applicant_relation": "夫妻"})
RELATIVE = ClaimInfo(applicant="relative", applicant_relation="spouse")


def marriage(names: str | Field) -> Document:
    return document("marriage_certificate", "marriage.jpg", id="d8", fields={"spouse_names": names})


def register(at: int = 1, **names: str) -> Document:
    return document("household_register", f"register{at}.jpg", id=f"h{at}", fields=names)


def of(*papers: Document, form: Document = FORM, **told: object) -> list[tuple[str, str]]:
    return outcomes("applicant_relation_proven", facts(form, *papers, claim=RELATIVE, **told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "paper",
    [
        marriage(f"{NAME}、{WIFE}"),
        marriage(f"{WIFE} {NAME}"),
        register(head_name=NAME, member_name=WIFE),
        document("kinship_certificate", "kin.pdf", id="d8", fields={"names": f"{WIFE}与{NAME}系夫妻关系"}),
    ],
)
def test_a_paper_that_names_both_proves_it(paper: Document) -> None:
    assert of(paper) == [("pass", "blocking")]


def test_without_any_paper_it_fails_and_says_what_to_bring() -> None:
    (one,) = findings("applicant_relation_proven", facts(FORM, id_card(), claim=RELATIVE))
    assert (one.outcome, one.severity, one.remedy_zh) == ("fail", "blocking", "请提供结婚证复印件。")
    assert "已查看：上传的全部5页" in one.message_zh


@pytest.mark.parametrize(
    "paper", [marriage("李春燕、王立冬"), marriage(f"{WIFE}、王立冬"), register(head_name="李春燕")]
)
def test_a_paper_of_somebody_else_proves_nothing(paper: Document) -> None:
    assert of(paper) == [("fail", "blocking")]


@pytest.mark.parametrize(
    "papers",
    [
        (marriage(field(f"{NAME}、于供涛", "marriage.jpg", confidence=0.6)),),
        (marriage(f"{NAME}、于供涛"),),
        (document("kinship_certificate", "kin.pdf", id="d8"),),
        (register(1, head_name=NAME), register(2, head_name=WIFE)),
    ],
)
def test_names_that_were_not_surely_read_are_for_a_person_to_see(papers: tuple[Document, ...]) -> None:
    assert of(*papers) == [("unsure", "blocking")]


def test_the_paper_may_be_among_pages_that_were_not_sorted() -> None:
    assert of(pages=[page("scan.jpg")]) == [("unsure", "blocking")]


@pytest.mark.parametrize(
    ("relation", "asked"), [("用人单位", False), ("本人", False), ("父子", True), ("夫妻", True), ("工会", False)]
)
def test_the_form_tells_who_applies_where_the_portal_does_not(relation: str, asked: bool) -> None:
    form = application(fields={"applicant_name": WIFE, "applicant_relation": relation})
    assert outcomes("applicant_relation_proven", facts(form)) == [("fail" if asked else "not_applicable", "blocking")]


def test_a_name_that_is_not_there_is_named() -> None:
    form = application(fields={"applicant_name": None})
    (one,) = findings("applicant_relation_proven", facts(form, marriage(f"{NAME}、{WIFE}"), claim=RELATIVE))
    assert one.message_zh == "无法检查：缺少申请人姓名。"
