import pytest

from pipeline.models.document import Document, Mark, NumberSeen
from pipeline.models.finding import Evidence, Finding
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement, Page, PageRef
from tests.checks.building import (
    NAME,
    OTHER_NAME,
    OTHER_NUMBER,
    application,
    contract,
    document,
    facts,
    findings,
    id_card,
    outcomes,
    page,
)

BASIS = ("长春市申报材料清单注意事项第四项：劳动合同书、调查报告等材料要完整，不允许缺页缺项",)


def numbered(*shown: int | None, total: int | None = None) -> list[Page]:
    """Pages of the contract with these printed numbers."""
    return [
        page("contract.pdf", at, printed_page_number=number, printed_page_count=total)
        for at, number in enumerate(shown, start=1)
    ]


def headings(kind: str, *pages: tuple[int, ...]) -> list[NumberSeen]:
    return [
        NumberSeen(kind=kind, number=number, file="contract.pdf", page=at, box=Box(0, 0, 10, 10))  # type: ignore[arg-type]
        for at, page_numbers in enumerate(pages, start=1)
        for number in page_numbers
    ]


def test_complete_documents_pass_once() -> None:
    claim = facts(application(), id_card(), contract(), pages=numbered(1, 2, 3, 4, total=4))
    assert findings("missing_page", claim) == (
        Finding(
            check="missing_page",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="已查看3份材料，未发现缺页。",
            message_en="No page is missing from 3 documents.",
            basis=BASIS,
        ),
    )


def test_a_number_missing_from_a_known_total_fails_beside_its_neighbours() -> None:
    claim = facts(contract(3), pages=numbered(1, 2, 4, total=4))
    assert findings("missing_page", claim) == (
        Finding(
            check="missing_page",
            outcome="fail",
            severity="blocking",
            subject="d3",
            message_zh="《劳动合同书》（contract.pdf 第1-3页）缺印刷页码第3页（共4页）。",
            message_en="labor contract (contract.pdf page 1-3) lacks printed page 3 of 4.",
            remedy_zh="请核对《劳动合同书》并补齐缺页（材料要完整，不允许缺页缺项）。",
            basis=BASIS,
            evidence=(Evidence(file="contract.pdf", page=2), Evidence(file="contract.pdf", page=3)),
        ),
    )


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        (numbered(1, 2, 3, 4), "pass"),
        (numbered(None, None, None, None), "pass"),
        (numbered(1, 2, 4, 5), "fail"),  # two pages bear numbers beyond the gap
        (numbered(1, 2, 3, 5), "unsure"),  # the 5 may be a misread 4
        (numbered(1, 2, None, 4), "unsure"),  # the unnumbered page may be the third
        (numbered(1, 2, None, 5, total=5), "fail"),  # ... but it cannot be the third and the fourth
        (numbered(1, 2, 3, 3, total=4), "unsure"),
    ],
)  # fmt: skip
def test_page_numbers(pages: list[Page], outcome: str) -> None:
    assert {one for one, _ in outcomes("missing_page", facts(contract(4), pages=pages))} <= {outcome, "unsure"}
    assert outcome in {one for one, _ in outcomes("missing_page", facts(contract(4), pages=pages))}


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        (numbered(None, 3), "pass"),
        (numbered(3, 4), "pass"),
        (numbered(3, 5, 6), "fail"),
        (numbered(3, total=4), "unsure"),
    ],
)
def test_a_visit_begins_anywhere_in_its_booklet(pages: list[Page], outcome: str) -> None:
    visit = document("outpatient_record", "contract.pdf", len(pages))
    assert outcomes("missing_page", facts(visit, pages=pages)) == [(outcome, "blocking")]


