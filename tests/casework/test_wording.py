import pytest

from pipeline.casework.wording import Text, document_name, document_place, numbers, pages_place, slot_name
from pipeline.models.page import PageRef
from tests.checks.building import application


@pytest.mark.parametrize(
    ("values", "written"),
    [([], ""), ([3], "3"), ([1, 2, 3, 5], "1-3, 5"), ([9, 7, 8, 1, 1], "1, 7-9"), ([1, 2], "1-2")],
)
def test_numbers_in_a_row_are_shortened(values: list[int], written: str) -> None:
    assert numbers(values) == written


def test_pages_are_named_by_file() -> None:
    refs = [PageRef(file="a.pdf", page=page) for page in (1, 2, 4)] + [PageRef(file="b.jpg", page=1)]
    assert pages_place(refs) == Text("a.pdf 第1-2、4页，b.jpg 第1页", "a.pdf page 1-2, 4, b.jpg page 1")


def test_many_files_are_counted() -> None:
    refs = [PageRef(file=f"{at}.jpg", page=1) for at in range(9)]
    assert pages_place(refs).zh.endswith("4.jpg 第1页等9个文件")


def test_a_document_is_named_with_its_pages() -> None:
    assert document_place(application()) == Text(
        "《工伤认定申请表》（form.pdf 第1-4页）", "work injury application (form.pdf page 1-4)"
    )


def test_names_come_from_the_declared_types() -> None:
    assert document_name("labor_contract") == Text("劳动合同书", "labor contract")
    assert slot_name("labor_contract", "worker_signature") == Text("乙方（签字）", "worker signature")
    assert slot_name("work_injury_application", "employer_seal").zh == "单位公章"


def test_what_has_no_name_is_called_by_its_identifier() -> None:
    assert document_name("new_paper") == Text("new_paper", "new paper")
    assert slot_name("new_paper", "new_slot") == Text("new_slot", "new slot")
