"""missing_signature, missing_fingerprint and missing_seal."""

import pytest

from pipeline.models.claim import ClaimInfo
from pipeline.models.document import Document, Mark
from pipeline.models.finding import Evidence, Finding
from tests.checks.building import (
    BOX,
    MARKS,
    application,
    certificate,
    document,
    facts,
    findings,
    id_card,
    mark,
    outcomes,
)


def with_mark(slot: str, kind: str, state: str, **told: object) -> tuple[Mark, ...]:
    return tuple(mark(slot, kind, state, **told) if one.slot == slot else one for one in MARKS)  # type: ignore[arg-type]


def test_a_missing_signature_is_named_with_its_place() -> None:
    form = application(marks=with_mark("applicant_signature", "signature", "absent"))
    assert findings("missing_signature", facts(form)) == (
        Finding(
            check="missing_signature",
            outcome="fail",
            severity="blocking",
            subject="d1",
            message_zh="《工伤认定申请表》“申请人签字”处没有签名（form.pdf 第3页）。",
            message_en="work injury application, applicant signature: no signature (form.pdf page 3).",
            remedy_zh="请在《工伤认定申请表》“申请人签字”处补签后重新上传。",
            basis=("《工伤认定办法》附件填表说明第七项", "长春市清单第一项：个人签名摁手印"),
            evidence=(Evidence(file="form.pdf", page=3, box=BOX),),
        ),
    )


@pytest.mark.parametrize(
    ("check_id", "slot", "kind"),
    [
        ("missing_signature", "applicant_signature", "signature"),
        ("missing_fingerprint", "applicant_fingerprint", "fingerprint"),
        ("missing_seal", "employer_seal", "seal"),
    ],
)
def test_each_kind_of_mark_has_its_check(check_id: str, slot: str, kind: str) -> None:
    assert outcomes(check_id, facts(application())) == [("pass", "blocking")]
    assert outcomes(check_id, facts(application(marks=with_mark(slot, kind, "absent")))) == [("fail", "blocking")]
    assert outcomes(check_id, facts(application(marks=with_mark(slot, kind, "unsure")))) == [("unsure", "blocking")]
    assert outcomes(check_id, facts(id_card())) == [("not_applicable", "blocking")]


def test_the_reason_of_a_doubt_is_told() -> None:
    doubtful = mark("hospital_seal", "seal", "unsure", "diagnosis.jpg", 1).model_copy(
        update={"reason_zh": "黑白复印件看不出印章"}
    )
    signed = mark("doctor_signature", "signature", "present", "diagnosis.jpg", 1)
    (one,) = findings("missing_seal", facts(certificate(marks=(doubtful, signed))))
    assert (
        one.message_zh
        == "《诊断证明书》“诊断证明专用章”处是否有公章无法确认（diagnosis.jpg 第1页）：黑白复印件看不出印章。"
    )


def test_what_others_issue_they_have_to_sign_and_seal() -> None:
    empty = mark("hospital_seal", "seal", "absent", "diagnosis.jpg", 1)
    signed = mark("doctor_signature", "signature", "present", "diagnosis.jpg", 1)
    (one,) = findings("missing_seal", facts(certificate(marks=(empty, signed))))
    assert one.remedy_zh == "请由出具单位在《诊断证明书》“诊断证明专用章”处加盖公章后重新上传。"


def test_a_place_that_was_not_come_upon_is_unsure_not_passed() -> None:
    (one,) = findings("missing_signature", facts(application(marks=())))
    assert (one.outcome, one.evidence) == ("unsure", ())
    assert "申请人签字" in one.message_zh
    assert "已查看：《工伤认定申请表》（form.pdf 第1-4页）" in one.message_zh


def test_an_absent_mark_without_a_place_is_unsure() -> None:
    form = application(marks=with_mark("employer_seal", "seal", "absent", file=None, number=None))
    assert outcomes("missing_seal", facts(form)) == [("unsure", "blocking")]


def test_the_employers_marks_are_warnings_when_the_worker_applies() -> None:
    form = application(marks=with_mark("employer_seal", "seal", "absent"))
    assert outcomes("missing_seal", facts(form, claim=ClaimInfo(applicant="worker"))) == [("fail", "warning")]
    assert outcomes("missing_seal", facts(form, claim=ClaimInfo(applicant="employer"))) == [("fail", "blocking")]
    own = application(marks=with_mark("applicant_signature", "signature", "absent"))
    assert outcomes("missing_signature", facts(own, claim=ClaimInfo(applicant="worker"))) == [("fail", "blocking")]


@pytest.mark.parametrize(
    ("state", "code", "expected"),
    [
        ("unsure", "91220101MA0Y3K9H7X", [("pass", "blocking")]),
        ("absent", "91220101MA0Y3K9H7X", [("fail", "blocking")]),
        ("unsure", "91220101MA0Y3K9H8X", [("unsure", "blocking")]),
    ],
)
def test_a_grey_copys_seal_is_seen_on_the_same_licence_in_colour(
    state: str, code: str, expected: list[tuple[str, str]]
) -> None:
    def licence(id: str, file: str, code: str, state: str) -> Document:
        seal = mark("authority_seal", "seal", state, file, 1)  # type: ignore[arg-type]
        return document("business_license", file, id=id, fields={"credit_code": code}, marks=[seal])

    original = licence("d1", "licence.pdf", "91220101MA0Y3K9H7X", "present")
    assert outcomes("missing_seal", facts(original, licence("d2", "copy.pdf", code, state))) == expected