@pytest.mark.parametrize(
    ("seen", "pages", "outcome"),
    [
        (headings("clause", (1, 2, 3), (4, 5), (6,)), numbered(None, 2, 3), "pass"),
        (headings("chapter", (1,), (2,), (3,)), numbered(None, 2, 3, total=3), "pass"),
        ([], numbered(None, 2, 3), "unsure"),  # a cover, page 1 may lack
        (headings("clause", (), (4, 5), (6,)), numbered(None, 2, 3), "unsure"),
        (headings("clause", (1, 2, 3), (5, 6), (7,)), numbered(None, 2, 3), "unsure"),
        (headings("clause", (1, 2, 3, 4, 5, 6), (4, 5), (6,)), numbered(None, 2, 3), "unsure"),  # a table of contents
        (headings("clause", (1, 2, 3), (4, 5), (6,)), numbered(None, 2, 3, total=4), "fail"),
    ],
)
def test_a_first_page_without_a_number_is_told_by_its_headings(
    seen: list[NumberSeen], pages: list[Page], outcome: str
) -> None:
    claim = facts(contract(3).model_copy(update={"numbers": tuple(seen)}), pages=pages)
    assert {one for one, _ in outcomes("missing_page", claim)} == {outcome}


def test_totals_that_differ_are_unsure() -> None:
    pages = [*numbered(1, 2, total=3), *numbered(None, None, 3, 4, total=4)[2:]]
    (one,) = findings("missing_page", facts(contract(4), pages=pages))
    assert (one.outcome, "共3、4页" in one.message_zh) == ("unsure", True)


def test_one_page_alone_that_tells_the_total_is_not_enough_to_fail() -> None:
    (one,) = findings("missing_page", facts(contract(1), pages=numbered(1, total=4)))
    assert one.outcome == "unsure"
    assert "缺印刷页码第2-4页（共4页）" in one.message_zh


def test_the_same_number_on_two_sheets_is_unsure_and_on_one_sheet_twice_is_not() -> None:
    first, second = numbered(1, 2, total=2), page("contract.pdf", 3, printed_page_number=2)
    (one,) = findings("missing_page", facts(contract(3), pages=[*first, second]))
    assert (one.outcome, "有2页都印着第2页" in one.message_zh) == ("unsure", True)
    again = second.model_copy(update={"same_as": PageRef(file="contract.pdf", page=2)})
    assert outcomes("missing_page", facts(contract(3), pages=[*first, again])) == [("pass", "blocking")]


@pytest.mark.parametrize(
    ("numbers", "shown", "outcome"),
    [
        (headings("clause", (1, 2, 3), (4, 5)), (None, None), "pass"),
        (headings("clause", (1, 2, 3), (5, 6)), (None, None), "unsure"),  # one heading may be lost in reading
        (headings("clause", (1, 2, 3), (7, 8)), (None, None), "fail"),
        (headings("clause", (1, 2), (4, 5)) + headings("chapter", (1,), (4,)), (None, None), "fail"),
        (headings("clause", (1, 2, 6)), (None, None), "pass"),  # within one page nothing can be lost
        (headings("clause", (1, 2, 3), (7, 8)), (1, 2), "pass"),  # the printed numbers follow each other
    ],
)  # fmt: skip
def test_headings_that_jump_between_pages(
    numbers: list[NumberSeen], shown: tuple[int | None, ...], outcome: str
) -> None:
    claim = facts(contract(2, numbers=numbers), pages=numbered(*shown))
    assert outcomes("missing_page", claim) == [(outcome, "blocking")]


def test_a_numbered_document_without_any_place_to_sign_may_lack_its_end() -> None:
    lost = Mark(slot="worker_signature", kind="signature", state="unsure", confidence=0.0)
    (one,) = findings("missing_page", facts(contract(2, marks=(lost,)), pages=numbered(1, 2)))
    assert (one.outcome, "末页" in one.message_zh) == ("unsure", True)
    assert outcomes("missing_page", facts(contract(2, marks=(lost,)), pages=numbered(1, 2, total=2))) == [
        ("pass", "blocking")
    ]
    assert outcomes("missing_page", facts(contract(2), pages=numbered(1, 2))) == [("pass", "blocking")]


