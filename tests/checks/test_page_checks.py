"""fax_page, legible, duplicate_page and unknown_document: the checks that go page by page."""

from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement, PageRef
from tests.checks.building import facts, findings, outcomes, page

HEADER = Box(0, 0, 900, 60)
NO_FAX = ("长春市申报材料清单注意事项第三项：材料中请不要用传真件",)


def two_pages(**told: object) -> Facts:
    return facts(pages=[page("a.pdf"), page("a.pdf", 2, **told)])


def test_a_certain_fax_fails_with_its_header_shown() -> None:
    fax = Judgement(
        state="yes", confidence=0.97, reason_zh="页眉有传真发送信息", reason_en="sender's header", box=HEADER
    )
    assert findings("fax_page", two_pages(fax=fax)) == (
        Finding(
            check="fax_page",
            outcome="fail",
            severity="blocking",
            subject="a.pdf#2",
            message_zh="a.pdf 第2页是传真件：页眉有传真发送信息。",
            message_en="a.pdf page 2 is a fax: sender's header.",
            remedy_zh="材料中请不要用传真件，请提交该页的原件或复印件扫描件。",
            basis=NO_FAX,
            evidence=(Evidence(file="a.pdf", page=2, box=HEADER),),
        ),
    )


def test_a_possible_fax_is_for_a_person() -> None:
    (one,) = findings("fax_page", two_pages(fax=Judgement(state="unsure", reason_zh="行纹周期性")))
    assert (one.outcome, one.message_zh) == ("unsure", "a.pdf 第2页疑似传真件：行纹周期性。")


def test_a_page_of_a_known_paper_is_called_by_its_name() -> None:
    fax = Judgement(state="yes", reason_zh="页眉有传真发送信息")
    (one,) = findings("fax_page", two_pages(fax=fax, type="diagnosis_certificate"))
    assert one.message_zh == "《诊断证明书》（a.pdf 第2页）是传真件：页眉有传真发送信息。"


def test_no_fax_is_said_once() -> None:
    assert findings("fax_page", two_pages()) == (
        Finding(
            check="fax_page",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="已查看2页，未发现传真件。",
            message_en="No fax among 2 pages.",
            basis=NO_FAX,
        ),
    )


def test_an_illegible_page_fails_and_a_poor_one_is_unsure() -> None:
    assert outcomes("legible", two_pages(illegible=Judgement(state="yes", reason_zh="对焦不实"))) == [
        ("fail", "blocking")
    ]
    assert outcomes("legible", two_pages(illegible=Judgement(state="unsure"))) == [("unsure", "blocking")]
    assert outcomes("legible", two_pages()) == [("pass", "blocking")]
    assert outcomes("legible", two_pages(illegible=Judgement(state="yes"), blank=True)) == [("pass", "blocking")]


def test_a_page_sent_twice_is_shown_beside_the_first() -> None:
    twice = two_pages(same_as=PageRef(file="a.pdf", page=1), same_as_confidence=0.98)
    (one,) = findings("duplicate_page", twice)
    assert (one.outcome, one.severity, one.subject) == ("fail", "info", "a.pdf#2")
    assert one.message_zh == "a.pdf 第2页与a.pdf 第1页是同一页。"
    assert [(spot.file, spot.page) for spot in one.evidence] == [("a.pdf", 2), ("a.pdf", 1)]


def test_a_doubtful_repetition_is_unsure_and_blank_pages_repeat_nothing() -> None:
    first = PageRef(file="a.pdf", page=1)
    assert outcomes("duplicate_page", two_pages(same_as=first, same_as_confidence=0.7)) == [("unsure", "info")]
    assert outcomes("duplicate_page", two_pages(same_as=first, same_as_confidence=1.0, blank=True)) == [
        ("pass", "info")
    ]


def test_unsorted_pages_are_named_and_blank_ones_are_not() -> None:
    claim = facts(pages=[page("a.pdf"), page("a.pdf", 2, blank=True), page("b.jpg", type="id_card")])
    (one,) = findings("unknown_document", claim)
    assert (one.outcome, one.severity, one.subject) == ("unsure", "info", "a.pdf#1")
    assert one.message_zh == "a.pdf 第1页未能归类，其内容没有检查，请人工查看。"


def test_without_a_page_nothing_is_passed() -> None:
    for check_id in ("fax_page", "legible", "duplicate_page", "unknown_document"):
        assert [outcome for outcome, _ in outcomes(check_id, facts())] == ["could_not_run"]
