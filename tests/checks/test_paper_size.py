"""paper_size: A4 for everything, A3 for the application form, cards as they are."""

from pipeline.models.facts import Facts
from tests.checks.building import application, contract, facts, findings, id_card, outcomes, page


def form_on(*papers: str) -> Facts:
    return facts(application(), pages=[page("form.pdf", at, paper=paper) for at, paper in enumerate(papers, 1)])


def test_the_form_belongs_on_a3() -> None:
    assert outcomes("paper_size", form_on("A3", "A3", "A3", "A3")) == [("pass", "warning")]


def test_the_form_on_a4_is_one_question_for_a_person() -> None:
    (one,) = findings("paper_size", form_on("A4", "A4", "A4", "A4"))
    assert (one.outcome, one.severity, one.subject, len(one.evidence)) == ("unsure", "warning", "d1", 4)


def test_other_paper_fails_page_by_page() -> None:
    (one,) = findings("paper_size", form_on("A3", "A3", "other", "A3"))
    assert (one.outcome, one.subject) == ("fail", "form.pdf#3")


def test_a_contract_on_a3_is_not_a4() -> None:
    claim = facts(contract(1), pages=[page("contract.pdf", paper="A3")])
    (one,) = findings("paper_size", claim)
    assert one.outcome == "fail"
    assert one.message_zh == "《劳动合同书》（contract.pdf 第1页）是A3纸，应为A4纸。"


def test_cards_photos_and_unknown_paper_are_not_judged() -> None:
    claim = facts(
        id_card(),
        contract(2),
        pages=[
            page("card.jpg", paper="card"),
            page("contract.pdf", 1, paper="other", origin="photo"),
            page("contract.pdf", 2, paper="unknown"),
        ],
    )
    drawn = facts(contract(1), pages=[page("contract.pdf", paper="other", origin="digital")])
    assert outcomes("paper_size", drawn) == [("not_applicable", "warning")]
    assert outcomes("paper_size", claim) == [("not_applicable", "warning")]
    assert outcomes("paper_size", facts(id_card(), pages=[page("card.jpg", paper="other")])) == [
        ("not_applicable", "warning")
    ]