@pytest.mark.parametrize(
    ("strays", "found"),
    [
        ([page("b.pdf", 1, printed_page_number=2)], True),
        ([page("b.pdf", 1, printed_page_number=1)], False),
        ([page("b.pdf", 1, printed_page_number=1), page("b.pdf", 2, printed_page_number=2)], False),
        ([page("b.pdf", 1, printed_page_number=5)], False),  # the contract ends with 4 and may go on with it
    ],
)
def test_an_unsorted_page_that_goes_on_with_nothing_is_a_remark(strays: list[Page], found: bool) -> None:
    claim = facts(contract(4), pages=[*numbered(1, 2, 3, 4), *strays])
    expected = [("unsure", "warning")] if found else [("pass", "blocking")]
    assert outcomes("missing_page", claim) == expected


@pytest.mark.parametrize("part", ["cover", "table", "opinions"])
def test_a_form_without_one_of_its_pages_fails(part: str) -> None:
    parts = [one for one in ("cover", "table", "opinions", "instructions") if one != part]
    (one,) = findings("missing_page", facts(application(parts=parts)))
    assert (one.outcome, one.severity, one.evidence) == ("fail", "blocking", ())
    assert "已查看：《工伤认定申请表》（form.pdf 第1-4页）" in one.message_zh


def test_the_printed_instructions_alone_are_a_warning() -> None:
    assert outcomes("missing_page", facts(application(parts=("cover", "table", "opinions")))) == [("unsure", "warning")]


def test_a_contract_without_its_signing_page_fails() -> None:
    (one,) = findings("missing_page", facts(contract(parts=("parties",))))
    assert (one.outcome, "签字盖章页" in one.message_zh) == ("fail", True)


def test_a_part_that_was_not_made_out_among_all_printed_pages_is_unsure() -> None:
    claim = facts(contract(parts=("parties",)), pages=numbered(1, 2, 3, 4, total=4))
    assert outcomes("missing_page", claim) == [("unsure", "blocking")]


def test_parties_that_were_read_need_no_page_of_their_own() -> None:
    assert outcomes("missing_page", facts(contract(parts=("signing_page",)))) == [("pass", "blocking")]


@pytest.mark.parametrize(
    ("stray", "outcome"),
    [
        (page("form.pdf", 5), "unsure"),
        (page("other.jpg", illegible=Judgement(state="yes")), "unsure"),
        (page("other.jpg"), "fail"),
        (page("form.pdf", 6), "fail"),
        (page("form.pdf", 5, blank=True), "fail"),
    ],
)
def test_an_unsorted_page_nearby_may_be_the_missing_one(stray: Page, outcome: str) -> None:
    claim = facts(application(parts=("cover", "table", "instructions")), pages=[stray])
    assert outcomes("missing_page", claim) == [(outcome, "blocking")]


def card_of_somebody_else(**told: object) -> Document:
    return id_card(id="d7", file="witness.jpg", fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER}, **told)


def test_a_side_of_the_workers_card_fails_and_of_others_is_a_warning() -> None:
    assert outcomes("missing_page", facts(application(), id_card(parts=("front",)))) == [("fail", "blocking")]
    theirs = facts(application(), id_card(), card_of_somebody_else(parts=("front",)))
    assert outcomes("missing_page", theirs) == [("fail", "warning")]


def test_two_lone_sides_may_belong_together() -> None:
    back = id_card(
        id="d8",
        file="back.jpg",
        parts=("back",),
        fields={"name": None, "id_number": None, "sex": None, "birth_date": None},
    )
    claim = facts(application(), id_card(parts=("front",), fields={"name": NAME}), back)
    assert {outcome for outcome, _ in outcomes("missing_page", claim)} == {"unsure"}


def test_without_a_known_document_it_cannot_run() -> None:
    assert outcomes("missing_page", facts(pages=[page("a.jpg")])) == [("could_not_run", "blocking")]
