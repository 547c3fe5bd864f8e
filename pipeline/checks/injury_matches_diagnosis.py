"""The injury on the application form says something else than the diagnosis.

Looks at: the form's cell 伤害部位或疾病名称 and the diagnosis of every diagnosis certificate, character for character,
from their pictures. White space, line breaks and punctuation are not characters; everything else is.

Why: the bureau decides on the injury that the form names. A wrong side, a wrong bone or an item left out changes what
is covered.

Fails: when the two certainly differ. With several certificates: when the form agrees with none of them.

Unsure: when a character could not be read for sure, or when the form agrees with one certificate and not with another.
Where only punctuation differs the rule passes, with a remark.

Source: the city's list: the field has to equal the diagnosis 一字不差.

Passing example: the form says 左手示指末节开放性骨折, the certificate says 左手示指末节开放性骨折。

Failing example: the form says 左手食指末节开放性骨折, the certificate says 左手示指末节开放性骨折.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message, could_not_run, failed, field_evidence, passed, unsure
from pipeline.casework.wording import Text, document_name
from pipeline.declare import Check
from pipeline.models.comparison import Comparison, Difference
from pipeline.models.document import Document, Field
from pipeline.models.facts import Facts, FieldComparison
from pipeline.models.finding import Evidence, Finding

_FORM = "work_injury_application"
_CERTIFICATES = ("diagnosis_certificate", "occupational_disease_certificate")
_INJURY = Text("申请表“伤害部位或疾病名称”", "the injury on the application form")
_DIAGNOSIS = Text("诊断证明书的诊断", "the diagnosis on a diagnosis certificate")
_REMEDY = "“伤害部位或疾病名称”一栏内容要与诊断书的诊断结果一字不差，请按诊断书重新填写申请表，或由医院更正诊断书。"


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every certificate that the form does not surely agree with, or one pass."""
    compared = [pair for pair in facts.comparisons if pair.right_field == "diagnosis"]
    if not compared:
        return [could_not_run(CHECK, _missing(facts))]
    agreed = [pair for pair in compared if pair.comparison.verdict == "identical"]
    doubtful = [_disagreement(facts, pair, agreed_elsewhere=bool(agreed)) for pair in compared if pair not in agreed]
    return doubtful or [_agreement(facts, agreed)]


def _missing(facts: Facts) -> Text:
    """The first of the two texts that is not there."""
    for place, types, field in ((_INJURY, (_FORM,), "injured_part"), (_DIAGNOSIS, _CERTIFICATES, "diagnosis")):
        papers = facts.of_type(*types)
        if not papers:
            name = document_name(types[0])
            return Text(f"《{name.zh}》", name.en)
        if not any(paper.value(field) for paper in papers):
            return place
    return Text("两处文字的逐字比对", "a comparison of the two texts")


def _agreement(facts: Facts, agreed: list[FieldComparison]) -> Finding:
    pair = next((pair for pair in agreed if pair.comparison.only_punctuation), agreed[0])
    text = pair.comparison.left.text
    evidence = _evidence(facts, pair)
    if not pair.comparison.only_punctuation:
        same = Message(f"伤害部位与诊断一字不差：“{text}”。", f"The injury and the diagnosis say the same: {text}.")
        return passed(CHECK, same, evidence=evidence)
    nearly = Message(
        f"伤害部位与诊断文字相同，仅标点不同：申请表“{text}”，诊断书“{pair.comparison.right.text}”。",
        f"Only punctuation differs: the form says {text}, the certificate {pair.comparison.right.text}.",
    )
    return passed(CHECK, nearly, severity="warning", evidence=evidence)


def _disagreement(facts: Facts, pair: FieldComparison, *, agreed_elsewhere: bool) -> Finding:
    comparison, evidence = pair.comparison, _evidence(facts, pair)
    both = Text(
        f"申请表写“{comparison.left.text}”，诊断书写“{comparison.right.text}”",
        f"the form says {comparison.left.text}, the certificate {comparison.right.text}",
    )
    if comparison.verdict == "unsure":
        why = comparison.reason or "有的字无法确认"
        doubt = Message(
            f"无法确认伤害部位与诊断是否一字不差：{both.zh}；{why}{_places(comparison).zh}。请对照图像核对。",
            f"Cannot tell whether injury and diagnosis agree: {both.en}{_places(comparison).en}. Compare the pictures.",
        )
        return unsure(CHECK, doubt, evidence)
    told = Message(
        f"伤害部位与诊断不一致：{both.zh}{_places(comparison).zh}。",
        f"Injury and diagnosis differ: {both.en}{_places(comparison).en}.",
        _REMEDY,
    )
    if agreed_elsewhere:
        other = Message(f"{told.zh}与另一份诊断书一致。", f"{told.en} Another certificate agrees.", told.remedy_zh)
        return unsure(CHECK, other, evidence)
    return failed(CHECK, told, evidence)


def _places(comparison: Comparison) -> Text:
    """Every differing or doubtful place, said one after the other."""
    said = [_place(difference) for difference in comparison.differences]
    return Text("".join(f"；{one.zh}" for one in said), "".join(f"; {one.en}" for one in said))


def _place(difference: Difference) -> Text:
    left, right = difference.left, difference.right
    if difference.op == "insert":
        return Text(f"申请表比诊断书少“{right}”", f"the form lacks {right}")
    at = difference.left_index + 1
    if difference.op == "delete":
        return Text(f"申请表第{at}字起多“{left}”", f"the form has {left} too many at character {at}")
    return Text(f"第{at}字申请表为“{left}”、诊断书为“{right}”", f"character {at} is {left} against {right}")


def _evidence(facts: Facts, pair: FieldComparison) -> list[Evidence]:
    fields = (
        _field(facts.document(pair.left_document), pair.left_field),
        _field(facts.document(pair.right_document), pair.right_field),
    )
    return [field_evidence(field) for field in fields]


def _field(document: Document, name: str) -> Field:
    return document.fields[name]


CHECK = Check(
    id="injury_matches_diagnosis",
    scope="claim",
    severity="blocking",
    title_zh="伤害部位与诊断不一致",
    title_en="Injury differs from diagnosis",
    looks_for_zh="申请表“伤害部位或疾病名称”与诊断证明书的诊断，逐字核对",
    looks_for_en="The injury on the application form against the diagnosis on the certificate, character for character",
    judge=judge,
)
