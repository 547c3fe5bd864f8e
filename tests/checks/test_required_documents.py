import pytest

from pipeline.models.claim import ClaimInfo, Employer, Injury
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding
from pipeline.models.report import FileError
from tests.checks.building import (
    OTHER_NAME,
    OTHER_NUMBER,
    application,
    certificate,
    contract,
    document,
    facts,
    findings,
    id_card,
    other_papers,
    outcomes,
    page,
)

PAPERS = (application(), id_card(), contract(), certificate(), *other_papers())
BASIS = ("《工伤保险条例》第十八条", "长春市申报材料清单第一项至第十一项", "吉林智慧人社网厅上传附件要求")
WORKPLACE = Injury(kind="workplace", fatal=False, treatment=())


def without(*types: str, claim: ClaimInfo | None = None, added: tuple[Document, ...] = (), **told: object) -> Facts:
    kept = [paper for paper in PAPERS if paper.type not in types]
    return facts(*kept, *added, claim=claim or ClaimInfo(injury=WORKPLACE), **told)  # type: ignore[arg-type]


def test_a_complete_claim_passes() -> None:
    assert findings("required_documents", without()) == (
        Finding(
            check="required_documents",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="必备材料齐全。",
            message_en="All required documents are there.",
            basis=BASIS,
        ),
    )


def test_a_missing_diagnosis_fails_and_says_who_asks() -> None:
    pages = sum(len(paper.pages) for paper in PAPERS) - 1
    assert findings("required_documents", without("diagnosis_certificate")) == (
        Finding(
            check="required_documents",
            outcome="fail",
            severity="blocking",
            subject="claim",
            message_zh=f"缺少诊断证明书（《工伤保险条例》第十八条、长春市清单第五项）（已查看：上传的全部{pages}页）。",
            message_en="Missing: diagnosis certificate or occupational disease certificate or occupational disease "
            f"appraisal (searched: all {pages} uploaded pages).",
            remedy_zh="请补交医院诊断书原件及复印件。",
            basis=("《工伤保险条例》第十八条", "长春市清单第五项"),
        ),
    )


@pytest.mark.parametrize(
    "type_id",
    [
        "work_injury_application",
        "labor_contract",
        "diagnosis_certificate",
        "id_card",
        "witness_statement",
        "accident_investigation_report",
        "business_license",
    ],
)
def test_these_hold_a_claim_up(type_id: str) -> None:
    assert ("fail", "blocking") in outcomes("required_documents", without(type_id))


def test_other_items_of_the_list_are_one_warning_beside_the_pass() -> None:
    found = findings("required_documents", without("power_of_attorney", "accident_filing_form", "acceptance_notice"))
    assert [(one.outcome, one.severity) for one in found] == [("pass", "blocking"), ("fail", "warning")]
    assert "授权委托书（长春市清单第九项）" in found[1].message_zh
    assert found[1].remedy_zh == "请补交授权委托书、长春市工伤保险事故报告备案表；受理通知书请与经办机构确认。"


def test_a_page_that_could_not_be_sorted_may_be_the_missing_document() -> None:
    (one,) = findings(
        "required_documents", without("diagnosis_certificate", pages=[page("scan.jpg"), page("b.jpg", blank=True)])
    )
    assert (one.outcome, one.severity) == ("unsure", "blocking")
    assert "scan.jpg 第1页" in one.message_zh
    assert one.evidence == (Evidence(file="scan.jpg", page=1),)


def test_many_unsorted_pages_are_counted_and_some_shown() -> None:
    (one,) = findings(
        "required_documents", without("diagnosis_certificate", pages=[page("s.pdf", n) for n in range(1, 31)])
    )
    assert len(one.evidence) == 6
    assert "共30页未归类" in one.message_zh


def test_a_file_that_could_not_be_read_may_hold_it_too() -> None:
    broken = FileError(file="诊断.pdf", code="damaged", message_zh="文件损坏。", message_en="Damaged.")
    (one,) = findings("required_documents", without("diagnosis_certificate", errors=(broken,)))
    assert (one.outcome, one.evidence) == ("unsure", ())
    assert "诊断.pdf" in one.message_zh


