from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.casework.case import Case
from pipeline.casework.region import Region, read_region, region_of, regions
from pipeline.casework.requirements import requirements_of
from pipeline.declare import checks, document_types
from pipeline.errors import ExitCode, PrecheckError
from pipeline.models.facts import DEFAULT_REGION, Facts
from pipeline.settings import Settings
from tests.checks.building import facts, findings

CHANGCHUN = region_of("changchun")
ELSEWHERE = """
id = "elsewhere"
name_zh = "他市"
marks = []
districts = []

[[papers]]
name = "申请表"
any_of = ["work_injury_application"]
statute = "《工伤保险条例》第十八条"

[[papers]]
name = "报警回执"
any_of = ["police_receipt"]
notice = "他市清单"
weight = "warning"
when = { kinds = ["violence"] }

[[relation_proofs]]
bring = "关系证明"

[basis]
fax_page = ["他市通知第二条：不收传真件"]
"""


def case(**known: object) -> Case:
    unknown = {
        "kind": "workplace", "fatal": False, "serious": False, "treatment": (), "applicant": "employer",
        "employer": "enterprise", "inferred": frozenset(),
    }  # fmt: skip
    return Case(**(unknown | known))  # type: ignore[arg-type]


def names(region: Region, of: Case) -> list[str]:
    return [need.paper.name for need in requirements_of(of, region)]


def test_every_region_can_be_read_and_is_named_by_its_file() -> None:
    assert [region_of(name).id for name in regions()] == list(regions())
    assert DEFAULT_REGION in regions()
    assert Settings().region == DEFAULT_REGION


def test_every_place_for_a_mark_is_in_the_list_with_its_source() -> None:
    slots = [(kind.id, slot.name) for kind in document_types() for slot in kind.slots]
    assert [place for place in slots if CHANGCHUN.mark(*place) is None] == []


def test_another_citys_list_is_another_file() -> None:
    region = read_region("elsewhere", ELSEWHERE)
    assert names(region, case()) == ["申请表"]
    assert names(region, case(kind="violence")) == ["申请表", "报警回执"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("id = ", "Invalid"),
        (ELSEWHERE + "\nextra = 1", "extra"),
        (ELSEWHERE.replace("police_receipt", "police_reciept"), "unknown document types: police_reciept"),
        (ELSEWHERE.replace('notice = "他市清单"\n', ""), "neither statute, notice nor portal asks for it"),
        (ELSEWHERE.replace("fax_page", "fax_pages"), "unknown checks: fax_pages"),
        (ELSEWHERE.replace("violence", "violent"), "papers.1.when.kinds.0"),
        (ELSEWHERE.replace('bring = "关系证明"', 'bring = "x"\nrelations = ["spouse"]'), "no relation proof"),
    ],
)
def test_a_list_that_is_wrong_is_refused_with_a_line(wrong: str, said: str) -> None:
    with pytest.raises(PrecheckError) as refused:
        read_region("elsewhere", wrong)
    assert (refused.value.code, refused.value.exit_code) == ("region_invalid", ExitCode.USAGE)
    assert said in refused.value.line()
    assert "\n" not in refused.value.line()


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A second region: a file and nothing else."""
    tmp_path.joinpath("elsewhere.toml").write_text(ELSEWHERE, encoding="utf-8")
    monkeypatch.setattr("pipeline.casework.region._FOLDER", tmp_path)
    regions.cache_clear()
    region_of.cache_clear()
    yield "elsewhere"
    regions.cache_clear()
    region_of.cache_clear()


def test_what_a_finding_rests_on_comes_from_the_region_chosen(elsewhere: str) -> None:
    there = facts(region=elsewhere)
    assert basis("fax_page", there) == ("他市通知第二条：不收传真件",)
    assert basis("paper_size", there) == ()
    assert basis("filing_deadline", there) == ("《工伤保险条例》第十七条", "《民法典》第二百零一条至第二百零三条")
    assert basis("required_documents", there) == ("《工伤保险条例》第十八条",)
    assert not any("长春" in line for check in checks() for line in basis(check.id, there))


def basis(check_id: str, claim: Facts) -> tuple[str, ...]:
    return findings(check_id, claim)[0].basis


def test_a_region_without_a_file_is_refused() -> None:
    with pytest.raises(PrecheckError) as refused:
        region_of("atlantis")
    assert (refused.value.code, refused.value.exit_code) == ("region_unknown", ExitCode.USAGE)


@pytest.mark.parametrize(
    ("known", "needed"),
    [
        ({"kind": "commute_traffic"}, ["道路交通事故认定书", "上下班路线图", "作息时间表", "居住证明"]),
        ({"kind": "violence"}, ["报警回执"]),
        ({"kind": "event"}, ["比赛或文艺表演的正式文件"]),
        ({"fatal": True}, ["120抢救记录", "死亡证明"]),
        ({"treatment": ("ambulance",)}, ["120急救记录"]),
        ({"treatment": ("inpatient",)}, ["住院病历首页", "入院记录", "病程记录"]),
    ],
)
def test_each_kind_of_case_adds_its_papers(known: dict[str, object], needed: list[str]) -> None:
    assert [name for name in names(CHANGCHUN, case(**known)) if name not in names(CHANGCHUN, case())] == needed


def test_a_disease_that_only_words_tell_of_still_takes_either_diagnosis() -> None:
    by_words = case(kind="occupational_disease", inferred=frozenset({"kind"}))
    needs = {need.paper.name: (need.weight, need.certain) for need in requirements_of(by_words, CHANGCHUN)}
    assert needs["诊断证明书"] == ("blocking", True)
    assert needs["职业病诊断证明书或职业病诊断鉴定书"] == ("warning", False)


@pytest.mark.parametrize("employer", ["enterprise", "institution", None])
def test_exactly_one_licence_is_needed(employer: str | None) -> None:
    needs = [need for need in requirements_of(case(employer=employer), CHANGCHUN) if "第八项" in need.paper.notice]
    assert [need.weight for need in needs] == ["blocking"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("吉林省长春市朝阳区前进大街1号", {"朝阳区"}),
        ("长春净月高新技术产业开发区", {"净月高新区"}),
        ("长春市高新区硅谷大街", {"长春新区"}),
        ("汽车经济技术开发区东风大街", {"汽车经济技术开发区"}),
        ("北京市海淀区", set()),
    ],
)
def test_districts_are_found_in_addresses(text: str, found: set[str]) -> None:
    assert {district.name for district in CHANGCHUN.districts_in(text)} == found
