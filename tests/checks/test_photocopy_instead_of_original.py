"""photocopy_instead_of_original: the papers of items 5-8, of which the list wants the original."""

from pipeline.models.facts import Facts
from tests.checks.building import certificate, contract, facts, findings, id_card, outcomes, page


def certificate_from(origin: str, *others: str) -> Facts:
    papers = [certificate(), *(certificate(id=f"c{at}") for at, _ in enumerate(others))]
    return facts(*papers, pages=[page("diagnosis.jpg", origin=origin)])


def test_a_copy_alone_is_a_warning() -> None:
    (one,) = findings("photocopy_instead_of_original", certificate_from("photocopy"))
    assert (one.outcome, one.severity, one.subject) == ("fail", "warning", "d4")


def test_without_colour_it_cannot_be_told() -> None:
    assert outcomes("photocopy_instead_of_original", certificate_from("unsure")) == [("unsure", "warning")]


def test_originals_pass() -> None:
    for origin in ("scan", "photo", "digital"):
        assert outcomes("photocopy_instead_of_original", certificate_from(origin)) == [("pass", "warning")]


def test_a_contract_with_one_page_in_colour_is_the_original() -> None:
    pages = [page("contract.pdf", 1, origin="unsure"), page("contract.pdf", 2, origin="scan")]
    assert outcomes("photocopy_instead_of_original", facts(contract(2), pages=pages)) == [("pass", "warning")]


def test_the_original_beside_its_copy_passes() -> None:
    claim = facts(
        certificate(),
        certificate(id="d9").model_copy(update={"pages": (page("copy.jpg").ref,)}),
        pages=[page("diagnosis.jpg", origin="scan"), page("copy.jpg", origin="photocopy")],
    )
    assert outcomes("photocopy_instead_of_original", claim) == [("pass", "warning")]


def test_a_witness_may_send_a_copy_of_the_card() -> None:
    witness = id_card(id="d5", file="witness.jpg", fields={"name": "李春燕", "id_number": "220181197806159982"})
    claim = facts(
        contract(1),
        id_card(),
        witness,
        pages=[
            page("contract.pdf", 1, origin="scan"),
            page("card.jpg", origin="scan"),
            page("witness.jpg", origin="photocopy"),
        ],
    )
    assert outcomes("photocopy_instead_of_original", claim) == [("pass", "warning")]
