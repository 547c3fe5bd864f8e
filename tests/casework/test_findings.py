import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.casework.findings import (
    Message,
    could_not_run,
    failed,
    field_evidence,
    id_number_evidence,
    mark_evidence,
    not_found,
    off_page,
    passed,
    unsure,
)
from pipeline.casework.wording import Text
from pipeline.declare import checks
from pipeline.models.finding import Evidence
from tests.checks.building import field, mark

CHECK = checks()[0]
SPOT = Evidence(file="a.pdf", page=1)


@pytest.mark.parametrize("say", [failed, unsure])
def test_a_fault_without_evidence_cannot_be_made(say: object) -> None:
    with pytest.raises(ValueError, match="without evidence"):
        say(CHECK, Message("有误。", "Wrong."), [])  # type: ignore[operator]


def test_what_was_not_found_tells_where_it_was_sought() -> None:
    found = not_found(CHECK, "fail", Message("没有签字页。", "No signing page."), Text("全部3页", "all 3 pages"))
    assert found.message_zh == "没有签字页（已查看：全部3页）。"
    assert found.message_en == "No signing page (searched: all 3 pages)."


def test_what_has_no_page_has_to_name_its_source() -> None:
    with pytest.raises(ValueError, match="does not name"):
        off_page(CHECK, "fail", Message("有误。", "Wrong."), Text("网上申报信息", "the portal's data"))


def test_severity_and_subject_are_the_checks_unless_said_otherwise() -> None:
    told = Message("有误。", "Wrong.", "请更正。")
    usual, lighter = failed(CHECK, told, [SPOT]), failed(CHECK, told, [SPOT], severity="info")
    assert (usual.severity, usual.subject) == (CHECK.severity, "claim")
    assert (lighter.severity, lighter.remedy_zh) == ("info", "请更正。")


def test_a_missing_fact_is_named() -> None:
    assert could_not_run(CHECK, Text("事故日期", "the accident")).message_zh == "无法检查：缺少事故日期。"


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True), st.text(alphabet="号码为，。 abc", max_size=5))
def test_no_full_number_gets_out(number: str, around: str) -> None:
    told = Message(f"{around}{number}{around}", f"{around}{number}", number)
    found = passed(CHECK, told, evidence=[field_evidence(field(f"{around}{number}"))])
    assert number not in found.model_dump_json()
    assert f"{number[:6]}********{number[-4:]}" in found.message_zh


def test_a_badly_read_number_is_covered_too() -> None:
    assert id_number_evidence(field("22Z1041985Q1019999")).text == "22Z104********9999"


def test_a_mark_without_a_place_shows_nothing() -> None:
    assert mark_evidence(mark("employer_seal", "seal", "absent", None, None)) == ()
