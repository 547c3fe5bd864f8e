import pytest

from pipeline.models.comparison import Comparison, Difference, Side
from pipeline.models.document import Document
from pipeline.models.facts import Facts, FieldComparison
from pipeline.models.finding import Finding
from tests.checks.building import application, certificate, facts, findings, outcomes, spot

BASIS = ("长春市申报材料清单第一项：“伤害部位或疾病名称”一栏内容要与诊断书的诊断结果一字不差",)


def compared(comparison: Comparison, form: Document, paper: Document) -> FieldComparison:
    return FieldComparison(
        left_document=form.id,
        left_field="injured_part",
        right_document=paper.id,
        right_field="diagnosis",
        comparison=comparison,
    )


def comparison(verdict: str, left: str, right: str, **told: object) -> Comparison:
    return Comparison.model_validate(
        {
            "verdict": verdict,
            "probability_identical": 0.5,
            "left": Side(text=left, confidence=0.95),
            "right": Side(text=right, confidence=0.95),
            **told,
        }
    )


def claim(verdict: str, left: str, right: str, **told: object) -> Facts:
    form = application(fields={"injured_part": left})
    paper = certificate(fields={"diagnosis": right})
    return facts(form, paper, comparisons=(compared(comparison(verdict, left, right, **told), form, paper),))


SLIP = Difference(op="replace", left="末", right="未", left_index=4, right_index=4)


def test_the_same_text_passes_with_both_spots() -> None:
    same = claim("identical", "左手示指末节骨折", "左手示指末节骨折")
    form, paper = same.documents
    assert findings("injury_matches_diagnosis", same) == (
        Finding(
            check="injury_matches_diagnosis",
            outcome="pass",
            severity="blocking",
            subject="claim",
            message_zh="伤害部位与诊断一字不差：“左手示指末节骨折”。",
            message_en="The injury and the diagnosis say the same: 左手示指末节骨折.",
            basis=BASIS,
            evidence=(spot(form.fields["injured_part"]), spot(paper.fields["diagnosis"])),
        ),
    )


def test_a_different_character_fails_and_is_named() -> None:
    slipped = claim("different", "左手示指末节骨折", "左手示指未节骨折", differences=(SLIP,))
    form, paper = slipped.documents
    assert findings("injury_matches_diagnosis", slipped) == (
        Finding(
            check="injury_matches_diagnosis",
            outcome="fail",
            severity="blocking",
            subject="claim",
            message_zh="伤害部位与诊断不一致：申请表写“左手示指末节骨折”，诊断书写“左手示指未节骨折”；第5字申请表为“末”、诊断书为“未”。",
            message_en="Injury and diagnosis differ: the form says 左手示指末节骨折, the certificate 左手示指未节骨折; "
            "character 5 is 末 against 未.",
            remedy_zh="“伤害部位或疾病名称”一栏内容要与诊断书的诊断结果一字不差，请按诊断书重新填写申请表，或由医院更正诊断书。",
            basis=BASIS,
            evidence=(spot(form.fields["injured_part"]), spot(paper.fields["diagnosis"])),
        ),
    )


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (Difference(op="insert", left="", right="裂伤", left_index=8, right_index=8), "申请表比诊断书少“裂伤”"),
        (Difference(op="delete", left="左", right="", left_index=0, right_index=0), "申请表第1字起多“左”"),
    ],
)
def test_missing_and_surplus_characters_are_named(difference: Difference, said: str) -> None:
    (one,) = findings("injury_matches_diagnosis", claim("different", "左甲", "甲裂伤", differences=(difference,)))
    assert said in one.message_zh


def test_a_doubtful_character_is_unsure_and_says_why() -> None:
    (one,) = findings(
        "injury_matches_diagnosis", claim("unsure", "左手示指", "左手示指", differences=(), reason="第3字看不清")
    )  # fmt: skip
    assert one.outcome == "unsure"
    assert "第3字看不清" in one.message_zh
    assert len(one.evidence) == 2


def test_punctuation_alone_is_a_warning_that_passes() -> None:
    pointed = claim("identical", "左手骨折", "左手，骨折", only_punctuation=True)
    assert outcomes("injury_matches_diagnosis", pointed) == [("pass", "warning")]


def test_agreement_with_one_of_two_certificates_is_unsure() -> None:
    form, first, second = application(), certificate(), certificate(id="d5")
    both = facts(
        form,
        first,
        second,
        comparisons=(
            compared(comparison("identical", "骨折", "骨折"), form, first),
            compared(comparison("different", "骨折", "骨析"), form, second),
        ),
    )
    assert outcomes("injury_matches_diagnosis", both) == [("unsure", "blocking")]


@pytest.mark.parametrize(
    ("papers", "named"),
    [
        ((), "《工伤认定申请表》"),
        ((application(),), "《诊断证明书》"),
        ((application(fields={"injured_part": ""}), certificate()), "申请表“伤害部位或疾病名称”"),
        ((application(fields={"injured_part": None}), certificate()), "申请表“伤害部位或疾病名称”"),
        ((application(), certificate(fields={"diagnosis": None})), "诊断证明书的诊断"),
        ((application(), certificate()), "两处文字的逐字比对"),
    ],
)
def test_what_is_missing_is_named(papers: tuple[Document, ...], named: str) -> None:
    (one,) = findings("injury_matches_diagnosis", facts(*papers))
    assert (one.outcome, one.message_zh) == ("could_not_run", f"无法检查：缺少{named}。")
