"""Which documents does a case need, and who asks for them?

The statute's three come first (工伤保险条例 art. 18), then the bureau's numbered list (长春市申报材料清单), then what
the portal asks for by treatment. The list's items for the employer are only warnings when the worker's side applies,
because the worker cannot bring them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.casework.case import Case, InjuryKind, Treatment
from pipeline.models.finding import Severity

_STATUTE = "《工伤保险条例》第十八条"
_PORTAL = "吉林智慧人社网厅要求"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One of these document types has to be there.

    ``certain`` is False when only words of the form call for it; ``issued_by_bureau`` tells that the applicant cannot
    write it.
    """

    types: tuple[str, ...]
    name_zh: str
    listed_zh: str
    severity: Severity = "warning"
    certain: bool = True
    issued_by_bureau: bool = False


def requirements_of(case: Case) -> tuple[Requirement, ...]:
    """All that the case needs, statute first."""
    return (*_of_statute(case), *_of_everyone(case), *_of_injury(case), *_of_treatment(case))


def _of_statute(case: Case) -> Iterable[Requirement]:
    yield Requirement(("work_injury_application",), "工伤认定申请表", f"{_STATUTE}、长春市清单第一项", "blocking")
    relation = ("labor_contract", "labor_relation_certificate", "arbitration_or_judgment")
    yield Requirement(relation, "劳动合同书或存在劳动关系证明", f"{_STATUTE}、长春市清单第七项", "blocking")
    disease = ("occupational_disease_certificate", "occupational_disease_appraisal")
    if case.kind == "occupational_disease" and "kind" not in case.inferred:
        listed = f"{_STATUTE}、长春市清单第五项"
        yield Requirement(disease, "职业病诊断证明书或职业病诊断鉴定书", listed, "blocking")
    else:
        types = ("diagnosis_certificate", *disease)
        yield Requirement(types, "诊断证明书", f"{_STATUTE}、长春市清单第五项", "blocking")


def _of_everyone(case: Case) -> Iterable[Requirement]:
    yield Requirement(("id_card", "household_register"), "工伤职工居民身份证", "长春市清单第六项", "blocking")
    yield Requirement(("witness_statement",), "证人证言", "长春市清单第四项", "blocking")
    employers: Severity = "blocking" if case.employer_applies else "warning"
    report = ("accident_investigation_report",)
    yield Requirement(report, "单位工伤事故调查报告", "长春市清单第三项", employers)
    licence = {
        "enterprise": (("business_license",), "营业执照副本"),
        "institution": (
            ("organization_code_certificate", "public_institution_certificate"),
            "组织机构代码证或事业单位法人证书",
        ),
        None: (
            ("business_license", "organization_code_certificate", "public_institution_certificate"),
            "营业执照副本（机关事业单位为组织机构代码证或事业单位法人证书）",
        ),
    }
    types, name = licence[case.employer]
    yield Requirement(types, name, "长春市清单第八项", employers)
    yield Requirement(("power_of_attorney",), "授权委托书", "长春市清单第九项")
    yield Requirement(("accident_filing_form",), "长春市工伤保险事故报告备案表", "长春市清单第十项")
    yield Requirement(("acceptance_notice",), "受理通知书", "长春市清单第二项，由人社局出具", issued_by_bureau=True)


_BY_INJURY: dict[InjuryKind, tuple[Requirement, ...]] = {
    "commute_traffic": (
        Requirement(("traffic_accident_determination",), "道路交通事故认定书", "长春市清单第十一项"),
        Requirement(("commute_route_map",), "上下班路线图", "长春市清单第十一项"),
        Requirement(("work_schedule",), "作息时间表", "长春市清单第十一项"),
        Requirement(("residence_proof",), "居住证明", "长春市清单第十一项"),
    ),
    "violence": (Requirement(("police_receipt",), "报警回执", "长春市清单第十一项"),),
    "event": (Requirement(("event_official_document",), "比赛或文艺表演的正式文件", "长春市清单第十一项"),),
}
_IN_DEATH = (
    Requirement(("rescue_record", "emergency_120_record"), "120抢救记录", "长春市清单第十一项"),
    Requirement(("death_certificate",), "死亡证明", "长春市清单第十一项"),
)
_BY_TREATMENT: dict[Treatment, tuple[Requirement, ...]] = {
    "ambulance": (Requirement(("emergency_120_record",), "120急救记录", _PORTAL),),
    "outpatient": (Requirement(("outpatient_record",), "门诊病历手册", f"{_PORTAL}、长春市清单第五项"),),
    "inpatient": (
        Requirement(("inpatient_front_page",), "住院病历首页", _PORTAL),
        Requirement(("admission_record",), "入院记录", _PORTAL),
        Requirement(("progress_note",), "病程记录", "长春市清单第五项"),
    ),
}


def _of_injury(case: Case) -> Iterable[Requirement]:
    for need in _BY_INJURY.get(case.kind, ()) if case.kind else ():
        yield replace(need, certain="kind" not in case.inferred)
    for need in _IN_DEATH if case.fatal else ():
        yield replace(need, certain="fatal" not in case.inferred)


def _of_treatment(case: Case) -> Iterable[Requirement]:
    for treatment in case.treatment:
        for need in _BY_TREATMENT[treatment]:
            yield replace(need, certain=treatment not in case.inferred)
