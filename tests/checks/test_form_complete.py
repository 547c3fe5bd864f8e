import pytest

from pipeline.models.claim import ClaimInfo, Injury
from pipeline.models.finding import Evidence, Finding
from tests.checks.building import BOX, CELLS, application, facts, field, findings, outcomes

BASIS = (
    "《工伤认定办法》附件《工伤认定申请表》",
    "长春市申报材料清单注意事项第一项：必须完整填报工伤认定申请表各项内容",
)
DISEASE = ClaimInfo(injury=Injury(kind="occupational_disease"))


def test_a_complete_form_passes() -> None:
    assert findings("form_complete", facts(application())) == (
        Finding(
            check="form_complete",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="工伤认定申请表各项内容均已填写。",
            message_en="Every required cell of the application form is filled in.",
            basis=BASIS,
        ),
    )


def test_a_blank_cell_fails_with_its_box() -> None:
    blank = field("", number=2, confidence=0.9, text="年 月 日")
    assert findings("form_complete", facts(application(fields={"employed_since": blank}))) == (
        Finding(
            check="form_complete",
            outcome="fail",
            severity="blocking",
            subject="d1",
            message_zh="工伤认定申请表“参加工作时间”一栏未填写（form.pdf 第2页）。",
            message_en="The cell employed since of the application form is blank (form.pdf page 2).",
            remedy_zh="必须完整填报工伤认定申请表各项内容，请补填“参加工作时间”。",
            basis=BASIS,
            evidence=(Evidence(file="form.pdf", page=2, box=BOX),),
        ),
    )


@pytest.mark.parametrize("cell", sorted(set(CELLS) - {"accident_date"}))
def test_every_cell_counts(cell: str) -> None:
    assert outcomes("form_complete", facts(application(fields={cell: ""}))) == [("fail", "blocking")]


def test_a_cell_that_could_not_be_read_is_unsure() -> None:
    dim = field("", confidence=0.2, text="2O2?")
    assert outcomes("form_complete", facts(application(fields={"employed_since": dim}))) == [("unsure", "blocking")]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("2026年Ⅱ1月4日", "pass"),
        ("202617/28", "pass"),
        ("2026.11.0", "pass"),
        ("2026/11/", "unsure"),
        ("2026年 月 日", "unsure"),
        ("一年一月一日", "unsure"),
        ("20年月4日", "unsure"),
    ],
)
def test_a_day_that_is_written_but_not_legible_fills_its_cell(text: str, outcome: str) -> None:
    dim = field("", confidence=0.2, text=text)
    assert outcomes("form_complete", facts(application(fields={"diagnosed_on": dim}))) == [(outcome, "blocking")]


def test_cells_that_were_not_found_are_named_together() -> None:
    (one,) = findings("form_complete", facts(application(fields={"sex": None, "occupation": None})))
    assert (one.outcome, one.evidence) == ("unsure", ())
    assert "“性别”、“职业、工种或工作岗位”（已查看：《工伤认定申请表》（form.pdf 第1-4页））" in one.message_zh


def test_the_employers_opinion_may_be_blank_when_the_worker_applies() -> None:
    form = application(fields={"employer_opinion": ""})
    assert outcomes("form_complete", facts(form, claim=ClaimInfo(applicant="worker"))) == [("fail", "warning")]


def test_the_cells_on_hazards_count_for_a_disease_only() -> None:
    form = application(fields={"hazard_post": "", "hazard_period": "", "disease_name": "矽肺"})
    assert outcomes("form_complete", facts(form)) == [("pass", "blocking")]
    assert outcomes("form_complete", facts(form, claim=DISEASE)) == [("fail", "warning")] * 2


def test_injury_or_disease_one_of_them_has_to_be_named() -> None:
    disease = application(fields={"injured_part": "", "disease_name": "矽肺"})
    assert outcomes("form_complete", facts(disease)) == [("pass", "blocking")]
    neither = application(fields={"injured_part": "", "disease_name": ""})
    (one,) = findings("form_complete", facts(neither))
    assert "“伤害部位或疾病名称”" in one.message_zh
    (one,) = findings(
        "form_complete",
        facts(
            application(fields={"injured_part": "", "disease_name": "", "hazard_post": "清砂", "hazard_period": "无"}),
            claim=DISEASE,
        ),
    )
    assert "“职业病名称”" in one.message_zh


def test_without_a_form_it_could_not_run() -> None:
    assert outcomes("form_complete", facts()) == [("could_not_run", "blocking")]