@pytest.mark.parametrize(
    ("missing", "instead"),
    [
        ("labor_contract", "labor_relation_certificate"),
        ("labor_contract", "arbitration_or_judgment"),
        ("id_card", "household_register"),
        ("business_license", "public_institution_certificate"),
    ],
)
def test_a_substitute_will_do(missing: str, instead: str) -> None:
    claim = without(missing, added=(document(instead, "instead.pdf", id="d9"),))
    assert outcomes("required_documents", claim) == [("pass", "blocking")]


def test_an_enterprise_needs_a_licence_of_its_kind() -> None:
    code = document("organization_code_certificate", "code.pdf", id="d9")
    info = ClaimInfo(injury=WORKPLACE, employer=Employer(kind="enterprise"))
    assert outcomes("required_documents", without("business_license", added=(code,), claim=info)) == [
        ("fail", "blocking")
    ]


def test_somebody_elses_card_is_not_the_workers() -> None:
    theirs = id_card(id="d9", file="x.jpg", fields={"name": OTHER_NAME, "id_number": OTHER_NUMBER})
    assert outcomes("required_documents", without("id_card", added=(theirs,))) == [("fail", "blocking")]


def test_the_employers_papers_are_warnings_when_the_worker_applies() -> None:
    info = ClaimInfo(applicant="worker", injury=WORKPLACE)
    claim = without("accident_investigation_report", "business_license", claim=info)
    assert outcomes("required_documents", claim) == [("pass", "blocking"), ("fail", "warning")]


@pytest.mark.parametrize(
    ("injury", "named"),
    [
        (
            Injury(kind="commute_traffic", fatal=False, treatment=()),
            "道路交通事故认定书（长春市清单第十一项）、上下班路线图",
        ),
        (Injury(kind="violence", fatal=False, treatment=()), "报警回执"),
        (Injury(kind="event", fatal=False, treatment=()), "比赛或文艺表演的正式文件"),
        (Injury(kind="workplace", fatal=True, treatment=()), "死亡证明"),
        (
            Injury(kind="workplace", fatal=False, treatment=("inpatient",)),
            "住院病历首页（吉林智慧人社网厅要求）、入院记录",
        ),
        (Injury(kind="workplace", fatal=False, treatment=("ambulance",)), "120急救记录"),
        (Injury(kind="workplace", fatal=False, treatment=("outpatient",)), "门诊病历手册"),
    ],
)
def test_what_the_injury_and_the_treatment_call_for_is_a_warning(injury: Injury, named: str) -> None:
    found = findings("required_documents", without(claim=ClaimInfo(injury=injury)))
    assert [(one.outcome, one.severity) for one in found] == [("pass", "blocking"), ("fail", "warning")]
    assert named in found[1].message_zh


def test_an_occupational_disease_needs_its_own_certificate() -> None:
    info = ClaimInfo(injury=Injury(kind="occupational_disease", fatal=False, treatment=()))
    assert ("fail", "blocking") in outcomes("required_documents", without(claim=info))
    theirs = document("occupational_disease_certificate", "disease.pdf", id="d9")
    assert outcomes("required_documents", without(claim=info, added=(theirs,))) == [("pass", "blocking")]


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("下班途中骑电动车与小型轿车相撞", True),
        ("在岗亭被对方持木棍殴打", True),
        ("经120送医后住院", True),
        ("未拨打120，由店长驾车送医", False),
        ("没有发生交通事故，在车间滑倒", False),
        ("操作120毫米钢管时压伤", False),
    ],
)
def test_words_of_the_form_call_for_papers_but_never_fail(words: str, needed: bool) -> None:
    form = application(fields={"narrative": words, "accident": "2026年9月18日"})
    claim = facts(form, *(paper for paper in PAPERS if paper.type != "work_injury_application"))
    assert outcomes("required_documents", claim) == [("pass", "blocking"), *([("unsure", "warning")] if needed else [])]


def test_without_any_word_on_the_injury_it_could_not_run_wholly() -> None:
    silent = application(fields={"narrative": None, "accident": None})
    claim = facts(silent, *(paper for paper in PAPERS if paper.type != "work_injury_application"))
    assert outcomes("required_documents", claim) == [("could_not_run", "blocking")]


def test_what_only_the_bureau_can_write_is_not_asked_of_the_applicant() -> None:
    found = findings("required_documents", without("acceptance_notice"))
    assert [(one.outcome, one.severity, one.remedy_zh) for one in found] == [
        ("pass", "blocking", ""),
        ("fail", "warning", ""),
    ]
