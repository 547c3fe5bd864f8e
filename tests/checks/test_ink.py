"""ink: writing that is not black, on the papers that the applicant's side fills in."""

from pipeline.models.facts import Facts
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement
from tests.checks.building import certificate, document, facts, findings, outcomes, page

PLACE = Box(100, 200, 400, 260)
BLUE = Judgement(state="yes", confidence=0.95, reason_zh="手写部分为蓝色笔迹", reason_en="writing in blue", box=PLACE)
BLACK = Judgement(state="no", confidence=0.9)
GREY = Judgement(state="unsure", reason_zh="页面没有色彩，无法判断墨色", reason_en="no colour to judge ink by")


def statements(*pens: Judgement) -> Facts:
    papers = [document("witness_statement", f"{at}.jpg", id=f"d{at}") for at, _ in enumerate(pens)]
    return facts(*papers, pages=[page(f"{at}.jpg", pen=pen) for at, pen in enumerate(pens)])


def test_blue_writing_fails_and_is_shown() -> None:
    (one,) = findings("ink", statements(BLACK, BLUE))
    assert (one.outcome, one.severity, one.subject) == ("fail", "blocking", "1.jpg#1")
    assert one.message_zh == "《证人证言》（1.jpg 第1页）手写部分为蓝色笔迹，应为黑色。"
    assert one.evidence[0].box == PLACE


def test_a_little_of_it_is_for_a_person() -> None:
    assert outcomes("ink", statements(BLUE.model_copy(update={"state": "unsure"}))) == [("unsure", "blocking")]


def test_grey_pages_are_said_to_be_unjudged() -> None:
    (one,) = findings("ink", statements(BLACK, GREY))
    assert one.outcome == "pass"
    assert "已查看1页" in one.message_zh
    assert "另有1页没有色彩" in one.message_zh


def test_with_grey_pages_alone_nothing_is_passed() -> None:
    (one,) = findings("ink", statements(GREY, GREY))
    assert (one.outcome, len(one.evidence)) == ("unsure", 2)


def test_hospital_papers_may_be_written_in_blue() -> None:
    claim = facts(certificate(), pages=[page("diagnosis.jpg", pen=BLUE)])
    assert outcomes("ink", claim) == [("not_applicable", "blocking")]
