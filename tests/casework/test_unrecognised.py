from pipeline.casework.unrecognised import hiding_places, pages_that_may_belong, unread_files, unsorted_pages
from pipeline.casework.wording import Text
from pipeline.models.page import Judgement
from pipeline.models.report import FileError
from tests.checks.building import contract, facts, id_card, page


def test_blank_and_sorted_pages_hide_nothing() -> None:
    claim = facts(contract(2), pages=[page("a.jpg"), page("b.jpg", blank=True)])
    assert [str(one.ref) for one in unsorted_pages(claim)] == ["a.jpg#1"]


def test_a_missing_page_is_sought_next_door_and_among_the_illegible() -> None:
    paper = contract(2)
    loose = [
        page("contract.pdf", 3),
        page("contract.pdf", 4),
        page("a.jpg"),
        page("b.jpg", illegible=Judgement(state="unsure")),
    ]
    found = pages_that_may_belong(facts(paper, pages=loose), paper)
    assert [str(one.ref) for one in found] == ["contract.pdf#3", "b.jpg#1"]


def test_a_lone_side_may_belong_to_a_card_that_lacks_it() -> None:
    front, back = id_card(parts=("front",)), id_card(id="d8", file="back.jpg", parts=("back",))
    assert [str(one.ref) for one in pages_that_may_belong(facts(front, back), front)] == ["back.jpg#1"]
    whole = id_card(id="d9", file="whole.jpg")
    assert pages_that_may_belong(facts(front, whole), front) == ()


def test_files_are_named_up_to_five_and_then_counted() -> None:
    files = [f"{at}.pdf" for at in range(6)]
    assert hiding_places([], files[:5]).zh == "无法读取的文件0.pdf、1.pdf、2.pdf、3.pdf、4.pdf"
    assert hiding_places([], files).en == "unreadable files 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf, 6 in all"
    assert hiding_places([page("a.jpg")], ["b.pdf"]) == Text(
        "未归类的页面a.jpg 第1页和无法读取的文件b.pdf", "unsorted pages a.jpg page 1 and unreadable files b.pdf"
    )


def test_an_unreadable_claim_json_hides_no_paper() -> None:
    errors = tuple(
        FileError(file=file, code=code, message_zh="坏。", message_en="Bad.")
        for file, code in (("a.pdf", "damaged"), ("a.pdf", "damaged"), ("claim.json", "claim_json_invalid"))
    )
    assert unread_files(facts(errors=errors)) == ("a.pdf",)
